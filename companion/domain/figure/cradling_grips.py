"""Grips of hands that hold a head, a hand or a small arm: what lies behind it, and the thumb in front.

All are drawn for a right hand, in body units, as the grips in ``hand`` are.
"""

import math

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
