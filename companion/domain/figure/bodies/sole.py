"""A close-up of the sole of one foot, lifted so that it looks at the caregiver: toes up, heel down."""

import math
from types import MappingProxyType

from companion.domain.body import Side
from companion.domain.figure.body import LINE, Body, BodyView, Limb, crease, flesh, layer
from companion.domain.figure.drawing import Blob, Patch, Point, Ring, Role
from companion.domain.figure.geometry import Chain, Knob, arc, bezier, ellipse, outline, smooth

OUTLINE: Ring = (
    (2, 66),
    (20, 59),
    (27, 41),
    (24.5, 14),
    (27, -12),
    (34, -33),
    (29, -51),
    (8, -56),
    (-14, -52),
    (-31, -41),
    (-37.5, -22),
    (-35, 6),
    (-28, 34),
    (-22, 55),
)
"""The sole of a right foot, without its toes; the big toe is on the viewer's right."""
TOES: tuple[Chain, ...] = (
    ((23.5, -52, 12.5), (23.0, -65, 13.2)),
    ((3.5, -56, 8.8), (2.0, -68.5, 9.4)),
    ((-12.0, -53, 8.3), (-14.6, -64, 8.8)),
    ((-24.5, -46, 7.8), (-28.4, -56, 8.2)),
    ((-34.0, -36, 7.2), (-38.6, -44.5, 7.6)),
)


def build(side: Side) -> Body:
    """The sole of the baby's left or right foot (right when no side is given)."""
    m = -1.0 if side is Side.LEFT else 1.0

    def flip(points: Ring) -> Ring:
        return tuple((m * x, y) for x, y in points)

    toes = tuple(tuple((m * x, y, r) for x, y, r in toe) for toe in TOES)
    ring = smooth(flip(OUTLINE), closed=True)
    wide = smooth(flip(tuple(_pushed(OUTLINE))), closed=True)
    sole = Blob((ring,), (wide,), Role.SKIN, Role.SKIN_LINE)
    pads = tuple(
        Patch(ellipse((m * x, y), radius), Role.CHEEK, opacity=0.3)
        for x, y, radius in ((15, -34, (15.0, 12.0)), (-17, -27, (12.0, 12.0)), (0, 46, (16.0, 12.5)))
    )
    toe_pads = tuple(
        Patch(ellipse(t[1][:2], (t[1][2] * 0.62, t[1][2] * 0.62), 14), Role.CHEEK, opacity=0.45) for t in toes
    )
    lines = (
        crease(flip(bezier((24, -14), (14, -12), (5, -17), (1, -24)))),
        crease(flip(arc((0, 43), (15, 10), 205, 130))),
    )
    line: tuple[Knob, ...] = ((0, 58, 24), (m * 1, 20, 27), (m * 2, -20, 31), (m * 2, -46, 30))
    return Body(
        BodyView.SOLE,
        (layer("foot", sole, *pads, *lines, *(flesh(t) for t in reversed(toes)), *toe_pads),),
        MappingProxyType(_spots(m, toes)),
        MappingProxyType({"sole": Limb(line)}),
        (),
        (ring, *(outline(t) for t in toes)),
        elbow=(118.0, 330.0),
        hand_scale=1.75,
    )


def _spots(m: float, toes: tuple[Chain, ...]) -> dict[str, Point]:
    spots: dict[str, Point] = {
        "heel": (0, 45),
        "arch": (m * 6, 8),
        "outer_sole": (m * -20, 8),
        "ball": (m * 4, -32),
        "ball_inner": (m * 20, -34),
        "ball_outer": (m * -22, -26),
        "sole": (0, 2),
        "ankle": (0, 20),
    }
    for k, toe in enumerate(toes):
        spots[f"toe{k + 1}"] = toe[1][:2]
        spots[f"under_toe{k + 1}"] = (toe[0][0], toe[0][1] + 7)
    return spots


def _pushed(ring: Ring, by: float = LINE) -> list[Point]:
    """The ring a little larger all round; it must run against the clock, as OUTLINE does."""
    out: list[Point] = []
    for i, (x, y) in enumerate(ring):
        (ax, ay), (bx, by_) = ring[i - 1], ring[(i + 1) % len(ring)]
        d = math.hypot(bx - ax, by_ - ay)
        out.append((x - (by_ - ay) / d * by, y + (bx - ax) / d * by))
    return out
