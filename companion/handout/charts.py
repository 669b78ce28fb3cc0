"""Small pictures of numbers for paper: bars side by side, and bars that grow to both sides of a name."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from companion.handout.ink import Ink
from companion.handout.lettering import READING, Align, Weight, text, width_of

WIDEST_BAR = 46.0
APART = 6.0
"""Points between the labels of neighbours."""
COUNT = 28.0
"""Points for a number of up to three figures at the end of a bar, with the air before it."""
LINE = READING * 1.27


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its value, what stands over it, and the lines under it."""

    value: float
    over: str
    under: tuple[str, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """Everything that is written on it."""
        return self.over, *self.under


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
        every = max(1, math.ceil((self._widest() + APART) / slot))
        for number, bar in enumerate(self.bars):
            middle = place.left() + slot * (number + 0.5)
            self._bar(painter, bar, middle, base, slot, scale)
            if number % every == 0:
                self._labels(painter, bar, middle, place, bar.value * scale)
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

    def _widest(self) -> float:
        return max(
            (width_of(label, weight=Weight.STRONG) for bar in self.bars for label in bar.labels), default=0
        )

    def _labels(self, painter: QPainter, bar: Bar, middle: float, place: QRectF, high: float) -> None:
        """All on one line each, and none beyond the edges."""
        wide = min(self._widest() + 1, place.width())
        left = min(max(middle - wide / 2, place.left()), place.right() - wide)
        base = place.top() + LINE + self.tall
        over = text(bar.over, self.ink.ink, READING, Weight.STRONG, align=Align.MIDDLE)
        over.paint(painter, QRectF(left, base - high - LINE, wide, LINE))
        for number, line in enumerate(bar.under):
            under = text(line, self.ink.soft, READING, align=Align.MIDDLE)
            under.paint(painter, QRectF(left, base + 3 + number * LINE, wide, LINE))


@dataclass(frozen=True, slots=True)
class Pair:
    """A name with two counts."""

    name: str
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two counts for each name, as bars that grow away from the name; ``heads`` stand over the two sides."""

    pairs: tuple[Pair, ...]
    heads: tuple[str, str]
    ink: Ink
    row: float = 19.0

    def height(self, width: float) -> float:
        return self.row * (len(self.pairs) + 1)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        names = min(max(width_of(pair.name) for pair in self.pairs) + 12, place.width() * 0.6)
        half = (place.width() - names) / 2
        most = max(max(pair.left, pair.right) for pair in self.pairs)
        unit = (half - COUNT) / most if most else 0.0
        sides = (QRectF(place.left(), 0, half, LINE), QRectF(place.right() - half, 0, half, LINE))
        for side, head, align in zip(sides, self.heads, (Align.RIGHT, Align.LEFT), strict=True):
            text(head, self.ink.soft, align=align).paint(painter, side.translated(0, place.top()))
        for number, pair in enumerate(self.pairs, start=1):
            top = place.top() + number * self.row
            name = QRectF(place.left() + half, top + (self.row - LINE) / 2, names, LINE)
            text(pair.name, self.ink.ink, align=Align.MIDDLE).paint(painter, name)
            self._side(painter, top, sides[0].right(), -pair.left * unit, pair.left)
            self._side(painter, top, sides[1].left(), pair.right * unit, pair.right)

    def _side(self, painter: QPainter, top: float, x: float, length: float, count: int) -> None:
        if not count:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.ink.mark_pale if length < 0 else self.ink.mark))
        painter.drawRect(QRectF(min(x, x + length), top + 3, abs(length), self.row - 6))
        end = x + length
        place = QRectF(end - COUNT if length < 0 else end + 4, top + (self.row - LINE) / 2, COUNT - 4, LINE)
        align = Align.RIGHT if length < 0 else Align.LEFT
        text(str(count), self.ink.ink, READING, Weight.STRONG, align=align).paint(painter, place)
