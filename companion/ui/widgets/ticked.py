"""A line of a list that is so: a small tick before words that wrap."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.glyphs import Glyph, draw_glyph
from companion.ui.widgets.text import Role, label

SIZE = 22


class TickedLine(QWidget):
    """A tick and its words."""

    def __init__(self, look: Look, words: str, role: Role = Role.LEAD) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(_Tick(look), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(words, role, wrap=True), 1)


class _Tick(QWidget):
    """The small picture."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(look.px(SIZE), look.px(SIZE + 6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the theme's colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, self._look.px(4))
        painter.scale(self._look.px(SIZE) / 24, self._look.px(SIZE) / 24)
        draw_glyph(painter, Glyph.CHECK, QColor(self._look.theme.teal))
