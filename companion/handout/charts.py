"""Small pictures of numbers for paper: minutes a week as bars, and how the baby was before and after."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from companion.handout.ink import Ink
from companion.handout.lettering import READING, Align, Weight, text

WIDEST_BAR = 46.0
LABEL = 40.0
"""Points that a label under or over a bar needs."""
LINE = READING * 1.27


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its value, what stands over it, and the lines under it."""

    value: float
    over: str
    under: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars side by side on one line. Where they stand too close for their labels, every second, third ... has one."""

    bars: tuple[Bar, ...]
    ink: Ink
    tall: float = 84.0

    def height(self, width: float) -> float:
        lines = max((len(bar.under) for bar in self.bars), default=0)
        return LINE + self.tall + 3 + lines * LINE

    def paint(self, painter: QPainter, place: QRectF) -> None:
        highest = max((bar.value for bar in self.bars), default=0.0)
        scale = self.tall / highest if highest else 0.0
        base = place.top() + LINE + self.tall
        slot = place.width() / max(1, len(self.bars))
        every = max(1, math.ceil(LABEL * 1.4 / slot))
        for number, bar in enumerate(self.bars):
            middle = place.left() + slot * (number + 0.5)
            self._bar(painter, bar, middle, base, slot, scale)
            if number % every == 0:
                self._labels(painter, bar, middle, base, slot * every, bar.value * scale)
        painter.setPen(QPen(QColor(self.ink.line), 0.8))
        painter.drawLine(QLineF(place.left(), base, place.right(), base))

    def _bar(
        self, painter: QPainter, bar: Bar, middle: float, base: float, slot: float, scale: float
    ) -> None:
        wide = min(WIDEST_BAR, slot * 0.7)
        high = bar.value * scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.ink.mark))
        painter.drawRect(QRectF(middle - wide / 2, base - high, wide, high))

    def _labels(
        self, painter: QPainter, bar: Bar, middle: float, base: float, wide: float, high: float
    ) -> None:
        over = text(bar.over, self.ink.ink, READING, Weight.STRONG, align=Align.MIDDLE)
        over.paint(painter, QRectF(middle - wide / 2, base - high - LINE, wide, LINE))
        for number, line in enumerate(bar.under):
            under = text(line, self.ink.soft, READING, align=Align.MIDDLE)
            under.paint(painter, QRectF(middle - wide / 2, base + 3 + number * LINE, wide, LINE))


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of two counts with its name between them."""

    name: str
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """Counts before on the left and after on the right of each name, as bars that grow away from the name."""

    pairs: tuple[Pair, ...]
    ink: Ink
    names: float = 110.0
    row: float = 19.0

    def height(self, width: float) -> float:
        return self.row * len(self.pairs)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        half = (place.width() - self.names) / 2
        most = max((max(pair.left, pair.right) for pair in self.pairs), default=0)
        unit = (half - 26) / most if most else 0.0
        for number, pair in enumerate(self.pairs):
            row = QRectF(place.left(), place.top() + number * self.row, place.width(), self.row)
            name = text(pair.name, self.ink.ink, align=Align.MIDDLE)
            name.paint(
                painter, QRectF(row.left() + half, row.top() + (self.row - LINE) / 2, self.names, LINE)
            )
            self._side(painter, row, row.left() + half - 4, -pair.left * unit, pair.left)
            self._side(painter, row, row.left() + half + self.names + 4, pair.right * unit, pair.right)

    def _side(self, painter: QPainter, row: QRectF, x: float, length: float, count: int) -> None:
        left = math.copysign(1.0, length) < 0
        if not count:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.ink.mark_pale if left else self.ink.mark))
        painter.drawRect(QRectF(min(x, x + length), row.top() + 3, abs(length), self.row - 6))
        end = x + length
        place = QRectF(end - 26 if left else end + 4, row.top() + (self.row - LINE) / 2, 22, LINE)
        align = Align.RIGHT if left else Align.LEFT
        text(str(count), self.ink.ink, READING, Weight.STRONG, align=align).paint(painter, place)
