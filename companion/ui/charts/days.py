"""Two weeks as the day and time chart: a line for each day from midnight to midnight, with massages marked."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.domain.day_card import BLOCKS, spans
from companion.services.pictures import Row
from companion.ui.daycard.doings import fill
from companion.ui.diary.telling import Telling
from companion.ui.theme import Look

ROW, HEAD, MARK = 28, 24, 7
"""Design pixels: a day, the line of hours, and half the width of a mark."""
DAY_MINUTES = 24 * 60
HOURS = tuple(range(0, 25, 3))


class Days(QWidget):
    """The chart."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._rows: Sequence[Row] = ()
        self._names: list[str] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Row], telling: Telling, told: str) -> None:
        """Take a new state; ``told`` says it in words."""
        self._rows = rows
        days = [row.card.day for row in rows]
        self._names = [f"{telling.weekday(day)} {day.day} {telling.short_month(day)}" for day in days]
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Full width."""
        return QSize(self._look.px(520), self._high())

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine."""
        return QSize(260, self._high())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hours, the days, the massages."""
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self._look.font(14, 600))
        left = max(metrics.horizontalAdvance(name) for name in self._names) + 12
        high, head = self._look.px(ROW), self._look.px(HEAD)
        area = QRectF(left, head, self.width() - left - 12, high * len(self._rows))
        self._draw_hours(painter, area)
        for number, row in enumerate(self._rows):
            place = QRectF(area.left(), area.top() + number * high + 2, area.width(), high - 4)
            painter.setPen(QColor(self._look.theme.ink))
            painter.setFont(self._look.font(14, 600))
            name = QRectF(0, place.top(), left - 8, place.height())
            painter.drawText(
                name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._names[number]
            )
            self._draw_day(painter, row, place)

    def _draw_hours(self, painter: QPainter, area: QRectF) -> None:
        theme = self._look.theme
        painter.setFont(self._look.font(14, 600))
        for hour in HOURS:
            x = area.left() + area.width() * hour / 24
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setPen(QColor(theme.soft))
            box = QRectF(x - 20, 0, 40, area.top() - 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(hour))

    def _draw_day(self, painter: QPainter, row: Row, place: QRectF) -> None:
        theme = self._look.theme
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        unit = place.width() / BLOCKS
        for span in spans(row.card.blocks):
            wide = (span.last - span.first + 1) * unit
            fill(
                painter,
                QRectF(place.left() + span.first * unit, place.top(), wide, place.height()),
                span.doing,
                theme,
                1,
            )
        half = float(self._look.px(MARK))
        painter.setPen(QPen(QColor(theme.page), 2))
        painter.setBrush(QColor(theme.ink))
        for minute in row.massages:
            at = QPointF(place.left() + place.width() * minute / DAY_MINUTES, place.center().y())
            corners = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
            painter.drawPolygon(QPolygonF([at + corner for corner in corners]))

    def _high(self) -> int:
        return self._look.px(HEAD) + max(1, len(self._rows)) * self._look.px(ROW) + 4
