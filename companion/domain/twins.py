"""Two babies in one session: their plans woven into one, and what happens in it told apart again, for each its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import assert_never

from companion.domain.events import (
    CueNoted,
    CueSeen,
    Event,
    Finished,
    MomentBegan,
    MomentEnded,
    PaceSet,
    Paused,
    PauseReason,
    RepetitionDone,
    RestBegan,
    RestEnded,
    Resumed,
    Stopped,
    StopReason,
    TimeAdded,
    WaitBegan,
)
from companion.domain.plan import PlannedStep, Reason, SessionPlan
from companion.domain.session import Position
from companion.domain.timed import CAREGIVER
from companion.domain.timeline import Moment, Timeline

NOBODY = -1
FIRST, SECOND = 0, 1
BOTH = (FIRST, SECOND)


class Turns(StrEnum):
    """How two babies take turns: one wholly before the other, or each stroke on one and then on the other."""

    CHILD_BY_CHILD = "child-by-child"
    STROKE_BY_STROKE = "stroke-by-stroke"


@dataclass(frozen=True, slots=True)
class Mine:
    """A step or a moment of one baby's own plan; ``baby`` is 0 or 1, ``index`` counts in its own plan."""

    baby: int
    index: int


@dataclass(frozen=True, slots=True)
class Woven:
    """Two plans in one: what is played, and whose each step and each moment of it is."""

    plan: SessionPlan
    timeline: Timeline
    steps: tuple[Mine, ...]
    moments: tuple[Mine, ...]

    def index_of(self, mine: Mine) -> int:
        """Where a baby's own moment stands in what is played."""
        return self.moments.index(mine)

    def own(self, baby: int, place: Position) -> Position:
        """How far one baby has come when this place is reached: in its own moment, at the start of the next of its
        own, or at the end of its last one."""
        here = self.moments[place.moment]
        if here.baby == baby:
            return Position(here.index, place.seconds)
        later = [mine.index for mine in self.moments[place.moment :] if mine.baby == baby]
        if later:
            return Position(later[0], 0.0)
        last = max(mine.index for mine in self.moments if mine.baby == baby)
        return Position(last, self.timeline.moments[self.index_of(Mine(baby, last))].length)


@dataclass(frozen=True, slots=True)
class Dealt:
    """What has been dealt so far: whose rest is under way (NOBODY: no rest), and who has had all of its own."""

    rests: int = NOBODY
    through: frozenset[int] = frozenset()


def in_turns(first: Sequence[PlannedStep], second: Sequence[PlannedStep], turns: Turns) -> tuple[Mine, ...]:
    """All steps of both, in the order in which they are done; each baby keeps the order of its own."""
    if turns is Turns.CHILD_BY_CHILD:
        return (*_run(FIRST, range(len(first))), *_run(SECOND, range(len(second))))
    found = list[Mine]()
    keys = [[(step.block, step.words, step.side) for step in steps] for steps in (first, second)]
    for tag, a, a_end, b, b_end in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal":
            for offset in range(a_end - a):
                found += [Mine(FIRST, a + offset), Mine(SECOND, b + offset)]
        else:
            found += [*_run(FIRST, range(a, a_end)), *_run(SECOND, range(b, b_end))]
    return tuple(found)


def weave(plans: Sequence[SessionPlan], timelines: Sequence[Timeline], turns: Turns) -> Woven:
    """Both plans as one; ``timelines`` are each baby's own plan laid out in time."""
    steps = in_turns(plans[FIRST].steps, plans[SECOND].steps, turns)
    moments, owners = list[Moment](), list[Mine]()
    leads, cores = list[int](), list[int]()
    for number, mine in enumerate(steps):
        own = timelines[mine.baby]
        shift = len(moments) - own.of_step(mine.index).start
        leads.append(own.leads[mine.index] + shift)
        cores.append(own.cores[mine.index] + shift)
        for index in own.of_step(mine.index):
            start = moments[-1].end if moments else 0.0
            moments.append(replace(own.moments[index], step=number, start=start))
            owners.append(Mine(mine.baby, index))
    plan = SessionPlan(plans[FIRST].routine, tuple(plans[mine.baby].steps[mine.index] for mine in steps))
    return Woven(plan, Timeline(tuple(moments), tuple(leads), tuple(cores)), steps, tuple(owners))


def with_turns(plan: SessionPlan, turns: Turns, baby: int) -> SessionPlan:
    """The plan of one of two babies, with how they take turns written down among its reasons."""
    about = "turn:first" if baby == FIRST else "turn:second"
    return replace(plan, reasons=(*plan.reasons, Reason(f"turns.{turns}", about, CAREGIVER)))


def turns_of(plan: SessionPlan) -> tuple[Turns, int] | None:
    """How two babies take turns, and which of them this plan is for; None for a plan of one baby alone."""
    for reason in plan.reasons:
        change, _, why = reason.key.partition(".")
        if change == "turns":
            return Turns(why), FIRST if reason.about == "turn:first" else SECOND
    return None


def reached(woven: Woven, own: Sequence[Position | None]) -> Position:
    """The place from which both go on, by how far each has come in its own plan; None: that one is through."""
    places = [
        Position(woven.index_of(Mine(baby, place.moment)), place.seconds)
        for baby, place in enumerate(own)
        if place is not None
    ]
    return min(places, key=lambda place: place.moment)


def deal(event: Event, woven: Woven, dealt: Dealt, now: int) -> tuple[tuple[tuple[Event, ...], ...], Dealt]:
    """What each of the two is told of an event: what it did itself in its own counting, and what holds for both.

    ``now`` is the moment that is being played. While one rests or its hands pause, the other's clock stands too; one
    that is through hears no more, unless it goes back to something of its own.
    """
    match event:
        case MomentBegan() | RepetitionDone() | WaitBegan() | TimeAdded() | CueNoted() | CueSeen():
            mine = woven.moments[event.moment]
            through = dealt.through - {mine.baby} if isinstance(event, MomentBegan) else dealt.through
            return _to(mine.baby, replace(event, moment=mine.index)), replace(dealt, through=through)
        case MomentEnded():
            return _ended(event, woven, dealt)
        case RestBegan() | RestEnded():
            return _rested(event, woven, dealt)
        case Paused() | Resumed() | PaceSet() | Finished():
            return _to_all(dealt, event, event), dealt
        case Stopped():
            here = woven.moments[now].baby
            kindly = replace(event, reason=StopReason.CAREGIVER)
            return _to_all(dealt, *(event if baby == here else kindly for baby in BOTH)), dealt
        case _:
            assert_never(event)


def _ended(event: MomentEnded, woven: Woven, dealt: Dealt) -> tuple[tuple[tuple[Event, ...], ...], Dealt]:
    """A moment is over; a baby whose last own one it was is through."""
    mine = woven.moments[event.moment]
    told: tuple[Event, ...] = (replace(event, moment=mine.index),)
    later = woven.moments[event.moment + 1 :]
    if later and all(other.baby != mine.baby for other in later):
        told = (*told, Finished(event.at))
        dealt = replace(dealt, through=dealt.through | {mine.baby})
    return _to(mine.baby, *told), dealt


def _rested(
    event: RestBegan | RestEnded, woven: Woven, dealt: Dealt
) -> tuple[tuple[tuple[Event, ...], ...], Dealt]:
    """Hands rest on one baby; the other one's clock stands meanwhile."""
    whose = woven.moments[event.moment].baby if isinstance(event, RestBegan) else dealt.rests
    began = isinstance(event, RestBegan)
    meanwhile = Paused(event.at, PauseReason.CAREGIVER) if began else Resumed(event.at)
    own = replace(event, moment=woven.own(whose, Position(event.moment, 0.0)).moment)
    told = _to_all(dealt, *(own if baby == whose else meanwhile for baby in BOTH))
    return told, replace(dealt, rests=whose if began else NOBODY)


def _to_all(dealt: Dealt, *events: Event) -> tuple[tuple[Event, ...], ...]:
    """One event for each, but none for one that is through."""
    return tuple(() if baby in dealt.through else (event,) for baby, event in enumerate(events))


def _to(baby: int, *events: Event) -> tuple[tuple[Event, ...], ...]:
    return tuple(events if one == baby else () for one in BOTH)


def _run(baby: int, indices: Sequence[int]) -> Iterator[Mine]:
    return (Mine(baby, index) for index in indices)
