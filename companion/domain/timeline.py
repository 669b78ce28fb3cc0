"""Compiles a plan into moments with a start and a length: what happens when, if nobody interferes."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from companion.domain.body import Position, Side
from companion.domain.plan import PlannedStep, SessionPlan
from companion.domain.settings import Advance
from companion.domain.stroke import StrokeKind

LEAD_IN = 6.0
ASK_SECONDS = 20.0
WAIT_SECONDS = 10.0
REST_SECONDS = 4.0
TURN_OVER_SECONDS = 20.0


class MomentKind(StrEnum):
    """What a moment of a session is for."""

    GET_READY = "get-ready"
    PERMISSION = "permission"
    WAIT_FOR_YES = "wait-for-yes"
    SETTLE = "settle"
    TOUCH = "touch"
    REST = "rest"
    OTHER_SIDE = "other-side"
    TURN_OVER = "turn-over"
    CUDDLE = "cuddle"


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of a session. ``step`` is an index into the plan's steps; ``start`` and ``length`` are seconds
    of undisturbed play at the natural pace; ``repetitions`` is 1 for holds and for whatever is not touch.

    ``waits`` marks the moments that wait for the caregiver's word when the setting is not the timer: the yes,
    turning over, the closing cuddle. ``advance`` is the step's own say, stronger than the setting.
    """

    kind: MomentKind
    step: int
    start: float
    length: float
    repetitions: int = 1
    waits: bool = False
    advance: Advance | None = None

    @property
    def end(self) -> float:
        """Second of undisturbed play at which it is over."""
        return self.start + self.length

    @property
    def is_touch(self) -> bool:
        """Whether the hands are on the baby and the time counts as touch."""
        return self.kind in {MomentKind.SETTLE, MomentKind.TOUCH, MomentKind.CUDDLE}

    @property
    def is_lead_in(self) -> bool:
        """Whether it only leads into its step: next then means "not this step"."""
        return self.kind in {MomentKind.GET_READY, MomentKind.OTHER_SIDE}

    @property
    def is_asking(self) -> bool:
        """Whether the baby is being asked, or given time to answer."""
        return self.kind in {MomentKind.PERMISSION, MomentKind.WAIT_FOR_YES}

    @property
    def follows_pace(self) -> bool:
        """Whether the caregiver's pace stretches it: repeated strokes only, never holds or lead-ins."""
        return self.kind is MomentKind.TOUCH


@dataclass(frozen=True, slots=True)
class Timeline:
    """All moments in order, each starting where the one before ends.

    A step owns a run of moments: a breath or a turn when one is due, its lead-in, then what is done. ``leads``
    and ``cores`` hold, for each step, the index of its lead-in and of what is done (the touch, or the
    asking). Which moments there are depends on the plan alone: a lead-in of 0 s stays in place with no
    length, so that a place kept under one setting is found again under another.
    """

    moments: tuple[Moment, ...]
    leads: tuple[int, ...]
    cores: tuple[int, ...]

    @property
    def length(self) -> float:
        """Seconds of undisturbed play from begin to end."""
        return self.moments[-1].end

    def moment_at(self, seconds: float) -> int:
        """Index of the moment in which this second of undisturbed play lies; the ends are clamped."""
        index = bisect_right(self.moments, seconds, key=lambda moment: moment.start) - 1
        return max(0, index)

    def of_step(self, step: int) -> range:
        """Indices of all moments that a step owns."""
        first = 0 if step == 0 else self.after_step(step - 1)
        return range(first, self.after_step(step))

    def after_step(self, step: int) -> int:
        """Index of the first moment that belongs to the next step; ``len(moments)`` after the last."""
        index = self.cores[step]
        while index < len(self.moments) and self.moments[index].step == step:
            index += 1
        return index


def build(
    plan: SessionPlan,
    *,
    lead_in: float | Sequence[float] = LEAD_IN,
    ask_seconds: float = ASK_SECONDS,
    rest: float = REST_SECONDS,
    turn_over: float = TURN_OVER_SECONDS,
) -> Timeline:
    """The plan laid out in time; all lengths in seconds, 0 means none. The plan has at least one step.

    ``lead_in`` is one length for all steps, or one for each step (as long as its words take to say).

    Permission is asked for up to ``ask_seconds``; the rest of its time, about ten seconds, belongs to the
    baby's answer (brief 3.4).
    """
    moments: list[Moment] = []
    leads: list[int] = []
    cores: list[int] = []

    def add(kind: MomentKind, step: int, length: float, repetitions: int = 1) -> None:
        start = moments[-1].end if moments else 0.0
        waits = kind in {MomentKind.WAIT_FOR_YES, MomentKind.TURN_OVER, MomentKind.CUDDLE}
        moment = Moment(kind, step, start, length, repetitions, waits)
        moments.append(moment)

    lead_ins = [lead_in] * len(plan.steps) if isinstance(lead_in, int | float) else lead_in
    lying = Position.ANY
    for index, step in enumerate(plan.steps):
        turned = Position.ANY not in {lying, step.position} and lying is not step.position
        if turned:
            add(MomentKind.TURN_OVER, index, turn_over)
        elif index and plan.steps[index - 1].area is not step.area:
            add(MomentKind.REST, index, rest)
        lying = lying if step.position is Position.ANY else step.position
        leads.append(len(moments))
        add(_lead(plan.steps, index), index, lead_ins[index])
        cores.append(len(moments))
        for kind, length, repetitions in _doing(plan, index, ask_seconds):
            add(kind, index, length, repetitions)
    return Timeline(tuple(_with_own_say(plan, moments)), tuple(leads), tuple(cores))


def _lead(steps: tuple[PlannedStep, ...], index: int) -> MomentKind:
    """OTHER_SIDE when the same block moves over and now gives this stroke to the side that waited."""
    step = steps[index]
    before = steps[index - 1] if index else step
    crossed = before.block == step.block and Side.NONE is not before.side is step.side.other
    comes_back = any(
        earlier.block == step.block and earlier.words == step.words and earlier.side is step.side.other
        for earlier in steps[:index]
    )
    return MomentKind.OTHER_SIDE if crossed and comes_back else MomentKind.GET_READY


def _doing(plan: SessionPlan, index: int, ask_seconds: float) -> Iterator[tuple[MomentKind, float, int]]:
    """What is done in a step: kind, length and repetitions of each moment."""
    step = plan.steps[index]
    match step.kind:
        case StrokeKind.ASK:
            asking = min(ask_seconds, max(step.length - WAIT_SECONDS, step.length / 2))
            yield MomentKind.PERMISSION, asking, 1
            yield MomentKind.WAIT_FOR_YES, step.length - asking, 1
        case StrokeKind.HOLD:
            last = index == len(plan.steps) - 1
            yield MomentKind.CUDDLE if last else MomentKind.SETTLE, step.length, step.times
        case StrokeKind.STROKE | StrokeKind.MOVEMENT | StrokeKind.GROWING:
            yield MomentKind.TOUCH, step.length, step.times
        case _:
            assert_never(step.kind)


def _with_own_say(plan: SessionPlan, moments: list[Moment]) -> Iterator[Moment]:
    """Gives each moment of touch, and the wait for the yes, what its step says of its end."""
    for moment in moments:
        own = plan.steps[moment.step].advance
        if own is None or not (moment.is_touch or moment.kind is MomentKind.WAIT_FOR_YES):
            yield moment
        else:
            yield replace(moment, advance=own)
