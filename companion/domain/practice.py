"""Doll practice: any stroke or routine on a doll, whatever today's check says. It counts as practice, never as dose."""

from collections.abc import Mapping
from dataclasses import replace

from companion.domain.body import Position, Side
from companion.domain.plan import Reason, SessionPlan, compile_plan
from companion.domain.routine import Block, BlockSides, Routine, RoutineStep
from companion.domain.stroke import Stroke
from companion.domain.words import STROKE

PRACTICE = Reason("practice.doll", "all", "IAIM-H")
"""The reason that marks a plan as practice, in the diary too."""


def practice(routine: Routine, strokes: Mapping[str, Stroke], side_first: Side = Side.RIGHT) -> SessionPlan:
    """A whole routine on a doll.

    Raises CompanionError ``routine-locked``: what only a therapist may open is not practised alone.
    """
    return _marked(compile_plan(routine, strokes, side_first))


def practice_of(stroke: Stroke, variant: str = "", side_first: Side = Side.RIGHT) -> SessionPlan:
    """One stroke on a doll, each side as often as usual; its routine is called ``stroke:<id>``."""
    return _marked(compile_plan(alone(stroke, variant), {stroke.id: stroke}, side_first))


def alone(stroke: Stroke, variant: str = "") -> Routine:
    """One stroke as a routine of its own, done as often as usual; it is called ``stroke:<id>``."""
    position = stroke.positions[0]
    step = RoutineStep(stroke.id, stroke.times, stroke.seconds, stroke.pressure, variant)
    block = Block(
        stroke.area, Position.ON_BACK if position is Position.ANY else position, BlockSides.ONCE, (step,)
    )
    return Routine(f"{STROKE}{stroke.id}", (1, 1), False, (block,), stroke.evidence, stroke.sources)


def is_practice(plan: SessionPlan) -> bool:
    """Whether a plan is for a doll, and so must not be counted as dose."""
    return any(reason.key == PRACTICE.key for reason in plan.reasons)


def _marked(plan: SessionPlan) -> SessionPlan:
    return replace(plan, reasons=(*plan.reasons, PRACTICE))
