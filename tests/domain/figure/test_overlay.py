"""What is drawn over a stroke: its path and direction, the spot that travels at the real pace, the halo, the count."""

import math
from itertools import pairwise
from pathlib import Path

import pytest

from companion.content.library import load_library
from companion.domain.body import Side
from companion.domain.figure.body import BodyView
from companion.domain.figure.choreography import Arrow, Choreography, HandScore, Manner, Stage, Waypoint
from companion.domain.figure.drawing import Blob, Drawing, Patch, Point
from companion.domain.figure.fallback import choreography_for
from companion.domain.figure.figure import View, drawing, drawn_side, hand_states, loop_seconds, phase_at
from companion.domain.figure.geometry import distance
from companion.domain.figure.hand import Grip, Hand
from companion.domain.figure.overlay import LEAD
from companion.domain.figure.performance import pose_at, route, stop_at
from companion.domain.plan import compile_plan
from companion.domain.stroke import StrokeKind

from .authored import authored
from .facts import Case, cases, instants

DATA = Path(__file__).parents[3] / "data"
LONE_HANDS = {"permission", "ask-wait-stop"}
SHARES_A_PATH = {"arm-roll", "hug-and-glide-arm", "hug-and-glide-leg", "sun-and-moon", "top-of-foot"}
"""Strokes whose two hands go along one path that is drawn for one of them."""
NO_SPOT = {"back-and-forth", "leg-roll"}
"""To and fro in one place: the path shows where, the hands themselves show the pace."""

every_stroke = pytest.mark.parametrize("name", sorted(authored()))


def layers(picture: Drawing, name: str) -> list[str]:
    return [layer.name for layer in picture.moving if layer.name == name]


def at_phase(name: str, phase: float, view: View = View()) -> Drawing:  # noqa: B008 - frozen
    made = authored()[name]
    return drawing(made, Side.RIGHT, phase * loop_seconds(made, 4.0), period=4.0, view=view)


@every_stroke
def test_each_hand_that_strokes_has_a_path_that_shows_where_it_goes(name: str) -> None:
    made = authored()[name]
    working = {k for i in instants(Case(name)) for k, s in enumerate(i.states) if s.travels and s.touches}
    shown = {hand for arrow in made.arrows for hand in arrow.hands}
    if name in NO_SPOT:
        assert made.arrows
    elif name in SHARES_A_PATH:
        assert shown < working
    else:
        assert working <= shown


@pytest.mark.parametrize("case", cases(), ids=str)
def test_a_path_points_the_way_its_hand_goes_and_is_about_as_long(case: Case) -> None:
    made = case.made
    for arrow in made.arrows:
        if arrow.both:
            continue
        for number in arrow.hands:
            for first, last in ways(case, number, arrow):
                begin, end = ends(case, arrow)
                along = (last[0] - first[0]) * (end[0] - begin[0]) + (last[1] - first[1]) * (
                    end[1] - begin[1]
                )
                assert along > 0 or distance(first, last) < 12 or distance(begin, end) < 12
                if not made.moves and distance(first, last) > 12:
                    assert distance(begin, end) > 0.4 * distance(first, last)


def ways(case: Case, number: int, arrow: Arrow) -> list[tuple[Point, Point]]:
    """Begin and end of each run of contact of a hand while its path is shown."""
    found: list[tuple[Point, Point]] = []
    run: list[Point] = []
    for i in instants(case):
        state = i.states[number]
        if state.travels and state.touches and arrow.time[0] <= i.phase <= arrow.time[1]:
            run.append(state.at)
        elif run:
            found.append((run[0], run[-1]))
            run = []
    return [*found, (run[0], run[-1])] if run else found


def ends(case: Case, arrow: Arrow) -> tuple[Point, Point]:
    made, side = case.made, drawn_side(case.made, case.side)
    stops = route(made.body, pose_at(made, side, 0.0), side, arrow.path)
    return stops[0].at, stops[-1].at


@pytest.mark.parametrize("name", ["hip-to-ankle-glide", "sun-and-moon", "leg-sweep", "thumb-over-thumb"])
def test_the_spot_is_as_far_along_its_path_as_the_hand_is_along_its_own(name: str) -> None:
    made = authored()[name]
    for phase in (0.1, 0.2, 0.3, 0.6, 0.8):
        states = hand_states(made, Side.RIGHT, phase)
        spots = [middle(layer.shapes[0]) for layer in at_phase(name, phase).moving if layer.name == "dot"]
        working = [(a, states[h]) for a in made.arrows for h in a.hands if states[h].travels]
        assert len(spots) == len([s for _, s in working if s.touches])
        for spot, (arrow, state) in zip(spots, working, strict=True):
            stops = route(made.body, pose_at(made, Side.RIGHT, phase), Side.RIGHT, arrow.path)
            ahead = (stop_at(stops, min(1.0, state.share + lead)).at for lead in (0.0, LEAD))
            assert min(math.dist(spot, at) for at in ahead) < 0.5


def middle(shape: object) -> Point:
    assert isinstance(shape, Patch)
    xs, ys = [p[0] for p in shape.ring], [p[1] for p in shape.ring]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def test_the_spot_rests_when_no_hand_works() -> None:
    assert layers(at_phase("leg-sweep", 0.97), "dot") == []


@every_stroke
def test_a_hand_that_stays_while_the_other_works_has_a_halo_and_one_that_works_has_none(name: str) -> None:
    for i in instants(Case(name))[::25]:
        halos = {layer.name for layer in at_phase(name, i.phase).moving if layer.name.endswith("halo")}
        for state in i.states:
            halo = f"ground.{state.hand.value}.halo"
            assert halo not in halos or not state.travels
            if state.manner is Manner.REST and state.touches:
                assert halo in halos


@pytest.mark.parametrize("name", ["hip-to-ankle-glide", "shoulder-to-wrist-glide"])
def test_the_hand_that_holds_on_while_the_other_glides_is_seen_to_stay(name: str) -> None:
    seen = [
        any(s.stays == 1.0 for s in i.states)
        for i in instants(Case(name))
        if any(s.travels and s.touches for s in i.states)
    ]
    assert sum(seen) > 0.6 * len(seen)


def test_a_hand_that_holds_all_the_while_beside_one_that_glides_stays_all_the_while() -> None:
    holding = HandScore(Hand.LEFT, (Stage(Manner.HOLD, Grip.C_GRIP, (Waypoint("leg.S@0.9"),)),))
    gliding = HandScore(
        Hand.RIGHT, (Stage(Manner.GLIDE, Grip.FLAT, (Waypoint("knee.S"), Waypoint("ankle.S"))),)
    )
    frame = (Waypoint("navel"), Waypoint("ankle.S"))
    beside = Choreography(BodyView.ON_BACK, (holding, gliding), frame)
    alone = Choreography(BodyView.ON_BACK, (holding,), frame)
    assert {hand_states(beside, Side.RIGHT, phase)[0].stays for phase in (0.0, 0.5, 0.99)} == {1.0}
    assert hand_states(alone, Side.RIGHT, 0.5)[0].stays == 0.0


def test_a_halo_comes_and_goes_softly() -> None:
    strengths = [i.states[0].stays for i in instants(Case("hip-to-ankle-glide"))]
    assert max(abs(a - b) for a, b in pairwise(strengths)) < 0.25
    assert {0.0, 1.0} < set(strengths)


def test_reduced_motion_shows_one_pose_with_all_paths_and_the_halo() -> None:
    calm = View(reduced_motion=True)
    one, other = at_phase("swoop-to-bottom", 0.1, calm), at_phase("swoop-to-bottom", 0.9, calm)
    assert one == other
    assert len(layers(one, "path")) == len(authored()["swoop-to-bottom"].arrows)
    assert any(layer.name.endswith("halo") and isinstance(layer.shapes[0], Blob) for layer in one.moving)


def test_every_counted_repetition_begins_where_the_drawing_begins_one() -> None:
    library = load_library(DATA, "en")
    for routine in (r for r in library.routines.values() if not r.locked):
        for step in compile_plan(routine, library.strokes).steps:
            stroke = library.strokes[step.stroke]
            if step.kind is not StrokeKind.STROKE:
                continue
            made = choreography_for(stroke.choreographies, step.variant, stroke.area, stroke.positions)
            assert made.tempo is None, step.stroke  # its repetition alone sets its pace
            for number in range(step.times):
                share = phase_at(made, number * step.seconds, step.seconds) * made.loop
                assert share == pytest.approx(number % made.loop, abs=1e-6), step.stroke
