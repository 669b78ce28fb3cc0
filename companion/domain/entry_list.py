"""The diary as a list: one short line for each session, and what a list is narrowed to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from companion.domain.events import StopReason
from companion.domain.session import BabyState, SessionStatus


@dataclass(frozen=True, slots=True)
class Entry:
    """One session in a line, as it stands after all corrections; "" and None: not known. ``touch`` is in seconds."""

    id: str
    routine: str
    status: SessionStatus
    stop_reason: StopReason | None
    started: datetime
    touch: float
    baby: str = ""
    caregiver: str = ""
    practice: bool = False
    by_hand: bool = False
    before: BabyState | None = None
    after: BabyState | None = None
    comfort: int | None = None
    note: str = ""
    edits: int = 0


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list is narrowed to; None and "" narrow nothing. ``first`` and ``last`` are days, both inclusive;
    ``text`` is looked for in notes and reactions, whatever its case and accents; ``removed`` lists what was taken out,
    and nothing else."""

    baby: str = ""
    caregiver: str = ""
    routine: str = ""
    first: date | None = None
    last: date | None = None
    practice: bool | None = None
    text: str = ""
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """A list in one line: massages that are over and their seconds of touch; practice on a doll is counted apart."""

    massages: int = 0
    seconds: float = 0.0
    practised: int = 0


def added_up(entries: Iterable[Entry]) -> Total:
    """What these sessions add up to; those that are under way add nothing."""
    over = [entry for entry in entries if entry.status is not SessionStatus.RUNNING]
    real = [entry.touch for entry in over if not entry.practice]
    return Total(len(real), sum(real), len(over) - len(real))


EVERYTHING = Filter()
"""A list of all sessions but removed ones."""
