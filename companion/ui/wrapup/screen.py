"""Wrap-up: half a minute after a session, all of it optional."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.words import Words
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.help_chips import HelpChips
from companion.ui.widgets.picture import Studio
from companion.ui.widgets.surfaces import scrolling
from companion.ui.widgets.text import Role, label, put
from companion.ui.wrapup.correcting import CorrectSheet
from companion.ui.wrapup.questions import Questions
from companion.ui.wrapup.view import Answers, StrokeDone, WrapupView

WIDEST: Final = 1204


class WrapupScreen(QWidget):
    """Praises, and asks how it was; ``closed`` carries Answers, or None when skipped. Escape skips, a clicker's
    next saves. ``help_asked`` and ``crying_asked`` are the wish for help."""

    closed = Signal(object)
    help_asked = Signal()
    crying_asked = Signal()

    def __init__(self, look: Look, studio: Studio, words: Words, view: WrapupView) -> None:
        super().__init__()
        self.setProperty("screen", True)
        self._look = look
        self._view = view
        self._strokes = view.strokes
        first, _, rest = view.praise.partition(". ")
        self._praise = label(f"{first}." if rest else first, Role.GREETING, wrap=True)
        self._more = label(rest, Role.LEAD, wrap=True)
        self._sum = label(self._told(), Role.LEAD_SOFT, wrap=True)
        self._questions = Questions(look, studio, words.phrases, view.asked)
        self._correct = PillButton(look, self.tr("Correct what was done"), Kind.LINK)
        self._save = PillButton(look, self.tr("Save"), Kind.PRIMARY)
        self._skip = PillButton(look, self.tr("Skip"), Kind.LINK)
        self._help = HelpChips(look)
        self._lay_out()
        self._correct.clicked.connect(self._open_correcting)
        self._save.clicked.connect(self._saved)
        self._skip.clicked.connect(lambda: self.closed.emit(None))
        self._help.help_asked.connect(self.help_asked)
        self._help.crying_asked.connect(self.crying_asked)

    def focus_save(self) -> None:
        """The keys go to Save: one press and all is done."""
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape skips; a clicker's next saves."""
        if event.isAutoRepeat() or event.key() not in {Qt.Key.Key_Escape, Qt.Key.Key_PageDown}:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit(None)
        else:
            self._saved()

    def _told(self) -> str:
        view = self._view
        whose = f"{view.baby} · " if view.baby else ""
        if view.steps == 0:
            return whose + self.tr("No strokes today. Asking first is what counts.")
        time = self.tr("%1 min %2 s of touch") if view.minutes else self.tr("%2 s of touch")
        time = time.replace("%1", str(view.minutes)).replace("%2", str(view.seconds))
        steps = self.tr("1 step") if view.steps == 1 else self.tr("%1 steps").replace("%1", str(view.steps))
        return f"{whose}{time} · {steps}"

    def _open_correcting(self) -> None:
        sheet = CorrectSheet(self._look, self, self._strokes)
        sheet.corrected.connect(self._corrected)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _corrected(self, strokes: tuple[StrokeDone, ...]) -> None:
        self._strokes = strokes
        changed = strokes != self._view.strokes
        put(self._sum, self.tr("Put right by you. Thank you.") if changed else self._told())

    def _saved(self) -> None:
        pairs = zip(self._view.strokes, self._strokes, strict=True)
        changed = [now for before, now in pairs if before.done is not now.done]
        self.closed.emit(
            Answers(
                self._questions.reflection(),
                undone=frozenset(step for stroke in changed if not stroke.done for step in stroke.steps),
                done_too=frozenset(step for stroke in changed if stroke.done for step in stroke.steps),
            )
        )

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 22, 32, 8)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self._praise, 1)
        top.addWidget(self._help, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        if self._more.text():
            column.addWidget(self._more)
        done = QHBoxLayout()
        done.addWidget(self._sum, 1)
        if self._strokes:
            done.addWidget(self._correct)
        column.addLayout(done)
        column.addSpacing(6)
        column.addWidget(self._questions)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(32, 6, 32, 14)
        buttons.addWidget(self._save)
        buttons.addWidget(self._skip)
        buttons.addStretch(1)
        inside = QWidget()
        inside.setMaximumWidth(self._look.px(WIDEST))
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolling(page), 1)
        whole.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inside, 200)
        row.addStretch(1)
