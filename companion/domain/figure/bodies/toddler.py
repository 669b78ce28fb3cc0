"""What a toddler's bodies share, seen from the front or the back: longer limbs, T-shirt and shorts, more hair."""

import math
from dataclasses import dataclass
from functools import lru_cache

from companion.domain.body import Side
from companion.domain.figure.body import Limb, crease, flesh, layer
from companion.domain.figure.drawing import Layer, Patch, Point, Role, Shape
from companion.domain.figure.geometry import Chain, Knob, Place, arc, bezier, lerp, outline, spine
from companion.domain.figure.pose import SIDES, Pose

HAND_SCALE = 0.86
"""An adult's hand beside a toddler whose trunk is 100 units long."""
HIP: Point = (18.0, 112.0)
SHOULDER: Point = (29.0, 12.0)
THIGH, SHIN = 60.0, 58.0
UPPER_ARM, FOREARM = 37.0, 35.0
WRIST = 7.8
TORSO: Chain = ((0, 28, 34), (0, 52, 35.5), (0, 82, 36))
SHOULDERS: Chain = ((-17, 15, 19.5), (17, 15, 19.5))
HEAD_SCALE = 0.8
HEAD = Place(0.0, -4.0, 0.0, HEAD_SCALE)
"""Where the baby's head goes to become a toddler's."""


@dataclass(frozen=True, slots=True)
class Build:
    """A posed toddler's limbs. ``out`` is which way each side lies: -1.0 on the viewer's left."""

    out: dict[Side, float]
    legs: dict[Side, Chain]
    arms: dict[Side, Chain]

    def skin(self) -> tuple[tuple[Point, ...], ...]:
        """The outlines that may be touched, clothed or bare."""
        ends = [outline(_foot(self.legs[s], self.out[s]), 3) for s in SIDES]
        ends += [outline(_fist(self.arms[s]), 4) for s in SIDES]
        chains = (*self.legs.values(), *self.arms.values())
        return (outline(TORSO), outline(SHOULDERS), *(outline(c) for c in chains), *ends)

    def limbs(self) -> dict[str, Limb]:
        """``leg.right`` and so on, from the trunk outwards."""
        found = {f"leg.{s.value}": Limb(tuple(spine(self.legs[s]))) for s in SIDES}
        return found | {f"arm.{s.value}": Limb(tuple(spine(self.arms[s]))) for s in SIDES}

    def spots(self) -> dict[str, Point]:
        """Landmarks of the limbs."""
        spots: dict[str, Point] = {}
        for s in SIDES:
            leg, arm, name = self.legs[s], self.arms[s], s.value
            spots |= {
                f"hip.{name}": leg[0][:2],
                f"knee.{name}": leg[1][:2],
                f"ankle.{name}": leg[3][:2],
                f"foot.{name}": _foot(leg, self.out[s])[1][:2],
                f"toes.{name}": _foot(leg, self.out[s])[2][:2],
                f"shoulder.{name}": arm[0][:2],
                f"wrist.{name}": arm[3][:2],
                f"hand.{name}": _fist(arm)[1][:2],
            }
        return spots


def limbs_of(pose: Pose, out: dict[Side, float]) -> Build:
    """The limbs in this pose."""
    return Build(out, {s: _leg(pose, s, out[s]) for s in SIDES}, {s: _arm(pose, s, out[s]) for s in SIDES})


def _leg(pose: Pose, side: Side, s: float) -> Chain:
    spread = math.radians(pose.angle("spread", side))
    shin = spread - math.radians(pose.angle("bend", side))
    kx, ky = HIP[0] + THIGH * math.sin(spread), HIP[1] + THIGH * math.cos(spread)
    ax, ay = kx + SHIN * math.sin(shin), ky + SHIN * math.cos(shin)
    return (
        (s * HIP[0], HIP[1], 18.0),
        (s * kx, ky, 13.4),
        (s * (kx * 0.55 + ax * 0.45 + 1.5), ky * 0.55 + ay * 0.45, 12.6),
        (s * ax, ay, 8.6),
    )


def _arm(pose: Pose, side: Side, s: float) -> Chain:
    up = math.radians(pose.angle("reach", side))
    fore = up + math.radians(pose.angle("elbow", side))
    lift = math.radians(pose.angle("lift", side))
    long, near = UPPER_ARM * math.cos(lift), 1 + 0.75 * math.sin(lift)
    ex, ey = SHOULDER[0] + long * math.sin(up), SHOULDER[1] + long * math.cos(up)
    wx, wy = ex + FOREARM * math.sin(fore), ey + FOREARM * math.cos(fore)
    return (
        (s * SHOULDER[0], SHOULDER[1], 11.0),
        (s * ex, ey, 9.8),
        (s * (ex + wx) / 2, (ey + wy) / 2, 9.4 * (1 + near) / 2),
        (s * wx, wy, WRIST * near),
    )


def _foot(leg: Chain, s: float) -> Chain:
    """Heel to ball, turned outwards a little."""
    ax, ay, _ = leg[-1]
    return ((ax, ay + 2, 9.0), (ax + s * 2.5, ay + 14, 9.6), (ax + s * 4.5, ay + 23, 8.2))


def _fist(arm: Chain) -> Chain:
    (bx, by, _), (wx, wy, r) = arm[-2], arm[-1]
    d, k = math.hypot(wx - bx, wy - by) or 1.0, r / WRIST
    ux, uy = (wx - bx) / d * k, (wy - by) / d * k
    return ((wx + ux * 3, wy + uy * 3, 8.6 * k), (wx + ux * 11, wy + uy * 11, 9.2 * k))


def leg_layer(build: Build, side: Side, soles: bool = False) -> Layer:
    """A bare leg with its foot; the shorts go over its upper half."""
    return _leg_layer(build.legs[side], build.out[side], side, soles)


@lru_cache(maxsize=64)
def _leg_layer(leg: Chain, s: float, side: Side, soles: bool) -> Layer:
    foot = _foot(leg, s)
    (bx, by, _), (ax, ay, _) = foot[-1], leg[-1]
    toes: list[Chain] = []
    for k in range(5):
        x = bx + s * (-5.6 + k * 3.1)
        r = 3.5 - k * 0.32
        toes.append(((x, by + 4.0 - k * 0.9, r), (x, by + 8.4 - k * 1.5, r)))
    knee = leg[1]
    line = arc((knee[0] - s * 2, knee[1] + 2), (7.4, 4.8), 20, 140)
    shapes: list[Shape] = [flesh(foot, *toes), flesh(leg)]
    if soles:
        shapes.append(crease(arc((ax, ay + 5), (6.0, 5.0), 20, 140)))
    else:
        shapes += [crease(line), crease(arc((ax, ay - 1), (6.6, 4.2), 15, 150))]
    return layer(f"leg.{side.value}", *shapes)


def shorts(build: Build) -> Layer:
    """Shorts down to the middle of the thighs."""
    return _shorts(tuple(build.legs[side][:2] for side in SIDES))


@lru_cache(maxsize=32)
def _shorts(thighs: tuple[Chain, ...]) -> Layer:
    chains: list[Chain] = [((-12, 104, 26), (12, 104, 26))]
    for hip, knee in thighs:
        x, y = lerp(hip[:2], knee[:2], 0.52)
        chains.append(((*hip[:2], 20.0), (x, y, 18.6)))
    fly = crease(bezier((0, 106), (0.5, 114), (0.5, 122), (0, 130)), Role.SHORTS_LINE)
    return layer("shorts", flesh(*chains, fill=Role.SHORTS, line=Role.SHORTS_LINE), fly)


def shirt(*details: Shape) -> Layer:
    """The T-shirt's trunk with its hem."""
    hem = (
        *bezier((-36.9, 72), (-37.2, 88), (-37.2, 100), (-36.4, 106)),
        *bezier((-36.4, 106), (-16, 110), (16, 110), (36.4, 106))[1:],
        *bezier((36.4, 106), (37.2, 100), (37.2, 88), (36.9, 72))[1:],
    )
    body = flesh(SHOULDERS, TORSO[:2], (TORSO[1], (0, 74, 36)), fill=Role.TOP, line=Role.TOP_LINE)
    return layer("torso", body, Patch((*hem, (0, 70)), Role.TOP), _hem(hem), *details)


def _hem(edge: tuple[Point, ...]) -> Shape:
    return crease(edge, Role.TOP_LINE, 1.9)


def arm_layer(build: Build, side: Side, grasp: float, *, palm: bool = False, turned: bool = False) -> Layer:
    """An arm with a short sleeve. ``grasp`` 100 is a fist, 0 an open hand; ``palm`` draws the palm's line, and
    ``turned`` puts the thumb on the other side of the hand."""
    return _arm_layer(build.arms[side], build.out[side], side, grasp, palm, turned)


@lru_cache(maxsize=64)
def _arm_layer(arm: Chain, s: float, side: Side, grasp: float, palm: bool, turned: bool) -> Layer:
    shapes: list[Shape] = list(_hand(arm, -s if turned else s, grasp, palm))
    x, y = lerp(arm[0][:2], arm[1][:2], 0.62)
    sleeve: Chain = ((*arm[0][:2], 13.2), (x, y, 12.4))
    shapes.append(flesh(sleeve, fill=Role.TOP, line=Role.TOP_LINE))
    shapes.append(Patch(outline(((s * 20, 14, 12), (*arm[0][:2], 12.6))), Role.TOP))
    return layer(f"arm.{side.value}", *shapes)


def _hand(arm: Chain, s: float, grasp: float, palm: bool) -> tuple[Shape, ...]:
    fist, near = _fist(arm), arm[-1][2] / WRIST
    (x0, y0, _), (x1, y1, _) = fist
    d = math.hypot(x1 - x0, y1 - y0) or 1.0
    ux, uy = (x1 - x0) / d * near, (y1 - y0) / d * near
    nx, ny = -uy * s, ux * s
    long = 15.5 * (1 - grasp / 100)

    def at(u: float, v: float, r: float) -> Knob:
        return (x1 + ux * u + nx * v, y1 + uy * u + ny * v, r * near)

    thumb: Chain = (at(-4, -6.0, 3.9), at(1 + long * 0.25, -9.0 - long * 0.3, 3.5))
    if long < 6:
        lines = tuple(crease((at(8.6, k * 3.8, 0)[:2], at(3.4, k * 3.6, 0)[:2])) for k in (-1, 0, 1))
        return (flesh(thumb), flesh(fist, arm), *lines)
    fingers: list[Chain] = []
    for k in range(4):
        v, far = -6.2 + k * 4.1, long - abs(k - 1.2) * 1.5
        fingers.append((at(3, v, 3.5), at(4.5 + far, v * 1.8, 3.2)))
    lines = (crease(tuple(at(*p, 0)[:2] for p in ((-4.0, -2.0), (1.0, 2.5), (3.5, 6.0)))),) if palm else ()
    return (flesh(thumb, *fingers, fist, arm), *lines)
