"""Draws one adult hand in its grip, with its forearm going back to the caregiver, its shadow and its halo."""

import math
from dataclasses import dataclass
from functools import lru_cache

from companion.domain.figure.body import CREASE, LINE, Body, flesh
from companion.domain.figure.choreography import Manner
from companion.domain.figure.drawing import Blob, Layer, Patch, Point, Ring, Role, Shape, Trace
from companion.domain.figure.geometry import Chain, Place, arc, ellipse, outline
from companion.domain.figure.hand import Grip, GripShape, Hand, shape
from companion.domain.figure.performance import HOP, HandState
from companion.domain.figure.union import merged

STRETCHED = frozenset({Grip.THUMB, Grip.WAIST, Grip.THUMB_BESIDE})
"""Grips whose thumb moves while the palm stays behind."""
FOLLOW = 0.5
"""How much of a thumb's way its palm goes along with it."""


@dataclass(frozen=True, slots=True)
class HandDrawing:
    """A hand in layers: its halo, what lies behind the limb it holds, its shadow, and what lies in front."""

    halo: Layer | None
    under: Layer | None
    ground: Layer | None
    over: Layer


@lru_cache(maxsize=512)
def _joined(chains: tuple[Chain, ...], grow: float) -> tuple[Ring, ...]:
    rings = [outline(chain, grow) for chain in chains]
    return merged(rings) if len(rings) > 1 else tuple(rings)


@lru_cache(maxsize=2048)
def _ring(chain: Chain, grow: float) -> Ring:
    return outline(chain, grow)


def place_of(state: HandState, scale: float) -> tuple[Place, GripShape]:
    """Where the grip's own coordinates go, and its shape there."""
    flip = state.hand is Hand.LEFT
    bigger = scale * (1 + 0.05 * state.height)
    x, y = state.at
    y -= 5.0 * scale * state.height
    if state.grip is Grip.WALK:
        return Place(x, y, state.turn, bigger, flip), shape(Grip.WALK, 12.0, (round(_stride(state), 1), 0.0))
    if state.grip not in STRETCHED:
        around = float(round(state.around / scale))
        return Place(x, y, state.turn, bigger, flip), shape(state.grip, around)
    palm_x = state.rest[0] + (x - state.rest[0]) * FOLLOW
    palm_y = state.rest[1] + (y - state.rest[1]) * FOLLOW
    place = Place(palm_x, palm_y, state.turn, bigger, flip)
    reach = _local(place, (x, y))
    return place, shape(state.grip, 12.0, (round(reach[0], 1), round(reach[1], 1)))


def _stride(state: HandState) -> float:
    """Fingers that walk part while the hand steps on and close up again."""
    return min(1.0, 2.0 * state.height / HOP) - 0.5


def _local(place: Place, p: Point) -> Point:
    """A body point in the place's own coordinates."""
    back = Place(0, 0, -place.turn, 1 / place.scale)
    x, y = back.point((p[0] - place.x, p[1] - place.y))
    return (-x if place.flip else x, y)


def draw_hand(state: HandState, body: Body, elbow_shift: Point, breath: float) -> HandDrawing:
    """The hand of ``state`` on this body; ``breath`` (-1.0 to 1.0) moves the halo of a resting hand."""
    out = 1.0 if (state.hand is Hand.RIGHT) != body.facing else -1.0
    elbow = (out * (body.elbow[0] + elbow_shift[0]), body.elbow[1] + elbow_shift[1])
    under, over = _solid(state, body.hand_scale, elbow, body.facing)
    return HandDrawing(_glow(state, body.hand_scale, breath), under, _ground(state, body.hand_scale), over)


@lru_cache(maxsize=16)
def _solid(state: HandState, scale: float, elbow: Point, sleeved: bool) -> tuple[Layer | None, Layer]:
    """The hand itself, behind and in front; the same objects for the same state, as when it rests."""
    place, grip = place_of(state, scale)
    arm = forearm(grip, place, elbow)
    name, fleeting = f"hand.{state.hand.value}", state.manner is not Manner.REST
    over: list[Shape] = [
        _blob(chains, place, (arm,) if k == 0 and not grip.arm_under else (), scale)
        for k, chains in enumerate(grip.over)
    ]
    if sleeved:
        over[1:1] = sleeve(arm)
    over += [Patch(place.ring(ring), Role.ADULT) for ring in grip.cover]
    over += [Trace(place.ring(line), Role.ADULT_LINE, CREASE) for line in grip.lines]
    over += [Patch(place.ring(nail), Role.ADULT_SHADE) for nail in grip.nails]
    back: list[Shape] = [_blob(grip.under, place, (arm,), scale)] if grip.arm_under else []
    back += [Trace(place.ring(line), Role.ADULT_LINE, CREASE) for line in grip.under_lines]
    behind = Layer(name + ".under", tuple(back), fleeting) if back else None
    return behind, Layer(name, tuple(over), fleeting)


def _glow(state: HandState, scale: float, breath: float) -> Layer | None:
    if not state.stays or not state.touches:
        return None
    place, grip = place_of(state, scale)
    return Layer(
        f"ground.{state.hand.value}.halo", _halo(grip.mitten, place, breath, state.stays), fleeting=True
    )


def _halo(chains: tuple[Chain, ...], place: Place, breath: float, stays: float) -> tuple[Shape, ...]:
    """A soft rim round a hand that stays, stronger and weaker as it breathes, and as it ``stays`` (0.0 to 1.0)."""
    rims: list[Shape] = []
    for grow, opacity in ((10.0, 0.30 + 0.10 * breath), (6.0, 0.52 + 0.16 * breath)):
        rings = tuple(place.ring(ring) for ring in _joined(chains, round(grow / place.scale, 1)))
        rims.append(Blob(rings, (), Role.HALO, Role.HALO, opacity=opacity * stays))
    return tuple(rims)


def _blob(chains: tuple[Chain, ...], place: Place, extra: tuple[Chain, ...], scale: float) -> Blob:
    """One inked shape: chains in the place's coordinates, and ``extra`` ones that are in the body's already."""
    return Blob(
        tuple(_ring(e, 0.0) for e in extra) + tuple(place.ring(r) for r in _joined(chains, 0.0)),
        tuple(_ring(e, LINE) for e in extra)
        + tuple(place.ring(r) for r in _joined(chains, round(LINE / scale, 2))),
        Role.ADULT,
        Role.ADULT_LINE,
    )


def forearm(grip: GripShape, place: Place, elbow: Point) -> Chain:
    """From the wrist to the elbow, which lies out of the picture on the caregiver's side."""
    wx, wy, r = grip.wrist
    x, y = place.point((wx, wy))
    nx, ny = place.point((wx * 1.0, wy + 20))
    ex, ey = elbow
    k = place.scale
    mid = ((x * 0.35 + nx * 0.25 + ex * 0.4), (y * 0.35 + ny * 0.25 + ey * 0.4))
    return (
        (round(x, 2), round(y, 2), r * k),
        (round(mid[0], 2), round(mid[1], 2), 15.4 * k),
        (ex, ey, 19.0 * k),
    )


def sleeve(arm: Chain) -> tuple[Shape, ...]:
    """The end of a long sleeve, from the elbow to the middle of the forearm."""
    (mx, my, _), (ex, ey, _) = arm[1], arm[2]
    cuff = (mx + (ex - mx) * 0.3, my + (ey - my) * 0.3)
    towards = math.degrees(math.atan2(cuff[1] - ey, cuff[0] - ex))
    return (
        flesh(((ex, ey, 22.5), (*cuff, 17.5)), fill=Role.SHIRT, line=Role.SHIRT_LINE),
        Patch(ellipse((ex, ey), (22.6, 22.6)), Role.SHIRT),
        Trace(arc(cuff, (15.0, 15.0), towards - 70, 140), Role.SHIRT_LINE, CREASE),
    )


def _pressed(state: HandState, scale: float) -> Shape:
    """The small shadow under a finger or thumb that presses."""
    x, y = state.at
    return Patch(ellipse((x, y + 2.0), (8.6 * scale, 7.6 * scale), 18), Role.SHADOW, opacity=0.8)


def _ground(state: HandState, scale: float) -> Layer | None:
    """The shadow on the baby: under the whole hand, or small under a finger that presses."""
    place, grip = place_of(state, scale)
    if state.grip in {Grip.THUMB, Grip.THUMB_BESIDE, Grip.PINCH}:
        return (
            Layer(f"ground.{state.hand.value}", (_pressed(state, scale),), fleeting=True)
            if state.touches
            else None
        )
    if grip.arm_under:
        return None
    drop = (1.6 + 7.0 * state.height) * scale
    low = place.y + drop + 5.0 * scale * state.height
    below = Place(place.x + drop * 0.4, low, place.turn, place.scale, place.flip)
    rings = tuple(below.ring(ring) for ring in _joined(grip.mitten, 0.8))
    shade = Blob(rings, (), Role.SHADOW, Role.SHADOW, opacity=1.0 - 0.45 * state.height)
    return Layer(f"ground.{state.hand.value}", (shade,), fleeting=True)
