"""A rag doll that sits on the mat: it is massaged in play, and nobody minds when it says no."""

from functools import lru_cache

from companion.domain.figure.body import CREASE, crease, flesh, layer
from companion.domain.figure.drawing import Glow, Layer, Patch, Point, Role, Shape, Trace
from companion.domain.figure.geometry import Chain, Place, arc, bezier, ellipse

SEAT = Place(-104.0, 96.0, -9.0)
"""Where the doll sits, drawn upright round the middle of its dress."""
BOTH = (-1.0, 1.0)


@lru_cache(maxsize=1)
def doll() -> Layer:
    """The doll, leaning a little towards the child."""
    limbs: list[Chain] = [((s * 13, -16, 5.6), (s * 25, -2, 5.2), (s * 29, 10, 5.6)) for s in BOTH]
    limbs += [((s * 9, 30, 7.0), (s * 16, 46, 6.4), (s * 19, 58, 6.8)) for s in BOTH]
    shapes: list[Shape] = [
        flesh(*(_at(chain) for chain in limbs), fill=Role.SKIN_SHADE),
        Patch(SEAT.ring(_dress()), Role.SHIRT, Role.SHIRT_LINE, 1.9),
        *(Trace(SEAT.ring(((0, y - 2.5), (0, y + 2.5))), Role.SHIRT_LINE, 2.4) for y in (-8, 4, 16)),
        *_head(),
    ]
    return layer("doll", *shapes)


def _at(chain: Chain) -> Chain:
    return tuple((*SEAT.point((x, y)), r) for x, y, r in chain)


def _dress() -> tuple[Point, ...]:
    return (
        *bezier((-11, -22), (-4, -26), (4, -26), (11, -22)),
        *bezier((11, -22), (14, 0), (20, 18), (24, 32))[1:],
        *bezier((24, 32), (12, 39), (-12, 39), (-24, 32))[1:],
        *bezier((-24, 32), (-20, 18), (-14, 0), (-11, -22))[1:-1],
    )


def _head() -> tuple[Shape, ...]:
    """Button eyes, a stitched smile and hair of wool in two bunches."""
    x, y = SEAT.point((0, -42))
    bunches: tuple[Chain, ...] = tuple(
        ((s * 20, -48, 7.6), (s * 27, -38, 6.6), (s * 28, -28, 5.0)) for s in BOTH
    )
    fringe = (
        *arc((0, -44), (20.6, 21.0), 176, 188, 20),
        *bezier((20.4, -43), (13, -55), (5, -57), (0, -56))[1:],
        *bezier((0, -56), (-5, -57), (-13, -55), (-20.4, -43))[1:-1],
    )
    return (
        flesh(*(_at(bunch) for bunch in bunches), fill=Role.TOP, line=Role.TOP_LINE),
        flesh(((x, y - 0.2, 19.6), (x, y + 0.2, 19.6)), fill=Role.SKIN_SHADE),
        Patch(SEAT.ring(fringe), Role.TOP, Role.TOP_LINE, CREASE),
        *(Glow(SEAT.point((s * 11, -36)), (6.4, 6.4), Role.CHEEK) for s in BOTH),
        *(Patch(ellipse(SEAT.point((s * 7.4, -43)), (2.6, 2.6), 14), Role.INK) for s in BOTH),
        crease(SEAT.ring(arc((0, -38.5), (6.2, 4.4), 25, 130, 8)), Role.INK, 1.7),
    )
