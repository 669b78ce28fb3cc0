"""Which way the strokes go, in body coordinates."""

import math
from itertools import pairwise

import pytest

from companion.domain.body import Side
from companion.domain.figure.performance import HandState

from .authored import SIDES, authored, performed

both_sides = pytest.mark.parametrize("side", SIDES)
HEART = (0.0, 25.0)


def strokes_of(name: str, side: Side) -> list[tuple[HandState, HandState]]:
    """Pairs of neighbouring instants in which the same hand travels in contact."""
    pairs: list[tuple[HandState, HandState]] = []
    for before, after in pairwise(performed(name, side)):
        pairs += [
            (b, a)
            for b, a in zip(before, after, strict=True)
            if b.travels and a.travels and b.touches and a.touches and a.share >= b.share
        ]
    return pairs


def from_heart(state: HandState) -> float:
    return math.dist(state.at, HEART)


@both_sides
@pytest.mark.parametrize("name", ["hip-to-ankle-glide", "leg-sweep"])
def test_these_leg_strokes_move_away_from_the_heart(name: str, side: Side) -> None:
    pairs = strokes_of(name, side)
    assert len(pairs) > 20
    assert all(from_heart(after) > from_heart(before) for before, after in pairs)


@both_sides
def test_ankle_to_hip_moves_towards_the_heart(side: Side) -> None:
    pairs = strokes_of("ankle-to-hip-glide", side)
    assert len(pairs) > 20
    assert all(from_heart(after) < from_heart(before) for before, after in pairs)


@both_sides
def test_thumbs_run_from_heel_to_toes(side: Side) -> None:
    assert all(after.at[1] < before.at[1] for before, after in strokes_of("thumb-over-thumb", side))


@both_sides
def test_the_top_of_the_foot_is_stroked_from_toes_to_ankle(side: Side) -> None:
    assert all(after.at[1] < before.at[1] for before, after in strokes_of("top-of-foot", side))


@both_sides
def test_the_back_is_swept_down_beside_the_spine(side: Side) -> None:
    pairs = strokes_of("swoop-to-bottom@on-chest", side)
    assert pairs
    assert all(after.at[1] > before.at[1] for before, after in pairs)
    assert all(abs(after.at[0]) > 5 for _, after in pairs)


def test_toes_are_rolled_one_by_one_from_the_big_toe() -> None:
    seen = [states[1].share for states in performed("toe-roll", Side.RIGHT) if states[1].touches]
    assert seen == sorted(seen)
    assert {0.0, 0.25, 0.5, 0.75, 1.0} <= set(seen)


def test_the_heart_opens_to_the_sides_and_comes_back_without_lifting() -> None:
    states = [left for left, _ in performed("heart-on-chest", Side.RIGHT)]
    widest = max(range(60), key=lambda k: abs(states[k].at[0]))
    assert all(state.touches for state in states)
    assert 10 < widest < 40
    assert abs(states[-1].at[0]) < abs(states[widest].at[0]) / 2


def test_hip_to_ankle_takes_turns_with_the_hands() -> None:
    hands = [tuple(s.travels for s in states) for states in performed("hip-to-ankle-glide", Side.RIGHT)]
    assert (True, False) in hands
    assert (False, True) in hands
    assert (True, True) not in hands


def test_two_repetitions_make_one_loop_where_hands_take_turns() -> None:
    assert authored()["hip-to-ankle-glide"].loop == 2
