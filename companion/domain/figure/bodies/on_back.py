"""The baby on its back, head up in the picture, feet towards the caregiver."""

import math
from types import MappingProxyType

from companion.domain.body import Side
from companion.domain.figure.bodies import head
from companion.domain.figure.bodies.leg import NEARER, Leg, posed_leg
from companion.domain.figure.body import (
    CREASE,
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
from companion.domain.figure.drawing import Layer, Patch, Point, Role, Shape
from companion.domain.figure.geometry import Chain, arc, bezier, distance, ellipse, lerp, outline, spine
from companion.domain.figure.pose import SIDES, Pose

SHOULDER: Point = (33.0, 2.0)
UPPER_ARM, FOREARM = 33.0, 34.0
TORSO: Chain = ((0, 11, 40), (0, 46, 44.5), (0, 83, 46.5))


def build(pose: Pose) -> Body:
    """The baby on its back in this pose, seen from the caregiver's side."""
    legs = {side: posed_leg(pose, side) for side in SIDES}
    arms = {side: arm_chain(pose, side) for side in SIDES}
    torso = layer("torso", flesh(TORSO), crease(arc((0, 56), (4.6, 4.2), 15, 150)))
    drawn = {side: layer(f"arm.{side.value}", *_arm(arms[side], sign(side))) for side in SIDES}
    front = {side: layer(drawn[side].name, *drawn[side].shapes, _shoulder(side)) for side in SIDES}
    raised = [side for side in SIDES if pose.angle("lift", side) > 0]
    over = [side for side in SIDES if pose.angle("elbow", side) < -60 and side not in raised]
    parts: list[Layer] = [drawn[side] for side in SIDES if side not in over + raised]
    parts += [torso, *(front[side] for side in over), *head.front(pose.face, pose.head), *_legs(legs)]
    parts += [layer(f"upper.{side.value}", flesh(arms[side][:3]), _shoulder(side)) for side in raised]
    nearest_last = sorted(raised, key=lambda side: pose.angle("lift", side))
    parts += [layer(drawn[side].name, *_forearm(arms[side], pose, side)) for side in nearest_last]
    skin = [outline(TORSO), outline(((0, -69.5, 44.5), (0, -45.5, 39.5)))]
    skin += [ring for leg in legs.values() for ring in leg.skin]
    skin += [outline(c) for c in arms.values()]
    skin += [outline(((x * 44, -54, 8.2), (x * 45, -48, 7.2))) for x in (-1, 1)]
    skin += [outline(_fist(arms[side]), 2) for side in SIDES]
    limbs = _leg_limbs(legs)
    limbs |= {f"arm.{side.value}": Limb(tuple(spine(arms[side]))) for side in SIDES}
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


def _forearm(arm: Chain, pose: Pose, side: Side) -> tuple[Shape, ...]:
    """The forearm of an arm in front of the chest; its line crosses the upper arm only when the elbow is bent."""
    (mx, my, _), (ex, ey, r) = arm[1], arm[2]
    first, *rest = _arm(arm[2:], sign(side))
    straight = min(1.0, max(0.0, 1.0 + (pose.angle("elbow", side) + 20.0) / 50.0))
    if straight < 0.03:
        return (first, *rest)
    up = lerp((ex, ey), (mx, my), min(1.0, 5.0 / distance((ex, ey), (mx, my))))
    cover = Patch(outline(((*up, (r + 0.3) * straight), (ex, ey, r * straight))), Role.SKIN)
    return (first, cover, *rest)


def _legs(legs: dict[Side, Leg]) -> list[Layer]:
    """Legs on the mat, the diaper, then lifted legs: thighs, a mark for what goes round both shins, shins."""
    lifted = [side for side in SIDES if legs[side].lifted]
    parts = [legs[side].thigh for side in SIDES if side not in lifted]
    parts.append(layer("diaper", *diaper()))
    parts += [legs[side].thigh for side in lifted]
    parts += [groin for side in lifted if (groin := legs[side].groin)]
    parts.append(layer("shins"))
    nearest_last = sorted(lifted, key=lambda side: legs[side].height)
    return parts + [shin for side in nearest_last if (shin := legs[side].shin)]


def _leg_limbs(legs: dict[Side, Leg]) -> dict[str, Limb]:
    limbs: dict[str, Limb] = {}
    for side, leg in legs.items():
        limbs[f"leg.{side.value}"] = Limb(tuple(spine(leg.line)))
        limbs[f"thigh.{side.value}"] = Limb(tuple(spine(leg.line[:3])))
        limbs[f"shin.{side.value}"] = Limb(tuple(spine(leg.line[2:])))
    one, other = (leg.line for leg in legs.values())
    both = [
        ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (abs(a[0] - b[0]) + a[2] + b[2]) / 2)
        for a, b in zip(one[2:], other[2:], strict=True)
    ]
    return limbs | {"shins": Limb(tuple(spine(both)))}


def arm_chain(pose: Pose, side: Side) -> Chain:
    """Shoulder to wrist."""
    s = sign(side)
    up = math.radians(pose.angle("reach", side))
    fore = up + math.radians(pose.angle("elbow", side))
    lift = math.radians(pose.angle("lift", side))
    long, near = UPPER_ARM * math.cos(lift), 1 + UPPER_ARM * math.sin(lift) / NEARER
    ex, ey = SHOULDER[0] + long * math.sin(up), SHOULDER[1] + long * math.cos(up)
    wx, wy = ex + FOREARM * math.sin(fore), ey + FOREARM * math.cos(fore)
    return (
        (s * SHOULDER[0], SHOULDER[1], 14.0),
        (s * ((SHOULDER[0] + ex) / 2), (SHOULDER[1] + ey) / 2, 14.6),
        (s * ex, ey, 13.2 * near),
        (s * ((ex + wx) / 2 + 1.5 * math.cos(fore)), (ey + wy) / 2, 12.0 * near),
        (s * wx, wy, 9.6 * near),
    )


def _shoulder(side: Side) -> Shape:
    """Hides the line of an upper arm that lies in front of the chest where it meets the shoulder."""
    return Patch(ellipse((sign(side) * 25, 8), (14, 13)), Role.SKIN)


def _fist(arm: Chain) -> Chain:
    (bx, by, _), (wx, wy, _) = arm[-2], arm[-1]
    d = math.hypot(wx - bx, wy - by) or 1.0
    ux, uy = (wx - bx) / d, (wy - by) / d
    return (
        (wx + ux * 4, wy + uy * 4, 10.6),
        (wx + ux * 13, wy + uy * 13, 12.2),
        (wx + ux * 20, wy + uy * 20, 10.6),
    )


def _arm(arm: Chain, s: float) -> tuple[Shape, ...]:
    fist = _fist(arm)
    tip, base = fist[-1], fist[0]
    d = math.hypot(tip[0] - base[0], tip[1] - base[1]) or 1.0
    ux, uy = (tip[0] - base[0]) / d, (tip[1] - base[1]) / d
    nx, ny = -uy, ux
    lines = tuple(
        crease(
            (
                (tip[0] + ux * 4 + nx * k * 5.2, tip[1] + uy * 4 + ny * k * 5.2),
                (tip[0] - ux * 2.4 + nx * k * 4.8, tip[1] - uy * 2.4 + ny * k * 4.8),
            )
        )
        for k in (-1, 0, 1)
    )
    heading = math.degrees(math.atan2(uy, ux))
    wrist = crease(arc((arm[-1][0], arm[-1][1]), (7.6, 7.6), heading - 62, 124, 8))
    thumb = flesh(
        (
            (base[0] - nx * s * 7 + ux * 2, base[1] - ny * s * 7 + uy * 2, 4.2),
            (base[0] - nx * s * 5 + ux * 9, base[1] - ny * s * 5 + uy * 9, 3.8),
        ),
        width=CREASE,
    )
    return (flesh(fist, arm), wrist, *lines, thumb)


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


def _spots(legs: dict[Side, Leg], arms: dict[Side, Chain]) -> dict[str, Point]:
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
        leg, arm, foot = legs[side].line, arms[side], legs[side].foot
        fist = _fist(arm)
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
