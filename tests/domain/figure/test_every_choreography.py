"""What must be true of every stroke that is drawn: on both sides, in every view, at two hundred instants of its loop.

What is a pure transform of something else is proven to be one: then one side and one view stand for all of them.
The ``soak`` marker has the version that takes nothing for granted.
"""

import pytest

from companion.domain.body import Side
from companion.domain.figure.bodies import build
from companion.domain.figure.body import Body, BodyView, inside
from companion.domain.figure.drawing import Blob, Layer, Patch
from companion.domain.figure.figure import View, drawing, drawn_side, hand_states, loop_seconds
from companion.domain.figure.geometry import distance
from companion.domain.figure.performance import pose_at

from .authored import SIDES, authored, performed
from .facts import COUNT, NOT_MIRRORED, Case, cases, instants, wrist_of

NAMES = sorted(authored())
BRISK = 3600.0 / COUNT
"""Body units that a hand may go between two instants; 3600 a loop is the way back of a lifted hand."""

every_stroke = pytest.mark.parametrize("name", NAMES)
every_case = pytest.mark.parametrize("case", cases(), ids=str)
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


@every_case
def test_hands_never_jump_from_one_instant_to_the_next(case: Case) -> None:
    assert [(i.phase, i.jump) for i in instants(case) if i.jump >= BRISK] == []


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
    for phase in (0.0, 0.19, 0.5, 0.83):
        right, left = body_of(name, Side.RIGHT, phase), body_of(name, Side.LEFT, phase)
        for spot, (x, y) in right.spots.items():
            if spot != "head" or right.view not in NOT_MIRRORED:
                assert left.spots[exchanged(spot)] == pytest.approx((-x, y), abs=1e-6)
        if right.view not in NOT_MIRRORED:
            assert mirrored(zones(right)) == zones(left)


def exchanged(name: str) -> str:
    """The same place on the other side."""
    return name.replace(".right", ".?").replace(".left", ".right").replace(".?", ".left")


def zones(body: Body) -> dict[str, tuple[float, ...]]:
    """The places that are not to be touched, and how large they are."""
    return {zone.name: tuple(round(n, 6) + 0.0 for n in (*zone.centre, *zone.radius)) for zone in body.zones}


def mirrored(known: dict[str, tuple[float, ...]]) -> dict[str, tuple[float, ...]]:
    """The same on the other side of the middle line."""
    return {exchanged(name): (0.0 - x, *rest) for name, (x, *rest) in known.items()}


@every_case
def test_hands_stay_on_the_body_while_they_touch(case: Case) -> None:
    assert [(i.phase, i.off_the_body) for i in instants(case) if i.off_the_body] == []


@every_case
def test_no_touch_crosses_a_place_that_is_not_to_be_touched(case: Case) -> None:
    assert [(i.phase, i.forbidden) for i in instants(case) if i.forbidden] == []


@every_case
def test_one_hand_always_stays_on_the_baby_while_the_hands_take_turns(case: Case) -> None:
    if case.made.loop == 2:
        assert all(any(state.touches for state in i.states) for i in instants(case))


@every_case
def test_no_joint_leaves_its_easy_range(case: Case) -> None:
    assert [(i.phase, i.overbent) for i in instants(case) if i.overbent] == []


@every_case
def test_thumbs_are_on_the_right_side_of_their_hands(case: Case) -> None:
    assert [(i.phase, i.inside_out) for i in instants(case) if i.inside_out] == []


@every_case
def test_forearms_come_from_the_caregiver(case: Case) -> None:
    made = case.made
    body = body_of(case.name, case.side)
    picture = drawing(made, case.side, 0.0, period=4.0)
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


@every_case
def test_wrists_lie_between_the_touch_and_the_elbow(case: Case) -> None:
    made = case.made
    body = body_of(case.name, case.side)
    for i in instants(case)[:: COUNT // 20]:
        for state, score in zip(i.states, made.hands, strict=True):
            out = 1.0 if (state.hand.value == "right") != body.facing else -1.0
            elbow = (out * (body.elbow[0] + score.elbow[0]), body.elbow[1] + score.elbow[1])
            assert distance(wrist_of(state, body.hand_scale), elbow) < distance(state.at, elbow) + 12.0


@every_case
def test_the_frame_shows_the_hands_where_they_touch(case: Case) -> None:
    frame = drawing(case.made, case.side, 0.0, period=4.0).frame
    for i in instants(case):
        for state in i.states:
            if state.touches:
                assert frame.left < state.at[0] < frame.right
                assert frame.top < state.at[1] < frame.bottom


@every_case
def test_no_hand_is_painted_over_the_middle_of_an_eye(case: Case) -> None:
    made = case.made
    for phase in (k / 20 for k in range(20)):
        eyes = [zone.centre for zone in body_of(case.name, case.side, phase).zones if "eye" in zone.name]
        if not eyes:
            return
        hands = [
            layer
            for layer in drawing(made, case.side, phase * loop_seconds(made, 4.0), period=4.0).moving
            if layer.name in {"hand.left", "hand.right"}
        ]
        assert not [(phase, eye) for eye in eyes for hand in hands if covers(hand, eye)]


def covers(layer: Layer, p: tuple[float, float]) -> bool:
    """Whether a layer is painted over a point."""
    rings = [shape.fills for shape in layer.shapes if isinstance(shape, Blob)]
    rings += [(shape.ring,) for shape in layer.shapes if isinstance(shape, Patch)]
    return any(inside(p, ring) for group in rings for ring in group)


@pytest.mark.soak
@pytest.mark.parametrize("view", [View(), View(facing=True), View(mirrored=True), View(left_handed=True)])
@both_sides
@every_stroke
def test_all_of_it_holds_on_every_side_and_in_every_view_with_nothing_taken_for_granted(
    name: str, side: Side, view: View
) -> None:
    case = Case(name, view.left_handed, side)
    for i in instants(case):
        assert (i.off_the_body, i.forbidden, i.inside_out, i.overbent) == ((), (), (), ()), i.phase
        assert i.jump < BRISK, i.phase
        picture = drawing(
            authored()[name], side, i.phase * loop_seconds(case.made, 4.0), period=4.0, view=view
        )
        assert {f"hand.{state.hand.value}" for state in i.states} <= {layer.name for layer in picture.moving}
        assert picture.frame == drawing(authored()[name], side, 0.0, period=4.0, view=view).frame
