"""What is true of the hands and the body at each of two hundred instants of a stroke's loop, worked out once."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from companion.domain.body import Side
from companion.domain.figure.bodies import build
from companion.domain.figure.body import Body, BodyView, inside
from companion.domain.figure.choreography import Choreography, Exchange, Manner
from companion.domain.figure.drawing import Point, Ring
from companion.domain.figure.figure import CAREGIVER, View, drawn_side, hand_states, seen
from companion.domain.figure.geometry import Place, distance
from companion.domain.figure.grip_shape import GripShape
from companion.domain.figure.hand import Grip, Hand
from companion.domain.figure.hand_drawing import place_of
from companion.domain.figure.performance import HandState, pose_at
from companion.domain.figure.pose import outside_easy_range

from .authored import authored

COUNT = 200
LEFT_HANDED = View(left_handed=True)
ROUND = {Grip.THUMB, Grip.PINCH, Grip.UNDER_BOTTOM, Grip.THUMB_BESIDE, Grip.ROUND_CROWN}
PALM_SEEN = {Grip.C_GRIP, Grip.PALM_UP}


NOT_MIRRORED = {BodyView.ON_TUMMY, BodyView.ON_CHEST, BodyView.TODDLER_ON_TUMMY}
"""Bodies whose head is turned the same way on either side."""


@dataclass(frozen=True, slots=True)
class Case:
    """A stroke done one way. Another side is a mirror image and another camera a turn of the same drawing, as other
    tests prove, so that only these need to be looked at instant by instant."""

    name: str
    left_handed: bool = False
    side: Side = Side.RIGHT

    @property
    def view(self) -> View:
        return LEFT_HANDED if self.left_handed else CAREGIVER

    @property
    def made(self) -> Choreography:
        return seen(authored()[self.name], self.view)

    def __str__(self) -> str:
        return self.name + ("-left-handed" if self.left_handed else "") + f"-{self.side}"


@dataclass(frozen=True, slots=True)
class Instant:
    """One moment: the hands, where they were a moment before, and what is wrong with them, if anything."""

    phase: float
    states: tuple[HandState, ...]
    jump: float
    off_the_body: tuple[Point, ...]
    forbidden: tuple[str, ...]
    inside_out: tuple[Hand, ...]
    overbent: tuple[str, ...]


def cases() -> list[Case]:
    """Every stroke, and once more those in which a left-handed caregiver's hands change parts, and those on a body
    that is not mirrored."""
    known = sorted(authored().items())
    exchanged = [name for name, made in known if made.left_handed is not Exchange.NONE]
    turned = [name for name, made in known if made.body in NOT_MIRRORED and made.two_sided]
    return [
        *(Case(name) for name, _ in known),
        *(Case(name, left_handed=True) for name in exchanged),
        *(Case(name, side=Side.LEFT) for name in turned),
    ]


@cache
def instants(case: Case) -> tuple[Instant, ...]:
    """The whole loop."""
    made, side = case.made, case.side
    drawn = drawn_side(made, side)
    found: list[Instant] = []
    before = hand_states(made, side, (COUNT - 1) / COUNT)
    for k in range(COUNT):
        phase = k / COUNT
        pose = pose_at(made, drawn, phase)
        body = build(made.body, pose, drawn)
        states = hand_states(made, side, phase)
        found.append(
            Instant(
                phase,
                states,
                max((distance(a.at, b.at) for a, b in zip(states, before, strict=True)), default=0.0),
                tuple(s.at for s in states if s.touches and not on_skin(s.at, body.skin)),
                tuple(forbidden(states, body)),
                tuple(s.hand for s in states if not thumb_is_on_the_right_side(s, body.hand_scale)),
                outside_easy_range(pose),
            )
        )
        before = states
    return tuple(found)


def on_skin(p: Point, skin: tuple[Ring, ...]) -> bool:
    """Whether a point lies on one of these outlines."""
    return any(_box_holds(p, ring) and inside(p, ring) for ring in skin)


def _box_holds(p: Point, ring: Ring) -> bool:
    left, top, right, bottom = _box(ring)
    return left <= p[0] <= right and top <= p[1] <= bottom


@lru_cache(maxsize=1024)
def _box(ring: Ring) -> tuple[float, float, float, float]:
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return min(xs), min(ys), max(xs), max(ys)


def forbidden(states: Iterable[HandState], body: Body) -> Iterable[str]:
    """The zones that are touched and must not be. A limb that is held lies above what is under it."""
    for state in states:
        if state.touches and state.manner is not Manner.HOLD:
            yield from (zone.name for zone in body.zones if zone.holds(state.at))


def thumb_is_on_the_right_side(state: HandState, scale: float) -> bool:
    """Of a hand seen from its back, the thumb of a right hand lies on the viewer's left of its fingers; of one whose
    palm looks at the viewer, on the right."""
    place, grip = place_of(state, scale)
    wx, wy = place.point(grip.wrist[:2])
    fx, fy = place.point(grip.fingers)
    tx, ty = place.point(grip.thumb)
    if state.grip is Grip.EDGE:
        return _flipped(place) == (state.hand is Hand.LEFT)
    if state.grip in ROUND:
        return (wx > tx) == (state.hand is Hand.RIGHT)
    cross = (fx - wx) * (ty - wy) - (fy - wy) * (tx - wx)
    return (cross < 0) == ((state.hand is Hand.RIGHT) != (state.grip in PALM_SEEN))


def _flipped(place: Place) -> bool:
    return place.flip


def wrist_of(state: HandState, scale: float) -> Point:
    """Where a hand's wrist is."""
    grip: GripShape
    place, grip = place_of(state, scale)
    return place.point(grip.wrist[:2])
