"""A plan is laid out in time: what comes before each step, and how long each moment lasts."""

import pytest

from companion.domain.body import Area, Position, Side
from companion.domain.plan import PlannedStep, SessionPlan
from companion.domain.settings import Advance
from companion.domain.stroke import StrokeKind
from companion.domain.timeline import MomentKind, Timeline, build
from tests.fakes import a_step, first_massage

K = MomentKind


def laid_out(*steps: PlannedStep, lead_in: float = 6.0) -> Timeline:
    return build(SessionPlan("test", steps), lead_in=lead_in)


def kinds(timeline: Timeline) -> list[MomentKind]:
    return [moment.kind for moment in timeline.moments]


def test_each_moment_starts_where_the_one_before_ends() -> None:
    timeline = build(first_massage())
    for before, after in zip(timeline.moments, timeline.moments[1:], strict=False):
        assert after.start == pytest.approx(before.end)
    assert timeline.moments[0].start == 0
    assert timeline.length == timeline.moments[-1].end


def test_first_massage_has_the_times_of_the_brief() -> None:
    timeline = build(first_massage())
    touch = [moment.length for moment in timeline.moments if moment.is_touch]
    assert touch == [45, 20, 12, 8, 12, 12, 8, 12, 12, 15, 12, 15, 9, 60]
    asking = [moment.length for moment in timeline.moments if moment.is_asking]
    assert asking == [20, 10]


def test_a_lead_in_comes_before_each_step() -> None:
    timeline = laid_out(a_step("one"), a_step("two"), lead_in=4.0)
    assert kinds(timeline) == [K.GET_READY, K.TOUCH, K.GET_READY, K.TOUCH]
    assert [moment.length for moment in timeline.moments] == [4, 12, 4, 12]


def test_a_lead_in_of_nothing_takes_no_time_and_keeps_its_place() -> None:
    with_lead_in, without = (build(first_massage(), lead_in=seconds) for seconds in (6.0, 0.0))
    assert kinds(with_lead_in) == kinds(without)
    assert with_lead_in.length - without.length == pytest.approx(15 * 6.0)


def test_lead_ins_are_no_touch() -> None:
    timeline = laid_out(a_step())
    assert [moment.is_touch for moment in timeline.moments] == [False, True]


@pytest.mark.parametrize(("length", "asking"), [(30.0, 20.0), (20.0, 10.0), (12.0, 6.0), (60.0, 20.0)])
def test_the_answer_gets_its_ten_seconds(length: float, asking: float) -> None:
    timeline = laid_out(a_step(kind=StrokeKind.ASK, times=1, seconds=length))
    assert kinds(timeline) == [K.GET_READY, K.PERMISSION, K.WAIT_FOR_YES]
    assert [moment.length for moment in timeline.moments[1:]] == [asking, length - asking]


def test_holds_settle_and_the_last_one_is_a_cuddle() -> None:
    hold = a_step("hug", kind=StrokeKind.HOLD, times=1, seconds=30.0)
    assert kinds(laid_out(hold, a_step(), hold))[1::2] == [K.SETTLE, K.TOUCH, K.CUDDLE]


def test_movements_and_growing_up_games_are_touch_by_the_count() -> None:
    timeline = laid_out(a_step(kind=StrokeKind.MOVEMENT, times=5), a_step(kind=StrokeKind.GROWING, times=2))
    assert [moment.repetitions for moment in timeline.moments if moment.is_touch] == [5, 2]


def test_there_is_a_breath_between_areas() -> None:
    timeline = laid_out(a_step(), a_step(), a_step(area=Area.CHEST))
    assert kinds(timeline)[4:] == [K.REST, K.GET_READY, K.TOUCH]


def test_a_new_position_gives_time_to_turn_over_instead_of_a_breath() -> None:
    timeline = laid_out(a_step(), a_step(area=Area.BACK, position=Position.ON_CHEST))
    assert kinds(timeline)[2:] == [K.TURN_OVER, K.GET_READY, K.TOUCH]
    assert timeline.moments[2].length == 20


def test_a_stroke_for_any_position_turns_nobody_over() -> None:
    anywhere = a_step(position=Position.ANY)
    assert K.TURN_OVER not in kinds(laid_out(anywhere, a_step(), anywhere, a_step()))
    turned = laid_out(a_step(), anywhere, a_step(position=Position.HELD))
    assert kinds(turned).index(K.TURN_OVER) == 4


def test_the_other_side_is_told_when_the_block_moves_over() -> None:
    right = [a_step(name, side=Side.RIGHT) for name in ("one", "two")]
    left = [a_step(name, side=Side.LEFT) for name in ("one", "two")]
    leads = kinds(laid_out(*right, *left))[::2]
    assert leads == [K.GET_READY, K.GET_READY, K.OTHER_SIDE, K.GET_READY]


def test_a_new_stroke_on_the_first_side_is_not_the_other_side() -> None:
    steps = [a_step(name, side=side) for name in ("one", "two") for side in (Side.RIGHT, Side.LEFT)]
    assert kinds(laid_out(*steps))[::2] == [K.GET_READY, K.OTHER_SIDE, K.GET_READY, K.OTHER_SIDE]


def test_another_block_is_not_the_other_side() -> None:
    timeline = laid_out(a_step(side=Side.RIGHT, block=1), a_step(side=Side.LEFT, block=2))
    assert K.OTHER_SIDE not in kinds(timeline)


def test_what_waits_for_a_word_is_marked() -> None:
    waiting = {moment.kind for moment in build(first_massage()).moments if moment.waits}
    assert waiting == {K.WAIT_FOR_YES, K.TURN_OVER, K.CUDDLE}


def test_a_step_brings_its_own_say_to_its_touch_alone() -> None:
    timeline = laid_out(a_step(advance=Advance.BY_HAND), a_step())
    assert [moment.advance for moment in timeline.moments] == [None, Advance.BY_HAND, None, None]
    asking = laid_out(a_step(kind=StrokeKind.ASK, times=1, seconds=30.0, advance=Advance.BY_HAND))
    assert [moment.advance for moment in asking.moments] == [None, None, Advance.BY_HAND]


def test_a_step_knows_its_moments() -> None:
    timeline = build(first_massage())
    assert list(timeline.of_step(0)) == [0, 1, 2]
    assert list(timeline.of_step(2)) == [5, 6, 7]
    assert (timeline.leads[2], timeline.cores[2]) == (6, 7)
    assert timeline.after_step(14) == len(timeline.moments)
    owned = [index for step in range(15) for index in timeline.of_step(step)]
    assert owned == list(range(len(timeline.moments)))


def test_the_moment_at_a_second_is_found() -> None:
    timeline = laid_out(a_step(), a_step())
    assert [timeline.moment_at(second) for second in (-1.0, 0.0, 5.9, 6.0, 18.0, 999.0)] == [0, 0, 0, 1, 2, 3]
