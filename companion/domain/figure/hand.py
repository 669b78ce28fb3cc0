"""An adult's hand as a rig: the shape of each grip, for a right hand; a left hand is its mirror image.

Local units are body units; the point that touches is at (0, 0). Flat grips are seen from the back of the
hand: fingers up the picture, thumb towards the left. Grips that go round something are seen with the thumb in
front, the palm to the right of what is held, and the fingers behind it.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from companion.domain.figure.cradling_grips import palm_up, round_crown, thumb_beside
from companion.domain.figure.drawing import Point, Ring
from companion.domain.figure.geometry import Chain, arc, smooth
from companion.domain.figure.grip_shape import GripShape, nail
from companion.domain.figure.grips_round import waist, walking
from companion.domain.figure.grips_under import under_bottom


class Hand(StrEnum):
    """The caregiver's own left or right hand."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Hand":
        """The opposite hand."""
        return Hand.LEFT if self is Hand.RIGHT else Hand.RIGHT


class Grip(StrEnum):
    """The shapes that a hand takes."""

    FLAT = "flat"
    OPEN = "open"
    CUP = "cup"
    C_GRIP = "c-grip"
    THUMB = "thumb"
    PADS = "pads"
    CLASP = "clasp"
    PINCH = "pinch"
    EDGE = "edge"
    FINGERS = "fingers"
    WAIST = "waist"
    WALK = "walk"
    THUMB_BESIDE = "thumb-beside"
    PALM_UP = "palm-up"
    ROUND_CROWN = "round-crown"
    RAKE = "rake"
    UNDER_BOTTOM = "under-bottom"


FINGERS = (
    (-13.2, -33.0, 5.5, 25.0),
    (-4.6, -36.5, 5.8, 31.0),
    (4.4, -36.0, 5.6, 29.0),
    (12.8, -31.5, 4.9, 22.0),
)
"""Index to little finger of the flat hand, wrist at (0, 0): knuckle x, y, radius, length beyond the palm."""

Spread: TypeAlias = tuple[float, float, float, Point, tuple[int, ...]]
SPREAD: Mapping[Grip, Spread] = MappingProxyType(
    {
        Grip.FLAT: (1.2, 0.06, 24.0, (0.0, -38.0), ()),
        Grip.FINGERS: (1.2, 0.06, 20.0, (0.0, -54.0), ()),
        Grip.OPEN: (5.5, 0.0, 42.0, (0.0, -38.0), ()),
        Grip.CUP: (2.6, 0.3, 12.0, (0.0, -34.0), ()),
        Grip.CLASP: (2.4, 0.55, 6.0, (0.0, -37.0), ()),
        Grip.PADS: (1.0, 0.0, 20.0, (-9.0, -62.0), (2, 3)),
        Grip.RAKE: (10.0, 0.14, 50.0, (0.0, -58.0), ()),
    }
)
"""Grips seen from the back of the hand: degrees between fingers, how far they curl, degrees of the thumb, the
point that touches, and the fingers that are tucked in."""


@lru_cache(maxsize=256)
def shape(grip: Grip, around: float = 12.0, reach: Point = (0.0, 0.0)) -> GripShape:
    """The shape of a grip. ``around`` is the radius of the limb held by a C-grip; ``reach`` is how far the
    thumb of a thumb grip is stretched away from its resting place."""
    spread = SPREAD.get(grip)
    return _spread_hand(*spread) if spread else ROUND[grip](around, reach)


def _spread_hand(
    spread: float, curl: float, thumb: float, middle: Point, folded: tuple[int, ...]
) -> GripShape:
    mx, my = middle
    chains: list[Chain] = [
        ((-mx, 2 - my, 11.0), (-0.6 - mx, -12 - my, 15.6), (-0.6 - mx, -27 - my, 17.6)),
        ((9 - mx, -10 - my, 9.0), (11.5 - mx, -28 - my, 7.0)),
    ]
    lines: list[Ring] = []
    nails: list[Ring] = []
    tips: list[Point] = []
    for k, finger in enumerate(FINGERS):
        bent = 0.62 if k in folded else curl
        _add_finger(finger, (k - 1.5) * spread, bent, middle, (chains, tips, nails, lines))
    if spread < 4:
        lines += _between(tips, middle)
    t = math.radians(thumb)
    tx, ty = -14 - mx - math.sin(t) * 22, -18 - my - math.cos(t) * 17
    chains.append(((-6 - mx, -4 - my, 9.2), (-15.5 - mx - math.sin(t) * 4, -15 - my, 7.0), (tx, ty, 5.2)))
    nails.append(nail((tx, ty), -90 - thumb * 0.9, 5.4))
    tip = (tips[0][0] + tips[1][0]) / 2, (tips[0][1] + tips[1][1]) / 2
    knuckles: Chain = (
        (-0.6 - mx, -27 - my, 17.8),
        (tip[0] * 0.5 + (tips[1][0] + tips[2][0]) * 0.25, max(tips[1][1], tips[2][1]) + 9, 13.5),
    )
    return GripShape(
        (),
        (),
        (tuple(chains),),
        (),
        tuple(lines),
        tuple(nails),
        (-mx, 2 - my, 11.0),
        arm_under=False,
        thumb=(tx, ty),
        fingers=tip,
        mitten=(chains[0], knuckles, chains[-1]),
    )


def _add_finger(
    finger: tuple[float, float, float, float],
    degrees: float,
    bent: float,
    middle: Point,
    onto: tuple[list[Chain], list[Point], list[Ring], list[Ring]],
) -> None:
    """One finger, bent by a share of its length: its chain, its tip, its nail and its lines."""
    chains, tips, nails, lines = onto
    bx, by, r, length = finger
    a = math.radians(degrees)
    reach = length * (1 - bent)
    x0, y0 = bx - middle[0], by - middle[1]
    x1, y1 = x0 + math.sin(a) * reach * 0.5, y0 - math.cos(a) * reach * 0.5
    x2, y2 = x0 + math.sin(a) * reach, y0 - math.cos(a) * reach
    chains.append(((x0 * 0.98, y0 + 8, r + 0.6), (x1, y1, r + 0.1), (x2, y2, r - 0.7)))
    tips.append((x2, y2))
    if bent < 0.25:
        nails.append(nail((x2, y2), math.degrees(a) - 90, r))
    lines.append(arc((x0 + math.sin(a) * 3, y0 - 2.0), (r * 0.5, 1.7), 200, 140, 5))
    if bent >= 0.2:
        lines.append(arc((x2, y2 + r * 0.9), (r * 0.62, 2.4), 200, 140, 5))


def _between(tips: Sequence[Point], middle: Point) -> Iterator[Ring]:
    """The lines between fingers that lie side by side."""
    mx, my = middle
    for k in range(3):
        (ax, ay), (bx, by) = tips[k], tips[k + 1]
        low = min(FINGERS[k][1], FINGERS[k + 1][1]) - my + 3.5
        top = max(ay, by) + 1.5
        x0 = (FINGERS[k][0] + FINGERS[k + 1][0]) / 2 - mx
        yield ((x0, low), ((ax + bx) / 2, top))


def _c_grip(r: float) -> GripShape:
    under: list[Chain] = [
        ((r + 20, 30, 10.8), (r + 13.5, 14, 14.2), (r + 5.5, 0, 14.6)),
    ]
    for k, (y, length, radius) in enumerate(
        ((-12.5, 5.2, 5.5), (-4.0, 6.6, 5.7), (4.4, 5.8, 5.4), (12.0, 3.4, 4.8))
    ):
        under.append(
            (
                (r + 6.5 - k * 0.4, y * 0.86 - 1, radius + 0.8),
                (0.0, y - 2.5, radius + 0.4),
                (-(r + length - 3.2), y - 0.5 + k * 0.5, radius),
            )
        )
    tip: Point = (-r * 0.42, -14.5)
    thumb: Chain = ((r + 9.0, 8.5, 9.6), (r - 1.0, -2.5, 8.2), (r * 0.28, -10.2, 6.5), (*tip, 5.4))
    cover = arc((r + 10.2, 9.2), (11.0, 11.0), 0, 345, 20)
    lines: list[Ring] = [arc((r * 0.36, -10.0), (2.2, 4.6), 105, 130, 6)]
    knuckles: tuple[Ring, ...] = (
        smooth(((-(r + 6.5), -8.6), (-(r + 1.0), -9.4), (-r * 0.6, -9.8))),
        smooth(((-(r + 7.2), 0.2), (-(r + 1.0), -0.8), (-r * 0.6, -1.2))),
        smooth(((-(r + 6.0), 8.4), (-(r + 1.0), 7.4), (-r * 0.6, 7.0))),
    )
    thumbnail = nail(tip, math.degrees(math.atan2(tip[1] + 10.2, tip[0] - r * 0.28)), 5.4)
    return GripShape(
        tuple(under),
        knuckles,
        ((thumb,),),
        (cover,),
        tuple(lines),
        (thumbnail,),
        (r + 20, 30, 10.8),
        arm_under=True,
        thumb=tip,
        fingers=(-(r + 4), 0.0),
        mitten=(under[0], ((r + 4, 0, 18.0), (-r * 0.7, 0, 17.5))),
    )


def _cradle() -> list[Chain]:
    """Palm and four fingers that lie under what the thumb works on."""
    under: list[Chain] = [((37.0, 68.0, 10.8), (33.0, 48.0, 14.4), (26.5, 27.0, 15.4))]
    tips = ((0.0, -13.0), (-2.0, -2.0), (-1.0, 9.0), (3.0, 19.0))
    roots = ((27.0, 14.0), (30.0, 19.0), (30.0, 26.0), (27.0, 33.0))
    for (tx, ty), (bx, by), radius in zip(tips, roots, (6.0, 6.1, 5.8, 5.2), strict=True):
        under.append(
            (
                (bx, by, radius + 0.8),
                ((bx + tx) / 2 + 4.5, (by + ty) / 2 - 5.5, radius + 0.5),
                (tx, ty, radius),
            )
        )
    return under


def _thumb_grip(reach: Point) -> GripShape:
    rx, ry = reach
    under = _cradle()
    gaps: tuple[Ring, ...] = (
        smooth(((31.0, 11.0), (25.0, 5.0), (12.0, -3.0))),
        smooth(((34.0, 18.5), (27.0, 13.5), (12.0, 6.0))),
        smooth(((35.0, 26.5), (28.0, 22.5), (14.0, 15.0))),
    )
    base: Point = (26.0, 34.0)
    mid: Point = (base[0] * 0.5 + rx * 0.5 + 2.4, base[1] * 0.5 + ry * 0.5 - 3.4)
    thumb: Chain = (
        (*base, 10.4),
        ((base[0] + mid[0]) / 2 + 1, (base[1] + mid[1]) / 2 - 1.4, 8.6),
        (*mid, 6.9),
        (rx, ry, 5.7),
    )
    heading = math.degrees(math.atan2(ry - mid[1], rx - mid[0]))
    cover = arc((base[0] + 1.2, base[1] + 1.4), (11.6, 11.6), 0, 345, 20)
    thumbnail = nail((rx, ry), heading, 5.8)
    knuckle = arc(mid, (4.0, 4.0), heading + 60, 60, 5)
    return GripShape(
        tuple(under),
        gaps,
        ((thumb,),),
        (cover,),
        (knuckle,),
        (thumbnail,),
        (37.0, 68.0, 10.8),
        arm_under=True,
        thumb=reach,
        fingers=(0.0, 0.0),
        mitten=(under[0], ((28.0, 24.0, 17.0), (10.0, 6.0, 16.0))),
    )


def _pinch() -> GripShape:
    under: tuple[Chain, ...] = (
        ((46.0, 60.0, 10.8), (41.0, 40.0, 13.8), (33.0, 21.0, 14.2)),
        ((32.0, 9.0, 6.8), (17.0, -6.0, 5.9), (1.5, -4.5, 5.0)),
        ((37.0, 11.0, 6.6), (30.0, -1.5, 6.1), (21.0, -1.0, 5.5)),
        ((41.0, 17.0, 6.4), (38.0, 5.5, 5.9), (31.0, 3.0, 5.4)),
        ((44.0, 25.0, 6.0), (45.0, 14.0, 5.3), (40.5, 9.5, 4.9)),
    )
    gaps: tuple[Ring, ...] = (
        smooth(((24.0, -4.8), (29.0, 4.0), (31.0, 12.0))),
        smooth(((34.2, 1.0), (36.5, 8.0), (36.5, 15.0))),
        smooth(((42.0, 10.5), (41.5, 16.0), (40.0, 22.0))),
    )
    thumb: Chain = ((30.0, 27.0, 9.8), (21.0, 15.0, 7.8), (10.0, 6.4, 6.2), (0.0, 2.2, 5.2))
    return GripShape(
        under,
        gaps,
        ((thumb,),),
        (arc((34.5, 30.0), (8.6, 8.6), 0, 345, 20),),
        (arc((11.0, 6.8), (3.6, 3.6), 255, 60, 5),),
        (nail((0.0, 2.2), 203, 5.2),),
        (44.0, 58.0, 10.8),
        arm_under=True,
        thumb=(0.0, 2.2),
        fingers=(0.0, -4.5),
        mitten=(under[0], ((33.0, 20.0, 15.0), (30.0, 8.0, 14.0)), under[1]),
    )


def _edge() -> GripShape:
    side: tuple[Chain, ...] = (
        ((10.5, 42.0, 10.0), (10.8, 24.0, 10.4), (9.8, 6.0, 9.6)),
        ((9.6, 8.0, 9.0), (7.0, -12.0, 6.6), (5.4, -30.0, 5.0)),
    )
    thumb: tuple[Chain, ...] = (((12.5, 26.0, 8.2), (11.5, 9.0, 6.4), (8.0, -7.0, 5.2)),)
    return GripShape(
        (),
        (),
        (side, thumb),
        (arc((12.5, 27.0), (9.4, 9.4), 0, 345, 18),),
        (arc((10.6, 7.0), (4.0, 2.6), 200, 140, 5),),
        (nail((8.0, -7.0), -108, 5.2),),
        (10.5, 42.0, 10.0),
        arm_under=False,
        thumb=(8.0, -7.0),
        fingers=(5.4, -30.0),
        mitten=side,
    )


ROUND: Mapping[Grip, Callable[[float, Point], GripShape]] = MappingProxyType(
    {
        Grip.C_GRIP: lambda around, _: _c_grip(around),
        Grip.THUMB: lambda _, reach: _thumb_grip(reach),
        Grip.WAIST: lambda _, reach: waist(reach),
        Grip.WALK: lambda _, reach: walking(reach[0]),
        Grip.THUMB_BESIDE: lambda _, reach: thumb_beside(reach),
        Grip.PALM_UP: lambda _around, _reach: palm_up(),
        Grip.ROUND_CROWN: lambda _around, _reach: round_crown(),
        Grip.UNDER_BOTTOM: lambda _around, _reach: under_bottom(),
        Grip.PINCH: lambda _around, _reach: _pinch(),
        Grip.EDGE: lambda _around, _reach: _edge(),
    }
)
"""Grips that go round something or stand on an edge: what is made of the limb's radius and the thumb's reach."""
