"""The strokes of tummy and chest: clockwise, down, out; between the ribs and the diaper; never over the navel."""

import math
from itertools import pairwise

import pytest

from companion.domain.body import Side
from companion.domain.figure.choreography import Manner
from companion.domain.figure.figure import drawn_side
from companion.domain.figure.hand import Grip
from companion.domain.figure.performance import HandState, hand_at

from .authored import SIDES, authored, performed

NAVEL = (0.0, 57.0)
RIBS, DIAPER = 37.0, 78.0
TUMMY = (
    "paddle-down", "paddle-legs-up", "thumbs-to-sides", "sun-and-moon", "i-love-you", "walking-fingers",
)  # fmt: skip
CHEST = ("heart-on-chest", "butterfly", "chest-sweep")

both_sides = pytest.mark.parametrize("side", SIDES)
tummy_strokes = pytest.mark.parametrize("name", TUMMY)


def moving(name: str, side: Side, hand: int) -> list[tuple[HandState, HandState]]:
    """Neighbouring instants in which this hand travels along the same path, in contact."""
    states = [at[hand] for at in performed(name, side)]
    return [
        (a, b) for a, b in pairwise(states) if a.travels and b.travels and a.touches and b.share > a.share
    ]


def angle(state: HandState) -> float:
    """Degrees round the navel, clockwise as the viewer sees it, 0 at twelve o'clock."""
    return math.degrees(math.atan2(state.at[0] - NAVEL[0], NAVEL[1] - state.at[1]))


@pytest.mark.parametrize("name", [*TUMMY, *CHEST, "tummy-rest", "whole-body-sweep"])
def test_it_has_a_drawing_of_its_own(name: str) -> None:
    assert name in authored()


@both_sides
@tummy_strokes
def test_tummy_strokes_stay_between_the_ribs_and_the_diaper(name: str, side: Side) -> None:
    for states in performed(name, side):
        for state in states:
            if state.touches and state.manner is not Manner.REST:
                assert RIBS <= state.at[1] <= DIAPER
                assert abs(state.at[0]) < 42


@both_sides
@tummy_strokes
def test_tummy_strokes_do_not_pass_over_the_navel(name: str, side: Side) -> None:
    for states in performed(name, side):
        assert all(math.dist(s.at, NAVEL) > 7 for s in states if s.touches)


@both_sides
@pytest.mark.parametrize("name", ["paddle-down", "paddle-legs-up"])
def test_paddling_goes_straight_down(name: str, side: Side) -> None:
    hands = (0, 1) if name == "paddle-down" else (1,)
    for hand in hands:
        pairs = moving(name, side, hand)
        assert len(pairs) > 15
        assert all(b.at[1] > a.at[1] and abs(b.at[0] - a.at[0]) < 0.5 for a, b in pairs)
        assert all(a.grip is Grip.EDGE for a, _ in pairs)


@both_sides
def test_one_hand_holds_both_lifted_legs_while_the_other_paddles(side: Side) -> None:
    assert all(holding.touches and not holding.travels for holding, _ in performed("paddle-legs-up", side))
    made = authored()["paddle-legs-up"]
    assert made.hands[0].holds == "shins"


@both_sides
def test_thumbs_slide_from_the_navel_out_to_the_flanks(side: Side) -> None:
    for hand in (0, 1):
        pairs = moving("thumbs-to-sides", side, hand)
        assert len(pairs) > 15
        assert all(abs(b.at[0]) > abs(a.at[0]) for a, b in pairs)
        assert abs(pairs[0][0].at[0]) < 16
        assert abs(pairs[-1][1].at[0]) > 32


@both_sides
@pytest.mark.parametrize("hand", [0, 1])
def test_sun_and_moon_run_clockwise_as_the_viewer_sees_it(hand: int, side: Side) -> None:
    pairs = moving("sun-and-moon", side, hand)
    assert len(pairs) > 15
    assert all(0 < (angle(b) - angle(a)) % 360 < 90 for a, b in pairs)


@both_sides
def test_the_sun_draws_a_full_circle_and_never_lifts(side: Side) -> None:
    sun = [states[0] for states in performed("sun-and-moon", side)]
    assert all(s.touches for s in sun)
    turned = sum((angle(b) - angle(a)) % 360 for a, b in pairwise([*sun, sun[0]]))
    assert turned == pytest.approx(360, abs=1)


@both_sides
def test_the_moon_lifts_over_from_five_back_to_ten_o_clock(side: Side) -> None:
    made = authored()["sun-and-moon"]
    (stage,) = made.hands[1].stages
    lands, lifts = (hand_at(made, 1, drawn_side(made, side), at % 1.0) for at in (stage.touch, stage.lift))
    assert angle(lands) % 360 == pytest.approx(300, abs=16)
    assert angle(lifts) % 360 == pytest.approx(150, abs=16)
    assert max(states[1].height for states in performed("sun-and-moon", side)) > 0.9


@both_sides
def test_i_love_you_draws_three_letters_that_end_at_the_babys_lower_left(side: Side) -> None:
    made = authored()["i-love-you"]
    letters = made.hands[0].stages
    assert len(letters) == 3
    for letter in letters:
        end = hand_at(made, 0, drawn_side(made, side), letter.arrive)
        assert end.at[0] > 20
        assert end.at[1] > 68


@both_sides
def test_i_love_you_goes_up_only_on_the_babys_right(side: Side) -> None:
    pairs = moving("i-love-you", side, 0)
    rising = [a for a, b in pairs if b.at[1] < a.at[1] - 0.6]
    assert rising
    assert all(a.at[0] < -10 for a in rising)
    assert all(b.at[0] >= a.at[0] - 0.6 for a, b in pairs)


@both_sides
def test_fingers_walk_to_the_babys_left_in_small_steps(side: Side) -> None:
    steps = [states[0] for states in performed("walking-fingers", side) if states[0].manner is Manner.STEPS]
    xs = [s.at[0] for s in steps]
    assert xs == sorted(xs)
    assert xs[0] < -30
    assert xs[-1] > 30
    assert max(b - a for a, b in pairwise(xs)) < 12


@tummy_strokes
def test_strokes_of_the_bowel_are_never_mirrored(name: str) -> None:
    right, left = performed(name, Side.RIGHT), performed(name, Side.LEFT)
    if name == "thumbs-to-sides":
        return
    assert all(r == l_ for r, l_ in zip(right, left, strict=True))


@both_sides
def test_one_hand_rests_while_the_other_draws_the_letters_or_walks(side: Side) -> None:
    for name in ("i-love-you", "walking-fingers"):
        assert all(s[1].touches and s[1].manner is Manner.REST for s in performed(name, side))


@both_sides
def test_the_resting_hand_lies_flat_below_the_ribs(side: Side) -> None:
    for (hand,) in performed("tummy-rest", side):
        assert hand.grip is Grip.FLAT
        assert hand.touches
        assert RIBS < hand.at[1] < DIAPER


@both_sides
def test_the_butterfly_goes_from_the_low_ribs_to_the_opposite_shoulder_and_back(side: Side) -> None:
    for hand in (0, 1):
        states = [at[hand] for at in performed("butterfly", side)]
        start = max(states, key=lambda s: s.at[1])
        far = min(states, key=lambda s: s.at[1])
        assert start.at[0] * far.at[0] < 0
        assert abs(far.at[0]) > 20
        assert far.at[1] > 0
    travelling = [tuple(s.travels for s in at) for at in performed("butterfly", side)]
    assert (True, True) not in travelling


@both_sides
@pytest.mark.parametrize("name", ["chest-sweep", "whole-body-sweep"])
def test_sweeps_go_down_to_the_feet_and_lift_over_the_tummy(name: str, side: Side) -> None:
    for hand in (0, 1):
        pairs = moving(name, side, hand)
        assert all(b.at[1] > a.at[1] for a, b in pairs)
        assert min(a.at[1] for a, _ in pairs) < 35
        assert max(b.at[1] for _, b in pairs) > 190
        touched = [at[hand].at[1] for at in performed(name, side) if at[hand].touches]
        assert not any(52 < y < 95 for y in touched)
