"""A close-up of one palm that looks at the caregiver: fingers up, the forearm towards the caregiver."""

import math
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from companion.domain.body import Side
from companion.domain.figure.body import Body, BodyView, Limb, crease, flesh, layer
from companion.domain.figure.drawing import Glow, Layer, Patch, Point, Ring, Role, Shape
from companion.domain.figure.geometry import Chain, Knob, arc, bezier, outline
from companion.domain.figure.pose import Pose
from companion.domain.figure.union import joined

ARM: Chain = ((5, 190, 33), (3, 120, 29), (0, 72, 22.5), (0, 56, 21.5))
PALM: Chain = ((0, 46, 23.5), (0.5, 22, 30), (-1, -2, 30.5))
THUMB: Chain = ((17, 30, 15), (33, 12, 10.6), (40.5, -7, 9.4))
FINGERS: tuple[tuple[float, float, float, float, float], ...] = (
    (19.5, -24.0, 8.8, 31.0, 8.0),
    (5.0, -29.0, 9.1, 35.0, 1.5),
    (-9.5, -27.0, 8.7, 31.5, -5.0),
    (-22.5, -19.0, 7.7, 25.0, -14.0),
)
"""Index to little finger of a right hand: root x, y, radius, length, and lean in degrees; the thumb is on the
viewer's right."""
BENDS = (62.0, 84.0, 52.0)
"""How far each of a finger's three joints bends for a fist, in degrees."""


def build(pose: Pose, side: Side) -> Body:
    """The palm of the baby's left or right hand (right when no side is given); ``grasp`` curls the fingers."""
    m = -1.0 if side is Side.LEFT else 1.0
    fingers = tuple(_mirrored(_finger(k, pose.grasp), m) for k in range(len(FINGERS)))
    thumb = _mirrored(THUMB, m)
    digits = [shape for chain in reversed(fingers) for shape in _digit(chain)]
    line: tuple[Knob, ...] = ((0, 46, 22), (0, 20, 28), (m * -1, -6, 30), (m * -2, -24, 26))
    return Body(
        BodyView.PALM,
        (_palm(m), layer("fingers", *digits)),
        MappingProxyType(_spots(m, fingers, thumb)),
        MappingProxyType({"palm": Limb(line)}),
        (),
        (*_palm_skin(m), *(outline(f, 2) for f in fingers)),
        elbow=(118.0, 330.0),
        hand_scale=1.75,
    )


@lru_cache(maxsize=2)
def _palm(m: float) -> Layer:
    """What does not move with the fingers; the same object each time."""

    def flip(points: Ring) -> Ring:
        return tuple((m * x, y) for x, y in points)

    lines = (
        crease(flip(bezier((14, 44), (2, 34), (4, 14), (25, 2)))),
        crease(flip(bezier((-26, 6), (-12, 12), (6, 6), (22, -6)))),
        crease(flip(bezier((-24, -6), (-10, 0), (4, -6), (12, -18)))),
        crease(flip(arc((0, 53), (15, 5), 200, 140))),
        crease(flip(arc((34, 9), (5, 5), 150, 110, 6))),
    )
    pads = (Glow((m * 16, 28), (15, 17), Role.CHEEK, 0.5), Glow((m * -17, 26), (14, 18), Role.CHEEK, 0.45))
    palm = joined(flesh(_mirrored(ARM, m), _mirrored(PALM, m), _mirrored(THUMB, m)))
    return layer("hand", palm, *pads, *lines)


@lru_cache(maxsize=2)
def _palm_skin(m: float) -> tuple[Ring, ...]:
    return tuple(outline(_mirrored(chain, m)) for chain in (ARM, PALM, THUMB))


def _mirrored(chain: Chain, m: float) -> Chain:
    return tuple((m * x, y, r) for x, y, r in chain)


def _finger(number: int, grasp: float) -> Chain:
    """Root, two joints and tip, as seen from the front while the finger curls forward."""
    x, y, r, length, lean = FINGERS[number]
    a = math.radians(lean)
    bent, chain = 0.0, [(x, y, r)]
    for k, bend in enumerate(BENDS):
        bent += math.radians(bend * grasp / 100)
        step = length / 3 * math.cos(bent)
        x, y = x + math.sin(a) * step, y - math.cos(a) * step
        chain.append((x, y, r - 0.35 * (k + 1)))
    return tuple(chain)


def _digit(chain: Chain) -> list[Shape]:
    """A finger as one soft shape, with the creases of its joints as long as it is not folded over them."""
    shapes: list[Shape] = [flesh(*pairwise(chain))]
    (x0, y0, _), (x1, y1, _) = chain[0], chain[-1]
    d = math.hypot(x1 - x0, y1 - y0)
    tip, r = chain[-1][:2], chain[-1][2]
    shapes.append(Patch(arc(tip, (r * 0.6, r * 0.6), 0, 335, 13), Role.CHEEK, opacity=0.4))
    if d > 12:
        turn = math.degrees(math.atan2(y1 - y0, x1 - x0))
        for share in (0.0, 0.42):
            at = (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)
            shapes.append(crease(arc(at, (r * 0.5, r * 0.5), turn + 130, 100, 6)))
    return shapes


def _spots(m: float, fingers: tuple[Chain, ...], thumb: Chain) -> dict[str, Point]:
    spots: dict[str, Point] = {
        "heel": (0, 44),
        "palm": (0, 14),
        "palm_top": (m * -1, -20),
        "outer_palm": (m * -20, 20),
        "inner_palm": (m * 20, 20),
        "wrist": (0, 64),
    }
    for k, chain in enumerate((thumb, *fingers)):
        root, tip = chain[0], chain[-1]
        spots[f"finger_root{k + 1}"] = chain[1][:2] if k == 0 else (root[0], root[1])
        spots[f"finger{k + 1}"] = tip[:2]
    return spots
