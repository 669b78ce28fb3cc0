"""Reads from the diary what its pictures show of one baby, or of all where there is none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from companion.domain.events import Cue
from companion.domain.programme import Programme, Score, score
from companion.domain.session import SessionRecord
from companion.services.pictures import FORTNIGHT, Hour, Row, counted, enjoyed, fortnight, hours
from companion.services.report import ReportSummary, summarise, weeks_until
from companion.ui.context import UiContext

WEEKS = 8


@dataclass(frozen=True, slots=True)
class Numbers:
    """Eight weeks of massage, two weeks of days, the hours of all days drawn in the eight weeks, and what was liked:
    strokes by the key of their words, each with its count. ``dose`` is the home programme of the baby with what was
    done of it; None where nothing was agreed."""

    summary: ReportSummary
    rows: tuple[Row, ...]
    hours: tuple[Hour, ...]
    enjoyed: tuple[tuple[str, int], ...]
    dose: tuple[Programme, Score] | None = None


def gather(context: UiContext, baby: str, today: date) -> Numbers:
    """Read it all; ``baby`` "" is for a family that told of none. Raises CompanionError."""
    first = weeks_until(today, WEEKS)
    records = counted(context.diary.sessions_between(first, today), baby)
    massages = [record.started for record in records if record.touch > 0]
    cards = context.day_cards.cards_between(baby, first, today) if baby else ()
    events = {record.id: context.events(record.id) for record in records}
    likes = {str(Cue.ENJOYING), *(cue.id for cue in context.safety().cues.values() if cue.yes)}
    played = [(context.entries.plan(session), told) for session, told in events.items() if told]
    recent = [card for card in cards if (today - card.day).days < FORTNIGHT]
    return Numbers(
        summarise(records, events.__getitem__, first, today, baby=baby),
        fortnight(baby, recent, massages, today),
        hours(cards, massages),
        enjoyed(played, likes),
        dose_of(context, baby, today),
    )


def agreed_with(context: UiContext, baby: str) -> Programme | None:
    """The home programme of a baby."""
    programme = context.settings.load().agreed.programme()
    return programme if programme is not None and programme.baby in {"", baby} else None


def dose_of(context: UiContext, baby: str, today: date) -> tuple[Programme, Score] | None:
    """The home programme of a baby and what was done of it until today. Raises CompanionError."""
    programme = agreed_with(context, baby)
    if programme is None:
        return None
    last = min(programme.last, today)
    records = context.diary.sessions_between(programme.first, last) if programme.first <= last else ()
    return programme, score(programme, touch_by_day(counted(records, baby)), today)


def touch_by_day(records: Iterable[SessionRecord]) -> dict[date, float]:
    """Seconds of touch on each day."""
    found: dict[date, float] = {}
    for record in records:
        day = record.started.date()
        found[day] = found.get(day, 0.0) + record.touch
    return found
