"""Cards, banners, and rows of cards that become a column when it gets narrow."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.text import Role, label


def surface(kind: str) -> QFrame:
    """An empty card of this kind; the style sheet paints it."""
    frame = QFrame()
    frame.setProperty("surface", kind)
    return frame


def card(*parts: QWidget, kind: str = "card", spacing: int = 8) -> QFrame:
    """A card with its parts below each other."""
    frame = surface(kind)
    column = QVBoxLayout(frame)
    column.setContentsMargins(22, 20, 22, 20)
    column.setSpacing(spacing)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return frame


def lay_anew(column: QVBoxLayout, widgets: Iterable[QWidget]) -> None:
    """Put these in the place of all that a column holds."""
    while (item := column.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    for widget in widgets:
        column.addWidget(widget)
        widget.show()


def scrolling(inside: QWidget) -> QScrollArea:
    """A view on a page that may be higher than the window; it never scrolls sideways."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inside)
    return scroll


class CardRow(QWidget):
    """Cards side by side while each has ``least`` design pixels, else below each other."""

    def __init__(self, look: Look, cards: Sequence[QWidget], least: int = 220) -> None:
        super().__init__()
        self._look = look
        self._cards = list(cards)
        self._least = least
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(18)
        self._place(len(self._cards))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        room = max(1, event.size().width() // self._look.px(self._least))
        self._place(len(self._cards) if room >= len(self._cards) else 1)
        super().resizeEvent(event)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for index in range(len(self._cards)):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
        for index, one in enumerate(self._cards):
            self._grid.addWidget(one, index // columns, index % columns)


class Banner(QFrame):
    """One quiet sentence with a way to put it aside."""

    closed = Signal()

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self.setProperty("surface", "notice")
        close = PillButton(look, "", Kind.CLOSE, Glyph.CLOSE)
        close.setAccessibleName(self.tr("Close this note"))
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 8, 8, 8)
        row.addWidget(label(words, Role.BODY, wrap=True), 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        close.clicked.connect(self._close)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
