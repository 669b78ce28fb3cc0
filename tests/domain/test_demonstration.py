"""A demonstration as a pure state machine: every press, at every place, on a clock that is handed in."""

from dataclasses import replace

import pytest

from companion.domain.body import Area, Side
from companion.domain.demonstration import (
    PACES,
    Demonstration,
    Item,
    Show,
    after,
    begin,
    carried_on,
    gone_to,
    of_area,
    of_routine,
    of_strokes,
    planned_for,
    pointed,
    put_away,
)
from tests.domain.safe import library

GLIDE = Item("hip-to-ankle-glide", "", Side.RIGHT, True, 4.0)
SUN = Item("sun-and-moon", "", Side.NONE, False, 6.0)
CUDDLE = Item("hand-hug", "cuddle", Side.NONE, False, 60.0)


@pytest.fixture
def show() -> Demonstration:
    return begin((GLIDE, SUN, CUDDLE), 100.0)


def test_nothing_to_show_is_no_demonstration() -> None:
    with pytest.raises(ValueError, match="empty"):
        begin((), 0.0)


def test_it_begins_at_the_first_stroke_and_moves(show: Demonstration) -> None:
    assert (show.item, show.coming, show.frozen) == (GLIDE, SUN, False)
    assert show.t(103.0) == 3.0


def test_next_and_back_go_through_the_basket_and_stay_at_its_ends(show: Demonstration) -> None:
    assert after(show, Show.BACK, 101.0) == show
    last = gone_to(show, 99, 101.0)
    assert (last.item, last.coming) == (CUDDLE, None)
    assert after(last, Show.NEXT, 102.0).at == 2
    assert after(last, Show.BACK, 102.0).item is SUN
    assert gone_to(show, -4, 101.0).at == 0


def test_another_stroke_begins_anew_thawed_and_to_be_seen(show: Demonstration) -> None:
    held = after(after(pointed(show, (1.0, 2.0)), Show.FREEZE, 104.0), Show.BLANK, 105.0)
    moved = after(held, Show.NEXT, 110.0)
    assert (moved.frozen, moved.blank, moved.spot, moved.t(111.0)) == (False, False, None, 1.0)


def test_next_at_the_end_brings_a_blank_picture_back(show: Demonstration) -> None:
    dark = after(gone_to(show, 2, 101.0), Show.BLANK, 102.0)
    assert not after(dark, Show.NEXT, 103.0).blank


def test_a_frozen_moment_stays_and_goes_on_from_there(show: Demonstration) -> None:
    frozen = after(show, Show.FREEZE, 101.5)
    assert frozen.t(500.0) == 1.5
    assert after(frozen, Show.FREEZE, 500.0).t(501.0) == 2.5


def test_slower_and_quicker_never_make_the_picture_jump(show: Demonstration) -> None:
    slow = after(show, Show.SLOWER, 104.0)
    assert slow.pace == 1.25
    assert slow.t(104.0) == 4.0
    assert slow.t(109.0) == 8.0
    quick = after(after(slow, Show.QUICKER, 109.0), Show.QUICKER, 109.0)
    assert (quick.pace, quick.t(109.0)) == (0.85, 8.0)
    assert after(quick, Show.USUAL_PACE, 109.0).pace == 1.0


def test_paces_end_at_the_slowest_and_the_quickest(show: Demonstration) -> None:
    for asked, end in ((Show.SLOWER, PACES[-1]), (Show.QUICKER, PACES[0])):
        shown = show
        for _ in range(10):
            shown = after(shown, asked, 101.0)
        assert shown.pace == end


def test_a_frozen_picture_stays_frozen_at_another_pace(show: Demonstration) -> None:
    frozen = after(show, Show.FREEZE, 102.0)
    assert after(frozen, Show.SLOWER, 103.0).t(200.0) == 2.0


def test_the_other_side_is_for_strokes_that_have_one(show: Demonstration) -> None:
    turned = after(show, Show.OTHER_SIDE, 101.0)
    assert turned.item.side is Side.LEFT
    assert after(turned, Show.OTHER_SIDE, 101.0).item.side is Side.RIGHT
    middle = gone_to(show, 1, 101.0)
    assert after(middle, Show.OTHER_SIDE, 102.0) == middle


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (Show.FACING, "facing"),
        (Show.MIRROR, "mirrored"),
        (Show.LEFT_HANDED, "left_handed"),
        (Show.CLOSER, "near"),
    ],
)
def test_each_way_to_look_is_switched_on_and_off(show: Demonstration, asked: Show, field: str) -> None:
    once = after(pointed(show, (0.0, 0.0)), asked, 101.0)
    assert getattr(once.sight, field)
    assert once.spot is None
    assert after(once, asked, 102.0).sight == show.sight


def test_the_way_to_look_stays_from_stroke_to_stroke(show: Demonstration) -> None:
    assert after(after(show, Show.FACING, 101.0), Show.NEXT, 102.0).sight.facing


def test_the_clock_is_started_by_hand_halted_and_set_back(show: Demonstration) -> None:
    assert show.elapsed(500.0) == 0.0
    running = after(show, Show.CLOCK, 110.0)
    assert running.elapsed(130.0) == 20.0
    halted = after(running, Show.CLOCK, 130.0)
    assert halted.elapsed(900.0) == 20.0
    assert after(halted, Show.CLOCK_BACK, 900.0).elapsed(901.0) == 0.0
    back = after(running, Show.CLOCK_BACK, 130.0)
    assert (back.timed, back.elapsed(131.0)) == (True, 1.0)


def test_what_is_left_goes_below_zero_after_the_planned_end(show: Demonstration) -> None:
    assert show.left(101.0) is None
    planned = after(planned_for(show, 300.0), Show.CLOCK, 100.0)
    assert planned.left(160.0) == 240.0
    assert planned.left(410.0) == -10.0
    assert planned_for(show, -5.0).left(101.0) is None


def test_the_light_is_the_same_demonstration_when_it_does_not_move(show: Demonstration) -> None:
    lit = pointed(show, (3.0, 4.0))
    assert lit.spot == (3.0, 4.0)
    assert pointed(lit, (3.0, 4.0)) is lit


def test_put_away_it_stands_and_carried_on_it_is_where_it_was(show: Demonstration) -> None:
    busy = after(after(after(show, Show.NEXT, 101.0), Show.CLOCK, 101.0), Show.SLOWER, 101.0)
    away = put_away(replace(busy, blank=True), 111.0)
    assert (away.t(900.0), away.elapsed(900.0)) == (8.0, 10.0)
    again = carried_on(away, 900.0)
    assert (again.at, again.t(901.25), again.elapsed(905.0), again.blank) == (1, 9.0, 10.0, False)


def test_a_routine_shows_each_stroke_once_in_its_order() -> None:
    shelf = library()
    basket = of_routine(shelf.routines["first-massage"], shelf.strokes)
    words = [item.words for item in basket]
    assert words[:4] == ["permission", "hand-hug", "resting-hands@legs", "hip-to-ankle-glide"]
    assert len(words) == len(set(words))
    assert words[-1] == "hand-hug@cuddle"


def test_a_locked_routine_cannot_be_shown() -> None:
    shelf = library()
    assert of_routine(shelf.routines["torticollis"], shelf.strokes) == ()


def test_an_area_and_a_basket_give_their_strokes_at_their_own_pace() -> None:
    shelf = library()
    legs = of_area(Area.LEGS, shelf.strokes)
    assert len(legs) == 12
    assert legs[0] == replace(GLIDE, seconds=shelf.strokes[GLIDE.stroke].seconds)
    assert [item.stroke for item in of_strokes(["combing", "no-such", "toe-roll"], shelf.strokes)] == [
        "combing",
        "toe-roll",
    ]
