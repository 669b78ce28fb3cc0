"""All strokes by where they belong on the baby; each leads to its page."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.surfaces import card, scrolling
from companion.ui.widgets.text import Role, label


class CatalogueScreen(QWidget):
    """``picked`` carries the id of a stroke, ``closed`` the wish to go back."""

    picked = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, areas: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        super().__init__()
        self.setProperty("screen", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("All strokes"))
        page = QWidget()
        cards = QVBoxLayout(page)
        cards.setContentsMargins(0, 0, 12, 0)
        cards.setSpacing(14)
        for title, strokes in areas:
            cards.addWidget(self._area(look, title, strokes))
        cards.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 28, 18)
        column.setSpacing(14)
        column.addLayout(self._top(look))
        column.addWidget(scrolling(page), 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _top(self, look: Look) -> QHBoxLayout:
        back = PillButton(look, self.tr("Back to routines"), Kind.PLAIN, Glyph.BACK)
        back.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(label(self.tr("All strokes"), Role.GREETING), 1)
        row.addWidget(back)
        return row

    def _area(self, look: Look, title: str, strokes: Sequence[tuple[str, str]]) -> QWidget:
        those = QWidget()
        flow = Flow(those, 10)
        for stroke, name in strokes:
            button = PillButton(look, name, Kind.PLAIN)
            button.clicked.connect(partial(self._pick, stroke))
            flow.addWidget(button)
        return card(label(title, Role.HEADING), those)

    def _pick(self, stroke: str, *_checked: object) -> None:
        self.picked.emit(stroke)
