"""A baby's hand at the end of an arm: a soft fist, a tight one, or fingers that open and spread."""

import math
from dataclasses import dataclass

from companion.domain.figure.body import CREASE, crease, flesh
from companion.domain.figure.drawing import Point, Shape
from companion.domain.figure.geometry import Chain, Knob

RELAXED = 48.0
"""The grasp of a hand that lies at ease: a soft fist."""
ROOTS = (-6.8, -2.4, 2.4, 6.8)
LONG = 13.5


@dataclass(frozen=True, slots=True)
class Fingers:
    """How a hand is held: ``out`` 1.0 with the fingers straight, 0.0 at ease, below 0.0 a tight fist; ``splay``
    1.0 with the fingers wide apart."""

    out: float = 0.0
    splay: float = 0.0


def fingers_of(grasp: float, splay: float) -> Fingers:
    """From the pose's numbers, 0 to 100 each."""
    return Fingers((RELAXED - grasp) / RELAXED, splay / 100)


@dataclass(frozen=True, slots=True)
class Axes:
    """Along a hand, and across it; ``near`` is how much larger it looks that comes towards the viewer."""

    tip: Point
    base: Point
    u: Point
    near: float = 1.0

    def tip_at(self, along: float, across: float) -> Point:
        """A point seen from the middle of the knuckles."""
        return self._at(self.tip, along, across)

    def base_at(self, along: float, across: float) -> Point:
        """A point seen from the heel of the hand."""
        return self._at(self.base, along, across)

    @property
    def heading(self) -> float:
        """Where the hand points, in degrees, 90 is down."""
        return math.degrees(math.atan2(self.u[1], self.u[0]))

    def _at(self, origin: Point, along: float, across: float) -> Point:
        ux, uy = self.u[0] * self.near, self.u[1] * self.near
        return (origin[0] + ux * along - uy * across, origin[1] + uy * along + ux * across)


def axes_of(fist: Chain, near: float = 1.0) -> Axes:
    """The axes of a hand whose heel and knuckles are the ends of this chain."""
    (bx, by, _), (tx, ty, _) = fist[0], fist[-1]
    d = math.hypot(tx - bx, ty - by) or 1.0
    return Axes((tx, ty), (bx, by), ((tx - bx) / d, (ty - by) / d), near)


def finger_chains(hand: Axes, held: Fingers) -> tuple[Chain, ...]:
    """The four fingers; none while they are curled into the fist."""
    if held.out <= 0.0:
        return ()
    chains: list[Chain] = []
    for v in ROOTS:
        long = LONG * held.out * (1 - 0.16 * abs(v) / ROOTS[-1])
        wide = v * (1 + 0.75 * held.splay * held.out)
        chains.append((_knob(hand, 1.0, v, 3.5), _knob(hand, 4.0 + long, wide, 3.3)))
    return tuple(chains)


def _knob(hand: Axes, along: float, across: float, r: float) -> Knob:
    return (*hand.tip_at(along, across), r * hand.near)


def knuckles(hand: Axes, held: Fingers) -> tuple[Shape, ...]:
    """The lines between the fingers."""
    out, tight = max(0.0, held.out), max(0.0, -held.out)
    start = 4.0 + 9.0 * out * (1 - 0.8 * held.splay)
    end = -2.4 + 2.4 * out - 1.6 * tight
    return tuple(crease((hand.tip_at(start, k * 5.2), hand.tip_at(end, k * 4.8))) for k in (-1, 0, 1))


def thumb(hand: Axes, s: float, held: Fingers) -> Shape:
    """Beside the fingers, out from an open hand, across the fingers of a tight fist."""
    out, tight = max(0.0, held.out), max(0.0, -held.out)
    root: Knob = (*hand.base_at(2.0, -7.0 * s), 4.2 * hand.near)
    far = -s * (5.0 + out * (4.0 + 4.0 * held.splay) - 7.0 * tight)
    tip: Knob = (*hand.base_at(9.0 + 2.0 * out + 3.5 * tight, far), 3.8 * hand.near)
    return flesh((root, tip), width=CREASE)
