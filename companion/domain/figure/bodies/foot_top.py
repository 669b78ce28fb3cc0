"""A close-up of one foot from above: shin at the top of the picture, toes towards the caregiver."""

from collections.abc import Callable
from types import MappingProxyType

from companion.domain.body import Side
from companion.domain.figure.body import Body, BodyView, Limb, crease, flesh, layer
from companion.domain.figure.drawing import Patch, Point, Ring, Role, Trace
from companion.domain.figure.geometry import Chain, Knob, arc, bezier, outline
from companion.domain.figure.union import joined

LEG: Chain = ((-6, -170, 42), (-3, -120, 36), (0, -78, 27.5), (0, -52, 26))
FOOT: Chain = ((0, -56, 26), (1, -14, 29), (2, 24, 31.5))
TOES: tuple[Chain, ...] = (
    ((22.0, 36, 12.6), (23.5, 54, 12.8)),
    ((3.5, 44, 9.2), (4.0, 60, 9.2)),
    ((-11.5, 43, 8.6), (-12.5, 56.5, 8.6)),
    ((-23.5, 37, 8.0), (-25.5, 49.5, 8.0)),
    ((-32.5, 28, 7.2), (-36.0, 39, 7.4)),
)


def build(side: Side) -> Body:
    """The top of the baby's left or right foot (right when no side is given)."""
    m = -1.0 if side is Side.LEFT else 1.0

    def flip(points: Ring) -> Ring:
        return tuple((m * x, y) for x, y in points)

    def flipped(chain: Chain) -> Chain:
        return tuple((m * x, y, r) for x, y, r in chain)

    toes = tuple(flipped(t) for t in TOES)
    nails = tuple(
        Patch(
            arc((t[1][0], t[1][1] + t[1][2] * 0.38), (t[1][2] * 0.48, t[1][2] * 0.34), 0, 330, 11),
            Role.SKIN_SHADE,
        )
        for t in toes
    )
    line: tuple[Knob, ...] = tuple(
        (m * x, y, r) for x, y, r in ((2, 34, 30), (1, 8, 30), (0, -24, 28), (0, -52, 26))
    )
    return Body(
        BodyView.FOOT_TOP,
        (layer("foot", joined(flesh(flipped(LEG), flipped(FOOT), *toes)), *_creases(flip), *nails),),
        MappingProxyType(_spots(m, toes)),
        MappingProxyType({"top": Limb(line)}),
        (),
        (outline(flipped(LEG)), outline(flipped(FOOT)), *(outline(t) for t in toes)),
        elbow=(118.0, 330.0),
        hand_scale=1.75,
    )


def _spots(m: float, toes: tuple[Chain, ...]) -> dict[str, Point]:
    spots: dict[str, Point] = {
        "instep": (m * 1, -16),
        "ankle": (0, -58),
        "inner_ankle": (m * 23, -57),
        "outer_ankle": (m * -23, -50),
        "ball": (m * 2, 24),
        "shin": (m * -2, -110),
        "foot": (m * 1, 0),
    }
    for k, toe in enumerate(toes):
        spots[f"toe{k + 1}"] = toe[1][:2]
        spots[f"toe_root{k + 1}"] = (toe[0][0], toe[0][1] - 6)
    return spots


def _creases(flip: Callable[[Ring], Ring]) -> tuple[Trace, ...]:
    return (
        crease(flip(arc((0, -60), (19, 8), 20, 140))),
        crease(flip(arc((25.0, -57), (6.5, 8), 100, 130))),
        crease(flip(arc((-25.0, -50), (6.5, 8), -50, 130))),
        *(
            crease(flip(bezier((x0, 33), (x0 + 0.5, 38), (x1, 43), (x1, 48))))
            for x0, x1 in ((11.5, 12.5), (-4, -4.3), (-17, -18.6), (-27, -30))
        ),
    )
