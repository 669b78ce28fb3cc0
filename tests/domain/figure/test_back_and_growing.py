"""The strokes of the back, the holds, the legs' rolls and hugs, and the growing-up set."""

import math
from dataclasses import replace
from itertools import pairwise

import pytest

from companion.domain.body import Side
from companion.domain.figure.bodies import build
from companion.domain.figure.body import Body, BodyView
from companion.domain.figure.choreography import Manner
from companion.domain.figure.drawing import Blob, Glow, Layer, Patch, Role, Trace
from companion.domain.figure.figure import View, drawing, hand_states
from companion.domain.figure.geometry import Place, distance
from companion.domain.figure.hand import Grip, Hand
from companion.domain.figure.overlay import path_layer
from companion.domain.figure.performance import HandState, locate, pose_at
from companion.domain.figure.placing import placed, placed_body, settled, turned_body, turning
from companion.domain.figure.pose import POSES, Pose

from .authored import INSTANTS, SIDES, authored, performed

MAT_BACK = ("back-and-forth", "swoop-to-bottom", "swoop-to-feet", "back-circles", "combing")
GROWING = (
    "whats-on-top", "back-drawing", "hands-and-feet-first", "evening-leg-rub", "you-do-me", "ask-wait-stop",
)  # fmt: skip
LEGS = ("hug-and-glide-leg", "leg-roll", "bottom-relaxer", "touch-relaxation", "touch-relaxation@legs")

both_sides = pytest.mark.parametrize("side", SIDES)


def moving(name: str, side: Side, hand: int) -> list[tuple[HandState, HandState]]:
    """Neighbouring instants in which this hand travels along the same path, in contact."""
    states = [at[hand] for at in performed(name, side)]
    return [
        (a, b) for a, b in pairwise(states) if a.travels and b.travels and a.touches and b.share > a.share
    ]


@pytest.mark.parametrize("name", [*MAT_BACK, *GROWING, *LEGS, "side-carry", "resting-hands@back"])
def test_it_has_a_drawing_of_its_own(name: str) -> None:
    assert name in authored()


@both_sides
@pytest.mark.parametrize("name", [*MAT_BACK, "resting-hands@back", "back-drawing", "whats-on-top"])
def test_hands_on_the_back_stay_beside_the_spine_and_below_the_neck(name: str, side: Side) -> None:
    for states in performed(name, side):
        for state in states:
            on_back = state.touches and 0 < state.at[1] < 100
            assert not on_back or abs(state.at[0]) > 3
            assert not state.touches or state.at[1] > 10


@pytest.mark.parametrize("name", [*MAT_BACK, "resting-hands@back"])
def test_the_face_is_free_while_the_back_is_stroked(name: str) -> None:
    mouth = (34.0, -30.0)
    for states in performed(name, Side.RIGHT):
        assert all(distance(state.at, mouth) > 40 for state in states)


def test_back_and_forth_moves_the_hands_against_each_other_down_and_up() -> None:
    steps = list(pairwise(performed("back-and-forth", Side.NONE)))
    opposed = sum((b[0].at[1] - a[0].at[1]) * (b[1].at[1] - a[1].at[1]) < 0 for a, b in steps if a[0].travels)
    assert opposed > 45
    middle = [(left.at[1] + right.at[1]) / 2 for left, right in performed("back-and-forth", Side.NONE)]
    assert max(middle) > 75
    assert middle[0] < 45
    assert middle[-1] < 50


@pytest.mark.parametrize("name", ["swoop-to-bottom", "swoop-to-feet", "combing"])
def test_sweeps_go_down_on_both_sides_of_the_spine_in_turn(name: str) -> None:
    pairs = moving(name, Side.NONE, 1)
    assert len(pairs) > 20
    assert all(after.at[1] > before.at[1] for before, after in pairs)
    assert {math.copysign(1, state.at[0]) for state, _ in pairs} == {-1.0, 1.0}
    assert all(states[0].manner is Manner.REST and states[0].touches for states in performed(name, Side.NONE))


def test_the_long_sweep_reaches_the_feet_and_the_short_one_the_bottom() -> None:
    lowest = {
        name: max(s[1].at[1] for s in performed(name, Side.NONE) if s[1].touches)
        for name in ("swoop-to-feet", "swoop-to-bottom")
    }
    ankle = build(BodyView.ON_TUMMY, pose_at(authored()["swoop-to-feet"], Side.NONE, 0.0), Side.NONE)
    assert lowest["swoop-to-feet"] > ankle.spots["ankle.right"][1] - 24
    assert 70 < lowest["swoop-to-bottom"] < 110


def test_one_hand_lies_on_both_ankles_and_the_legs_lie_close() -> None:
    made = authored()["swoop-to-feet"]
    body = build(made.body, pose_at(made, Side.NONE, 0.0), Side.NONE)
    (x, _), around, _ = body.limbs["ankles"].at(0.86)
    assert abs(x) < 1
    assert around < 34


def test_combing_uses_spread_fingers_and_each_path_is_thinner_than_the_one_before() -> None:
    made = authored()["combing"]
    assert {stage.grip for stage in made.hands[1].stages} == {Grip.RAKE}
    weights = [arrow.weight for arrow in made.arrows]
    assert len(weights) == 5
    assert all(later < earlier for earlier, later in pairwise(weights))


def test_back_circles_are_small_mirrored_and_go_from_the_shoulders_to_the_bottom() -> None:
    for left, right in performed("back-circles", Side.NONE):
        assert left.at == pytest.approx((-right.at[0], right.at[1]), abs=1e-6)
    heights = [right.at[1] for _, right in performed("back-circles", Side.NONE) if right.touches]
    assert min(heights) < 30
    assert max(heights) > 95


@both_sides
def test_the_leg_hug_turns_the_hands_against_each_other_on_the_way_down(side: Side) -> None:
    first, last = performed("hug-and-glide-leg", side)[4], performed("hug-and-glide-leg", side)[48]
    assert all(b.at[1] > a.at[1] + 15 for a, b in zip(first, last, strict=True))
    turns = [(a.turn, b.turn) for a, b in performed("hug-and-glide-leg", side)]
    against = sum(
        (b[0] - a[0]) * (b[1] - a[1]) < 0
        for a, b in pairwise(turns)
        if abs(b[0] - a[0]) > 0.5 and abs(b[1] - a[1]) > 0.5
    )
    assert against > 15


@both_sides
def test_the_leg_rolls_between_two_edges_that_move_against_each_other(side: Side) -> None:
    states = performed("leg-roll", side)
    assert {s.grip for at in states for s in at if s.touches} == {Grip.EDGE}
    limb = build(BodyView.ON_BACK, pose_at(authored()["leg-roll"], side, 0.0), side).limbs[
        f"leg.{side.value}"
    ]
    for one, other in states:
        if one.touches and other.touches:
            (x, _), _, _ = limb.at(0.7)
            assert min(one.at[0], other.at[0]) < x < max(one.at[0], other.at[0])
    down = [
        (b[0].at[1] - a[0].at[1]) * (b[1].at[1] - a[1].at[1])
        for a, b in pairwise(states)
        if a[0].travels and b[0].travels
    ]
    assert sum(product < 0 for product in down) > len(down) * 0.6


def test_hands_under_the_bottom_lie_behind_it_with_the_thumb_in_front() -> None:
    names = [layer.name for layer in drawing(authored()["bottom-relaxer"], Side.NONE, 0.0, period=3.0).moving]
    for hand in Hand:
        assert names.index(f"hand.{hand}.under") < names.index("diaper") < names.index(f"hand.{hand}")


@pytest.mark.parametrize("name", ["touch-relaxation", "touch-relaxation@legs"])
def test_the_bounce_is_tiny_and_the_hands_go_along(name: str) -> None:
    made = authored()[name]
    for move in made.moves:
        assert abs(move.end - move.start) <= 12
    assert all(state.touches for states in performed(name, Side.RIGHT) for state in states)


@both_sides
def test_the_carried_baby_sways_gently_with_its_face_and_soft_spot_free(side: Side) -> None:
    made = authored()["side-carry"]
    angles = [pose_at(made, side, phase).sway for phase in INSTANTS]
    assert max(angles) - min(angles) <= 4.0
    for phase, (hand,) in zip(INSTANTS, performed("side-carry", side), strict=True):
        body = build(made.body, pose_at(made, side, phase), side)
        face = next(zone for zone in body.zones if zone.name == "face")
        assert distance(hand.at, face.centre) > face.radius[0] + 20
        assert body.spots["head"][1] < body.spots["bottom"][1]


@pytest.mark.parametrize("name", ["side-carry", "hand-hug@cuddle"])
def test_a_caregiver_who_faces_the_viewer_is_never_turned_upside_down(name: str) -> None:
    assert drawing(authored()[name], Side.RIGHT, 0.0, period=6.0, view=View(facing=True)).turn == 0.0


def test_swaying_keeps_the_shapes_of_every_layer() -> None:
    still, leaning = (build(BodyView.ON_FOREARM, Pose(sway=sway), Side.RIGHT) for sway in (0.0, 2.0))
    for one, other in zip(still.parts, leaning.parts, strict=True):
        assert other.shapes is one.shapes
        assert other.turn == 2.0


def test_the_toddler_is_dressed_and_longer_in_the_leg_than_the_baby() -> None:
    pose = POSES["child-at-ease"]
    child, baby = build(BodyView.TODDLER, pose, Side.NONE), build(BodyView.ON_BACK, pose, Side.NONE)

    def leg(body: Body) -> float:
        return distance(body.spots["hip.left"], body.spots["ankle.left"])

    assert leg(child) > leg(baby)
    fills = {s.fill for part in child.parts for s in part.shapes if isinstance(s, Blob | Patch)}
    assert {Role.TOP, Role.SHORTS, Role.HAIR} <= fills


@pytest.mark.parametrize("name", GROWING)
def test_growing_up_is_drawn_with_a_toddler(name: str) -> None:
    assert authored()[name].body in {BodyView.TODDLER, BodyView.TODDLER_ON_TUMMY, BodyView.TODDLER_RUBS}


def test_the_evening_rub_goes_down_then_up_and_one_hand_always_stays() -> None:
    made = authored()["evening-leg-rub"]
    assert all(any(s.touches for s in states) for states in performed("evening-leg-rub", Side.RIGHT))
    for hand in (0, 1):
        down, up = made.hands[hand].stages[:2]
        assert down.path == up.path[::-1]


def test_asking_never_touches_and_hands_go_back_when_the_child_says_stop() -> None:
    made = authored()["ask-wait-stop"]
    assert not any(s.touches for states in performed("ask-wait-stop", Side.NONE) for s in states)
    asking, stopped = hand_states(made, Side.NONE, 0.1), hand_states(made, Side.NONE, 0.75)
    assert all(b.at[1] > a.at[1] + 25 for a, b in zip(asking, stopped, strict=True))
    palm = [
        build(made.body, pose_at(made, Side.NONE, phase), Side.NONE).spots["hand.left"][1]
        for phase in (0.1, 0.75)
    ]
    assert palm[1] < 0 < palm[0]


def test_a_still_picture_of_asking_shows_the_child_who_says_stop() -> None:
    made = authored()["ask-wait-stop"]
    still = drawing(made, Side.NONE, 0.0, period=20.0, view=View(reduced_motion=True))
    arm = next(layer for layer in still.layers if layer.name == "arm.left")
    highest = min(y for s in arm.shapes if isinstance(s, Blob) for ring in s.fills for _, y in ring)
    assert highest < -60


def test_a_still_picture_shows_every_path_and_the_spots_of_its_own_moment() -> None:
    made = authored()["swoop-to-bottom"]
    still = drawing(made, Side.NONE, 0.0, period=3.0, view=View(reduced_motion=True))
    assert [layer.name for layer in still.layers if layer.name in {"path", "dot"}] == ["path", "path", "dot"]


def test_the_child_rubs_the_arm_with_its_own_hands() -> None:
    made = authored()["you-do-me"]
    assert made.hands == ()
    wrists: set[float] = set()
    for phase in INSTANTS:
        body = build(made.body, pose_at(made, Side.NONE, phase), Side.NONE)
        hand, arm = body.spots["hand.left"], body.spots["arm.wrist"]
        wrists.add(round(hand[0], 1))
        assert distance(hand, arm) < 40
    assert max(wrists) - min(wrists) > 8


def test_the_sun_on_the_back_stays_on_one_side_of_the_spine() -> None:
    made = authored()["back-drawing"]
    body = build(made.body, pose_at(made, Side.NONE, 0.0), Side.NONE)
    points = [locate(body, w, Side.NONE).at for arrow in made.arrows for w in arrow.path]
    assert len(points) > 25
    assert all(-36 < x < -3 for x, _ in points)


def test_a_path_to_and_fro_has_a_head_at_either_end() -> None:
    arrow = next(a for a in authored()["back-and-forth"].arrows if a.both)
    body = Pose()
    shapes = path_layer(BodyView.ON_TUMMY, body, Side.NONE, arrow).shapes
    heads = [s for s in shapes if isinstance(s, Trace) and s.role is Role.PATH]
    assert len(heads) == 2
    assert heads[0].points[1] != heads[1].points[1]


def test_a_placed_layer_moves_all_its_shapes() -> None:
    blob = Blob((((0.0, 0.0), (1.0, 0.0)),), (), Role.SKIN, Role.INK)
    shapes = (
        blob,
        Patch(((1.0, 0.0),), Role.SKIN),
        Trace(((1.0, 0.0),), Role.INK, 1.0),
        Glow((1.0, 0.0), (1, 1), Role.CHEEK),
    )
    moved = placed(Layer("x", shapes), Place(10.0, 5.0)).shapes
    assert isinstance(moved[0], Blob)
    assert moved[0].fills == (((10.0, 5.0), (11.0, 5.0)),)
    assert isinstance(moved[1], Patch)
    assert moved[1].ring == ((11.0, 5.0),)
    assert isinstance(moved[2], Trace)
    assert moved[2].points == ((11.0, 5.0),)
    assert isinstance(moved[3], Glow)
    assert moved[3].centre == (11.0, 5.0)


def test_a_turned_layer_settles_where_a_placed_one_lies() -> None:
    body = build(BodyView.ON_BACK, Pose(), Side.NONE)
    pivot, degrees = (0.0, 300.0), 3.0
    turned, moved = turned_body(body, pivot, degrees), placed_body(body, turning(pivot, degrees))
    assert turned.spots == moved.spots
    assert [settled(part) for part in turned.parts] == list(moved.parts)
    assert settled(body.parts[0]) is body.parts[0]


def test_a_childs_fist_has_no_fingers_that_stand_out() -> None:
    hands = {
        grasp: [
            ring
            for layer in build(BodyView.TODDLER, replace(Pose(), grasp=grasp), Side.NONE).parts
            for shape in layer.shapes
            if isinstance(shape, Blob)
            for ring in shape.fills
        ]
        for grasp in (0.0, 100.0)
    }
    assert len(hands[100.0]) < len(hands[0.0])
