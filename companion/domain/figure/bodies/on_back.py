"""The baby on its back, head up in the picture, feet towards the caregiver."""

import math
from types import MappingProxyType

from companion.domain.body import Side
from companion.domain.figure.bodies import head
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
from companion.domain.figure.geometry import Chain, arc, bezier, ellipse, outline, spine
from companion.domain.figure.pose import SIDES, Pose

HIP: Point = (24.0, 100.0)
SHOULDER: Point = (33.0, 2.0)
THIGH, SHIN, UPPER_ARM, FOREARM = 54.0, 53.0, 33.0, 34.0
LIFTED = 25.0
"""A thigh lifted more than this lies over the diaper."""
TORSO: Chain = ((0, 11, 40), (0, 46, 44.5), (0, 83, 46.5))


def build(pose: Pose) -> Body:
    """The baby on its back in this pose, seen from the caregiver's side."""
    legs = {side: leg_chain(pose, side) for side in SIDES}
    arms = {side: arm_chain(pose, side) for side in SIDES}
    torso = flesh(TORSO)
    parts: list[Layer] = [layer(f"arm.{side.value}", *_arm(arms[side], sign(side))) for side in SIDES]
    parts.append(layer("torso", torso, crease(arc((0, 56), (4.6, 4.2), 15, 150))))
    over = [side for side in SIDES if pose.angle("elbow", side) < -60]
    parts += [
        layer(f"arm.{side.value}.over", *_arm(arms[side], sign(side)), _shoulder(side)) for side in over
    ]
    parts = [p for p in parts if not any(p.name == f"arm.{side.value}" for side in over)]
    parts += head.front(pose.face, pose.head)
    drawn = {side: layer(f"leg.{side.value}", *_leg(legs[side], pose, side)) for side in SIDES}
    lifted = [side for side in SIDES if pose.angle("flex", side) > LIFTED]
    parts += [drawn[side] for side in SIDES if side not in lifted]
    parts.append(layer("diaper", *diaper()))
    parts += [drawn[side] for side in lifted]
    skin = [outline(TORSO), outline(((0, -69.5, 44.5), (0, -45.5, 39.5)))]
    skin += [outline(c) for c in (*legs.values(), *arms.values())]
    skin += [outline(((x * 44, -54, 8.2), (x * 45, -48, 7.2))) for x in (-1, 1)]
    skin += [outline(_foot(legs[side], pose, side)[0], 3) for side in SIDES]
    skin += [outline(_fist(arms[side]), 2) for side in SIDES]
    limbs = {f"leg.{side.value}": Limb(tuple(spine(legs[side]))) for side in SIDES}
    limbs |= {f"arm.{side.value}": Limb(tuple(spine(arms[side]))) for side in SIDES}
    return Body(
        BodyView.ON_BACK,
        tuple(parts),
        MappingProxyType(_spots(pose, legs, arms)),
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


def leg_chain(pose: Pose, side: Side) -> Chain:
    """Hip to ankle."""
    s = sign(side)
    spread = math.radians(pose.angle("spread", side))
    shin = spread - math.radians(pose.angle("bend", side))
    short = math.cos(math.radians(pose.angle("flex", side)))
    kx, ky = HIP[0] + THIGH * math.sin(spread), HIP[1] + THIGH * math.cos(spread) * short
    ax, ay = kx + SHIN * math.sin(shin), ky + SHIN * math.cos(shin) * max(short, 0.55)
    knee = 17.3
    bulge = 2.2 * math.sin(math.radians(pose.angle("bend", side)))
    return (
        (s * HIP[0], HIP[1], 22.0),
        (s * ((HIP[0] + kx) / 2 + 1.6 * bulge), (HIP[1] + ky) / 2 - bulge, 21.6),
        (s * kx, ky, knee),
        (s * ((kx + ax) / 2 + 0.8), (ky + ay) / 2, 16.0),
        (s * ax, ay, 11.4),
    )


def arm_chain(pose: Pose, side: Side) -> Chain:
    """Shoulder to wrist."""
    s = sign(side)
    up = math.radians(pose.angle("reach", side))
    fore = up + math.radians(pose.angle("elbow", side))
    ex, ey = SHOULDER[0] + UPPER_ARM * math.sin(up), SHOULDER[1] + UPPER_ARM * math.cos(up)
    wx, wy = ex + FOREARM * math.sin(fore), ey + FOREARM * math.cos(fore)
    return (
        (s * SHOULDER[0], SHOULDER[1], 14.0),
        (s * ((SHOULDER[0] + ex) / 2), (SHOULDER[1] + ey) / 2, 14.6),
        (s * ex, ey, 13.2),
        (s * ((ex + wx) / 2 + 1.5 * math.cos(fore)), (ey + wy) / 2, 12.0),
        (s * wx, wy, 9.6),
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


def _foot(leg: Chain, pose: Pose, side: Side) -> tuple[Chain, ...]:
    s = sign(side)
    ax, ay, _ = leg[-1]
    a = math.radians(pose.angle("point", side))

    def at(u: float, v: float) -> Point:
        return (ax + s * (v * math.cos(a) + u * math.sin(a)), ay + u * math.cos(a) - v * math.sin(a))

    chains: list[Chain] = [((*at(1, 0), 11.8), (*at(16, 1.0), 12.6), (*at(27.5, 2.6), 10.2))]
    for k in range(5):
        u0, v0, r = 29.0 - k * 0.7, -5.6 + k * 4.3, 4.3 - k * 0.36
        chains.append(((*at(u0, v0), r), (*at(u0 + 5.4 - k * 1.1, v0 + 0.3), r)))
    return tuple(chains)


def _leg(leg: Chain, pose: Pose, side: Side) -> tuple[Shape, ...]:
    s = sign(side)
    foot = _foot(leg, pose, side)
    knee, ankle = leg[2], leg[4]
    return (
        flesh(*foot),
        flesh(leg),
        crease(arc((knee[0] - s * 3, knee[1] + 2), (10.5, 6.8), 20, 140)),
        crease(arc((ankle[0], ankle[1] - 1.5), (9.0, 5.6), 15, 150)),
    )


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


def _spots(pose: Pose, legs: dict[Side, Chain], arms: dict[Side, Chain]) -> dict[str, Point]:
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
        leg, arm, foot = legs[side], arms[side], _foot(legs[side], pose, side)
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
