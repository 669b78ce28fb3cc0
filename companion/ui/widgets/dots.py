"""A row of dots: how many of how many."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.theme import Look

MOST = 12
STEP = 23


class Dots(QWidget):
    """``filled`` of ``total`` dots; nothing when there would be too many to see at a glance."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._filled = 0
        self._total = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def put(self, filled: int, total: int) -> None:
        """Show so many of so many."""
        if (filled, total) == (self._filled, self._total):
            return
        resized = total != self._total
        self._filled, self._total = filled, total
        if resized:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its dots."""
        total = self._total if self._total <= MOST else 0
        return QSize(self._look.px(STEP) * total, self._look.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dots from left to right."""
        if self._total > MOST:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = self._look.px(STEP)
        radius = step / 3
        for index in range(self._total):
            token = self._look.theme.teal if index < self._filled else self._look.theme.dot_off
            painter.setBrush(QColor(token))
            painter.drawEllipse(QPointF(step * index + radius, self.height() / 2), radius, radius)
