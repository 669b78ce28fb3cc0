"""The ring: how much of this moment is over, with its seconds in the middle."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from companion.ui.theme import Look

SIZE = 168
LEAST = 96
WIDTH = 14


@dataclass(frozen=True, slots=True)
class RingView:
    """``share`` of the moment that is over, 0.0 to 1.0; ``big`` and ``small`` stand in the middle."""

    share: float
    big: str
    small: str


class Ring(QWidget):
    """A circle that fills clockwise from the top."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._view = RingView(0.0, "", "")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedSize(SIZE, SIZE)

    def show_part(self, view: RingView) -> None:
        """Take a new state; repaints only when the arc moved by a visible step or the words changed."""
        steps = max(1, self._side() * 3)
        told = (view.big, view.small) != (self._view.big, self._view.small)
        if not told and round(view.share * steps) == round(self._view.share * steps):
            return
        self._view = view
        if told:
            self.setAccessibleName(f"{view.big} {view.small}")
        self.update()

    def fit(self, room: int) -> None:
        """As large as designed, or as there is room for in pixels."""
        side = max(LEAST, min(self._look.px(SIZE), room))
        self.setFixedSize(side, side)

    def _side(self) -> int:
        return min(self.width(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track, the arc, the number and its word."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.page))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        width = side * WIDTH / SIZE
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        circle = box.adjusted(width / 2 + 1, width / 2 + 1, -width / 2 - 1, -width / 2 - 1)
        pen = QPen(QColor(theme.track), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(circle)
        if self._view.share > 0:
            pen.setColor(QColor(theme.teal))
            painter.setPen(pen)
            painter.drawArc(circle, 90 * 16, -round(min(1.0, self._view.share) * 360 * 16))
        self._draw_words(painter, box, side / SIZE / max(self._look.scale, 0.01))

    def _draw_words(self, painter: QPainter, box: QRectF, shrink: float) -> None:
        theme = self._look.theme
        middle = box.center().y()
        unit = box.height() / SIZE
        painter.setPen(QColor(theme.ink))
        painter.setFont(self._look.font(46 * shrink, 800))
        high = QRectF(box.left(), middle - 42 * unit, box.width(), 56 * unit)
        painter.drawText(high, Qt.AlignmentFlag.AlignCenter, self._view.big)
        painter.setPen(QColor(theme.soft))
        painter.setFont(self._look.font(16 * shrink, 600))
        low = QRectF(box.left(), middle + 14 * unit, box.width(), 24 * unit)
        painter.drawText(low, Qt.AlignmentFlag.AlignCenter, self._view.small)
