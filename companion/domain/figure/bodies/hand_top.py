"""A close-up of the back of one hand: forearm at the top of the picture, fingers towards the caregiver."""

from collections.abc import Sequence
from types import MappingProxyType

from companion.domain.body import Side
from companion.domain.figure.body import Body, BodyView, Limb, crease, flesh, layer
from companion.domain.figure.drawing import Patch, Point, Ring, Role, Shape
from companion.domain.figure.geometry import Chain, Knob, arc, outline
from companion.domain.figure.union import joined

ARM: Chain = ((-8, -180, 36), (-4, -122, 31), (0, -78, 22.5), (0, -60, 21.5))
HAND: Chain = ((0, -62, 21.5), (0, -32, 27), (0.5, -4, 29.5))
THUMB: Chain = ((14, -36, 13), (36, -16, 9.8), (47, 3, 8.8))
FINGERS: tuple[Chain, ...] = (
    ((18.5, 10, 9.6), (20.5, 27, 9.0), (20.5, 42, 8.4)),
    ((5.0, 16, 9.8), (5.6, 34, 9.2), (5.4, 51, 8.6)),
    ((-8.5, 14, 9.4), (-9.6, 31, 8.8), (-10.0, 47, 8.2)),
    ((-20.5, 7, 8.4), (-23.6, 21, 7.8), (-25.2, 34, 7.3)),
)
"""Index to little finger of a right hand with its palm down; the thumb is on the viewer's right."""


def build(side: Side) -> Body:
    """The back of the baby's left or right hand (right when no side is given)."""
    m = -1.0 if side is Side.LEFT else 1.0
    arm, hand, *digits = (tuple((m * x, y, r) for x, y, r in c) for c in (ARM, HAND, THUMB, *FINGERS))
    line: tuple[Knob, ...] = ((0, -62, 21), (0, -34, 27), (0, -4, 29), (0, 22, 28))
    return Body(
        BodyView.HAND_TOP,
        (layer("hand", joined(flesh(arm, hand, *digits)), *_lines(m), *_nails(digits)),),
        MappingProxyType(_spots(m, digits)),
        MappingProxyType({"top": Limb(line)}),
        (),
        tuple(outline(chain) for chain in (arm, hand, *digits)),
        elbow=(118.0, 330.0),
        hand_scale=1.75,
    )


def _lines(m: float) -> tuple[Shape, ...]:
    """The fold of the wrist, its bone on the outer side, the knuckles, and where finger lies beside finger."""

    def flip(points: Ring) -> Ring:
        return tuple((m * x, y) for x, y in points)

    roots, middles = [f[0][:2] for f in FINGERS], [f[1][:2] for f in FINGERS]
    knuckles = (crease(flip(arc((x, y - 3), (4.2, 2.4), 200, 140, 6))) for x, y in roots)
    gaps = (
        crease(
            flip(
                (
                    (roots[k][0] / 2 + roots[k + 1][0] / 2, 22.5 + k),
                    (middles[k][0] / 2 + middles[k + 1][0] / 2, low),
                )
            )
        )
        for k, low in enumerate((36, 36, 32))
    )
    fold, bone = arc((0, -72), (16, 6), 20, 140), arc((-17.0, -62), (5.0, 6.0), 150, 170, 8)
    return (crease(flip(fold)), crease(flip(bone)), *knuckles, *gaps)


def _nails(digits: Sequence[Chain]) -> tuple[Shape, ...]:
    return tuple(
        Patch(arc((x, y + r * 0.36), (r * 0.46, r * 0.36), 0, 330, 11), Role.SKIN_SHADE)
        for x, y, r in (chain[-1] for chain in digits)
    )


def _spots(m: float, digits: Sequence[Chain]) -> dict[str, Point]:
    spots: dict[str, Point] = {
        "wrist": (0, -62),
        "inner_wrist": (m * 17, -62),
        "outer_wrist": (m * -17, -62),
        "hand": (0, -18),
        "knuckles": (0, 12),
        "forearm": (m * -4, -116),
    }
    for k, chain in enumerate(digits):
        spots[f"finger_root{k + 1}"] = chain[0][:2]
        spots[f"finger{k + 1}"] = chain[-1][:2]
    return spots
