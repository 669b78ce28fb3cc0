"""Paints the rows of a day: the ground as far as the day has come, the hours, and what was drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from companion.domain.day_card import BLOCK_MINUTES, BLOCKS, Doing, Span
from companion.ui.daycard.doings import doing_name, doing_paint, fill
from companion.ui.diary.telling import Telling
from companion.ui.theme import Look

ROWS, ROW_BLOCKS = 4, BLOCKS // 4
HOURS = 20
"""Design pixels of the line of hours under a row."""
AIR = 6
"""Pixels between the hours, at least."""


def time_of(block: int, telling: Telling) -> str:
    """When a block begins, as people here write it; the end of the last one is midnight."""
    at = datetime.combine(date(2000, 1, 1), time()) + timedelta(minutes=BLOCK_MINUTES * block)
    return telling.time(at)


@dataclass(frozen=True, slots=True)
class Ground:
    """Paints for one picture. ``box`` tells where blocks of one row lie; ``limit``: the last block that has begun."""

    painter: QPainter
    look: Look
    telling: Telling
    box: Callable[[int, int], QRectF]
    limit: int

    @property
    def _wide(self) -> float:
        return self.box(0, 0).width()

    def draw_row(self, row: int) -> None:
        """The empty ground as far as the day has come, and the hours."""
        theme, first = self.look.theme, row * ROW_BLOCKS
        self.painter.setPen(QPen(QColor(theme.line), 1))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(self.box(first, first + ROW_BLOCKS - 1), 4, 4)
        past = min(self.limit, first + ROW_BLOCKS - 1)
        if past >= first:
            self.painter.setBrush(QColor(theme.sand))
            self.painter.drawRoundedRect(self.box(first, past), 4, 4)
        self.painter.setFont(self.look.font(14, 600))
        widest = max(
            self.painter.fontMetrics().horizontalAdvance(time_of(at, self.telling)) for at in (0, 40)
        )
        every = 1 if widest + AIR <= self._wide * 4 else 2
        for hour in range(6):
            x = self.box(first, first).left() + self._wide * hour * 4
            box = self.box(first, first)
            self.painter.setPen(QPen(QColor(theme.line), 1))
            if hour:
                self.painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            if hour % every == 0:
                self._draw_hour(first + hour * 4, QPointF(x, box.bottom()))

    def _draw_hour(self, block: int, at: QPointF) -> None:
        self.painter.setPen(QColor(self.look.theme.soft))
        box = QRectF(at.x(), at.y() + 1, self._wide * 8, self.look.px(HOURS) - 2)
        self.painter.drawText(
            box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, time_of(block, self.telling)
        )

    def draw_span(self, span: Span) -> None:
        """One box in each row that it touches, with its name where there is room."""
        theme = self.look.theme
        for row in range(span.first // ROW_BLOCKS, span.last // ROW_BLOCKS + 1):
            first = max(span.first, row * ROW_BLOCKS)
            last = min(span.last, (row + 1) * ROW_BLOCKS - 1)
            box = self.box(first, last).adjusted(0.5, 1.5, -0.5, -1.5)
            fill(self.painter, box, span.doing, theme, 5)
            self.painter.setFont(self.look.font(15, 800))
            words = doing_name(span.doing)
            wide = self.painter.fontMetrics().horizontalAdvance(words) + 10
            if wide <= box.width():
                self._draw_name(box, words, span.doing, wide)

    def _draw_name(self, box: QRectF, words: str, doing: Doing, wide: float) -> None:
        paint = doing_paint(self.look.theme, doing)
        if paint.pattern is not Qt.BrushStyle.NoBrush:
            high = self.painter.fontMetrics().height()
            label = QRectF(box.left() + 2, box.center().y() - high / 2, wide - 2, high)
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(QColor(paint.ground))
            self.painter.drawRoundedRect(label, 5, 5)
        self.painter.setPen(QColor(paint.ink))
        inside = box.adjusted(6, 0, 0, 0)
        self.painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
