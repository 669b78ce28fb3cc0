"""A line that can be ticked: a small box and words that wrap, for lists of which any may be chosen."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from companion.ui.theme import Look
from companion.ui.widgets.buttons import ENTER

BOX = 26
LEAST = 44
SIZE = 17
AIR = 9


class TickLine(QAbstractButton):
    """One line of a list; ``warning`` gives it the colours of what needs help."""

    def __init__(self, look: Look, words: str, *, warning: bool = False) -> None:
        super().__init__()
        self._look = look
        self._warning = warning
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Wrapped words are as high as their width makes them."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All of the words, and never less than a finger needs."""
        return max(self._look.px(LEAST), self._wrapped(width).height() + 2 * self._look.px(AIR))

    def sizeHint(self) -> QSize:
        """The words on one line."""
        wide = self._metrics().horizontalAdvance(self.text()) + self._left() + self._look.px(AIR)
        return QSize(wide, self._look.px(LEAST))

    def minimumSizeHint(self) -> QSize:
        """Narrow, on several lines."""
        return QSize(self._look.px(150), self._look.px(LEAST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks as Space does."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, box and words."""
        theme, px = self._look.theme, self._look.px
        on = self.isChecked()
        strong = theme.coral if self._warning else theme.teal
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if on:
            painter.setBrush(QColor(theme.coral_pale if self._warning else theme.teal_pale))
        edge = theme.focus if self.hasFocus() else strong if on else "transparent"
        painter.setPen(QPen(QColor(edge), 3 if self.hasFocus() else 1.5))
        painter.drawRoundedRect(whole, 14, 14)
        box = QRectF(px(AIR), (self.height() - px(BOX)) / 2, px(BOX), px(BOX))
        painter.setPen(QPen(QColor(strong if on else theme.soft), 2))
        painter.setBrush(QColor(strong if on else theme.card))
        painter.drawRoundedRect(box, 7, 7)
        if on:
            self._draw_tick(painter, box)
        painter.setFont(self._look.font(SIZE, 700 if on else 600))
        painter.setPen(QColor(theme.ink))
        room = self.rect().adjusted(self._left(), 0, -px(AIR), 0)
        painter.drawText(room, self._flags() | int(Qt.AlignmentFlag.AlignVCenter), self.text())

    def _draw_tick(self, painter: QPainter, box: QRectF) -> None:
        pen = QPen(QColor(self._look.theme.on_teal), self._look.px(3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x, y, side = box.x(), box.y(), box.width()
        points = ((0.25, 0.52), (0.44, 0.70), (0.76, 0.32))
        painter.drawPolyline(QPolygonF([QPointF(x + a * side, y + b * side) for a, b in points]))

    def _left(self) -> int:
        return self._look.px(AIR + BOX + 12)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._look.font(SIZE, 700))

    def _wrapped(self, width: int) -> QRect:
        room = QRect(0, 0, max(1, width - self._left() - self._look.px(AIR)), 10_000)
        return self._metrics().boundingRect(room, self._flags(), self.text())

    @staticmethod
    def _flags() -> int:
        return int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
