"""What only the presenter sees: what to say of a stroke, to watch for and to keep safe, and a field for notes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from companion.ui.stage_show.keys import CLICKER
from companion.ui.stage_show.view import StrokeCard
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.surfaces import lay_anew, surface
from companion.ui.widgets.text import Role, label
from companion.ui.widgets.ticked import TickedLine

NOTE_HEIGHT = 104
LONGEST_NOTE = 4000


class Hints(QWidget):
    """The cards of one stroke, below each other."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._card: StrokeCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def put(self, card: StrokeCard) -> None:
        """Show what belongs to this stroke."""
        if card == self._card:
            return
        self._card = card
        parts = (
            self._lines("card", self.tr("SHOW AND SAY"), card.points),
            self._lines("card", self.tr("WATCH FOR"), card.mistakes, Role.BODY),
            self._lines("warning", self.tr("KEEP IT SAFE"), card.cautions, Role.BODY),
            self._ask(card.ask),
        )
        lay_anew(self._column, (part for part in parts if part is not None))

    def _lines(self, kind: str, title: str, lines: Sequence[str], role: Role | None = None) -> QFrame | None:
        if not lines:
            return None
        frame, column = _framed(kind, title)
        for line in lines:
            column.addWidget(
                TickedLine(self._look, line, Role.BODY)
                if role is None
                else label(f"·  {line}", role, wrap=True)
            )
        return frame

    def _ask(self, ask: str) -> QFrame:
        """The parent's turn: the onus is on whoever explains."""
        frame, column = _framed("sun", self.tr("LET THEM SHOW YOU"))
        column.addWidget(label(ask or self.tr("Show me how you will do it tonight."), Role.STRONG, wrap=True))
        told = self.tr("“I want to see if I explained it well. How will you do it tonight?”")
        column.addWidget(label(told, Role.BODY, wrap=True))
        return frame


class NoteField(QFrame):
    """A field for notes with ways to copy and save them; ``changed`` carries the text, ``kept`` asks to save it, and
    ``keyed`` carries presses of a clicker that are not meant for the text."""

    changed = Signal(str)
    kept = Signal()
    copied = Signal()
    keyed = Signal(object)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._field = QPlainTextEdit()
        self._field.setAccessibleName(self.tr("Notes"))
        self._field.setPlaceholderText(self.tr("What went well? What needs another look?"))
        self._field.setFixedHeight(look.px(NOTE_HEIGHT))
        self._field.setTabChangesFocus(True)
        self._field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._field.installEventFilter(self)
        copy = PillButton(look, self.tr("Copy"), Kind.PLAIN)
        copy.setAccessibleName(self.tr("Copy notes"))
        keep = PillButton(look, self.tr("Save as…"), Kind.PLAIN)
        keep.setAccessibleName(self.tr("Save notes as a file"))
        for button in (copy, keep):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        column.addWidget(label(self.tr("NOTES"), Role.EYEBROW_TEAL))
        column.addWidget(self._field)
        told = self.tr("They stay here until the program closes. Save what you want to keep.")
        column.addWidget(label(told, Role.SOFT, wrap=True))
        row = Flow(spacing=10)
        row.addWidget(copy)
        row.addWidget(keep)
        column.addLayout(row)
        self._field.textChanged.connect(self._tell)
        copy.clicked.connect(self.copied)
        keep.clicked.connect(self.kept)

    def put(self, words: str) -> None:
        """Show this text."""
        if words != self._field.toPlainText():
            self._field.setPlainText(words)

    def write(self) -> None:
        """Let the keys go to the text."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.ensureCursorVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A clicker goes on with the demonstration while a note is written; Escape ends the writing."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if event.key() in CLICKER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.keyed.emit(event)
                return True
        return False

    def _tell(self) -> None:
        self.changed.emit(self._field.toPlainText()[:LONGEST_NOTE])


def _framed(kind: str, title: str) -> tuple[QFrame, QVBoxLayout]:
    frame = surface(kind)
    column = QVBoxLayout(frame)
    column.setContentsMargins(20, 14, 20, 16)
    column.setSpacing(6)
    column.addWidget(label(title, Role.EYEBROW_TEAL))
    return frame, column
