"""The baby on its tummy, back up, head turned to one side, feet towards the caregiver."""

import math
from functools import lru_cache
from types import MappingProxyType

from companion.domain.body import Side
from companion.domain.figure.bodies.head import hair
from companion.domain.figure.bodies.on_back import diaper
from companion.domain.figure.body import CREASE, ROUND, Body, BodyView, Limb, Zone, crease, flesh, layer, sign
from companion.domain.figure.drawing import Glow, Layer, Patch, Point, Role, Shape, Trace
from companion.domain.figure.expression import is_shut
from companion.domain.figure.geometry import Chain, Knob, arc, bezier, outline, spine
from companion.domain.figure.pose import SIDES, Face, Pose

TORSO: Chain = ((0, 13, 39), (0, 48, 43), (0, 84, 47))
HEAD: Point = (3.0, -50.0)
HIP: Point = (25.0, 106.0)
SHOULDER: Point = (32.0, 4.0)


def build(pose: Pose) -> Body:
    """The baby on its tummy on the mat."""
    return back_body(pose, BodyView.ON_TUMMY, (), (92.0, 330.0))


def back_body(
    pose: Pose, view: BodyView, behind: tuple[Layer, ...], elbow: Point, facing: bool = False
) -> Body:
    """The baby seen from behind, with layers behind it."""
    legs = {side: _leg_chain(pose, side) for side in SIDES}
    arms = {side: _arm_chain(pose, side) for side in SIDES}
    parts: list[Layer] = [*behind, layer("ankles")]
    parts += [layer(f"leg.{side.value}", *_leg(legs[side], -sign(side))) for side in SIDES]
    parts += [layer(f"arm.{side.value}", *_arm(arms[side])) for side in SIDES]
    parts.append(torso())
    parts += [_diaper(), *_head(pose.face)]
    skin = (
        outline(TORSO),
        *(outline(c) for c in (*legs.values(), *arms.values())),
        outline(((*HEAD, 44), (*HEAD, 44.1))),
    )
    limbs = {f"leg.{side.value}": Limb(tuple(spine(legs[side]))) for side in SIDES}
    limbs["ankles"] = _both(legs)
    for side in SIDES:
        x = -sign(side) * 17
        line: tuple[Knob, ...] = ((x * 0.9, -2, 22), (x, 30, 24), (x * 1.1, 70, 26), (x * 1.15, 112, 26))
        limbs[f"back.{side.value}"] = Limb(line)
    return Body(
        view,
        tuple(parts),
        MappingProxyType(_spots(legs, arms)),
        MappingProxyType(limbs),
        ZONES,
        skin,
        elbow,
        facing=facing,
    )


ZONES = (
    Zone("spine", (0, 45), (3.2, 60)),
    Zone("soft-spot", (3, -90), (10, 8)),
)


def _leg_chain(pose: Pose, side: Side) -> Chain:
    s = -sign(side)
    spread = math.radians(pose.angle("spread", side))
    shin = spread - math.radians(pose.angle("bend", side))
    kx, ky = HIP[0] + 38 * math.sin(spread), HIP[1] + 38 * math.cos(spread)
    ax, ay = kx + 40 * math.sin(shin), ky + 40 * math.cos(shin)
    return (
        (s * HIP[0], HIP[1], 23.0),
        (s * kx, ky, 18.5),
        (s * ((kx + ax) / 2 + 1), (ky + ay) / 2, 15.4),
        (s * ax, ay, 11.6),
    )


def _both(legs: dict[Side, Chain]) -> Limb:
    """What a hand goes round that holds both shins: their middle, as wide as both."""
    one, other = (leg[1:] for leg in legs.values())
    return Limb(
        tuple(
            spine(
                tuple(
                    ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (abs(a[0] - b[0]) + a[2] + b[2]) / 2)
                    for a, b in zip(one, other, strict=True)
                )
            )
        )
    )


def _leg(leg: Chain, s: float) -> tuple[Shape, ...]:
    (kx, ky, _), (ax, ay, _) = leg[-2], leg[-1]
    d = math.hypot(ax - kx, ay - ky) or 1.0
    ux, uy = (ax - kx) / d, (ay - ky) / d
    foot: Chain = (
        (ax + ux * 3, ay + uy * 3, 11.2),
        (ax + ux * 14, ay + uy * 14, 11.8),
        (ax + ux * 23, ay + uy * 23, 10.0),
    )
    nx, ny = -uy * s, ux * s
    toes: list[Chain] = []
    for k in range(5):
        v = 6.8 - k * 3.6
        u = 30 - abs(k - 0.6) * 1.6
        r = 4.3 - k * 0.3
        toes.append(
            (
                (ax + ux * (u - 5) + nx * v, ay + uy * (u - 5) + ny * v, r),
                (ax + ux * u + nx * v, ay + uy * u + ny * v, r),
            )
        )
    return (
        flesh(foot, *toes, leg, _bend(leg[1], leg[2]), steps=ROUND),
        crease(arc((ax, ay), (8.2, 5.2), math.degrees(math.atan2(uy, ux)) - 62, 124)),
    )


def _bend(knee: Knob, below: Knob) -> Chain:
    """Flesh in the hollow of a sharply bent knee, where its outline crosses itself."""
    (x, y, r), (bx, by, _) = knee, below
    return ((x, y, r - 1.5), ((x + bx) / 2, (y + by) / 2, r - 2.5))


def _arm_chain(pose: Pose, side: Side) -> Chain:
    s = -sign(side)
    up = math.radians(pose.angle("reach", side))
    fore = up + math.radians(pose.angle("elbow", side))
    ex, ey = SHOULDER[0] + 27 * math.sin(up), SHOULDER[1] + 27 * math.cos(up)
    wx, wy = ex + 29 * math.sin(fore), ey + 29 * math.cos(fore)
    return (
        (s * SHOULDER[0], SHOULDER[1], 14.5),
        (s * ex, ey, 13.0),
        (s * ((ex + wx) / 2), (ey + wy) / 2, 11.6),
        (s * wx, wy, 9.6),
    )


def _arm(arm: Chain) -> tuple[Shape, ...]:
    (bx, by, _), (wx, wy, _) = arm[-2], arm[-1]
    d = math.hypot(wx - bx, wy - by) or 1.0
    ux, uy = (wx - bx) / d, (wy - by) / d
    fist: Chain = ((wx + ux * 4, wy + uy * 4, 10.4), (wx + ux * 14, wy + uy * 14, 11.4))
    lines = tuple(
        crease(
            (
                (wx + ux * 22 - uy * k * 5, wy + uy * 22 + ux * k * 5),
                (wx + ux * 15 - uy * k * 4.6, wy + uy * 15 + ux * k * 4.6),
            )
        )
        for k in (-1, 0, 1)
    )
    return (
        flesh(fist, arm, steps=ROUND),
        crease(arc((wx, wy), (7.4, 5), math.degrees(math.atan2(uy, ux)) - 60, 120)),
        *lines,
    )


@lru_cache(maxsize=64)
def torso(risen: float = 0.0) -> Layer:
    """The back, ``risen`` body units wider at the ribs than when the baby has breathed out."""
    (top, (x, y, r), low) = TORSO
    return layer("torso", flesh((top, (x, y, r + risen), low)), *_back_lines())


def _back_lines() -> tuple[Shape, ...]:
    return (
        crease(bezier((-24, 14), (-18, 20), (-16, 28), (-17, 34))),
        crease(bezier((24, 14), (18, 20), (16, 28), (17, 34))),
        Trace(bezier((0, 22), (0.6, 38), (-0.6, 52), (0, 66)), Role.SKIN_LINE, CREASE, opacity=0.45),
    )


@lru_cache(maxsize=1)
def _diaper() -> Layer:
    return layer("diaper", *diaper()[:1], *_seat())


@lru_cache(maxsize=16)
def _head(face: Face) -> tuple[Layer, ...]:
    return tuple(head_from_behind(face))


def _seat() -> tuple[Shape, ...]:
    return (
        crease(bezier((-40, 84), (-14, 90), (14, 90), (40, 84)), Role.DIAPER_FOLD),
        crease(bezier((0, 104), (0.5, 112), (0, 120), (0, 127)), Role.DIAPER_FOLD),
    )


def head_from_behind(face: Face) -> list[Layer]:
    """Nose and head of a baby that lies on its cheek."""
    x, y = HEAD
    nose = flesh(((x + 40, y + 8, 5.0), (x + 43.5, y + 8.6, 4.0)))
    head = flesh(((x - 4, y - 7, 42.5), (x + 2, y + 4, 42)), ((x + 2, y + 4, 42), (x + 4, y + 9, 39)))
    ear = flesh(((x + 2, y + 3, 8.0), (x + 3, y + 9, 6.6)), width=CREASE)
    tuft = hair(x - 9, y - 0.5)
    if is_shut(face):
        eye: Shape = Trace(arc((x + 27, y + 1), (5.6, 3.8), 15, 150), Role.INK, 2.2)
    else:
        eye = Patch(arc((x + 27, y), (4.0, 5.2), 0, 340, 16), Role.INK)
    features: tuple[Shape, ...] = (
        Glow((x + 21, y + 17), (12.5, 12.5), Role.CHEEK),
        eye,
        Trace(arc((x + 26, y - 8), (6.4, 5), -140, 95), Role.INK, 2.0),
        Trace(arc((x + 31.5, y + 20), (6.2, 4.4), 40, 120), Role.INK, 2.0),
    )
    inner = crease(arc((x + 2.6, y + 6), (3, 4.4), 90, 190))
    return [layer("nose", nose), layer("head", head, tuft, ear, inner, *features)]


def _spots(legs: dict[Side, Chain], arms: dict[Side, Chain]) -> dict[str, Point]:
    spots: dict[str, Point] = {
        "crown": (0, -114),
        "head": HEAD,
        "neck": (0, -4),
        "back": (0, 45),
        "bottom": (0, 106),
        "waist": (0, 70),
    }
    for side in SIDES:
        s, n, leg, arm = -sign(side), side.value, legs[side], arms[side]
        spots |= {
            f"hip.{n}": leg[0][:2],
            f"knee.{n}": leg[1][:2],
            f"ankle.{n}": leg[3][:2],
            f"shoulder.{n}": arm[0][:2],
            f"wrist.{n}": arm[3][:2],
            f"shoulder_blade.{n}": (s * 20, 20),
            f"bottom.{n}": (s * 20, 108),
            f"flank.{n}": (s * 36, 64),
        }
    return spots
