"""Wrap-up: half a minute after a session, all of it optional."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from companion.domain.events import StopReason
from companion.domain.session import Reflection, SessionRecord, SessionStatus
from companion.domain.words import Words
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.faces import Faces
from companion.ui.widgets.surfaces import scrolling
from companion.ui.widgets.text import Role, label, put

WIDEST: Final = 860


@dataclass(frozen=True, slots=True)
class WrapupView:
    """What fits this ending: ``praise`` in words, whole ``minutes`` and ``seconds`` of touch, steps touched."""

    session: str
    praise: str
    minutes: int
    seconds: int
    steps: int


def wrapup_view(record: SessionRecord, words: Words) -> WrapupView:
    """The wrap-up of one session; every ending is a good one."""
    touch = round(sum(step.seconds for step in record.steps))
    return WrapupView(
        session=record.id,
        praise=words.phrases.get(f"praise.{_ending(record)}", ""),
        minutes=touch // 60,
        seconds=touch % 60,
        steps=sum(1 for step in record.steps if step.seconds > 0),
    )


def _ending(record: SessionRecord) -> str:
    if record.status is SessionStatus.FINISHED:
        return "finished"
    return (record.stop_reason or StopReason.CAREGIVER).value


class WrapupScreen(QWidget):
    """Asks how baby was, before and after, and for a note; ``closed`` carries a Reflection, or None when skipped."""

    closed = Signal(object)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("screen", True)
        self._praise = label("", Role.GREETING, wrap=True)
        self._more = label("", Role.LEAD, wrap=True)
        self._sum = label("", Role.LEAD_SOFT, wrap=True)
        self._before = Faces(look, self.tr("Before"), words.phrases)
        self._after = Faces(look, self.tr("Now"), words.phrases)
        self._note = QPlainTextEdit()
        self._note.setAccessibleName(self.tr("A note"))
        self._note.setPlaceholderText(self.tr("Anything to remember for next time?"))
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(look.px(84))
        self._save = PillButton(look, self.tr("Save"), Kind.PRIMARY)
        self._skip = PillButton(look, self.tr("Skip"), Kind.LINK)
        self._lay_out()
        self._save.clicked.connect(self._saved)
        self._skip.clicked.connect(lambda: self.closed.emit(None))

    def show_view(self, view: WrapupView) -> None:
        """Take a new state."""
        first, _, rest = view.praise.partition(". ")
        put(self._praise, f"{first}." if rest else first)
        put(self._more, rest)
        put(self._sum, self._told(view))
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self, view: WrapupView) -> str:
        if view.steps == 0:
            return self.tr("No strokes today. Asking first is what counts.")
        time = self.tr("%1 min %2 s of touch") if view.minutes else self.tr("%2 s of touch")
        time = time.replace("%1", str(view.minutes)).replace("%2", str(view.seconds))
        steps = self.tr("1 step") if view.steps == 1 else self.tr("%1 steps").replace("%1", str(view.steps))
        return f"{time} · {steps}"

    def _saved(self) -> None:
        note = self._note.toPlainText().strip()
        self.closed.emit(Reflection(self._before.choice(), self._after.choice(), note))

    def _lay_out(self) -> None:
        page = QWidget()
        middle = QWidget()
        middle.setMaximumWidth(WIDEST)
        row = QHBoxLayout(page)
        row.setContentsMargins(32, 30, 32, 12)
        row.addStretch(1)
        row.addWidget(middle, 20)
        row.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(self._praise)
        column.addWidget(self._more)
        column.addWidget(self._sum)
        column.addSpacing(14)
        column.addWidget(label(self.tr("How was baby before?"), Role.STRONG))
        column.addWidget(self._before)
        column.addSpacing(8)
        column.addWidget(label(self.tr("And now?"), Role.STRONG))
        column.addWidget(self._after)
        column.addSpacing(8)
        column.addWidget(self._note)
        column.addStretch(2)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 10, 0, 10)
        buttons.addWidget(self._save)
        buttons.addWidget(self._skip)
        buttons.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(32, 0, 32, 14)
        foot.addStretch(1)
        foot.addWidget(_sized(buttons), 20)
        foot.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolling(page), 1)
        outer.addLayout(foot)


def _sized(inside: QHBoxLayout) -> QWidget:
    """A holder no wider than the page's own column."""
    holder = QWidget()
    holder.setMaximumWidth(WIDEST)
    holder.setLayout(inside)
    return holder
