"""The gentle movements: the baby's limbs move, hands go along with them, and nothing is forced."""

import math
from functools import cache
from itertools import pairwise

import pytest

from companion.domain.body import Side
from companion.domain.figure.bodies import build
from companion.domain.figure.bodies.leg import SHIN, THIGH
from companion.domain.figure.body import Body
from companion.domain.figure.choreography import Manner
from companion.domain.figure.drawing import Point
from companion.domain.figure.figure import drawing
from companion.domain.figure.performance import landmark_name, pose_at
from companion.domain.figure.pose import Pose, outside_easy_range

from .authored import INSTANTS, SIDES, authored, performed

MOVEMENTS = (
    "arm-cross", "opposite-arm-and-leg", "leg-cross", "bicycle",
    "knees-to-tummy", "knees-side-to-side", "long-legs", "leg-lift-rhyme",
)  # fmt: skip

every_movement = pytest.mark.parametrize("name", MOVEMENTS)
both_sides = pytest.mark.parametrize("side", SIDES)


def poses(name: str, side: Side = Side.RIGHT) -> list[Pose]:
    return [pose_at(authored()[name], side, phase) for phase in INSTANTS]


@cache
def bodies(name: str, side: Side = Side.RIGHT) -> list[Body]:
    made = authored()[name]
    return [build(made.body, pose, side) for pose in poses(name, side)]


def spots(name: str, spot: str, side: Side = Side.RIGHT) -> list[Point]:
    return [body.spots[spot] for body in bodies(name, side)]


@every_movement
def test_it_has_a_drawing_of_its_own(name: str) -> None:
    assert authored()[name].moves


@both_sides
@every_movement
def test_the_head_is_never_moved(name: str, side: Side) -> None:
    assert {pose.head for pose in poses(name, side)} == {0.0}


@both_sides
@every_movement
def test_no_joint_leaves_its_easy_range_at_any_instant(name: str, side: Side) -> None:
    made = authored()[name]
    assert all(outside_easy_range(pose_at(made, side, k / 200)) == () for k in range(200))


@every_movement
def test_limbs_move_slowly_and_come_back(name: str) -> None:
    for spot in ("knee.right", "ankle.left", "wrist.right"):
        way = spots(name, spot)
        assert max(math.dist(a, b) for a, b in pairwise(way)) < 16
        assert math.dist(way[-1], way[0]) < 8


@every_movement
def test_bones_keep_their_length(name: str) -> None:
    for body in bodies(name):
        for side in ("right", "left"):
            hip, knee, ankle = (body.spots[f"{joint}.{side}"] for joint in ("hip", "knee", "ankle"))
            assert math.dist(hip, knee) <= THIGH + 0.1
            assert math.dist(knee, ankle) <= SHIN + 0.1


@every_movement
def test_a_leg_does_not_change_the_way_it_is_drawn_on_its_way(name: str) -> None:
    named = [{part.name for part in body.parts} for body in bodies(name)]
    assert all(names == named[0] for names in named)


@both_sides
@every_movement
def test_hands_go_along_with_what_they_hold(name: str, side: Side) -> None:
    held = [s for states in performed(name, side) for s in states if s.manner is Manner.HOLD]
    assert held
    assert all(s.touches for s in held)
    drawn = {part.name for part in drawing(authored()[name], side, 0.0, period=6.0).moving}
    for score in authored()[name].hands:
        assert landmark_name(score.holds, side) in drawn


def test_both_knees_come_to_the_tummy_and_are_held_there_for_two_thirds_of_the_time() -> None:
    for side in ("right", "left"):
        heights = [y for _, y in spots("knees-to-tummy", f"knee.{side}")]
        assert max(heights) > 115
        assert sum(y < 80 for y in heights) / len(heights) >= 0.55


def test_hands_keep_still_at_the_knees_and_let_go_at_the_end() -> None:
    states = [left for left, _ in performed("knees-to-tummy", Side.RIGHT)]
    held = states[8:40]
    assert all(s.touches and math.dist(s.at, held[0].at) < 0.1 for s in held)
    assert not states[-4].touches


def test_one_knee_comes_up_then_the_other() -> None:
    right, left = (spots("bicycle", f"knee.{side}") for side in ("right", "left"))
    up = [(r[1] < 85, other[1] < 85) for r, other in zip(right, left, strict=True)]
    assert (True, False) in up
    assert (False, True) in up
    assert (True, True) not in up


def test_knees_rock_together_a_little_to_each_side() -> None:
    right, left = (spots("knees-side-to-side", f"knee.{side}") for side in ("right", "left"))
    middles = [(r[0] + other[0]) / 2 for r, other in zip(right, left, strict=True)]
    gaps = [other[0] - r[0] for r, other in zip(right, left, strict=True)]
    assert 8 < max(middles) < 25
    assert -25 < min(middles) < -8
    assert max(gaps) - min(gaps) < 8


def test_long_legs_go_only_to_their_own_length_and_are_let_go() -> None:
    for pose in poses("long-legs"):
        assert pose.flex_right + pose.spread_right > 30
    made = performed("long-legs", Side.RIGHT)
    lowest = max(range(60), key=lambda k: spots("long-legs", "ankle.right")[k][1])
    assert made[lowest][0].touches
    back = [states[0].touches for states in made[lowest + 8 : 52]]
    assert not any(back)


def test_legs_go_up_and_down_together() -> None:
    right, left = (spots("leg-lift-rhyme", f"ankle.{side}") for side in ("right", "left"))
    assert all(r[1] == pytest.approx(other[1]) for r, other in zip(right, left, strict=True))
    assert max(y for _, y in right) - min(y for _, y in right) > 35


def crossings(name: str, joint: str) -> list[int]:
    """Instants at which the right one lies on the viewer's right of the left one."""
    right, left = (spots(name, f"{joint}.{side}") for side in ("right", "left"))
    return [k for k, (r, other) in enumerate(zip(right, left, strict=True)) if r[0] > other[0]]


def rounds(instants: list[int]) -> list[list[int]]:
    """Instants without gaps, gathered."""
    out: list[list[int]] = []
    for k in instants:
        if out and k == out[-1][-1] + 1:
            out[-1].append(k)
        else:
            out.append([k])
    return out


def on_top(name: str, kind: str, instant: int) -> str:
    """Which of the two limbs is painted last."""
    return [p.name for p in bodies(name)[instant].parts if p.name.startswith(kind + ".")][-1]


def test_arms_cross_three_times_with_the_other_on_top_and_open_wide() -> None:
    crossed = rounds(crossings("arm-cross", "wrist"))
    assert len(crossed) == 3
    tops = [on_top("arm-cross", "arm", k[len(k) // 2]) for k in crossed]
    assert tops == ["arm.right", "arm.left", "arm.right"]
    hands = spots("arm-cross", "hand.left")
    assert max(x for x, _ in hands) > 90


def test_legs_cross_twice_with_the_other_on_top_and_open() -> None:
    crossed = rounds(crossings("leg-cross", "ankle"))
    assert len(crossed) == 2
    tops = [on_top("leg-cross", "shin", k[len(k) // 2]) for k in crossed]
    assert tops == ["shin.right", "shin.left"]


@pytest.mark.parametrize(
    ("side", "hand", "foot"), [(Side.RIGHT, "right", "left"), (Side.LEFT, "left", "right")]
)
def test_a_hand_meets_the_opposite_foot_over_the_middle(side: Side, hand: str, foot: str) -> None:
    hands, ankles = (spots("opposite-arm-and-leg", f"{s}", side) for s in (f"hand.{hand}", f"ankle.{foot}"))
    apart = [math.dist(h, a) for h, a in zip(hands, ankles, strict=True)]
    assert min(apart) < 40
    assert max(apart) > 180
    meet = apart.index(min(apart))
    assert abs(hands[meet][0]) < 25
    still = spots("opposite-arm-and-leg", f"ankle.{hand}", side)
    assert len(set(still)) == 1
