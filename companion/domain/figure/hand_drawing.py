"""Draws one adult hand in its grip, with its forearm going back to the caregiver, its shadow and its halo."""

from dataclasses import dataclass
from functools import lru_cache

from companion.domain.figure.body import CREASE, LINE, Body
from companion.domain.figure.choreography import Manner
from companion.domain.figure.drawing import Blob, Layer, Patch, Point, Ring, Role, Shape, Trace
from companion.domain.figure.geometry import Chain, Place, outline
from companion.domain.figure.hand import Grip, GripShape, Hand, shape
from companion.domain.figure.performance import HandState

FOLLOW = 0.5
"""How much of a thumb's way its palm goes along with it."""


@dataclass(frozen=True, slots=True)
class HandDrawing:
    """A hand in three layers: behind what it holds, its shadow and halo on the baby, and in front."""

    under: Layer | None
    ground: Layer | None
    over: Layer


@lru_cache(maxsize=2048)
def _ring(chain: Chain, grow: float) -> Ring:
    return outline(chain, grow)


def place_of(state: HandState, scale: float) -> tuple[Place, GripShape]:
    """Where the grip's own coordinates go, and its shape there."""
    flip = state.hand is Hand.LEFT
    bigger = scale * (1 + 0.05 * state.height)
    x, y = state.at
    y -= 5.0 * scale * state.height
    if state.grip is not Grip.THUMB:
        around = round(state.around / scale * 2) / 2
        return Place(x, y, state.turn, bigger, flip), shape(state.grip, around)
    palm_x = state.rest[0] + (x - state.rest[0]) * FOLLOW
    palm_y = state.rest[1] + (y - state.rest[1]) * FOLLOW
    place = Place(palm_x, palm_y, state.turn, bigger, flip)
    reach = _local(place, (x, y))
    return place, shape(Grip.THUMB, 12.0, (round(reach[0], 1), round(reach[1], 1)))


def _local(place: Place, p: Point) -> Point:
    """A body point in the place's own coordinates."""
    back = Place(0, 0, -place.turn, 1 / place.scale)
    x, y = back.point((p[0] - place.x, p[1] - place.y))
    return (-x if place.flip else x, y)


def draw_hand(state: HandState, body: Body, elbow_shift: Point, breath: float) -> HandDrawing:
    """The hand of ``state`` on this body; ``breath`` (-1.0 to 1.0) moves the halo of a resting hand."""
    place, grip = place_of(state, body.hand_scale)
    arm = forearm(grip, place, body, state.hand, elbow_shift)
    name = f"hand.{state.hand.value}"
    under = _blob(grip.under, place, (arm,) if grip.arm_under else ())
    over: list[Shape] = []
    for k, chains in enumerate(grip.over):
        blob = _blob(chains, place, (arm,) if k == 0 and not grip.arm_under else ())
        if blob is not None:
            over.append(blob)
    over += [Patch(place.ring(ring), Role.ADULT) for ring in grip.cover]
    over += [Trace(place.ring(line), Role.ADULT_LINE, CREASE) for line in grip.lines]
    over += [Patch(place.ring(nail), Role.ADULT_SHADE) for nail in grip.nails]
    back: list[Shape] = [under] if under is not None else []
    back += [Trace(place.ring(line), Role.ADULT_LINE, CREASE) for line in grip.under_lines]
    glow = _halo(grip.under, place, breath) if state.manner is Manner.REST and state.touches else ()
    return HandDrawing(
        Layer(name + ".under", (*glow, *back), fleeting=True) if back else None,
        _ground(state, place, grip, body.hand_scale, breath),
        Layer(name, tuple(over), fleeting=True),
    )


def _halo(chains: tuple[Chain, ...], place: Place, breath: float) -> tuple[Shape, ...]:
    """A soft rim round a hand that stays, wider and narrower as it breathes."""
    if not chains:
        return ()
    rims: list[Shape] = []
    for grow, opacity in ((9.5 + 1.5 * breath, 0.32), (6.0 + 0.8 * breath, 0.55)):
        rings = tuple(place.ring(_ring(c, round(grow / place.scale, 1))) for c in chains)
        rims.append(Blob(rings, (), Role.HALO, Role.HALO, opacity=opacity))
    return tuple(rims)


def _blob(chains: tuple[Chain, ...], place: Place, extra: tuple[Chain, ...]) -> Blob | None:
    if not chains and not extra:
        return None
    grow = LINE / place.scale
    return Blob(
        tuple(_ring(e, 0.0) for e in extra) + tuple(place.ring(_ring(c, 0.0)) for c in chains),
        tuple(_ring(e, LINE) for e in extra) + tuple(place.ring(_ring(c, grow)) for c in chains),
        Role.ADULT,
        Role.ADULT_LINE,
    )


def forearm(grip: GripShape, place: Place, body: Body, hand: Hand, shift: Point) -> Chain:
    """From the wrist to the elbow, which lies out of the picture on the caregiver's side."""
    out = 1.0 if hand is Hand.RIGHT else -1.0
    wx, wy, r = grip.wrist
    x, y = place.point((wx, wy))
    nx, ny = place.point((wx * 1.0, wy + 20))
    ex, ey = out * (body.elbow[0] + shift[0]), body.elbow[1] + shift[1]
    k = place.scale
    mid = ((x * 0.35 + nx * 0.25 + ex * 0.4), (y * 0.35 + ny * 0.25 + ey * 0.4))
    return (
        (round(x, 2), round(y, 2), r * k),
        (round(mid[0], 2), round(mid[1], 2), 15.4 * k),
        (ex, ey, 19.0 * k),
    )


def _ground(state: HandState, place: Place, grip: GripShape, scale: float, breath: float) -> Layer | None:
    shapes: list[Shape] = []
    if state.manner is Manner.REST and state.touches:
        shapes += _halo(tuple(c for group in grip.over for c in group), place, breath)
    if not grip.arm_under and grip.over:
        drop = (1.6 + 7.0 * state.height) * scale
        below = Place(
            place.x + drop * 0.4,
            place.y + drop + 5.0 * scale * state.height,
            place.turn,
            place.scale,
            place.flip,
        )
        rings = tuple(below.ring(_ring(c, 0.8)) for c in grip.over[0])
        shapes.append(Blob(rings, (), Role.SHADOW, Role.SHADOW, opacity=1.0 - 0.45 * state.height))
    return Layer(f"ground.{state.hand.value}", tuple(shapes), fleeting=True) if shapes else None
