"""The ways of looking at a stroke: from the caregiver's side, facing, mirrored, and done with the other hand."""

from dataclasses import replace
from itertools import pairwise

import pytest

from companion.domain.body import Side
from companion.domain.figure.body import BodyView
from companion.domain.figure.choreography import Exchange
from companion.domain.figure.drawing import Drawing, Point
from companion.domain.figure.figure import CAREGIVER, View, drawing, hand_states, seen
from companion.domain.figure.left_handed import for_left_hand

from .authored import SIDES, authored

FACING, MIRRORED, LEFT_HANDED = View(facing=True), View(mirrored=True), View(left_handed=True)
VIEWS = (CAREGIVER, FACING, MIRRORED, View(facing=True, mirrored=True), LEFT_HANDED)
FACES_THE_VIEWER = {BodyView.ON_CHEST, BodyView.ON_FOREARM}
TUMMY_CIRCLES = ("sun-and-moon", "i-love-you")

every_stroke = pytest.mark.parametrize("name", sorted(authored()))


def on_screen(picture: Drawing, p: Point) -> Point:
    """A point of the body as the viewer sees it, but for scale and place; y runs down."""
    x, y = (-p[0], -p[1]) if picture.turn == 180.0 else p
    return (-x, y) if picture.flip else (x, y)


@every_stroke
@pytest.mark.parametrize("side", SIDES)
def test_facing_and_mirrored_are_the_same_drawing_looked_at_otherwise(name: str, side: Side) -> None:
    made = authored()[name]
    for t in (0.0, 1.3):
        plain = drawing(made, side, t, period=4.0)
        for view in (FACING, MIRRORED):
            other = drawing(made, side, t, period=4.0, view=view)
            assert replace(other, turn=plain.turn, flip=plain.flip) == plain


@every_stroke
def test_the_caregiver_comes_from_below_or_when_facing_from_above(name: str) -> None:
    made = authored()[name]
    for view in VIEWS:
        picture = drawing(made, Side.RIGHT, 1.0, period=4.0, view=view)
        away = on_screen(picture, (0.0, 1.0))[1]  # where the caregiver's end of the mat is
        turned = view.facing and made.body not in FACES_THE_VIEWER
        assert (away < 0) == turned


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", TUMMY_CIRCLES)
def test_round_the_tummy_it_is_clockwise_in_every_view(name: str, view: View) -> None:
    made = authored()[name]
    picture = drawing(made, Side.NONE, 0.0, period=4.0, view=view)
    doubled = 0.0
    for number in range(2):
        points = [
            on_screen(picture, state.at)
            for k in range(200)
            for state in [hand_states(made, Side.NONE, k / 200, view)[number]]
            if state.travels and state.touches
        ]
        middle = (0.0, on_screen(picture, (0.0, 57.0))[1])
        doubled += sum(
            (a[0] - middle[0]) * (b[1] - middle[1]) - (b[0] - middle[0]) * (a[1] - middle[1])
            for a, b in pairwise(points)
        )
    assert doubled > 0  # y runs down, so clockwise counts as positive


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("side", SIDES)
def test_the_leg_that_is_named_is_the_leg_that_is_touched(side: Side, view: View) -> None:
    made = authored()["hip-to-ankle-glide"]
    leg = made.hands[0].holds.replace("S", side.value)
    names = [layer.name for layer in drawing(made, side, 1.0, period=4.0, view=view).moving]
    assert names.index("hand.left.under") < names.index(leg)
    assert names.index(leg) < names.index("hand.left")
    assert all(
        (state.at[0] < 0) == (side is Side.RIGHT) for state in hand_states(made, side, 0.25, view)
    )  # the body itself is never mirrored: its right is at negative x


@every_stroke
def test_for_a_left_handed_caregiver_each_hand_does_what_the_other_did_or_both_stay(name: str) -> None:
    made = authored()[name]
    changed = seen(made, LEFT_HANDED)
    if made.left_handed is Exchange.NONE:
        assert changed == made
        return
    assert [score.hand for score in changed.hands] == [score.hand.other for score in made.hands]
    assert changed.body is made.body
    assert (changed.moves, changed.joints, changed.frame) == (made.moves, made.joints, made.frame)


@every_stroke
def test_only_strokes_with_unlike_parts_for_the_hands_are_exchanged(name: str) -> None:
    made = authored()[name]
    if made.left_handed is Exchange.NONE:
        return
    grips = [{(stage.manner, stage.grip) for stage in score.stages} for score in made.hands]
    leads = [any(stage.begin > 0 for stage in score.stages) for score in made.hands]
    assert len(grips) == 1 or grips[0] != grips[1] or leads[0] != leads[1] or name == "sun-and-moon"


def test_a_left_handed_caregiver_rolls_the_same_toes_in_the_same_order() -> None:
    made = authored()["toe-roll"]
    for phase in (0.1, 0.3, 0.5, 0.7, 0.9):
        plain, other = hand_states(made, Side.RIGHT, phase), hand_states(made, Side.RIGHT, phase, LEFT_HANDED)
        assert other[1].at == pytest.approx(plain[1].at)
        assert other[0].at == pytest.approx((-plain[0].at[0], plain[0].at[1]))


def test_the_walk_across_the_tummy_keeps_its_way_whichever_hand_does_it() -> None:
    made = authored()["walking-fingers"]
    for phase in (0.1, 0.5, 0.9):
        plain, other = (hand_states(made, Side.NONE, phase, view) for view in (CAREGIVER, LEFT_HANDED))
        assert other[0].at == plain[0].at
        assert other[1].at[0] == pytest.approx(-plain[1].at[0])


def test_exchanging_the_hands_twice_brings_back_the_same_hands() -> None:
    for made in authored().values():
        once = replace(for_left_hand(made), left_handed=made.left_handed)
        assert for_left_hand(once).hands == made.hands
