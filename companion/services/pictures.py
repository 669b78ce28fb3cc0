"""What the pictures of the diary show, counted and never judged; nothing here says what caused what."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from companion.domain.day_card import BLOCK_MINUTES, DayCard, Doing
from companion.domain.events import CueNoted, CueSeen, Event
from companion.domain.plan import SessionPlan
from companion.domain.session import SessionRecord, SessionStatus
from companion.domain.timeline import build

HOURS = 24
AN_HOUR = 60 // BLOCK_MINUTES
"""Blocks in an hour."""
FORTNIGHT = 14
LOUD = frozenset({Doing.CRYING, Doing.FUSSING})


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour of the day: minutes of ``crying`` and fussing in it on an average day, over the ``days`` on which all of
    it was drawn, and how many massages began in it."""

    hour: int
    crying: float
    days: int
    massages: int


@dataclass(frozen=True, slots=True)
class Row:
    """One day of the day and time chart: its card, and the minutes after midnight at which massages began."""

    card: DayCard
    massages: tuple[int, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of it."""
        return not (self.massages or self.card.is_drawn)


def counted(records: Iterable[SessionRecord], baby: str) -> tuple[SessionRecord, ...]:
    """The sessions that count for a baby ("": for any): over, not on a doll, its own or nobody's in particular."""
    return tuple(
        record
        for record in records
        if record.status is not SessionStatus.RUNNING
        and not record.practice
        and (not baby or record.baby in {"", baby})
    )


def hours(cards: Iterable[DayCard], massages: Iterable[datetime]) -> tuple[Hour, ...]:
    """Crying and fussing by the hour, with the massages that began in each; an hour half drawn tells nothing."""
    begun = Counter(at.hour for at in massages)
    drawn = [card.blocks for card in cards]
    found: list[Hour] = []
    for hour in range(HOURS):
        parts = [blocks[hour * AN_HOUR : (hour + 1) * AN_HOUR] for blocks in drawn]
        known = [part for part in parts if Doing.UNKNOWN not in part]
        loud = BLOCK_MINUTES * sum(doing in LOUD for part in known for doing in part)
        found.append(Hour(hour, loud / len(known) if known else 0.0, len(known), begun[hour]))
    return tuple(found)


def fortnight(
    baby: str, cards: Iterable[DayCard], massages: Iterable[datetime], last: date
) -> tuple[Row, ...]:
    """Two weeks of days, oldest first, ``last`` the last of them."""
    known = {card.day: card for card in cards}
    times = sorted(massages)
    days = [last - timedelta(days=number) for number in reversed(range(FORTNIGHT))]
    return tuple(
        Row(
            known.get(day) or DayCard(baby, day),
            tuple(at.hour * 60 + at.minute for at in times if at.date() == day),
        )
        for day in days
    )


def enjoyed(
    played: Iterable[tuple[SessionPlan, Sequence[Event]]], likes: Container[str]
) -> tuple[tuple[str, int], ...]:
    """During which strokes cues of liking were noted, by the key of their words, the most frequent first."""
    found = Counter[str]()
    for plan, events in played:
        cues = [event for event in events if isinstance(event, (CueNoted, CueSeen)) and event.cue in likes]
        moments = build(plan).moments if cues else ()
        for cue in cues:
            step = moments[min(cue.moment, len(moments) - 1)].step
            found[plan.steps[step].words] += 1
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))
