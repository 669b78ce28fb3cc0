"""What every printed document is made with: words, strokes, colours, paper, and how much room things get."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale

from companion.domain.stroke import Stroke
from companion.domain.words import Words
from companion.handout.ink import Ink
from companion.handout.paper import PaperSize
from companion.paint.palette import Palette


@dataclass(frozen=True, slots=True)
class Press:
    """``ink`` colours the page, ``palette`` the figures; ``stamp`` stands at the foot of each page (program, version,
    date)."""

    strokes: Mapping[str, Stroke]
    words: Words
    ink: Ink
    palette: Palette
    stamp: str
    size: PaperSize

    def phrase(self, key: str, **filled: object) -> str:
        """A phrase with its braces filled in."""
        return self.words.phrases[key].format(**filled)

    def day(self, day: date, key: str) -> str:
        """A day in the language of the words; the phrase is its pattern (``d MMMM yyyy``)."""
        return _day(day, self.words.phrases[key], self.words.language)


@dataclass(frozen=True, slots=True)
class Room:
    """How much room things get, in points: figures' width and height, the size of steps' titles, the air between
    parts, how high the picture of the baby at the top is (0: none), how far lines stand apart, and whether steps
    stand in two columns."""

    figure: tuple[float, float]
    title: float
    air: float
    baby: float
    leading: float
    columns: bool = False


ROOMY = Room((150.0, 122.0), 16.0, 12.0, 112.0, 1.32)
USUAL = Room((120.0, 98.0), 15.0, 9.0, 96.0, 1.27)
TIGHT = Room((76.0, 72.0), 14.0, 7.0, 0.0, 1.2, columns=True)
ROOMS = (ROOMY, USUAL, TIGHT)
"""From the most room to the least."""


def stamp_of(words: Words, version: str, today: date) -> str:
    """The small print at the foot of each page: the program, its version, the date, and what it is not."""
    told = _day(today, words.phrases["handout.date"], words.language)
    program = words.phrases["handout.program"]
    return words.phrases["handout.stamp"].format(program=program, version=version, date=told)


def _day(day: date, pattern: str, language: str) -> str:
    return QLocale(language).toString(QDate(day.year, day.month, day.day), pattern)
