"""Bars side by side, with words over and under them, counts below the line, and a line for what was agreed."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.theme import Look

TALL, LINE, WIDEST, APART = 130, 22, 54, 10
"""Design pixels: the highest bar, a line of words, the widest bar, and the air between words."""
BELOW = 36
"""Design pixels of the longest bar below the line."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its value (None: not known), the word over it, the lines under it, and a count that hangs below."""

    value: float | None
    over: str = ""
    under: tuple[str, ...] = ()
    below: int = 0


class Bars(QWidget):
    """Where bars stand too close for their words, every second, third ... has some."""

    def __init__(self, look: Look, name: str, *, loud: bool = False, two_way: bool = False) -> None:
        super().__init__()
        self._look = look
        self._loud = loud
        self._two_way = two_way
        self._bars: Sequence[Bar] = ()
        self._agreed = 0.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar], told: str, agreed: float = 0.0) -> None:
        """Take a new state; ``told`` says it in words, ``agreed`` is the value of the line (0: none)."""
        self._bars, self._agreed = bars, agreed
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Full width."""
        return QSize(self._look.px(520), self._high())

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine."""
        return QSize(240, self._high())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars, their words, the line they stand on, the line that was agreed."""
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, line = self._look.theme, self._look.px(LINE)
        top = max(self._agreed, *(bar.value or 0.0 for bar in self._bars))
        scale = self._look.px(TALL) / top if top else 0.0
        base = float(line + self._look.px(TALL))
        slot = self.width() / len(self._bars)
        every = max(1, math.ceil((self._widest() + self._look.px(APART)) / slot))
        self._draw_agreed(painter, base, scale)
        for number, bar in enumerate(self._bars):
            middle = slot * (number + 0.5)
            self._draw_bar(painter, bar, QPointF(middle, base), slot, scale)
            if number % every == 0:
                self._draw_words(painter, bar, QPointF(middle, base), (bar.value or 0.0) * scale)
        painter.setPen(QPen(QColor(theme.line), 1.5))
        painter.drawLine(QPointF(0, base), QPointF(self.width(), base))

    def _draw_agreed(self, painter: QPainter, base: float, scale: float) -> None:
        if self._agreed:
            painter.setPen(QPen(QColor(self._look.theme.ink), 1.5, Qt.PenStyle.DashLine))
            at = base - self._agreed * scale
            painter.drawLine(QPointF(0, at), QPointF(self.width(), at))

    def _draw_bar(self, painter: QPainter, bar: Bar, foot: QPointF, slot: float, scale: float) -> None:
        theme = self._look.theme
        wide = min(float(self._look.px(WIDEST)), slot * 0.7)
        painter.setPen(Qt.PenStyle.NoPen)
        if bar.value:
            painter.setBrush(QColor(theme.coral if self._loud else theme.teal))
            high = max(2.0, bar.value * scale)
            painter.drawRoundedRect(QRectF(foot.x() - wide / 2, foot.y() - high, wide, high), 4, 4)
        elif bar.value is None:
            painter.setBrush(QColor(theme.track))
            painter.drawRect(QRectF(foot.x() - wide / 2, foot.y() - 3, wide, 3))
        if bar.below:
            painter.setBrush(QColor(theme.teal))
            most = max(one.below for one in self._bars)
            deep = self._look.px(BELOW) * bar.below / most
            painter.drawRoundedRect(QRectF(foot.x() - wide / 2, foot.y() + 3, wide, deep), 3, 3)

    def _draw_words(self, painter: QPainter, bar: Bar, foot: QPointF, high: float) -> None:
        theme, line = self._look.theme, self._look.px(LINE)
        wide = self._widest() + 2
        left = min(max(foot.x() - wide / 2, 0.0), self.width() - wide)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.setFont(self._look.font(14, 700))
        painter.setPen(QColor(theme.ink))
        over = QRectF(left, foot.y() - high - line, wide, line)
        if bar.over:
            painter.fillRect(over.adjusted(0, 2, 0, -2), QColor(theme.card))
        painter.drawText(over, middle, bar.over)
        painter.setPen(QColor(theme.soft))
        painter.setFont(self._look.font(14, 600))
        for number, words in enumerate(bar.under):
            top = foot.y() + self._deep() + 2 + number * line
            painter.drawText(QRectF(left, top, wide, line), middle, words)

    def _widest(self) -> float:
        metrics = QFontMetricsF(self._look.font(14, 700))
        words = [word for bar in self._bars for word in (bar.over, *bar.under)]
        return max((metrics.horizontalAdvance(word) for word in words), default=0.0)

    def _deep(self) -> float:
        return self._look.px(BELOW) + 6.0 if self._two_way else 0.0

    def _high(self) -> int:
        lines = max((len(bar.under) for bar in self._bars), default=1)
        return round(self._look.px(TALL) + self._look.px(LINE) * (lines + 1) + self._deep()) + 4
