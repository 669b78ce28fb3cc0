"""What the screens need to put routines together: those that there are, and a place to keep, hand over and take in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from companion.domain.dose import Tempo, fitted, portions
from companion.domain.dose import length as length_of
from companion.domain.own_routine import OwnRoutine, Shelf
from companion.domain.plan import SessionPlan, compile_plan
from companion.domain.schedule import stretch
from companion.domain.settings import Settings
from companion.domain.timed import SHORTEST_SHORT
from companion.domain.timeline import build
from companion.domain.words import Words
from companion.services.narration import lead_ins


class OwnRoutines(Protocol):
    """Routines that somebody has put together. Nothing of anybody's is ever overwritten: a routine that comes in under
    an id that is taken gets another one, and one that is removed can be brought back.

    Raises CompanionError: ``routine-unwritable`` (folder), ``disk-full`` (folder), ``export-failed`` (file),
    ``routine-unfit`` (file, where, what).
    """

    @property
    def shelf(self) -> Shelf:
        """The catalogue and the routines of ours."""
        ...

    def all(self) -> tuple[OwnRoutine, ...]:
        """All that there are, by title."""
        ...

    def keep(self, own: OwnRoutine) -> OwnRoutine:
        """Keep a routine, under a new id where it has none yet (""); returns it as it is kept."""
        ...

    def remove(self, routine: str) -> None:
        """Put a routine aside."""
        ...

    def bring_back(self, routine: str) -> OwnRoutine:
        """Bring back a routine that was put aside."""
        ...

    def hand_over(self, routine: str, file: Path) -> None:
        """Write a routine to a file that another program like this can take in."""
        ...

    def look_at(self, file: Path) -> OwnRoutine:
        """The routine in a file, checked; nothing is kept."""
        ...

    def bring_in(self, own: OwnRoutine) -> OwnRoutine:
        """Keep a routine that came in a file, beside all that there are."""
        ...


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long a routine takes, in seconds: all of it, and its short version; with all that is said."""

    full: float
    short: float


def lengths(
    own: OwnRoutine, shelf: Shelf, essentials: frozenset[str], words: Words, settings: Settings
) -> Lengths:
    """How long a routine takes as the caregiver has set things.

    Raises CompanionError ``routine-empty``, ``stroke-unknown``.
    """
    plan = compile_plan(own.routine, shelf.strokes)
    whole = portions(plan, own.routine)
    tempo = Tempo(settings.lead_in, settings.pace)
    limit = max(SHORTEST_SHORT, length_of(whole, tempo) / 2)
    short = fitted(whole, limit, shelf.strokes, essentials, tempo)
    shorter = replace(plan, steps=tuple(item.step for item in short))
    return Lengths(_seconds(plan, words, settings), _seconds(shorter, words, settings))


def with_own_words(words: Words, phrases: Mapping[str, str]) -> Words:
    """The words, and the own words of a routine that is still being put together."""
    return replace(words, phrases={**words.phrases, **phrases})


def _seconds(plan: SessionPlan, words: Words, settings: Settings) -> float:
    timeline = build(plan, lead_in=lead_ins(plan, words, settings.lead_in))
    return sum(moment.length * stretch(moment, settings.pace) for moment in timeline.moments)
