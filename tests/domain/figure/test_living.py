"""The living baby: breath and small movements, smooth, always the same, and never where hands are."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.body import Side
from companion.domain.figure.bodies import build, on_back, on_tummy
from companion.domain.figure.body import Body, inside
from companion.domain.figure.choreography import Choreography
from companion.domain.figure.drawing import Blob, Layer
from companion.domain.figure.figure import View, drawing, drawn_side
from companion.domain.figure.free_limbs import free_limbs
from companion.domain.figure.living import (
    ASLEEP,
    CALM,
    CHILD_BREATHS,
    DOZING,
    LIVELY,
    Stirring,
    Vigour,
    breath,
    life_of,
    living_parts,
    stir,
    vigour_of,
)
from companion.domain.figure.performance import pose_at
from companion.domain.figure.placing import turning
from companion.domain.figure.pose import EASY, POSES, Face

from .authored import authored, performed

NAMES = sorted(authored())
ALIVE = View(living=True)
VIGOURS = (CALM, DOZING, LIVELY)
seconds = st.floats(0, 600)
every_stroke = pytest.mark.parametrize("name", NAMES)


def life(name: str, side: Side) -> dict[str, Stirring]:
    made = authored()[name]
    found = life_of(made, drawn_side(made, side))
    return dict(found.limbs) if found is not None else {}


@given(seconds, st.sampled_from((*VIGOURS, ASLEEP)))
def test_breath_is_smooth(t: float, vigour: Vigour) -> None:
    assert 0.0 <= breath(t, vigour) <= 1.0
    assert abs(breath(t + 1 / 60, vigour) - breath(t, vigour)) < 0.05


def test_a_calm_baby_breathes_forty_times_a_minute_and_more_slowly_asleep() -> None:
    assert [risings(v) for v in (CALM, ASLEEP)] == [40, 30]
    assert vigour_of(Face.ASLEEP).breaths < vigour_of(Face.DROWSY).breaths < vigour_of(Face.ALERT).breaths


def risings(vigour: Vigour) -> int:
    curve = [breath(k / 100, vigour) for k in range(6001)]
    return sum(a < 0.5 <= b for a, b in pairwise(curve))


def test_an_older_child_breathes_more_slowly() -> None:
    whole = life_of(authored()["ask-wait-stop"], Side.NONE)
    assert whole is not None
    assert whole.vigour.breaths == CHILD_BREATHS


@given(seconds, st.integers(1, 40), st.sampled_from(VIGOURS))
def test_limbs_never_jump(t: float, seed: int, vigour: Vigour) -> None:
    now, soon = stir(t, seed, vigour), stir(t + 1 / 60, seed, vigour)
    assert -1.0 <= now <= 1.0
    assert abs(soon - now) < 0.08


@given(seconds, st.integers(1, 40))
def test_the_same_seed_stirs_in_the_same_way(t: float, seed: int) -> None:
    assert stir(t, seed, CALM) == stir(t, seed, CALM)


def test_limbs_lie_still_most_of_the_time_and_do_not_all_stir_at_once() -> None:
    moved = [[abs(stir(k / 10, seed, CALM)) > 0.02 for k in range(6000)] for seed in (1, 2, 3, 4)]
    assert all(0.02 < sum(one) / len(one) < 0.3 for one in moved)
    together = sum(all(at) for at in zip(*moved, strict=True))
    assert together < 60


def test_a_sleeping_baby_does_not_kick() -> None:
    assert all(stir(k / 10, 1, ASLEEP) == 0.0 for k in range(600))


@every_stroke
def test_hands_and_paths_are_where_they_are_beside_a_baby_that_keeps_still(name: str) -> None:
    made = authored()[name]
    side = Side.LEFT
    for t in (0.7, 2.9):
        alive = drawing(made, side, t, period=4.0, view=ALIVE)
        still = drawing(made, side, t, period=4.0)
        assert around(alive.layers) == around(still.layers)
        assert {layer.name for layer in alive.layers} == {layer.name for layer in still.layers}


def around(layers: tuple[Layer, ...]) -> list[Layer]:
    return [layer for layer in layers if layer.name.partition(".")[0] in {"hand", "ground", "path", "dot"}]


@every_stroke
def test_no_hand_touches_a_limb_that_stirs(name: str) -> None:
    made = authored()[name]
    side = Side.RIGHT
    limbs = life(name, side)
    if not limbs:
        return
    drawn = drawn_side(made, side)
    body = build(made.body, pose_at(made, drawn, 0.0), drawn)
    for limb in limbs:
        rings = list(outlines(body, limb))
        for states in performed(name, side):
            for state in states:
                assert not any(inside(state.at, ring) for ring in rings), (limb, state.at)


def outlines(body: Body, limb: str) -> list[tuple[tuple[float, float], ...]]:
    """The outer part of a limb: what lies further from its root than its own length's half."""
    part = next(part for part in body.parts if part.name == limb)
    rings = [ring for shape in part.shapes if isinstance(shape, Blob) for ring in shape.fills]
    kind, _, whose = limb.partition(".")
    root = body.spots[f"{'hip' if kind == 'leg' else 'shoulder'}.{whose}"]
    return [tuple(p for p in ring if abs(p[0] - root[0]) + abs(p[1] - root[1]) > 42.0) for ring in rings]


@every_stroke
def test_no_limb_is_held_or_moved_by_the_stroke_and_stirs_too(name: str) -> None:
    made = authored()[name]
    held = {score.holds.replace(".S", ".right").replace(".O", ".left") for score in made.hands}
    moved = {move.joint for move in made.moves}
    for limb in free_limbs(made, Side.RIGHT):
        kind, _, whose = limb.partition(".")
        joints = ("spread", "bend", "flex", "knee", "point") if kind == "leg" else ("reach", "elbow", "lift")
        assert limb not in held
        assert not moved & {f"{joint}_{whose}" for joint in joints}


@every_stroke
def test_no_joint_stirs_out_of_its_easy_range(name: str) -> None:
    made = authored()[name]
    side = Side.LEFT
    pose = pose_at(made, drawn_side(made, side), 0.0)
    for limb, stirring in life(name, side).items():
        joint = "spread" if limb.startswith("leg") else "reach"
        low, high = EASY[joint]
        assert low <= pose.angle(joint, stirring.side) - stirring.room
        assert pose.angle(joint, stirring.side) + stirring.room <= high


@every_stroke
def test_what_stands_still_is_the_very_same_object_all_the_time(name: str) -> None:
    made = authored()[name]
    first = drawing(made, Side.RIGHT, 0.3, period=4.0, view=ALIVE)
    later = drawing(made, Side.RIGHT, 1.9, period=4.0, view=ALIVE)
    assert first.still is later.still
    assert not {layer.name for layer in first.still} & living_parts(made, drawn_side(made, Side.RIGHT))


@pytest.mark.parametrize(
    "name", ["leg-sweep", "side-carry", "hands-and-feet-first", "back-circles", "sun-and-moon"]
)
def test_with_reduced_motion_nothing_lives(name: str) -> None:
    made = authored()[name]
    calm = View(living=True, reduced_motion=True)
    assert drawing(made, Side.RIGHT, 0.4, period=4.0, view=calm) == drawing(
        made, Side.RIGHT, 2.2, period=4.0, view=calm
    )


@pytest.mark.parametrize("torso", [on_back.torso, on_tummy.torso])
def test_a_risen_trunk_holds_all_that_it_held_before(torso: Callable[[float], Layer]) -> None:
    out, risen = torso(0.0), torso(CALM.rise)
    assert all(inside(shrunk(p), ring(risen)) for p in ring(out))


def ring(part: Layer) -> tuple[tuple[float, float], ...]:
    blob = part.shapes[0]
    assert isinstance(blob, Blob)
    return blob.fills[0]


def shrunk(p: tuple[float, float]) -> tuple[float, float]:
    return (p[0] * 0.995, 48 + (p[1] - 48) * 0.995)


def test_a_limb_swings_about_its_root() -> None:
    made = authored()["tummy-rest"]
    limb = life("tummy-rest", Side.NONE)["leg.left"]
    times = [k / 10 for k in range(300)]
    swung = [
        layer
        for t in times
        for layer in drawing(made, Side.NONE, t, period=6.0, view=ALIVE).moving
        if layer.name == "leg.left" and layer.turn
    ]
    assert swung
    assert {layer.pivot for layer in swung} == {limb.pivot}
    assert max(abs(layer.turn) for layer in swung) <= CALM.kick
    x, y = turning(limb.pivot, swung[0].turn).point(limb.pivot)
    assert (x, y) == pytest.approx(limb.pivot)


def test_idle_hands_open_now_and_then() -> None:
    made = authored()["tummy-rest"]
    seen = {
        id(layer.shapes)
        for k in range(400)
        for layer in drawing(made, Side.NONE, k / 10, period=6.0, view=ALIVE).moving
        if layer.name == "arm.right"
    }
    assert 5 < len(seen) < 25


@pytest.mark.parametrize("name", NAMES)
def test_only_a_smiling_baby_changes_its_face(name: str) -> None:
    made = authored()[name]
    worn = drawing(made, Side.RIGHT, 0.4, period=4.0, view=View(face=Face.ALERT))
    plain = drawing(made, Side.RIGHT, 0.4, period=4.0)
    if POSES[made.pose].face is not Face.SMILE:
        assert worn == plain


def test_the_baby_wears_the_face_that_it_is_given() -> None:
    made: Choreography = authored()["sun-and-moon"]
    faces = {
        drawing(made, Side.NONE, 0.4, period=4.0, view=View(face=face)).layers
        for face in (Face.ALERT, Face.SMILE, Face.LIVELY)
    }
    assert len(faces) == 3
