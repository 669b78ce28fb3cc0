"""Knows how the days of babies lie in the diary: the quarters of an hour as one letter each."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from companion.domain.clock import Clock
from companion.domain.day_card import BLOCKS, DayCard, Doing, Stool
from companion.storage.database import Database
from companion.storage.folding import folded
from companion.storage.plain import clean, read, written
from companion.storage.sessions import rows_told
from companion.storage.walls import after, wall_text

_LETTER: Mapping[Doing, str] = MappingProxyType(
    {
        Doing.UNKNOWN: ".",
        Doing.SLEEP: "s",
        Doing.CONTENT: "o",
        Doing.FEEDING: "e",
        Doing.FUSSING: "f",
        Doing.CRYING: "c",
    }
)
"""The letter for each doing. Letters are in files of people: add, never change."""
_DOING: Mapping[str, Doing] = MappingProxyType({letter: doing for doing, letter in _LETTER.items()})

_CARDS = "SELECT baby.id, day, card, feeding FROM day_card JOIN baby ON baby.nr = baby WHERE "
_BETWEEN = _CARDS + "baby.id = ? AND day BETWEEN ? AND ? ORDER BY day"
_WITH_TEXT = _CARDS + "instr(folded(feeding), ?) ORDER BY day DESC, baby.id"
_CHANGED = "SELECT changed_at FROM day_card WHERE baby = (SELECT nr FROM baby WHERE id = ?) AND day = ?"
_KEEP = """
INSERT OR REPLACE INTO day_card (baby, day, card, feeding, changed_at)
VALUES ((SELECT nr FROM baby WHERE id = ?), ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a card's JSON holds."""

    blocks: str = "." * BLOCKS
    stools: tuple[Stool, ...] | None = None
    tummy_minutes: int | None = None
    wakes: int | None = None


class SqliteDayCards:
    """The DayCards port on a diary file. Raises CompanionError (``diary-entry-unreadable`` for a row that is not
    ours)."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def card(self, baby: str, day: date) -> DayCard:
        """A baby's day; an empty card for one of which nothing was said."""
        found = self.cards_between(baby, day, day)
        return found[0] if found else DayCard(baby, day)

    def keep_card(self, card: DayCard) -> None:
        """Keep a day as it is told now. IntegrityError for a baby that nobody added is our bug."""
        with self._database.transaction() as connection:
            found = connection.execute(_CHANGED, (card.baby, card.day.isoformat())).fetchone()
            latest = datetime.fromisoformat(found[0]) if found else None
            write_card(connection, card, wall_text(after(self._clock.wall(), latest)))

    def cards_between(self, baby: str, first: date, last: date) -> tuple[DayCard, ...]:
        """The days in [first, last] of which something was said, oldest first."""
        with rows_told():
            rows = self._database.rows(_BETWEEN, baby, first.isoformat(), last.isoformat())
            return tuple(card_of(*row) for row in rows)

    def cards_with(self, text: str) -> tuple[DayCard, ...]:
        """The days whose feeding notes have this text, whatever its case and accents, newest first."""
        with rows_told():
            rows = self._database.rows(_WITH_TEXT, folded(text.strip()) or "")
            return tuple(card_of(*row) for row in rows)


def write_card(connection: sqlite3.Connection, card: DayCard, changed: str) -> None:
    """Write a day down, inside a transaction of the caller."""
    blocks = "".join(_LETTER[doing] for doing in card.blocks)
    if len(blocks) != BLOCKS:
        raise ValueError(f"a day of {len(blocks)} quarters of an hour")
    drawn = written(_Drawn(blocks, card.stools, card.tummy_minutes, card.wakes))
    connection.execute(_KEEP, (card.baby, card.day.isoformat(), drawn, clean(card.feeding) or None, changed))


def card_of(baby: str, day: str, card: str, feeding: str | None) -> DayCard:
    """A day from its row. Raises ValueError for a row that is not ours."""
    drawn = read(_Drawn, card)
    if len(drawn.blocks) != BLOCKS or set(drawn.blocks) - set(_DOING):
        raise ValueError(f"the day {day}")
    blocks = tuple(_DOING[letter] for letter in drawn.blocks)
    return DayCard(
        baby, date.fromisoformat(day), blocks, drawn.stools, drawn.tummy_minutes, drawn.wakes, feeding or ""
    )
