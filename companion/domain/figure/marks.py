"""Small lines that tell of movement or sound in a picture that stands still."""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from companion.domain.figure.body import layer
from companion.domain.figure.drawing import Layer, Point, Role, Shape, Trace
from companion.domain.figure.geometry import arc, smooth

WIDTH = 2.6


class MarkKind(StrEnum):
    """WAVES go out from a place, as sound or a moving limb; TREMBLE is a small zigzag; RAYS burst."""

    WAVES = "waves"
    TREMBLE = "tremble"
    RAYS = "rays"


@dataclass(frozen=True, slots=True)
class Mark:
    """Lines at a place; ``heading`` is where they go, in degrees, 0 is right and 90 down the picture."""

    kind: MarkKind
    at: Point
    heading: float
    size: float = 12.0


def mark_layer(marks: tuple[Mark, ...]) -> tuple[Layer, ...]:
    """One layer with all the marks; none when there are none."""
    return (layer("marks", *(shape for mark in marks for shape in _lines(mark))),) if marks else ()


def _lines(mark: Mark) -> tuple[Shape, ...]:
    x, y = mark.at
    match mark.kind:
        case MarkKind.WAVES:
            lines = [arc(mark.at, (r, r), mark.heading - 32, 64, 8) for r in (mark.size, mark.size + 7)]
        case MarkKind.TREMBLE:
            a = math.radians(mark.heading)
            ux, uy = math.cos(a), math.sin(a)
            steps = [(k * mark.size / 4, 3.2 if k % 2 else -3.2) for k in range(-2, 3)]
            lines = [smooth([(x - uy * u + ux * v, y + ux * u + uy * v) for u, v in steps], steps=4)]
        case MarkKind.RAYS:
            angles = [math.radians(mark.heading + d) for d in (-34, 0, 34)]
            near, far = mark.size * 0.45, mark.size
            lines = [
                (
                    (x + near * math.cos(a), y + near * math.sin(a)),
                    (x + far * math.cos(a), y + far * math.sin(a)),
                )
                for a in angles
            ]
        case _:
            assert_never(mark.kind)
    return tuple(Trace(line, Role.PATH, WIDTH) for line in lines)
