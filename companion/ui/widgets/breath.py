"""A circle that breathes, slowly, to breathe along with."""

from math import cos, pi

from PySide6.QtCore import QElapsedTimer, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.theme import Look

BREATH = 10.0
"""Seconds of one slow breath, in and out."""


class Breath(QWidget):
    """Breathes while it is to be seen, and holds still under reduced motion."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(60)
        self._timer.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Breathe slowly"))

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._look.px(112), self._look.px(112))

    def minimumSizeHint(self) -> QSize:
        """Small is fine."""
        return QSize(64, 64)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with a breath in."""
        super().showEvent(event)
        self._since.start()
        if not self._look.calm:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves unseen."""
        self._timer.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The circle at this instant, in a ring that shows its largest."""
        passed = self._since.elapsed() / 1000 if self._timer.isActive() else BREATH / 2
        breath = (1 - cos(2 * pi * passed / BREATH)) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = QPointF(self.width() / 2, self.height() / 2)
        largest = min(self.width(), self.height()) / 2 - 1
        painter.setBrush(QColor(self._look.theme.teal_pale))
        painter.drawEllipse(middle, largest, largest)
        painter.setBrush(QColor(self._look.theme.teal))
        radius = largest * (0.45 + 0.5 * breath)
        painter.drawEllipse(middle, radius, radius)
