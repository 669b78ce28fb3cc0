"""The figure: a pure function from a stroke's choreography, the side and the time to a drawing."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from companion.domain.body import Side
from companion.domain.figure.bodies import build
from companion.domain.figure.body import Body, BodyView
from companion.domain.figure.camera import frame_for
from companion.domain.figure.choreography import Choreography, Waypoint
from companion.domain.figure.drawing import Drawing, Frame, Layer
from companion.domain.figure.hand_drawing import HandDrawing, draw_hand
from companion.domain.figure.left_handed import for_left_hand
from companion.domain.figure.living import enlivened, living_parts
from companion.domain.figure.mat import backdrop
from companion.domain.figure.overlay import path_layer, travelling_dot
from companion.domain.figure.performance import HandState, hand_at, landmark_name, pose_at
from companion.domain.figure.pose import LEG_JOINTS, POSES, Face, Pose
from companion.domain.figure.sayings import saying_layers


@dataclass(frozen=True, slots=True)
class View:
    """How the picture is looked at. ``facing`` is the other side of the mat, as on a therapist's doll;
    ``mirrored`` flips the picture (the words right and left stay the baby's own), but never a stroke whose
    direction must stay: round the tummy it is clockwise in every view; ``left_handed`` lets the caregiver's
    hands change parts; ``reduced_motion`` shows one telling pose that does not move. ``living`` lets the baby
    breathe and stir, and ``face`` is what it shows during strokes whose own pose is neither calm nor asleep."""

    facing: bool = False
    mirrored: bool = False
    left_handed: bool = False
    reduced_motion: bool = False
    living: bool = False
    face: Face | None = None


CAREGIVER = View()
AROUND = frozenset({"hand", "ground", "path", "dot", "saying"})
WHOLE = (Waypoint("crown"), Waypoint("ankle.S", -30, 34), Waypoint("ankle.O", 30, 34))


BLINK_PHASE, BLINK_SECONDS = 0.63, 0.18


def loop_seconds(choreography: Choreography, period: float) -> float:
    """Seconds until the picture repeats, when one repetition lasts ``period`` seconds."""
    return max(choreography.loop * period, 1e-6)


def round_seconds(choreography: Choreography, period: float) -> float:
    """Seconds of one round of the picture: the loop, or a whole part of it near a hold's own tempo."""
    whole = loop_seconds(choreography, period)
    return whole / max(1, round(whole / choreography.tempo)) if choreography.tempo else whole


def phase_at(choreography: Choreography, t: float, period: float, view: View = CAREGIVER) -> float:
    """The share (0.0 to 1.0) of the loop at ``t`` seconds; always the same with reduced motion."""
    if view.reduced_motion:
        return choreography.still
    share = (t / round_seconds(choreography, period)) % 1.0
    return 0.0 if share > 1.0 - 1e-9 else share


def is_moving(choreography: Choreography, view: View = CAREGIVER) -> bool:
    """Whether the drawing changes with time at all; if not, one frame is enough."""
    return not view.reduced_motion and bool(choreography.hands or choreography.moves)


def drawing(
    choreography: Choreography,
    side: Side,
    t: float,
    *,
    period: float,
    view: View = CAREGIVER,
    life: float | None = None,
) -> Drawing:
    """The picture of a stroke on a side at ``t`` seconds into it.

    ``period`` is the length of one repetition in seconds. The picture at ``t = 0`` equals the one at
    ``loop_seconds(choreography, period)``, which is one repetition, or two when the hands take turns; only a
    baby that is ``living`` has a time of its own: ``life`` seconds, which go on from stroke to stroke.
    """
    choreography = seen(choreography, view)
    side = drawn_side(choreography, side)
    phase = phase_at(choreography, t, period, view)
    living = view.living and not view.reduced_motion
    scene = _scene(choreography, side, living)
    states = hand_states(choreography, side, phase, view)
    pose = pose_at(choreography, side, phase)
    body = scene.body if pose == scene.pose else build(choreography.body, pose, side)
    breath = 0.0 if view.reduced_motion else math.sin(2 * math.pi * phase)
    hands = [
        draw_hand(state, body, score.elbow, breath)
        for state, score in zip(states, choreography.hands, strict=True)
    ]
    blinking = not view.reduced_motion and _blinks(choreography, phase, period)
    overlay = _overlay(choreography, side, pose, states, phase, view.reduced_motion)
    overlay = _Overlay(overlay.beside, overlay.on_top + saying_layers(choreography, body, side, phase))
    moving = _moving(choreography, side, scene, body, states, hands, overlay, blinking)
    if living:
        moving = enlivened(moving, choreography, side, t if life is None else life)
    upside_down = view.facing and not body.facing
    flip = view.mirrored and choreography.two_sided
    return Drawing(scene.still, moving, scene.frame, 180.0 if upside_down else 0.0, flip)


def seen(choreography: Choreography, view: View) -> Choreography:
    """The choreography as the caregiver of this view does it, on a baby with the face of this view."""
    done = for_left_hand(choreography) if view.left_handed else choreography
    return done if view.face is None else _wearing(done, view.face)


@lru_cache(maxsize=256)
def _wearing(choreography: Choreography, face: Face) -> Choreography:
    own = POSES[choreography.pose].face
    return replace(choreography, face=face) if own is Face.SMILE else choreography


def drawn_side(choreography: Choreography, side: Side) -> Side:
    """The side as it is drawn: none for a stroke that must never be mirrored."""
    return side if choreography.two_sided else Side.NONE


@dataclass(frozen=True, slots=True)
class _Overlay:
    beside: tuple[Layer, ...]
    on_top: tuple[Layer, ...]


def _overlay(
    choreography: Choreography,
    side: Side,
    pose: Pose,
    states: tuple[HandState, ...],
    phase: float,
    every: bool,
) -> _Overlay:
    """The paths that are shown at this share of the loop, or ``every`` one, and the spots of those at hand."""
    now = [a for a in choreography.arrows if a.time[0] <= phase <= a.time[1]]
    shown = choreography.arrows if every else now
    paths = [(arrow.beside, path_layer(choreography.body, pose, side, arrow)) for arrow in shown]
    dots = (
        travelling_dot(choreography.body, pose, side, arrow, states[i]) for arrow in now for i in arrow.hands
    )
    spots = tuple(dot for dot in dots if dot is not None)
    return _Overlay(tuple(p for b, p in paths if b), tuple(p for b, p in paths if not b) + spots)


def _blinks(choreography: Choreography, phase: float, period: float) -> bool:
    """The baby blinks once a loop, for a moment."""
    return abs(phase - BLINK_PHASE) * round_seconds(choreography, period) < BLINK_SECONDS / 2


def hand_states(
    choreography: Choreography, side: Side, phase: float, view: View = CAREGIVER
) -> tuple[HandState, ...]:
    """Both hands at a share of the loop, in the order of the choreography."""
    choreography = seen(choreography, view)
    side = drawn_side(choreography, side)
    return tuple(hand_at(choreography, i, side, phase) for i in range(len(choreography.hands)))


@dataclass(frozen=True, slots=True)
class _Scene:
    pose: Pose
    body: Body
    still: tuple[Layer, ...]
    busy: tuple[str, ...]
    frame: Frame


@lru_cache(maxsize=32)
def _scene(choreography: Choreography, side: Side, living: bool) -> _Scene:
    """What does not change during a loop."""
    pose = pose_at(choreography, side, 0.0)
    body = build(choreography.body, pose, side)
    held = tuple(landmark_name(h.holds, side) for h in choreography.hands if h.holds)
    moved = tuple(name for move in choreography.moves for name in _moved_parts(move.joint, side))
    names = [part.name for part in ordered(body, held + moved)]
    lively = {*held, *moved, *(living_parts(choreography, side) if living else ())}
    first = next((i for i, name in enumerate(names) if name in lively), len(names))
    still = (backdrop(choreography.body), *ordered(body, held + moved)[:first])
    return _Scene(pose, body, still, held + moved, frame_for(choreography, body, side))


def _moved_parts(joint: str, side: Side) -> tuple[str, ...]:
    name, _, own = joint.partition("_")
    if name == "sway":
        return ("caregiver.trunk",)
    if not own:
        return ("head", "ears")
    whose = Side(own).other if side is Side.LEFT else Side(own)
    if name in LEG_JOINTS:
        return (f"leg.{whose.value}", f"shin.{whose.value}")
    return (f"upper.{whose.value}", f"arm.{whose.value}")


def ordered(body: Body, busy: tuple[str, ...]) -> list[Layer]:
    """The parts in painting order; of neighbours of the same kind the quiet ones come first."""
    out: list[Layer] = []
    for _, run in groupby(body.parts, key=lambda p: p.name.partition(".")[0]):
        out += sorted(run, key=lambda p: p.name in busy)
    return out


def _moving(
    choreography: Choreography,
    side: Side,
    scene: _Scene,
    body: Body,
    states: tuple[HandState, ...],
    hands: list[HandDrawing],
    overlay: _Overlay,
    blinking: bool,
) -> tuple[Layer, ...]:
    parts = ordered(body, scene.busy)[len(scene.still) - 1 :]
    waiting = {i: landmark_name(score.holds, side) for i, score in enumerate(choreography.hands)}
    names = {part.name for part in parts}
    layers = [halo for i, held in waiting.items() if held in names and (halo := hands[i].halo) is not None]
    layers += overlay.beside  # over the halos, which would make it pale
    for part in parts:
        for i in [i for i, held in waiting.items() if held == part.name]:
            waiting.pop(i)
            layers += [behind for behind in (hands[i].under,) if behind is not None]
        layers.append(part)
    if blinking and body.lids is not None:
        layers.append(body.lids)
    layers += [b for i in waiting for b in (hands[i].halo, hands[i].under) if b is not None]
    layers += [h.ground for h in hands if h.ground is not None]
    layers += overlay.on_top
    layers += [hands[i].over for i in _low_first(states)]
    return tuple(layers)


def _low_first(states: tuple[HandState, ...]) -> list[int]:
    """Hands that lift pass over hands that touch."""
    return sorted(range(len(states)), key=lambda i: states[i].height)


def without_hands(picture: Drawing) -> Drawing:
    """The same picture with nothing but the baby: for lists, the start screen and thumbnails."""
    quiet = tuple(part for part in picture.moving if part.name.partition(".")[0] not in AROUND)
    return replace(picture, moving=quiet)


def baby(pose: str = "relaxed") -> Drawing:
    """The baby by itself on its mat, whole."""
    still = Choreography(BodyView.ON_BACK, (), WHOLE, pose=pose)
    return drawing(still, Side.NONE, 0.0, period=1.0)
