"""The figure as its callers use it: views, reduced motion, tempo, fallback, camera."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.body import Area, Position, Side
from companion.domain.figure.bodies import build
from companion.domain.figure.body import BodyView
from companion.domain.figure.camera import GLIDE_SECONDS, between, glide, widened
from companion.domain.figure.choreography import (
    Arrow,
    Choreography,
    HandScore,
    JointMove,
    Manner,
    Stage,
    Waypoint,
)
from companion.domain.figure.drawing import Blob, Drawing, Frame, Patch, Role
from companion.domain.figure.expression import is_shut
from companion.domain.figure.fallback import choreography_for, fallback_choreography
from companion.domain.figure.figure import (
    View,
    baby,
    drawing,
    hand_states,
    is_moving,
    phase_at,
    without_hands,
)
from companion.domain.figure.hand import Grip, Hand, shape
from companion.domain.figure.overlay import path_layer
from companion.domain.figure.performance import hand_at, locate, pose_at
from companion.domain.figure.pose import POSES, Face, Pose, outside_easy_range, posed

from .authored import authored

FRAME = (Waypoint("navel"), Waypoint("ankle.S"))


def one_hand(stage: Stage, **more: object) -> Choreography:
    return Choreography(BodyView.ON_BACK, (HandScore(Hand.LEFT, (stage,)),), FRAME, **more)  # pyright: ignore[reportArgumentType]


@given(st.floats(0, 10_000), st.floats(0.5, 60), st.sampled_from(sorted(authored())))
def test_any_instant_can_be_drawn(t: float, period: float, name: str) -> None:
    picture = drawing(authored()[name], Side.LEFT, t, period=period)
    assert picture.still
    assert picture.moving


@given(st.floats(0, 500))
def test_a_phase_is_a_share_of_the_loop(t: float) -> None:
    assert 0.0 <= phase_at(authored()["hip-to-ankle-glide"], t, 4.0) < 1.0


def test_a_hold_keeps_its_own_tempo_however_long_it_lasts() -> None:
    hold = authored()["hand-hug"]
    assert hold.tempo == 6.0
    assert phase_at(hold, 3.0, 60.0) == pytest.approx(0.5)
    assert phase_at(hold, 60.0, 60.0) == pytest.approx(0.0)


def test_hands_that_take_turns_need_two_repetitions() -> None:
    glide = authored()["hip-to-ankle-glide"]
    assert phase_at(glide, 4.0, 4.0) == pytest.approx(0.5)


def test_with_reduced_motion_nothing_moves() -> None:
    glide, calm = authored()["hip-to-ankle-glide"], View(reduced_motion=True)
    assert drawing(glide, Side.RIGHT, 0.1, period=4, view=calm) == drawing(
        glide, Side.RIGHT, 3, period=4, view=calm
    )
    assert not is_moving(glide, calm)
    assert is_moving(glide)


def test_the_baby_alone_does_not_move() -> None:
    assert not is_moving(Choreography(BodyView.ON_BACK, (), FRAME))
    assert {layer.name for layer in baby().layers} >= {"head", "torso", "diaper", "leg.left", "arm.right"}


def test_the_baby_blinks_once_a_loop_for_a_moment() -> None:
    made = authored()["leg-sweep"]
    closed = [
        any(layer.name == "lids" for layer in drawing(made, Side.NONE, k / 100 * 4, period=4).moving)
        for k in range(100)
    ]
    assert 3 <= sum(closed) <= 5


def test_a_sleeping_baby_does_not_blink() -> None:
    assert build(BodyView.ON_BACK, Pose(face=Face.ASLEEP), Side.NONE).lids is None


def test_every_body_is_dressed_or_is_a_close_up() -> None:
    for view in BodyView:
        names = {part.name for part in build(view, Pose(), Side.RIGHT).parts}
        close_up = view is BodyView.FACE or bool({"foot", "hand"} & names)
        assert bool({"diaper", "shorts"} & names) != close_up


def test_the_facing_view_turns_the_picture_round() -> None:
    assert drawing(authored()["leg-sweep"], Side.NONE, 0, period=4, view=View(facing=True)).turn == 180.0


def test_without_hands_the_baby_is_whole() -> None:
    picture = drawing(authored()["hip-to-ankle-glide"], Side.RIGHT, 1, period=4)
    left = {layer.name for layer in without_hands(picture).layers}
    assert {"leg.right", "leg.left", "diaper"} <= left
    assert not {"path", "dot", "hand.left"} & left


def test_the_held_leg_lies_between_fingers_and_thumb() -> None:
    names = [
        layer.name for layer in drawing(authored()["hip-to-ankle-glide"], Side.RIGHT, 1, period=4).moving
    ]
    assert names.index("hand.left.under") < names.index("leg.right") < names.index("hand.left")


def test_a_lifted_hand_throws_its_shadow_further() -> None:
    stage = Stage(Manner.GLIDE, Grip.FLAT, (Waypoint("sternum"), Waypoint("tummy")), 0.0, 0.0, 0.5, 0.5)
    made = one_hand(stage)
    down, up = hand_at(made, 0, Side.RIGHT, 0.2), hand_at(made, 0, Side.RIGHT, 0.75)
    assert (down.height, down.touches) == (0.0, True)
    assert up.height == pytest.approx(1.0)
    assert not up.touches
    assert _shadow(drawing(made, Side.RIGHT, 3.0, period=4)) < _shadow(
        drawing(made, Side.RIGHT, 0.8, period=4)
    )


def _shadow(picture: Drawing) -> float:
    ground = next(layer for layer in picture.moving if layer.name == "ground.left")
    shape_ = ground.shapes[0]
    assert isinstance(shape_, Blob)
    return shape_.opacity


def test_steps_lift_a_little_from_place_to_place() -> None:
    stage = Stage(Manner.STEPS, Grip.PADS, (Waypoint("sternum"), Waypoint("tummy"), Waypoint("navel", 0, 12)))
    heights = [hand_at(one_hand(stage), 0, Side.RIGHT, k / 100).height for k in range(100)]
    assert max(heights) == pytest.approx(0.35, abs=0.02)
    assert sum(h < 0.01 for h in heights) > 60


def test_circles_run_the_other_way_round_on_the_other_side() -> None:
    stage = Stage(Manner.CIRCLE, Grip.PADS, (Waypoint("knee.S"),), size=5.0)
    right = hand_at(one_hand(stage), 0, Side.RIGHT, 0.25).at
    left = hand_at(one_hand(stage), 0, Side.LEFT, 0.25).at
    assert left == pytest.approx((-right[0], right[1]))


def test_a_stroke_that_is_not_two_sided_is_never_mirrored() -> None:
    stage = Stage(Manner.GLIDE, Grip.FLAT, (Waypoint("tummy", -20), Waypoint("tummy", 20)))
    made = one_hand(stage, two_sided=False)
    assert hand_states(made, Side.LEFT, 0.2) == hand_states(made, Side.RIGHT, 0.2)
    assert drawing(made, Side.LEFT, 1.0, period=4) == drawing(made, Side.RIGHT, 1.0, period=4)


def test_a_circle_closes_at_the_place_where_it_began() -> None:
    stage = Stage(Manner.CIRCLE, Grip.PADS, (Waypoint("knee.S"),), 0.0, 0.0, 0.9, 0.9, size=6.0)
    start, low, end = (hand_at(one_hand(stage), 0, Side.RIGHT, phase).at for phase in (0.0, 0.45, 0.9))
    assert end == pytest.approx(start)
    assert low[1] - start[1] == pytest.approx(12.0)


def test_a_hand_on_an_arm_turns_with_it_on_either_side() -> None:
    raised = one_hand(
        Stage(Manner.REST, Grip.FLAT, (Waypoint("arm.S@0.9"),)),
        joints=(("reach_right", 80.0), ("elbow_right", 0.0)),
    )
    right, left = (hand_at(raised, 0, side, 0.5).turn for side in (Side.RIGHT, Side.LEFT))
    assert left == pytest.approx(-right)


def test_a_joint_moves_there_and_back() -> None:
    still = Stage(Manner.REST, Grip.FLAT, (Waypoint("sternum"),))
    made = one_hand(still, moves=(JointMove("spread_right", 10.0, 40.0),))
    angles = [pose_at(made, Side.RIGHT, phase).spread_right for phase in (0.0, 0.5, 1.0)]
    assert angles == [10.0, 40.0, 10.0]
    assert pose_at(made, Side.LEFT, 0.5).spread_left == 40.0


@pytest.mark.parametrize(
    ("joint", "part"),
    [("flex_right", "leg.right"), ("elbow_left", "arm.left"), ("head", "head"), ("flex_left", "leg.left")],
)
def test_a_part_that_moves_is_not_in_the_still_layer(joint: str, part: str) -> None:
    still = Stage(Manner.REST, Grip.FLAT, (Waypoint("sternum"),))
    made = one_hand(still, moves=(JointMove(joint, 0.0, 20.0),))
    assert part not in {layer.name for layer in drawing(made, Side.RIGHT, 0.0, period=4).still}
    assert part in {layer.name for layer in drawing(made, Side.RIGHT, 1.0, period=4).moving}


def test_a_lifted_thigh_lies_over_the_diaper() -> None:
    names = [
        p.name for p in build(BodyView.ON_BACK, posed("relaxed", (("flex_left", 60.0),)), Side.NONE).parts
    ]
    assert names.index("leg.right") < names.index("diaper") < names.index("leg.left")


def test_a_joint_bent_too_far_is_named() -> None:
    assert outside_easy_range(posed("relaxed", (("spread_left", 90.0),))) == ("spread_left",)
    assert all(outside_easy_range(pose) == () for pose in POSES.values())


def test_a_pose_mirrored_twice_is_itself() -> None:
    for pose in POSES.values():
        assert pose.mirrored().mirrored() == pose


@pytest.mark.parametrize("face", list(Face))
def test_each_face_is_drawn_on_front_and_back_bodies(face: Face) -> None:
    for view in (BodyView.ON_BACK, BodyView.ON_TUMMY):
        head = next(p for p in build(view, Pose(face=face), Side.NONE).parts if p.name == "head")
        eyes = sum(isinstance(s, Patch) and s.fill is Role.INK for s in head.shapes)
        assert (eyes == 0) == is_shut(face)


@pytest.mark.parametrize("grip", list(Grip))
def test_every_grip_has_fingers_thumb_and_nails(grip: Grip) -> None:
    made = shape(grip)
    assert len(made.under) + sum(len(group) for group in made.over) >= 3
    assert made.nails or grip is Grip.PALM_UP
    assert made.mitten


@pytest.mark.parametrize("area", list(Area))
def test_a_stroke_without_a_choreography_gets_resting_hands(area: Area) -> None:
    made = fallback_choreography(area, (Position.ON_BACK,))
    picture = drawing(made, Side.RIGHT, 1, period=4)
    assert {"hand.left", "hand.right"} <= {layer.name for layer in picture.moving}
    skin = build(made.body, POSES[made.pose], Side.RIGHT).skin
    assert skin
    assert all(state.touches for state in hand_states(made, Side.RIGHT, 0.4))


def test_the_own_choreography_comes_before_the_plain_one_and_the_fallback() -> None:
    plain, own = authored()["hand-hug"], authored()["hand-hug@cuddle"]
    known = {"": plain, "cuddle": own}
    assert choreography_for(known, "cuddle", Area.CONTACT, ()) is own
    assert choreography_for(known, "unknown", Area.CONTACT, ()) is plain
    assert choreography_for({}, "", Area.BACK, ()).body is BodyView.ON_TUMMY


def test_the_camera_glides_from_frame_to_frame() -> None:
    a, b = Frame(0, 0, 10, 10), Frame(10, 20, 30, 40)
    assert between(a, b, 0.0) == a
    assert between(a, b, 1.0) == b
    assert between(a, b, 0.5) == Frame(5, 10, 20, 25)
    assert (b.right, b.bottom) == (40, 60)


def test_a_glide_is_over_after_its_time() -> None:
    a, b = Frame(0, 0, 10, 10), Frame(10, 20, 30, 40)
    assert glide(a, b, 0.0) == a
    assert glide(a, b, GLIDE_SECONDS / 2) == Frame(5, 10, 20, 25)
    assert glide(a, b, 99.0) == b


@pytest.mark.parametrize("aspect", [0.5, 1.0, 2.0])
def test_a_widened_frame_has_the_shape_that_is_asked_for_and_loses_nothing(aspect: float) -> None:
    inner = Frame(10, 20, 30, 40)
    out = widened(inner, aspect)
    assert out.width / out.height == pytest.approx(aspect)
    assert (out.left <= inner.left, out.top <= inner.top) == (True, True)
    assert out.left + out.width / 2 == pytest.approx(inner.left + inner.width / 2)
    assert out.width == pytest.approx(inner.width) or out.height == pytest.approx(inner.height)


def test_an_unknown_landmark_is_an_error() -> None:
    with pytest.raises(KeyError):
        locate(build(BodyView.ON_BACK, Pose(), Side.NONE), Waypoint("wing.S"), Side.RIGHT)


def test_a_path_of_one_place_has_nothing_to_show() -> None:
    assert path_layer(BodyView.ON_BACK, Pose(), Side.RIGHT, Arrow((Waypoint("navel"),))).shapes == ()
