"""Words on paper: the shipped typeface at sizes in points, set in lines that break between words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from companion.handout.pieces import Cell, Column, Row

FAMILY = "Nunito"
FINE = 10.0
"""Text is set in tenths of a point, so that lines break the same on every printer."""
READING = 12.0
"""Points: nothing that is meant to be read is smaller (the line at the foot of a page is)."""
LEADING = 1.27
UNBROKEN = "\u00a0"
"""A space at which no line is broken."""


class Weight(Enum):
    """The cuts of the typeface that are shipped."""

    REGULAR = QFont.Weight.Normal
    STRONG = QFont.Weight.Bold
    HEAVY = QFont.Weight.ExtraBold


class Align(Enum):
    """Where lines stand between the edges of their place."""

    LEFT = Qt.AlignmentFlag.AlignLeft
    MIDDLE = Qt.AlignmentFlag.AlignHCenter
    RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one look; ``size`` in points."""

    words: str
    colour: str
    size: float = READING
    weight: Weight = Weight.REGULAR


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of runs."""

    runs: tuple[Run, ...]
    align: Align = Align.LEFT
    leading: float = LEADING

    def height(self, width: float) -> float:
        return len(self._lines(width)[1]) * self._pitch() if self._words() else 0.0

    def paint(self, painter: QPainter, place: QRectF) -> None:
        layout, lines = self._lines(place.width())
        if not lines:
            return
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(1 / FINE, 1 / FINE)
        painter.setPen(QColor(self.runs[0].colour))
        layout.draw(painter, QPointF(0, 0))
        painter.restore()

    def _words(self) -> str:
        return "".join(run.words for run in self.runs)

    def _pitch(self) -> float:
        return max(run.size for run in self.runs) * self.leading

    def _lines(self, width: float) -> tuple[QTextLayout, list[float]]:
        """The laid out text, and the top of each line in points."""
        layout = QTextLayout(self._words(), font(self.runs[0].size, self.runs[0].weight))
        option = QTextOption(self.align.value)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        tops: list[float] = []
        pitch = self._pitch() * FINE
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width * FINE)
            top = len(tops) * pitch
            line.setPosition(QPointF(0, top + (pitch - line.height()) / 2))
            tops.append(top / FINE)
        layout.endLayout()
        return layout, tops

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats: list[QTextLayout.FormatRange] = []
        start = 0
        for run in self.runs:
            part = QTextLayout.FormatRange()
            part.start, part.length = start, len(run.words.encode("utf-16-le")) // 2  # pyright: ignore[reportAttributeAccessIssue]
            look = QTextCharFormat()
            look.setFont(font(run.size, run.weight))
            look.setForeground(QColor(run.colour))
            part.format = look  # pyright: ignore[reportAttributeAccessIssue]
            formats.append(part)
            start += len(run.words.encode("utf-16-le")) // 2
        return formats


def font(size: float, weight: Weight = Weight.REGULAR) -> QFont:
    """The typeface, ``size`` in points, measured in tenths of a point."""
    made = QFont(FAMILY)
    made.setPixelSize(max(1, round(size * FINE)))
    made.setWeight(weight.value)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("liga"), 0)  # so that words copied from the page keep all their letters
    return made


def width_of(words: str, size: float = READING, weight: Weight = Weight.REGULAR) -> float:
    """How many points wide the words are on one line."""
    return QFontMetricsF(font(size, weight)).horizontalAdvance(words) / FINE


def text(
    words: str,
    colour: str,
    size: float = READING,
    weight: Weight = Weight.REGULAR,
    *,
    align: Align = Align.LEFT,
    leading: float = LEADING,
) -> Text:
    """A paragraph in one look."""
    return Text((Run(words, colour, size, weight),), align, leading)


def points(
    lines: Sequence[str], colour: str, mark: str, *, gap: float = 1.5, leading: float = LEADING
) -> Column:
    """Lines with a dot before each, in ``mark``."""
    dot = text("•", mark, READING, Weight.HEAVY, leading=leading)
    rows = tuple(Row((Cell(dot, 8.0), Cell(text(line, colour, leading=leading))), gap=2.0) for line in lines)
    return Column(rows, gap)


def load_lettering(folder: Path) -> None:
    """Make the shipped typeface known to Qt; a missing file leaves the system's own face."""
    if FAMILY in QFontDatabase.families():
        return
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
