"""A routine that somebody has put together: what its author said of it, and what follows from the strokes in it."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from companion.domain.plan import compile_plan
from companion.domain.routine import Block, Routine, RoutineStep
from companion.domain.stroke import Evidence, Stroke, StrokeKind
from companion.domain.timeline import build
from companion.domain.words import RoutineWords, say_key

ALWAYS_AVOID = ("fever",)
"""What every open routine waits for (brief section 2)."""

CHILD_WEEKS = 156
"""Growing touch begins with three years where no routine of ours says otherwise (brief 2, evening legs)."""


@dataclass(frozen=True, slots=True)
class OwnRoutine:
    """A routine with words of its own.

    ``say`` has own spoken words by the key of a step's words (``resting-hands@chest``): they are said in the place of
    ours whenever that stroke comes. ``based_on`` is the routine of ours that it began as, or "".
    """

    routine: Routine
    title: str
    note: str = ""
    say: Mapping[str, str] = field(default_factory=dict[str, str])
    based_on: str = ""

    @property
    def id(self) -> str:
        """The id that it is played and kept under."""
        return self.routine.id


@dataclass(frozen=True, slots=True)
class Shelf:
    """What an own routine is made from: the catalogue, and the routines of ours."""

    strokes: Mapping[str, Stroke]
    routines: Mapping[str, Routine]

    def with_therapist(self) -> frozenset[str]:
        """Strokes that stand in locked routines alone: they are not for a routine of one's own."""
        free, locked = set[str](), set[str]()
        for routine in self.routines.values():
            (locked if routine.locked else free).update(step.stroke for step in steps_in(routine.blocks))
        return frozenset(locked - free)


def phrases_of(own: OwnRoutine) -> Mapping[str, str]:
    """Its own spoken words, as phrases."""
    return {say_key(own.id, key): words for key, words in own.say.items()}


def words_of(own: OwnRoutine, for_whom: str, not_for: str) -> RoutineWords:
    """What is told about it; the last two are the same for all own routines."""
    return RoutineWords(own.title, own.note, for_whom, not_for)


def words_key(step: RoutineStep) -> str:
    """Key of a step's words: the stroke's id, with the variant when there is one."""
    return f"{step.stroke}@{step.variant}" if step.variant else step.stroke


def steps_in(blocks: tuple[Block, ...]) -> Iterator[RoutineStep]:
    """All steps in the order in which they are written."""
    return (step for block in blocks for step in block.steps)


def derived(routine: Routine, shelf: Shelf, based_on: str = "") -> Routine:
    """The routine with all that its author does not decide: for whom it is not, from when, how long, how sure.

    Each stroke brings what all open routines of ours with that stroke agree on; so a copy is never for more babies
    than what it was copied from. Raises CompanionError: ``stroke-unknown``, ``routine-empty``.
    """
    open_ones = [ours for ours in shelf.routines.values() if not ours.locked]
    avoid, weeks = set(ALWAYS_AVOID), 0
    for stroke in dict.fromkeys(step.stroke for step in steps_in(routine.blocks)):
        with_it = [ours for ours in open_ones if any(s.stroke == stroke for s in steps_in(ours.blocks))]
        if with_it:
            avoid |= set.intersection(*(set(ours.avoid) for ours in with_it))
            weeks = max(weeks, min(ours.from_weeks for ours in with_it))
        elif stroke in shelf.strokes and shelf.strokes[stroke].kind is StrokeKind.GROWING:
            weeks = max(weeks, CHILD_WEEKS)
    base = shelf.routines.get(based_on)
    if base is not None:
        avoid |= set(base.avoid)
        weeks = max(weeks, base.from_weeks)
    made = replace(
        routine,
        minutes=(1, 1),
        locked=False,
        evidence=Evidence.CONVENTION,
        sources=_sources(routine, shelf, base),
        from_weeks=weeks,
        avoid=tuple(sorted(avoid)),
    )
    return replace(made, minutes=_minutes(made, shelf.strokes))


def _sources(routine: Routine, shelf: Shelf, base: Routine | None) -> tuple[str, ...]:
    named = dict.fromkeys(base.sources if base else ())
    for step in steps_in(routine.blocks):
        if step.stroke in shelf.strokes:
            named |= dict.fromkeys(shelf.strokes[step.stroke].sources)
    return tuple(named)


def _minutes(routine: Routine, strokes: Mapping[str, Stroke]) -> tuple[int, int]:
    """From the touch alone to the whole session, lead-ins and turns and all."""
    plan = compile_plan(routine, strokes)
    touch = sum(step.length for step in plan.steps if step.kind is not StrokeKind.ASK)
    longest = max(1, math.ceil(build(plan).length / 60))
    return min(longest, max(1, int(touch // 60))), longest
