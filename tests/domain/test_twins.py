"""Two plans woven into one keep their own order and time, and each baby is told what is its own."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from companion.domain.body import Side
from companion.domain.events import (
    Event,
    Finished,
    MomentBegan,
    MomentEnded,
    Outcome,
    Paused,
    PauseReason,
    RestBegan,
    RestEnded,
    Resumed,
    Stopped,
    StopReason,
)
from companion.domain.plan import PlannedStep, Reason, SessionPlan
from companion.domain.session import Position
from companion.domain.timeline import build
from companion.domain.twins import (
    Dealt,
    Mine,
    Turns,
    Woven,
    deal,
    in_turns,
    reached,
    turns_of,
    weave,
    with_turns,
)
from tests.fakes import a_step, first_massage

EACH = list(Turns)


def legs(*strokes: str) -> SessionPlan:
    return SessionPlan("test", tuple(a_step(stroke) for stroke in strokes))


def woven(first: SessionPlan, second: SessionPlan, turns: Turns = Turns.CHILD_BY_CHILD) -> Woven:
    return weave((first, second), (build(first), build(second)), turns)


def order(first: Sequence[PlannedStep], second: Sequence[PlannedStep], turns: Turns) -> list[tuple[int, str]]:
    plans = (first, second)
    return [(mine.baby, plans[mine.baby][mine.index].stroke) for mine in in_turns(first, second, turns)]


def test_one_after_the_other_does_all_of_the_first_first() -> None:
    told = order(legs("a", "b").steps, legs("a").steps, Turns.CHILD_BY_CHILD)
    assert told == [(0, "a"), (0, "b"), (1, "a")]


def test_taking_turns_gives_each_stroke_to_both() -> None:
    told = order(legs("a", "b").steps, legs("a", "b").steps, Turns.STROKE_BY_STROKE)
    assert told == [(0, "a"), (1, "a"), (0, "b"), (1, "b")]


def test_what_only_one_may_have_is_done_on_that_one_alone() -> None:
    told = order(legs("a", "b", "c").steps, legs("a", "c", "d").steps, Turns.STROKE_BY_STROKE)
    assert told == [(0, "a"), (1, "a"), (0, "b"), (0, "c"), (1, "c"), (1, "d")]


def test_the_sides_are_told_apart_when_taking_turns() -> None:
    right, left = a_step("a", side=Side.RIGHT), a_step("a", side=Side.LEFT)
    assert [mine.baby for mine in in_turns((right, left), (left,), Turns.STROKE_BY_STROKE)] == [0, 0, 1]


@pytest.mark.parametrize("turns", EACH)
def test_nothing_is_lost_or_done_twice(turns: Turns) -> None:
    first, second = first_massage(), SessionPlan("first-massage", first_massage().steps[::2])
    both = woven(first, second, turns)
    for baby, plan in enumerate((first, second)):
        own = build(plan)
        assert [mine.index for mine in both.steps if mine.baby == baby] == list(range(len(plan.steps)))
        assert [mine.index for mine in both.moments if mine.baby == baby] == list(range(len(own.moments)))
    assert both.timeline.length == pytest.approx(build(first).length + build(second).length)


@pytest.mark.parametrize("turns", EACH)
def test_leads_and_cores_are_the_same_moments_as_in_each_own_plan(turns: Turns) -> None:
    plans = (first_massage(), SessionPlan("first-massage", first_massage().steps[1::2]))
    both = woven(*plans, turns)
    own = [build(plan) for plan in plans]
    for number, mine in enumerate(both.steps):
        assert both.moments[both.timeline.leads[number]] == Mine(mine.baby, own[mine.baby].leads[mine.index])
        assert both.moments[both.timeline.cores[number]] == Mine(mine.baby, own[mine.baby].cores[mine.index])
        assert all(both.timeline.moments[index].step == number for index in both.timeline.of_step(number))


def test_how_turns_are_taken_is_written_in_the_plan() -> None:
    shorter = replace(legs("a"), reasons=(Reason("shorter.age", "weeks:3", "NOWB"),))
    plan = with_turns(shorter, Turns.STROKE_BY_STROKE, 1)
    assert turns_of(plan) == (Turns.STROKE_BY_STROKE, 1)
    assert turns_of(with_turns(legs("a"), Turns.CHILD_BY_CHILD, 0)) == (Turns.CHILD_BY_CHILD, 0)
    assert turns_of(legs("a")) is None


def test_the_one_that_waits_stands_before_its_next_moment_and_then_after_its_last() -> None:
    both = woven(legs("a"), legs("a"))
    assert both.own(1, Position(0, 3.0)) == Position(0, 0.0)
    assert both.own(0, Position(1, 3.0)) == Position(1, 3.0)
    assert both.own(0, Position(2, 3.0)) == Position(1, 12.0)


def test_both_go_on_where_the_one_in_play_had_come() -> None:
    both = woven(legs("a", "b"), legs("a", "b"), Turns.STROKE_BY_STROKE)
    last_of_first = max(index for index, mine in enumerate(both.moments) if mine.baby == 0)
    for index in range(len(both.moments)):
        place = Position(index, 1.5)
        first = both.own(0, place) if index <= last_of_first else None
        assert reached(both, (first, both.own(1, place))) == place


def test_both_go_on_with_the_one_that_is_not_through() -> None:
    both = woven(legs("a"), legs("a"))
    assert reached(both, (None, Position(1, 2.0))) == Position(3, 2.0)


def dealt(both: Woven, *events: Event, now: int = 0) -> list[list[Event]]:
    told, state = [list[Event](), list[Event]()], Dealt()
    for event in events:
        shares, state = deal(event, both, state, now)
        for baby, share in enumerate(shares):
            told[baby] += share
    return told


def test_what_is_done_is_told_to_the_one_it_is_done_with() -> None:
    both = woven(legs("a"), legs("a"))
    first, second = dealt(both, MomentBegan(0.0, 1), MomentBegan(9.0, 3))
    assert first == [MomentBegan(0.0, 1)]
    assert second == [MomentBegan(9.0, 1)]


def test_one_that_is_through_has_finished_and_hears_no_more() -> None:
    both = woven(legs("a"), legs("a"))
    ended = MomentEnded(18.0, 1, 12.0, 3, Outcome.DONE)
    stopped = Stopped(30.0, StopReason.BABY_SAID_NO)
    paused = Paused(20.0, PauseReason.CAREGIVER)
    first, second = dealt(both, ended, paused, stopped, now=3)
    assert first == [ended, Finished(18.0)]
    assert second == [paused, stopped]


def test_one_that_has_more_to_come_is_not_through() -> None:
    both = woven(legs("a"), legs("a"))
    ended = MomentEnded(6.0, 0, 6.0, 0, Outcome.DONE)
    assert dealt(both, ended)[0] == [ended]


def test_one_that_goes_back_is_not_through_any_more() -> None:
    both = woven(legs("a"), legs("a"))
    ended = MomentEnded(18.0, 1, 12.0, 3, Outcome.DONE)
    first, _ = dealt(both, ended, MomentBegan(20.0, 1), Finished(40.0), now=1)
    assert first == [ended, Finished(18.0), MomentBegan(20.0, 1), Finished(40.0)]


def test_the_end_is_the_end_for_both() -> None:
    both = woven(legs("a"), legs("a"), Turns.STROKE_BY_STROKE)
    assert dealt(both, Finished(9.0)) == [[Finished(9.0)], [Finished(9.0)]]


def test_only_the_one_who_said_no_is_written_down_as_having_said_it() -> None:
    both = woven(legs("a"), legs("a"))
    first, second = dealt(both, Stopped(5.0, StopReason.BABY_SAID_NO), now=1)
    assert first == [Stopped(5.0, StopReason.BABY_SAID_NO)]
    assert second == [Stopped(5.0, StopReason.CAREGIVER)]


def test_hands_rest_on_one_while_the_other_ones_clock_stands() -> None:
    both = woven(legs("a"), legs("a"))
    first, second = dealt(both, RestBegan(5.0, 3), RestEnded(9.0, 3), now=3)
    assert second == [RestBegan(5.0, 1), RestEnded(9.0, 1)]
    assert first == [Paused(5.0, PauseReason.CAREGIVER), Resumed(9.0)]


def test_a_rest_that_leads_to_the_other_one_ends_for_the_one_that_rested() -> None:
    both = woven(legs("a"), legs("a"))
    first, second = dealt(both, RestBegan(5.0, 1), RestEnded(9.0, 3), now=1)
    assert first == [RestBegan(5.0, 1), RestEnded(9.0, 1)]
    assert second == [Paused(5.0, PauseReason.CAREGIVER), Resumed(9.0)]
