"""The baby on its back, head up in the picture, feet towards the caregiver."""

from functools import lru_cache
from types import MappingProxyType

from companion.domain.body import Side
from companion.domain.figure.bodies import head
from companion.domain.figure.bodies.arm import Arm, posed_arm
from companion.domain.figure.bodies.leg import Leg, posed_leg
from companion.domain.figure.body import (
    LINE,
    Body,
    BodyView,
    Limb,
    Zone,
    crease,
    flesh,
    layer,
    sign,
)
from companion.domain.figure.drawing import Layer, Patch, Point, Ring, Role, Shape
from companion.domain.figure.geometry import Chain, arc, bezier, outline, spine
from companion.domain.figure.pose import SIDES, Face, Pose

TORSO: Chain = ((0, 11, 40), (0, 46, 44.5), (0, 83, 46.5))


def build(pose: Pose) -> Body:
    """The baby on its back in this pose, seen from the caregiver's side."""
    legs = {side: posed_leg(pose, side) for side in SIDES}
    arms = {side: posed_arm(pose, side) for side in SIDES}
    raised = sorted((arm for arm in arms.values() if arm.upper), key=lambda arm: arm.lift)
    parts = [arm.whole for arm in arms.values() if not arm.upper and not arm.over]
    parts += [torso(), *(arm.whole for arm in arms.values() if arm.over)]
    parts += [*_head(pose.face, pose.head), *_legs(legs)]
    parts += [upper for arm in arms.values() if (upper := arm.upper)]
    parts += [arm.whole for arm in raised]
    skin = [*_skin(), *(ring for limb in (*legs.values(), *arms.values()) for ring in limb.skin)]
    limbs = _leg_limbs(legs) | {f"arm.{side.value}": arm.limb for side, arm in arms.items()}
    return Body(
        BodyView.ON_BACK,
        tuple(parts),
        MappingProxyType(_spots(legs, arms)),
        MappingProxyType(limbs),
        ZONES,
        tuple(skin),
        elbow=(92.0, 330.0),
        lids=head.lids(pose.face, pose.head),
    )


@lru_cache(maxsize=64)
def torso(risen: float = 0.0) -> Layer:
    """The trunk, ``risen`` body units wider at the ribs and the tummy than when the baby has breathed out."""
    (top, (x, y, r), low) = TORSO
    return layer("torso", flesh((top, (x, y, r + risen), low)), crease(arc((0, 56), (4.6, 4.2), 15, 150)))


@lru_cache(maxsize=1)
def _diaper() -> Layer:
    return layer("diaper", *diaper())


@lru_cache(maxsize=32)
def _head(face: Face, turn: float) -> tuple[Layer, ...]:
    return head.front(face, turn)


@lru_cache(maxsize=1)
def _skin() -> tuple[Ring, ...]:
    """What may be touched besides the limbs: trunk, head and ears."""
    ears = (((x * 44, -54, 8.2), (x * 45, -48, 7.2)) for x in (-1, 1))
    return tuple(outline(chain) for chain in (TORSO, ((0, -69.5, 44.5), (0, -45.5, 39.5)), *ears))


ZONES = (
    Zone("soft-spot", (0, -98), (11, 9)),
    Zone("throat", (0, -8), (10, 7)),
    Zone("eye.right", (-19, -57), (8, 8)),
    Zone("eye.left", (19, -57), (8, 8)),
    Zone("nipple.right", (-22, 22), (4, 4)),
    Zone("nipple.left", (22, 22), (4, 4)),
    Zone("navel", (0, 57), (5, 5)),
    Zone("genitals", (0, 122), (11, 9)),
)


def _legs(legs: dict[Side, Leg]) -> list[Layer]:
    """Legs on the mat, the diaper, then lifted legs: thighs, a mark for what goes round both shins, shins."""
    lifted = [side for side in SIDES if legs[side].lifted]
    parts = [legs[side].thigh for side in SIDES if side not in lifted]
    parts.append(_diaper())
    parts += [legs[side].thigh for side in lifted]
    parts += [groin for side in lifted if (groin := legs[side].groin)]
    parts.append(layer("shins"))
    nearest_last = sorted(lifted, key=lambda side: legs[side].height)
    return parts + [shin for side in nearest_last if (shin := legs[side].shin)]


def _leg_limbs(legs: dict[Side, Leg]) -> dict[str, Limb]:
    limbs: dict[str, Limb] = {}
    for side, leg in legs.items():
        limbs |= {f"{name}.{side.value}": limb for name, limb in leg.limbs.items()}
    one, other = (leg.line for leg in legs.values())
    both = [
        ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (abs(a[0] - b[0]) + a[2] + b[2]) / 2)
        for a, b in zip(one[2:], other[2:], strict=True)
    ]
    return limbs | {"shins": Limb(tuple(spine(both)))}


def diaper() -> tuple[Shape, ...]:
    """The diaper that every baby wears."""
    ring = (
        *bezier((-47, 70), (-28, 80.5), (28, 80.5), (47, 70)),
        *bezier((47, 70), (50.5, 100), (35.5, 132), (0, 133))[1:],
        *bezier((0, 133), (-35.5, 132), (-50.5, 100), (-47, 70))[1:-1],
    )
    folds = tuple(
        crease(bezier((s * 44.6, 85.5), (s * 36, 91), (s * 30, 103), (s * 30, 118)), Role.DIAPER_FOLD)
        for s in (-1, 1)
    )
    return (Patch(ring, Role.DIAPER, Role.DIAPER_LINE, LINE * 1.15), *folds)


def _spots(legs: dict[Side, Leg], arms: dict[Side, Arm]) -> dict[str, Point]:
    spots: dict[str, Point] = {
        "crown": (0, -112),
        "brow": (0, -72),
        "nose": (0, -47),
        "chin": (0, -10),
        "neck": (0, -2),
        "sternum": (0, 28),
        "navel": (0, 57),
        "tummy": (0, 48),
        "bottom": (0, 118),
        "pelvis": (0, 96),
    }
    for side in SIDES:
        s, n = sign(side), side.value
        leg, arm, foot, fist = legs[side].line, arms[side].line, legs[side].foot, arms[side].fist
        spots |= {
            f"hip.{n}": leg[0][:2],
            f"thigh.{n}": leg[1][:2],
            f"knee.{n}": leg[2][:2],
            f"shin.{n}": leg[3][:2],
            f"ankle.{n}": leg[4][:2],
            f"instep.{n}": foot[0][1][:2],
            f"ball.{n}": foot[0][2][:2],
            f"shoulder.{n}": arm[0][:2],
            f"elbow.{n}": arm[2][:2],
            f"wrist.{n}": arm[4][:2],
            f"hand.{n}": fist[1][:2],
            f"rib_edge.{n}": (s * 33, 44),
            f"chest.{n}": (s * 22, 20),
            f"flank.{n}": (s * 42, 62),
            f"temple.{n}": (s * 41, -66),
            f"cheek.{n}": (s * 27, -42),
            f"ear.{n}": (s * 45, -50),
        }
        spots |= {f"toe{k + 1}.{n}": foot[k + 1][1][:2] for k in range(5)}
    return spots
