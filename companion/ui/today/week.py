"""The week in seven circles: a day with a massage is filled, today is ringed, and no day is marked as missed."""

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.theme import Look
from companion.ui.today.view import Week

CIRCLE = 37
GAP = 8


class WeekDays(QWidget):
    """Monday to Sunday."""

    def __init__(self, look: Look, locale: QLocale) -> None:
        super().__init__()
        self._look = look
        self._locale = locale
        self._week = Week((False,) * 7, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_part(self, week: Week) -> None:
        """Take a new state."""
        self._week = week
        days = [self._locale.dayName(day + 1) for day, done in enumerate(week.done) if done]
        self.setAccessibleName(", ".join(days) or self.tr("No massage yet this week"))
        self.update()

    def sizeHint(self) -> QSize:
        """Seven circles."""
        return QSize(self._look.px(CIRCLE * 7 + GAP * 6), self._look.px(CIRCLE + 6))

    def minimumSizeHint(self) -> QSize:
        """Smaller circles are fine."""
        return QSize(self._look.px(24 * 7), self._look.px(CIRCLE + 6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The circles with the first letter of each day."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = min(self.width() / 7, self._look.px(CIRCLE + GAP))
        side = min(step - 4, self._look.px(CIRCLE))
        painter.setFont(self._look.font(16 * side / self._look.px(CIRCLE), 700))
        for day, done in enumerate(self._week.done):
            box = QRectF(day * step + 3, (self.height() - side) / 2, side, side)
            painter.setBrush(QColor(theme.teal if done else theme.sand))
            ringed = day == self._week.today
            painter.setPen(QPen(QColor(theme.sun), 3) if ringed else Qt.PenStyle.NoPen)
            painter.drawEllipse(box)
            painter.setPen(QColor(theme.on_teal if done else theme.soft))
            name = self._locale.dayName(day + 1, QLocale.FormatType.NarrowFormat)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
