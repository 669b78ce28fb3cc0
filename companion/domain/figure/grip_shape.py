"""What the shape of a grip is made of, and the finger nails that all grips share."""

import math
from dataclasses import dataclass

from companion.domain.figure.drawing import Point, Ring
from companion.domain.figure.geometry import Chain, Knob, arc


@dataclass(frozen=True, slots=True)
class GripShape:
    """One grip of a right hand. ``under`` lies behind what is held; each group in ``over`` is one inked shape.

    ``cover`` are rings without a line that hide where an over-shape grows out of the palm. ``wrist`` is where
    the forearm joins, and it belongs to the under-shape when ``arm_under``. ``thumb`` and ``fingers`` are their
    tips; ``mitten`` is the rough shape of the whole hand, for its shadow and its halo.
    """

    under: tuple[Chain, ...]
    under_lines: tuple[Ring, ...]
    over: tuple[tuple[Chain, ...], ...]
    cover: tuple[Ring, ...]
    lines: tuple[Ring, ...]
    nails: tuple[Ring, ...]
    wrist: Knob
    arm_under: bool
    thumb: Point
    fingers: Point
    mitten: tuple[Chain, ...] = ()


def nail(tip: Point, towards: float, r: float) -> Ring:
    """A nail near a finger tip; ``towards`` is the finger's direction in degrees (-90 is up)."""
    a = math.radians(towards)
    ux, uy = math.cos(a), math.sin(a)
    cx, cy = tip[0] + ux * r * 0.22, tip[1] + uy * r * 0.22
    return tuple(
        (cx + ux * px - uy * py, cy + uy * px + ux * py)
        for px, py in arc((0, 0), (r * 0.56, r * 0.5), 0, 330, 11)
    )
