"""A baby's day in quarters of an hour, with stools, tummy time and feeding notes; all of it optional (brief 7)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby

BLOCKS = 96
BLOCK_MINUTES = 15
BASELINE_DAYS = 7


class Doing(StrEnum):
    """What the baby did in a quarter of an hour, as the caregiver drew it."""

    UNKNOWN = "unknown"
    SLEEP = "sleep"
    CONTENT = "content"
    FEEDING = "feeding"
    FUSSING = "fussing"
    CRYING = "crying"


class Stool(StrEnum):
    """A stool in a word."""

    HARD = "hard"
    FORMED = "formed"
    LOOSE = "loose"
    WATERY = "watery"


@dataclass(frozen=True, slots=True)
class DayCard:
    """One baby's day. ``blocks`` are the 96 quarters of an hour that the wall showed, from midnight on (a night
    when clocks change has them too); ``stools`` None: nobody said, empty: there was none; ``wakes``: times awake at
    night."""

    baby: str
    day: date
    blocks: tuple[Doing, ...] = (Doing.UNKNOWN,) * BLOCKS
    stools: tuple[Stool, ...] | None = None
    tummy_minutes: int | None = None
    wakes: int | None = None
    feeding: str = ""

    @property
    def is_drawn(self) -> bool:
        """Whether anything was drawn into the day."""
        return any(doing is not Doing.UNKNOWN for doing in self.blocks)

    def minutes(self, *doings: Doing) -> int:
        """Minutes of the day that were spent so."""
        return BLOCK_MINUTES * sum(doing in doings for doing in self.blocks)

    def longest(self, *doings: Doing) -> int:
        """Minutes of the longest stretch that was spent so."""
        longest = here = 0
        for doing in self.blocks:
            here = here + 1 if doing in doings else 0
            longest = max(longest, here)
        return longest * BLOCK_MINUTES

    def drawn(self, first: int, last: int, doing: Doing) -> "DayCard":
        """The day with the blocks from ``first`` to ``last`` drawn so, both inclusive, in either direction."""
        low, high = sorted((min(max(first, 0), BLOCKS - 1), min(max(last, 0), BLOCKS - 1)))
        blocks = (*self.blocks[:low], *(doing,) * (high - low + 1), *self.blocks[high + 1 :])
        return replace(self, blocks=blocks)


@dataclass(frozen=True, slots=True)
class Span:
    """Blocks in a row that were spent alike, ``first`` to ``last``, both inclusive."""

    doing: Doing
    first: int
    last: int

    @property
    def minutes(self) -> int:
        """How long it was."""
        return BLOCK_MINUTES * (self.last - self.first + 1)


def spans(blocks: Sequence[Doing]) -> tuple[Span, ...]:
    """The stretches of a day that were drawn, in order; what is not known is left out."""
    found: list[Span] = []
    first = 0
    for doing, alike in groupby(blocks):
        last = first + sum(1 for _ in alike) - 1
        if doing is not Doing.UNKNOWN:
            found.append(Span(doing, first, last))
        first = last + 1
    return tuple(found)


def baseline(cards: Sequence[DayCard]) -> float | None:
    """Minutes of crying and fussing a day over the first seven days that were drawn; None before there are seven."""
    drawn = sorted((card for card in cards if card.is_drawn), key=lambda card: card.day)[:BASELINE_DAYS]
    if len(drawn) < BASELINE_DAYS:
        return None
    return sum(card.minutes(Doing.CRYING, Doing.FUSSING) for card in drawn) / BASELINE_DAYS
