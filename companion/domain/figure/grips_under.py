"""Grips of hands that lie under the baby: what can be seen of them at its side, and the thumb on top."""

import math

from companion.domain.figure.drawing import Point
from companion.domain.figure.geometry import Chain, arc
from companion.domain.figure.grip_shape import GripShape, nail


def under_bottom() -> GripShape:
    """A right hand that comes from outside under one cheek of the bottom: the heel of the hand at the hip's side,
    the fingers out of sight, the thumb on the front of the hip. The middle of the palm's touch is at (0, 0)."""
    under: tuple[Chain, ...] = (
        ((53.0, 62.0, 10.8), (45.0, 38.0, 13.8), (33.0, 16.0, 15.0)),
        ((38.0, 12.0, 12.0), (24.0, -2.0, 10.0)),
        ((22.0, 8.0, 8.0), (2.0, -4.0, 7.0)),
    )
    base: Point = (40.0, 13.0)
    mid: Point = (31.0, -6.0)
    tip: Point = (17.0, -13.0)
    thumb: Chain = ((*base, 10.0), ((base[0] + mid[0]) / 2 + 2.0, 3.0, 8.4), (*mid, 6.8), (*tip, 5.6))
    heading = math.degrees(math.atan2(tip[1] - mid[1], tip[0] - mid[0]))
    return GripShape(
        under,
        (),
        ((thumb,),),
        (arc((base[0] + 1.6, base[1] + 3.2), (10.6, 10.6), 0, 345, 20),),
        (arc((mid[0] + 0.5, mid[1]), (4.2, 4.2), heading + 60, 60, 5),),
        (nail(tip, heading, 5.6),),
        (53.0, 62.0, 10.8),
        arm_under=True,
        thumb=tip,
        fingers=(2.0, -4.0),
        mitten=(under[0], (under[1][0], under[1][1])),
    )
