"""Doll practice is never dose."""

import pytest

from companion.domain.body import Side
from companion.domain.errors import CompanionError
from companion.domain.plan import compile_plan
from companion.domain.practice import is_practice, practice, practice_of
from tests.domain.safe import PLAYABLE, fitted, library


@pytest.mark.parametrize("name", PLAYABLE)
def test_a_routine_on_a_doll_is_whole_and_marked(name: str) -> None:
    routine, strokes = library().routines[name], library().strokes
    plan = practice(routine, strokes)
    assert plan.steps == compile_plan(routine, strokes).steps
    assert is_practice(plan)


def test_every_stroke_and_variant_can_be_practised_on_a_doll() -> None:
    for stroke in library().strokes.values():
        for variant in ("", *stroke.variants):
            plan = practice_of(stroke, variant)
            assert is_practice(plan)
            assert {step.variant for step in plan.steps} == {variant}
            assert plan.routine == f"stroke:{stroke.id}"


def test_practice_of_a_leg_stroke_does_both_sides() -> None:
    plan = practice_of(library().strokes["toe-roll"], side_first=Side.LEFT)
    assert [step.side for step in plan.steps] == [Side.LEFT, Side.RIGHT]


def test_a_locked_routine_is_not_practised_alone() -> None:
    with pytest.raises(CompanionError, match="routine-locked"):
        practice(library().routines["torticollis"], library().strokes)


def test_a_plan_for_a_baby_is_no_practice() -> None:
    plan = fitted("bedtime").plan
    assert plan
    assert not is_practice(plan)
