"""Reads from the diary what its pictures show of one baby, or of all where there is none."""

from dataclasses import dataclass
from datetime import date

from companion.domain.events import Cue
from companion.services.pictures import FORTNIGHT, Hour, Row, counted, enjoyed, fortnight, hours
from companion.services.report import ReportSummary, summarise, weeks_until
from companion.ui.context import UiContext

WEEKS = 8


@dataclass(frozen=True, slots=True)
class Numbers:
    """Eight weeks of massage, two weeks of days, the hours of all days drawn in the eight weeks, and what was liked:
    strokes by the key of their words, each with its count."""

    summary: ReportSummary
    rows: tuple[Row, ...]
    hours: tuple[Hour, ...]
    enjoyed: tuple[tuple[str, int], ...]


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
    )
