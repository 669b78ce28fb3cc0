"""Grips of hands that hold a head, a hand or a small arm: what lies behind it, and the thumb in front.

All are drawn for a right hand, in body units, as the grips in ``hand`` are.
"""

import math
from itertools import pairwise

from companion.domain.figure.drawing import Point, Ring
from companion.domain.figure.geometry import Chain, arc, smooth
from companion.domain.figure.grip_shape import GripShape, nail


def thumb_beside(reach: Point) -> GripShape:
    """The hand upright along the side of a head, seen from its thumb's side; the thumb lies across, ``reach``
    away from its resting place."""
    rx, ry = reach
    under: list[Chain] = [((52.0, 78.0, 10.8), (52.0, 54.0, 13.6), (48.5, 28.0, 14.6))]
    tips = ((41.0, -33.0), (27.0, -36.0), (13.0, -33.0))
    roots = ((51.0, 16.0), (44.0, 12.0), (37.0, 12.0))
    for (tx, ty), (bx, by), radius in zip(tips, roots, (6.2, 6.0, 5.6), strict=True):
        under.append(
            ((bx, by, radius + 1.6), ((bx + tx) / 2 + 3.4, (by + ty) / 2 - 1, radius + 0.6), (tx, ty, radius))
        )
    gaps: tuple[Ring, ...] = (smooth(((45.5, 8.0), (42.5, -8.0), (35.0, -28.0))),)
    base: Point = (41.0, 22.0)
    mid: Point = (base[0] * 0.5 + rx * 0.5 + 1.2, base[1] * 0.5 + ry * 0.5 - 5.0)
    thumb: Chain = (
        (*base, 10.0),
        ((base[0] + mid[0]) / 2 + 0.8, (base[1] + mid[1]) / 2 - 1.2, 8.6),
        (*mid, 6.9),
        (rx, ry, 5.7),
    )
    heading = math.degrees(math.atan2(ry - mid[1], rx - mid[0]))
    return GripShape(
        tuple(under),
        gaps,
        ((thumb,),),
        (arc((base[0] + 2.6, base[1] + 3.4), (11.2, 11.2), 0, 345, 20),),
        (arc(mid, (4.0, 4.0), heading + 60, 60, 5),),
        (nail((rx, ry), heading, 5.8),),
        (52.0, 78.0, 10.8),
        arm_under=True,
        thumb=reach,
        fingers=(20.0, 0.0),
        mitten=(under[0], ((47.0, 22.0, 16.0), (38.0, -18.0, 14.0))),
    )


PALM_FINGERS = (
    (13.2, 3.0, 5.5, 24.0),
    (4.6, -0.5, 5.8, 29.0),
    (-4.4, 0.0, 5.6, 27.0),
    (-12.8, 4.5, 4.9, 20.0),
)
"""Index to little finger of a right hand with its palm up: root x, y, radius, length."""


def palm_up() -> GripShape:
    """A flat hand that lies under something, palm towards the viewer, fingers up the picture."""
    under: list[Chain] = [
        ((0.0, 40.0, 11.0), (0.6, 25.0, 15.6), (0.6, 9.0, 17.6)),
        ((-9.0, 26.0, 9.0), (-11.5, 8.0, 7.0)),
        ((7.0, 31.0, 9.4), (18.0, 20.0, 7.2), (26.0, 5.0, 5.4)),
    ]
    gaps: list[Ring] = []
    for k, (x, y, r, length) in enumerate(PALM_FINGERS):
        lean = math.radians((1.5 - k) * 3.0)
        dx, dy = math.sin(lean), -math.cos(lean)
        under.append(((x, y + 7, r + 0.6), (x + dx * length, y + dy * length, r - 0.6)))
    for (x, y, _, _), (x2, y2, _, length) in pairwise(PALM_FINGERS):
        gaps.append(((x / 2 + x2 / 2, y / 2 + y2 / 2 + 1), (x / 2 + x2 / 2, y2 - length * 0.7)))
    lines = (smooth(((14.0, 12.0), (4.0, 15.0), (1.0, 24.0), (2.0, 32.0))),)
    return GripShape(
        tuple(under),
        (*gaps, *lines),
        (),
        (),
        (),
        (),
        (0.0, 40.0, 11.0),
        arm_under=True,
        thumb=(26.0, 5.0),
        fingers=(9.0, -27.0),
        mitten=(under[0], ((0.6, 9.0, 18.0), (0.0, -16.0, 15.0))),
    )


HEAD_CENTRE: Point = (-31.0, 31.0)
"""Where the middle of a head lies for the hand that is laid round its crown, 44 units from where it touches."""


def round_crown() -> GripShape:
    """A hand laid round the top of a head: heel beside the ear, fingers along the back of the crown, the thumb on
    the side of the forehead. Nothing lies on the soft spot or the face."""
    cx, cy = HEAD_CENTRE

    def at(angle: float, radius: float) -> Point:
        a = math.radians(angle)
        return cx + radius * math.cos(a), cy + radius * math.sin(a)

    under: list[Chain] = [((27.0, 70.0, 10.8), (24.0, 46.0, 13.4), (16.5, 20.0, 14.6), (8.0, 2.0, 13.0))]
    gaps: list[Ring] = []
    for radius, r, last in ((45.0, 5.8, -112.0), (50.5, 6.2, -104.0), (55.5, 6.0, -90.0)):
        steps = [-34.0 + (last + 34.0) * k / 4 for k in range(5)]
        under.append(tuple((*at(a, radius), r) for a in steps))
    for radius, last in ((48.6, -101.0), (54.2, -88.0)):
        gaps.append(smooth([at(-44.0 + (last + 44.0) * k / 4, radius) for k in range(5)]))
    thumb: Chain = ((20.0, 19.0, 9.0), (9.0, 11.5, 7.4), (1.0, 10.2, 6.2), (-6.5, 12.0, 5.3))
    return GripShape(
        tuple(under),
        tuple(gaps),
        ((thumb,),),
        (arc((21.0, 20.5), (9.2, 9.2), 0, 345, 20),),
        (arc((5.0, 10.6), (3.6, 3.6), 250, 60, 5),),
        (nail((-6.5, 12.0), 166, 5.4),),
        (27.0, 70.0, 10.8),
        arm_under=True,
        thumb=(-6.5, 12.0),
        fingers=at(-80.0, 50.0),
        mitten=(under[0], under[2]),
    )
