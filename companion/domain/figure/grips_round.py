"""Grips of tummy strokes: a hand round the waist with its thumb on the tummy, and fingers that walk."""

import math

from companion.domain.figure.drawing import Point, Ring
from companion.domain.figure.geometry import Chain, arc
from companion.domain.figure.grip_shape import GripShape, nail


def waist(reach: Point) -> GripShape:
    """A hand along the baby's side, seen from the thumb: palm on the flank, fingers out of sight behind the back.
    ``reach`` is where the thumb lies, away from its resting place."""
    rx, ry = reach
    base: Point = (31.0, 21.0)
    mid: Point = ((base[0] + rx) / 2 + 1.0, (base[1] + ry) / 2 - 4.0)
    palm: tuple[Chain, ...] = (
        ((47.0, 58.0, 11.0), (45.0, 38.0, 14.0), (41.0, 16.0, 13.0)),
        ((43.0, 20.0, 11.0), (42.0, 2.0, 8.6), (37.0, -9.0, 6.4)),
        ((41.0, 36.0, 12.0), (*base, 10.4), (*mid, 7.0), (rx, ry, 5.7)),
    )
    heading = math.degrees(math.atan2(ry - mid[1], rx - mid[0]))
    web = arc((39.0, 12.0), (6.5, 5.0), 120, 95, 7)
    return GripShape(
        (),
        (),
        (palm,),
        (),
        (arc(mid, (4.4, 4.4), heading + 60, 60, 5), web),
        (nail((rx, ry), heading, 5.8),),
        (47.0, 58.0, 11.0),
        arm_under=False,
        thumb=reach,
        fingers=(37.0, -9.0),
        mitten=palm,
    )


def walking(stride: float) -> GripShape:
    """Index and middle finger walk on their pads, the others are tucked in; ``stride`` (-1.0 to 1.0) opens the
    two from close together to a step apart. The middle of their pads is at (0, 0)."""
    apart = 8.5 + 4.0 * stride
    roots: tuple[Point, Point] = ((-6.2, 29.0), (5.0, 27.5))
    tips: tuple[Point, Point] = ((-apart, 1.0), (apart, 0.0))
    fingers: list[Chain] = []
    lines: list[Ring] = []
    for (bx, by), (tx, ty) in zip(roots, tips, strict=True):
        kx, ky = (bx + tx) / 2 + (2.0 if tx > 0 else -2.0), (by + ty) / 2
        fingers.append(((bx, by + 8, 6.6), (kx, ky, 6.2), (tx, ty, 5.2)))
        lines.append(arc((kx, ky), (3.4, 2.0), 200, 140, 5))
    palm: tuple[Chain, ...] = (
        ((2.0, 66.0, 11.0), (1.0, 52.0, 15.4), (0.0, 38.0, 16.8)),
        ((11.0, 36.0, 7.4), (14.0, 27.0, 6.4)),
        ((16.5, 44.0, 6.4), (19.5, 36.0, 5.6)),
        ((-8.0, 62.0, 9.2), (-18.0, 48.0, 7.2), (-17.0, 33.0, 5.6)),
    )
    lines += [arc((14.0, 27.0), (4.0, 3.4), 200, 140, 5), arc((19.5, 36.0), (3.6, 3.0), 220, 130, 5)]
    return GripShape(
        (),
        (),
        ((*palm, *fingers),),
        (),
        tuple(lines),
        tuple(nail(tip, -90 + 8 * (1 if tip[0] > 0 else -1), 5.2) for tip in tips),
        (2.0, 66.0, 11.0),
        arm_under=False,
        thumb=(-17.0, 33.0),
        fingers=(0.0, 0.0),
        mitten=(palm[0], *fingers, palm[-1]),
    )
