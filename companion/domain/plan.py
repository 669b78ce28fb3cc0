"""Fits a routine to today: which steps are kept, on which side, how long, and why anything changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from companion.domain.body import Area, Position, Side
from companion.domain.errors import CompanionError
from companion.domain.routine import Block, BlockSides, Routine, RoutineStep
from companion.domain.settings import Advance
from companion.domain.stroke import Laterality, Pressure, Stroke, StrokeKind


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One stroke on one side, as it will be played. ``seconds`` is per repetition; ``advance`` is what ends
    this step whatever the setting says (None: the setting decides)."""

    stroke: str
    kind: StrokeKind
    side: Side
    area: Area
    position: Position
    times: int
    seconds: float
    pressure: tuple[Pressure, ...]
    variant: str = ""
    block: int = 0
    advance: Advance | None = None

    @property
    def words(self) -> str:
        """Key of its words: the stroke's id, with the variant when there is one (``resting-hands@chest``)."""
        return f"{self.stroke}@{self.variant}" if self.variant else self.stroke

    @property
    def length(self) -> float:
        """Seconds of all repetitions at the natural pace."""
        return self.times * self.seconds


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the plan differs from the routine: a message key, what it is about, and the rule's source."""

    key: str
    about: str
    source: str


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """What will be done today, in order, with the reason for each change."""

    routine: str
    steps: tuple[PlannedStep, ...]
    reasons: tuple[Reason, ...] = ()


def compile_plan(
    routine: Routine,
    strokes: Mapping[str, Stroke],
    side_first: Side = Side.RIGHT,
    *,
    with_optional: bool = False,
) -> SessionPlan:
    """The routine with its rounds and sides written out; both sides get the same steps, ``side_first`` first.
    Optional steps come in only when they are asked for.

    Raises CompanionError: ``routine-locked`` when only a therapist may open it, ``routine-empty`` when nothing
    is left to do, ``stroke-unknown`` when the routine names a stroke that the catalogue lacks.
    """
    if routine.locked:
        raise CompanionError("routine-locked", name=routine.id)
    sides = (side_first, side_first.other)
    steps = tuple(
        _planned(step, _stroke(routine, strokes, step), side, block, number)
        for number, block in enumerate(routine.blocks)
        for step, side in _in_order(routine, block, strokes, sides)
        if with_optional or not step.optional
    )
    if not steps:
        raise CompanionError("routine-empty", name=routine.id)
    return SessionPlan(routine.id, steps)


def _in_order(
    routine: Routine, block: Block, strokes: Mapping[str, Stroke], sides: tuple[Side, Side]
) -> Iterator[tuple[RoutineStep, Side]]:
    """Steps of a block with their sides: a block for each side is wholly done on one before the other."""
    for _ in range(block.rounds):
        if block.sides is BlockSides.EACH:
            yield from ((step, side) for side in sides for step in block.steps)
            continue
        for step in block.steps:
            each = _stroke(routine, strokes, step).laterality_of(step.variant) is Laterality.EACH
            yield from ((step, side) for side in (sides if each else (Side.NONE,)))


def _stroke(routine: Routine, strokes: Mapping[str, Stroke], step: RoutineStep) -> Stroke:
    try:
        return strokes[step.stroke]
    except KeyError:
        raise CompanionError("stroke-unknown", name=routine.id, stroke=step.stroke) from None


def _planned(step: RoutineStep, stroke: Stroke, side: Side, block: Block, number: int) -> PlannedStep:
    return PlannedStep(
        stroke=step.stroke,
        kind=stroke.kind,
        side=side,
        area=block.area,
        position=block.position,
        times=step.times,
        seconds=step.seconds,
        pressure=step.pressure,
        variant=step.variant,
        block=number,
        advance=step.advance,
    )
