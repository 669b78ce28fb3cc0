"""Where the strokes of the face and the arms go, and what the hands there leave free."""

import math
from itertools import pairwise

import pytest

from companion.domain.body import Side
from companion.domain.figure.bodies import build
from companion.domain.figure.body import Body, BodyView, inside, sign
from companion.domain.figure.drawing import Blob, Patch, Point
from companion.domain.figure.figure import drawing
from companion.domain.figure.hand import Grip
from companion.domain.figure.performance import HandState, pose_at
from companion.domain.figure.pose import Face, Pose

from .authored import INSTANTS, SIDES, authored, performed

FACE = (
    "forehead-open-book", "brow-strokes", "nose-to-cheek", "smile-upper", "smile-lower", "jaw-circles",
    "ears-neck-chin",
)  # fmt: skip
ARMS = (
    "armpit-strokes", "shoulder-to-wrist-glide", "hug-and-glide-arm", "palm-and-fingers", "top-of-hand",
    "wrist-circles", "wrist-to-shoulder-glide", "arm-roll",
)  # fmt: skip
OUTWARDS = ("forehead-open-book", "brow-strokes", "smile-upper", "smile-lower")
EYES = {"face": (33.0, -1.5), "on-back": (19.3, -57.0)}
PUPIL = {"face": 6.0, "on-back": 4.5}

both_sides = pytest.mark.parametrize("side", SIDES)


def body_of(name: str, side: Side = Side.RIGHT, phase: float = 0.0) -> Body:
    made = authored()[name]
    return build(made.body, pose_at(made, side, phase), side)


def travelling(name: str, side: Side, hand: int) -> list[tuple[HandState, HandState]]:
    """Neighbouring instants in which this hand goes on along its path."""
    states = [both[hand] for both in performed(name, side)]
    return [(b, a) for b, a in pairwise(states) if b.travels and a.travels and b.touches and a.touches]


@pytest.mark.parametrize("name", FACE + ARMS)
def test_every_stroke_of_face_and_arms_is_drawn(name: str) -> None:
    assert name in authored()


@pytest.mark.parametrize("name", FACE)
def test_the_two_hands_on_a_face_mirror_each_other(name: str) -> None:
    for left, right in performed(name, Side.RIGHT):
        assert left.at == pytest.approx((-right.at[0], right.at[1]), abs=1e-6)
        assert left.turn == pytest.approx(-right.turn, abs=1e-6)


@pytest.mark.parametrize("name", FACE)
def test_only_thumbs_and_pads_touch_a_face(name: str) -> None:
    grips = {state.grip for states in performed(name, Side.RIGHT) for state in states}
    assert grips <= {Grip.THUMB, Grip.THUMB_BESIDE, Grip.PADS}


@pytest.mark.parametrize("name", OUTWARDS)
@pytest.mark.parametrize("hand", [0, 1])
def test_these_face_strokes_go_from_the_middle_outwards(name: str, hand: int) -> None:
    pairs = travelling(name, Side.RIGHT, hand)
    assert len(pairs) > 20
    assert all(abs(after.at[0]) >= abs(before.at[0]) for before, after in pairs)


def test_the_forehead_is_stroked_between_brows_and_hairline() -> None:
    spots = body_of("forehead-open-book").spots
    heights = [state.at[1] for states in performed("forehead-open-book", Side.RIGHT) for state in states]
    assert min(heights) > spots["hairline"][1]
    assert max(heights) < spots["brow"][1]


def test_beside_the_nose_the_thumbs_go_up_and_then_down_and_out() -> None:
    ys = [after.at[1] for _, after in travelling("nose-to-cheek", Side.RIGHT, 0)]
    top = ys.index(min(ys))
    assert 3 < top < len(ys) - 10
    assert all(b <= a for a, b in pairwise(ys[:top]))
    last = travelling("nose-to-cheek", Side.RIGHT, 0)[-1][1]
    assert last.at[1] > EYES["face"][1] + 15
    assert abs(last.at[0]) > 50


def test_a_smile_ends_at_the_corners_above_where_the_lower_one_began() -> None:
    corner = body_of("smile-upper").spots["lip_corner.right"]
    for name in ("smile-upper", "smile-lower"):
        assert math.dist(travelling(name, Side.RIGHT, 0)[-1][1].at, corner) < 6
    first, last = (
        travelling("smile-lower", Side.RIGHT, 0)[0][0],
        travelling("smile-lower", Side.RIGHT, 0)[-1][1],
    )
    assert last.at[1] < first.at[1] - 10


def test_ears_neck_and_chin_come_in_this_order_and_stay_at_the_sides() -> None:
    spots = body_of("ears-neck-chin").spots
    points = [after.at for _, after in travelling("ears-neck-chin", Side.RIGHT, 0)]
    near = [
        min(range(len(points)), key=lambda k: math.dist(points[k], spots[place]))
        for place in ("ear_top.right", "behind_ear.right", "neck_side.right", "under_chin.right")
    ]
    assert near == sorted(near)
    assert all(abs(x) > 20 for x, _ in points)


def covers(name: str, side: Side, phase: float, at: Point) -> bool:
    """Whether a hand is painted over this point."""
    picture = drawing(authored()[name], side, phase * authored()[name].loop, period=1.0)
    over = [part for part in picture.moving if part.name in {"hand.left", "hand.right"}]
    rings = [
        ring
        for part in over
        for shape in part.shapes
        for ring in (
            shape.fills if isinstance(shape, Blob) else (shape.ring,) if isinstance(shape, Patch) else ()
        )
    ]
    return any(inside(at, ring) for ring in rings)


@pytest.mark.parametrize("name", (*FACE, "hand-hug", "resting-hands@head"))
def test_no_hand_ever_covers_the_middle_of_an_eye(name: str) -> None:
    view = authored()[name].body.value
    (x, y), r = EYES[view], PUPIL[view]
    rim = [(0.0, 0.0), (r, 0.0), (-r, 0.0), (0.0, r)]
    if view == "face":
        rim = [(0.0, 0.0), (r, 0.0), (0.0, r)]
    for phase in INSTANTS[::4]:
        for s in (-1, 1):
            assert not any(covers(name, Side.RIGHT, phase, (s * (x + dx), y + dy)) for dx, dy in rim), phase


def test_the_hand_round_the_crown_keeps_off_the_soft_spot() -> None:
    zone = next(z for z in body_of("hand-hug").zones if z.name == "soft-spot")
    (x, y), (rx, ry) = zone.centre, zone.radius
    rim = [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in (k * math.pi / 4 for k in range(8))]
    assert not any(covers("hand-hug", Side.RIGHT, 0.0, p) for p in [zone.centre, *rim])


@both_sides
@pytest.mark.parametrize(
    ("name", "away"),
    [
        ("shoulder-to-wrist-glide", 1),
        ("hug-and-glide-arm", 1),
        ("arm-roll", 1),
        ("wrist-to-shoulder-glide", -1),
    ],
)
def test_arm_strokes_run_along_the_whole_arm_in_their_own_direction(name: str, side: Side, away: int) -> None:
    shoulder = body_of(name, side).spots[f"shoulder.{side.value}"]
    for hand in (0, 1):
        pairs = [(b, a) for b, a in travelling(name, side, hand) if a.share >= b.share]
        assert len(pairs) > 15
        assert away * (math.dist(pairs[-1][1].at, shoulder) - math.dist(pairs[0][0].at, shoulder)) > 20


@both_sides
@pytest.mark.parametrize(
    "name", [name for name in ARMS if name not in {"palm-and-fingers", "top-of-hand", "wrist-circles"}]
)
def test_the_arm_lies_out_to_its_own_side_and_is_never_pulled_straight(name: str, side: Side) -> None:
    pose = pose_at(authored()[name], side, 0.0)
    spots = body_of(name, side).spots
    assert 8 < pose.angle("elbow", side) < 60
    assert (spots[f"hand.{side.value}"][0] - spots[f"shoulder.{side.value}"][0]) * sign(side) > 30


@both_sides
def test_the_two_hands_turn_opposite_ways_as_they_slide(side: Side) -> None:
    turns = [(a.turn, b.turn) for a, b in performed("hug-and-glide-arm", side) if a.travels and b.travels]
    means = [sum(column) / len(turns) for column in zip(*turns, strict=True)]
    opposite = sum((a - means[0]) * (b - means[1]) < 0 for a, b in turns)
    assert opposite > len(turns) * 0.6


@both_sides
def test_the_top_of_the_hand_is_stroked_from_wrist_to_fingers(side: Side) -> None:
    for hand in (0, 1):
        pairs = travelling("top-of-hand", side, hand)
        assert pairs
        assert all(after.at[1] >= before.at[1] for before, after in pairs)
    fingers = body_of("top-of-hand", side).spots["finger_root3"]
    assert max(s.at[1] for states in performed("top-of-hand", side) for s in states) > fingers[1]


@both_sides
def test_the_palm_opens_before_each_finger_is_rolled_from_root_to_tip(side: Side) -> None:
    made = authored()["palm-and-fingers"]
    pressed = [
        k
        for k, (_, s) in enumerate(performed("palm-and-fingers", side))
        if s.grip is Grip.THUMB and s.touches
    ]
    rolled = [
        k
        for k, (_, s) in enumerate(performed("palm-and-fingers", side))
        if s.grip is Grip.PINCH and s.touches
    ]
    assert max(pressed) < min(rolled)
    assert pose_at(made, side, INSTANTS[min(rolled)]).grasp < pose_at(made, side, 0.0).grasp - 30
    for number in range(1, 6):
        tip = body_of("palm-and-fingers", side, 0.5).spots[f"finger{number}"]
        assert any(math.dist(performed("palm-and-fingers", side)[k][1].at, tip) < 8 for k in rolled)


@both_sides
def test_a_hand_stays_under_the_arm_or_hand_while_the_other_strokes(side: Side) -> None:
    for name in ("armpit-strokes", "palm-and-fingers"):
        assert all(states[0].touches for states in performed(name, side))


def test_the_fingers_of_an_open_palm_are_longer_than_those_of_a_fist() -> None:
    def length(grasp: float) -> float:
        spots = build(BodyView.PALM, Pose(grasp=grasp), Side.RIGHT).spots
        return spots["finger_root3"][1] - spots["finger3"][1]

    assert length(0) > 30 > 16 > length(100)


@pytest.mark.parametrize("view", [BodyView.PALM, BodyView.HAND_TOP])
def test_the_thumb_of_the_right_hand_lies_towards_the_head_or_body(view: BodyView) -> None:
    right, left = (build(view, Pose(), side).spots for side in SIDES)
    assert right["finger1"][0] > right["finger5"][0]
    assert left["finger1"][0] < left["finger5"][0]


def test_a_face_that_sleeps_has_its_eyes_closed_and_does_not_blink() -> None:
    awake, asleep = (build(BodyView.FACE, Pose(face=face), Side.NONE) for face in (Face.CALM, Face.ASLEEP))
    assert awake.lids is not None
    assert asleep.lids is None
