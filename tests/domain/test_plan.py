"""A routine is written out into steps: rounds, sides, and what cannot be opened."""

import pytest

from companion.domain.body import Area, Position, Side
from companion.domain.errors import CompanionError
from companion.domain.plan import SessionPlan, compile_plan
from companion.domain.routine import Block, BlockSides, Routine, RoutineStep
from companion.domain.settings import Advance
from companion.domain.stroke import Evidence, Laterality, Pressure, Readiness, Stroke, StrokeKind

P1 = (Pressure.P1, Pressure.P1)


def a_stroke(name: str, laterality: Laterality = Laterality.EACH) -> Stroke:
    return Stroke(
        id=name,
        code="X1",
        area=Area.LEGS,
        kind=StrokeKind.STROKE,
        positions=(Position.ON_BACK,),
        laterality=laterality,
        hands="both",
        pressure=P1,
        seconds=4.0,
        times=5,
        times_range=(3, 8),
        readiness=Readiness.BIRTH,
        one_hand=False,
        avoid=(),
        evidence=Evidence.CONVENTION,
        sources=(),
        choreographies={},
    )


STROKES = {
    "glide": a_stroke("glide"),
    "sole": a_stroke("sole"),
    "sweep": a_stroke("sweep", Laterality.BOTH),
}


def a_block(*strokes: str, sides: BlockSides = BlockSides.ONCE, rounds: int = 1) -> Block:
    steps = tuple(RoutineStep(stroke, 3, 4.0, P1) for stroke in strokes)
    return Block(Area.LEGS, Position.ON_BACK, sides, steps, rounds)


def a_routine(*blocks: Block, locked: bool = False) -> Routine:
    return Routine("legs-only", (2, 3), locked, blocks, Evidence.CONVENTION, ())


def order(plan: SessionPlan) -> list[str]:
    return [f"{step.stroke} {step.side}" for step in plan.steps]


def test_a_block_for_each_side_is_wholly_done_right_then_left() -> None:
    plan = compile_plan(a_routine(a_block("glide", "sole", sides=BlockSides.EACH)), STROKES)
    assert order(plan) == ["glide right", "sole right", "glide left", "sole left"]


def test_the_side_that_comes_first_can_be_chosen() -> None:
    plan = compile_plan(a_routine(a_block("glide", sides=BlockSides.EACH)), STROKES, Side.LEFT)
    assert order(plan) == ["glide left", "glide right"]


def test_a_stroke_for_each_side_in_a_block_done_once_is_done_right_then_left() -> None:
    plan = compile_plan(a_routine(a_block("glide", "sweep")), STROKES)
    assert order(plan) == ["glide right", "glide left", "sweep none"]


def test_rounds_repeat_the_whole_block() -> None:
    plan = compile_plan(a_routine(a_block("sweep", "glide", rounds=2)), STROKES)
    assert order(plan) == ["sweep none", "glide right", "glide left"] * 2


def test_blocks_keep_their_order_and_number() -> None:
    plan = compile_plan(a_routine(a_block("sweep"), a_block("glide", sides=BlockSides.EACH)), STROKES)
    assert [step.block for step in plan.steps] == [0, 1, 1]


def test_a_step_keeps_the_dose_of_the_routine_and_the_kind_of_the_stroke() -> None:
    step = RoutineStep("sweep", 2, 6.0, P1, variant="slow", advance=Advance.UNTIL_I_SAY)
    block = Block(Area.BACK, Position.ON_TUMMY, BlockSides.ONCE, (step,))
    planned = compile_plan(a_routine(block), STROKES).steps[0]
    assert (planned.times, planned.seconds, planned.length) == (2, 6.0, 12.0)
    assert (planned.area, planned.position) == (Area.BACK, Position.ON_TUMMY)
    assert (planned.kind, planned.pressure) == (StrokeKind.STROKE, P1)
    assert (planned.words, planned.advance) == ("sweep@slow", Advance.UNTIL_I_SAY)


def test_both_sides_get_the_same_steps() -> None:
    plan = compile_plan(a_routine(a_block("glide", "sole", sides=BlockSides.EACH, rounds=3)), STROKES)
    right = [step.length for step in plan.steps if step.side is Side.RIGHT]
    left = [step.length for step in plan.steps if step.side is Side.LEFT]
    assert right == left


def test_a_locked_routine_is_not_opened() -> None:
    with pytest.raises(CompanionError, match="routine-locked"):
        compile_plan(a_routine(a_block("glide"), locked=True), STROKES)


def test_a_routine_with_nothing_to_do_is_refused() -> None:
    with pytest.raises(CompanionError, match="routine-empty"):
        compile_plan(a_routine(), STROKES)


def test_a_stroke_that_the_catalogue_lacks_is_named() -> None:
    with pytest.raises(CompanionError) as caught:
        compile_plan(a_routine(a_block("tickle")), STROKES)
    assert caught.value.details == {"name": "legs-only", "stroke": "tickle"}
    assert str(caught.value) == "stroke-unknown (name=legs-only, stroke=tickle)"


def test_an_error_without_details_is_its_key() -> None:
    assert str(CompanionError("no-sound")) == "no-sound"


def test_a_side_has_another_side_and_none_has_none() -> None:
    assert (Side.RIGHT.other, Side.LEFT.other, Side.NONE.other) == (Side.LEFT, Side.RIGHT, Side.NONE)
