"""The page of one stroke: its drawing or its films on the left, what is to be known of it on the right."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from companion.ui.pictures import Artist
from companion.ui.player.stage import Stage
from companion.ui.strokes.view import StrokeView
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.surfaces import scrolling
from companion.ui.widgets.text import Role, label


class Side(Enum):
    """What the left of the page shows."""

    DRAWING = auto()
    FILMS = auto()


class StrokePage(QWidget):
    """``practised`` is the wish to practise it on a doll, ``turned`` carries a Side, ``seen`` whether the page can be
    seen, ``closed`` the wish to go back."""

    practised = Signal()
    turned = Signal(object)
    seen = Signal(bool)
    closed = Signal()

    def __init__(self, look: Look, artist: Artist, view: StrokeView) -> None:
        super().__init__()
        self.setProperty("screen", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(view.title)
        self._view = view
        self._stage = Stage(look, artist)
        self._stage.setCursor(Qt.CursorShape.ArrowCursor)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._stage)
        self._films: QWidget | None = None
        self._sides = Choices(
            look,
            self.tr("Show"),
            ((Side.DRAWING, self.tr("Drawing")), (Side.FILMS, self.tr("Your films"))),
            self._turn,
        )
        self._sides.put(Side.DRAWING)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._stack, 1)
        left.addWidget(self._sides)
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addLayout(left, 10)
        row.addWidget(scrolling(self._told(look, view)), 9)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 18, 24, 18)
        column.setSpacing(12)
        column.addLayout(self._top(look))
        column.addLayout(row, 1)

    def draw(self, seconds: float) -> None:
        """Show the drawing so many seconds into it."""
        self._stage.show_part(self._view.scene, self._view.part, seconds, paused=False)

    def show_side(self, side: Side) -> None:
        """Show the drawing, or the films once they are there."""
        self._sides.put(side)
        films = side is Side.FILMS and self._films is not None
        self._stack.setCurrentWidget(self._films if films and self._films else self._stage)

    def put_films(self, films: QWidget) -> None:
        """What the films are shown in."""
        self._films = scrolling(films)
        self._stack.addWidget(self._films)

    def showEvent(self, event: QShowEvent) -> None:
        """It can be seen."""
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """It cannot be seen any more."""
        super().hideEvent(event)
        self.seen.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _turn(self, side: Side) -> None:
        self.turned.emit(side)

    def _top(self, look: Look) -> QHBoxLayout:
        back = PillButton(look, self.tr("Back to all strokes"), Kind.PLAIN, Glyph.BACK)
        back.clicked.connect(self.closed)
        doll = PillButton(look, self.tr("Practise on a doll"), Kind.PRIMARY)
        doll.clicked.connect(self.practised)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(doll)
        return row

    def _told(self, look: Look, view: StrokeView) -> QWidget:
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(6)
        column.addWidget(label(view.area.upper(), Role.EYEBROW_TEAL))
        column.addWidget(label(view.title, Role.HEADLINE, wrap=True))
        if view.alias:
            column.addWidget(label(self.tr("also called %1").replace("%1", view.alias), Role.SOFT, wrap=True))
        column.addWidget(label(view.line, Role.LEAD, wrap=True))
        for name, lines in (
            (self.tr("How often and how firmly"), view.dose),
            (self.tr("What it is for"), (view.purpose,)),
            (self.tr("Take care"), view.cautions),
            (self.tr("How sure are we?"), (view.evidence,)),
        ):
            words = tuple(filter(None, lines))
            if words:
                column.addSpacing(8)
                column.addWidget(label(name, Role.STRONG))
                for line in words:
                    column.addWidget(label(line, Role.BODY, wrap=True))
        if view.sources:
            sources = self.tr("Sources: %1.").replace("%1", "; ".join(view.sources))
            column.addSpacing(8)
            column.addWidget(label(sources, Role.SOFT, wrap=True))
        column.addStretch(1)
        return told
