"""What must be true of every stroke that is drawn, on both sides, at sixty instants of its loop."""

from itertools import pairwise

import pytest

from companion.domain.body import Side
from companion.domain.figure.bodies import build
from companion.domain.figure.body import Body, BodyView, inside
from companion.domain.figure.choreography import Manner
from companion.domain.figure.figure import drawing, drawn_side, hand_states, loop_seconds
from companion.domain.figure.geometry import distance
from companion.domain.figure.hand import Grip, Hand
from companion.domain.figure.hand_drawing import place_of
from companion.domain.figure.performance import HandState, pose_at
from companion.domain.figure.pose import outside_easy_range

from .authored import INSTANTS, SIDES, authored, performed

NAMES = sorted(authored())
ROUND = {Grip.THUMB, Grip.PINCH, Grip.UNDER_BOTTOM, Grip.THUMB_BESIDE, Grip.ROUND_CROWN}
PALM_SEEN = {Grip.C_GRIP, Grip.PALM_UP}

every_stroke = pytest.mark.parametrize("name", NAMES)
both_sides = pytest.mark.parametrize("side", SIDES)


def body_of(name: str, side: Side, phase: float = 0.0) -> Body:
    made = authored()[name]
    side = drawn_side(made, side)
    return build(made.body, pose_at(made, side, phase), side)


@pytest.mark.parametrize(
    "name",
    [
        "permission", "hand-hug", "hand-hug@cuddle", "resting-hands@legs", "resting-hands@chest",
        "resting-hands@hands", "resting-hands@feet", "hip-to-ankle-glide", "thumb-over-thumb", "ankle-to-hip-glide",
        "leg-sweep", "heart-on-chest", "swoop-to-bottom@on-chest", "toe-roll", "under-toes", "thumb-press",
        "top-of-foot", "ankle-circles",
    ],
)  # fmt: skip
def test_every_step_of_the_first_routines_is_drawn(name: str) -> None:
    assert name in authored()


@both_sides
@every_stroke
def test_the_picture_at_the_end_of_a_loop_is_the_one_at_its_start(name: str, side: Side) -> None:
    made = authored()[name]
    whole = loop_seconds(made, 4.0)
    assert drawing(made, side, whole, period=4.0) == drawing(made, side, 0.0, period=4.0)


@both_sides
@every_stroke
def test_hands_do_not_jump_where_the_loop_closes(name: str, side: Side) -> None:
    made = authored()[name]
    before, after = hand_states(made, side, 0.9999), hand_states(made, side, 0.0)
    assert all(distance(b.at, a.at) < 1.0 for b, a in zip(before, after, strict=True))


@both_sides
@every_stroke
def test_hands_never_jump_from_one_instant_to_the_next(name: str, side: Side) -> None:
    made = authored()[name]
    count = 200 if made.moves else 600  # a body that moves is built anew each time
    fine = [hand_states(made, side, k / count) for k in range(count)]
    for before, after in pairwise(fine):
        assert all(distance(b.at, a.at) < 3600.0 / count for b, a in zip(before, after, strict=True))


@every_stroke
def test_left_is_the_mirror_image_of_right_unless_it_may_not_be_mirrored(name: str) -> None:
    if not authored()[name].two_sided:
        assert performed(name, Side.RIGHT) == performed(name, Side.LEFT)
        return
    for right, left in zip(performed(name, Side.RIGHT), performed(name, Side.LEFT), strict=True):
        for one, other in zip(right, left, strict=True):
            assert other.hand is one.hand.other
            assert (other.grip, other.touches) == (one.grip, one.touches)
            assert other.at == pytest.approx((-one.at[0], one.at[1]), abs=1e-6)
            assert other.turn == pytest.approx(-one.turn, abs=1e-6)


@every_stroke
def test_the_baby_is_mirrored_with_the_side(name: str) -> None:
    if not authored()[name].two_sided:
        return
    right, left = body_of(name, Side.RIGHT), body_of(name, Side.LEFT)
    for spot, (x, y) in right.spots.items():
        if spot == "head":
            continue
        other = spot.replace(".right", ".?").replace(".left", ".right").replace(".?", ".left")
        assert left.spots[other] == pytest.approx((-x, y), abs=1e-6)


@both_sides
@every_stroke
def test_hands_stay_on_the_body_while_they_touch(name: str, side: Side) -> None:
    for phase, states in zip(INSTANTS, performed(name, side), strict=True):
        skin = body_of(name, side, phase).skin
        for state in states:
            assert not state.touches or any(inside(state.at, ring) for ring in skin), (phase, state.at)


@both_sides
@every_stroke
def test_no_touch_crosses_a_place_that_is_not_to_be_touched(name: str, side: Side) -> None:
    for phase, states in zip(INSTANTS, performed(name, side), strict=True):
        zones = body_of(name, side, phase).zones
        for state in states:
            on_skin = state.touches and state.manner is not Manner.HOLD  # a limb that is held lies above
            crossed = [zone.name for zone in zones if on_skin and zone.holds(state.at)]
            assert crossed == [], (phase, state.at)


@both_sides
@every_stroke
def test_one_hand_always_stays_on_the_baby_while_the_hands_take_turns(name: str, side: Side) -> None:
    made = authored()[name]
    if made.loop != 2:
        return
    assert all(any(state.touches for state in states) for states in performed(name, side))


@both_sides
@every_stroke
def test_no_joint_leaves_its_easy_range(name: str, side: Side) -> None:
    made = authored()[name]
    assert all(outside_easy_range(pose_at(made, side, phase)) == () for phase in INSTANTS)


def thumb_is_on_the_right_side(state: HandState, scale: float) -> bool:
    """Of a hand seen from its back, the thumb of a right hand lies on the viewer's left of its fingers; of one whose
    palm looks at the viewer, on the right."""
    place, grip = place_of(state, scale)
    wx, wy = place.point(grip.wrist[:2])
    fx, fy = place.point(grip.fingers)
    tx, ty = place.point(grip.thumb)
    if state.grip is Grip.EDGE:
        return place.flip == (state.hand is Hand.LEFT)
    if state.grip in ROUND:
        return (wx > tx) == (state.hand is Hand.RIGHT)
    cross = (fx - wx) * (ty - wy) - (fy - wy) * (tx - wx)
    return (cross < 0) == ((state.hand is Hand.RIGHT) != (state.grip in PALM_SEEN))


@both_sides
@every_stroke
def test_thumbs_are_on_the_right_side_of_their_hands(name: str, side: Side) -> None:
    scale = body_of(name, side).hand_scale
    for states in performed(name, side):
        assert all(thumb_is_on_the_right_side(state, scale) for state in states)


@both_sides
@every_stroke
def test_forearms_come_from_the_caregiver(name: str, side: Side) -> None:
    body, made = body_of(name, side), authored()[name]
    picture = drawing(made, side, 0.0, period=4.0)
    lowest = picture.frame.bottom
    for score in made.hands:
        if body.facing:
            assert made.body in {BodyView.ON_CHEST, BodyView.ON_FOREARM}
        else:
            assert body.elbow[1] + score.elbow[1] > lowest + 5


@both_sides
@every_stroke
def test_the_same_question_gets_the_same_picture(name: str, side: Side) -> None:
    made = authored()[name]
    first = drawing(made, side, 1.3, period=4.0)
    drawing(made, side.other, 2.9, period=3.0)
    again = drawing(made, side, 1.3, period=4.0)
    assert again == first
    assert again.still is first.still


@every_stroke
def test_the_frame_shows_the_hands_where_they_touch(name: str) -> None:
    frame = drawing(authored()[name], Side.RIGHT, 0.0, period=4.0).frame
    for states in performed(name, Side.RIGHT):
        for state in states:
            if state.touches:
                assert frame.left < state.at[0] < frame.right
                assert frame.top < state.at[1] < frame.bottom
