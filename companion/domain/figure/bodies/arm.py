"""One arm of the baby on its back: beside the head and body, or lifted in front of the chest."""

import math
from dataclasses import dataclass
from functools import lru_cache

from companion.domain.body import Side
from companion.domain.figure.bodies.leg import NEARER, outlines_of
from companion.domain.figure.bodies.small_hand import (
    Fingers,
    axes_of,
    finger_chains,
    fingers_of,
    knuckles,
    thumb,
)
from companion.domain.figure.body import ROUND, Limb, crease, flesh, layer, sign
from companion.domain.figure.drawing import Layer, Patch, Point, Ring, Role, Shape
from companion.domain.figure.geometry import Chain, arc, distance, ellipse, lerp, outline, spine
from companion.domain.figure.pose import Pose

SHOULDER: Point = (33.0, 2.0)
UPPER_ARM, FOREARM = 33.0, 34.0
FOLDED = -60.0
"""An elbow bent further than this brings the forearm over the chest."""


@dataclass(frozen=True, slots=True)
class Arm:
    """A posed arm. ``line`` runs from shoulder to wrist. ``whole`` is the arm in one piece; it lies ``over`` the
    body when it is folded. One that is lifted (``lift`` degrees) has an ``upper`` arm of its own, and ``whole``
    is its forearm."""

    line: Chain
    fist: Chain
    lift: float
    over: bool
    whole: Layer
    upper: Layer | None
    skin: tuple[Ring, ...]
    limb: Limb


def posed_arm(pose: Pose, side: Side) -> Arm:
    """The arm of a side; the same object for the same angles."""
    reach, elbow, lift = (pose.angle(joint, side) for joint in ("reach", "elbow", "lift"))
    return _arm(side, reach, elbow, lift, fingers_of(pose.grasp, pose.splay))


@lru_cache(maxsize=256)
def _arm(side: Side, reach: float, elbow: float, lift: float, held: Fingers) -> Arm:
    line = _line(sign(side), reach, elbow, lift)
    fist = _fist(line)
    name, limb, upper = side.value, Limb(tuple(spine(line))), None
    over = lift == 0 and elbow < FOLDED
    if lift > 0:
        upper = layer(f"upper.{name}", flesh(line[:3]), _shoulder(side))
        whole = layer(f"arm.{name}", *_forearm(line, elbow, sign(side), held))
    else:
        whole = layer(f"arm.{name}", *_drawn(line, sign(side), held), *((_shoulder(side),) if over else ()))
    skin = outlines_of(*((upper, whole) if upper else (whole,)))
    return Arm(line, fist, lift, over, whole, upper, skin, limb)


def _line(s: float, reach: float, elbow: float, lift: float) -> Chain:
    """Shoulder to wrist as the viewer sees it."""
    out = math.radians(reach)
    fore, up = out + math.radians(elbow), math.radians(lift)
    long, near = UPPER_ARM * math.cos(up), 1 + UPPER_ARM * math.sin(up) / NEARER
    ex, ey = SHOULDER[0] + long * math.sin(out), SHOULDER[1] + long * math.cos(out)
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


def _forearm(line: Chain, elbow: float, s: float, held: Fingers) -> tuple[Shape, ...]:
    """The forearm of a lifted arm; its line crosses the upper arm only when the elbow is bent."""
    (mx, my, _), (ex, ey, r) = line[1], line[2]
    first, *rest = _drawn(line[2:], s, held)
    straight = min(1.0, max(0.0, 1.0 + (elbow + 20.0) / 50.0))
    if straight < 0.03:
        return (first, *rest)
    up = lerp((ex, ey), (mx, my), min(1.0, 5.0 / distance((ex, ey), (mx, my))))
    cover = Patch(outline(((*up, (r + 0.3) * straight), (ex, ey, r * straight))), Role.SKIN)
    return (first, cover, *rest)


def arm_along(side: Side, elbow: Point, wrist: Point, held: Fingers, near: float = 1.0) -> Layer:
    """An arm in front of the body, from the shoulder by way of an elbow to a wrist, as the viewer sees them;
    ``near`` is how much larger the hand looks that comes towards the viewer."""
    s = sign(side)
    (sx, sy), (ex, ey), (wx, wy) = (s * SHOULDER[0], SHOULDER[1]), elbow, wrist
    upper: Chain = ((sx, sy, 14.0), ((sx + ex) / 2, (sy + ey) / 2, 14.4), (ex, ey, 13.4))
    middle = ((ex + wx) / 2, (ey + wy) / 2, 12.4 * (1 + near) / 2)
    lower: Chain = ((ex, ey, 13.4), middle, (wx, wy, 9.8 * near))
    return layer(f"arm.{side.value}", *_drawn(lower, s, held, (upper,), near), _shoulder(side))


def _fist(line: Chain, near: float = 1.0) -> Chain:
    (bx, by, _), (wx, wy, _) = line[-2], line[-1]
    d = math.hypot(wx - bx, wy - by) or 1.0
    ux, uy = (wx - bx) / d * near, (wy - by) / d * near
    return (
        (wx + ux * 4, wy + uy * 4, 10.6 * near),
        (wx + ux * 13, wy + uy * 13, 12.2 * near),
        (wx + ux * 20, wy + uy * 20, 10.6 * near),
    )


def _drawn(
    line: Chain, s: float, held: Fingers, more: tuple[Chain, ...] = (), near: float = 1.0
) -> tuple[Shape, ...]:
    fist = _fist(line, near)
    hand = axes_of(fist, near)
    wrist = crease(arc((line[-1][0], line[-1][1]), (7.6 * near, 7.6 * near), hand.heading - 62, 124, 8))
    return (
        flesh(fist, line, *more, *finger_chains(hand, held), steps=ROUND),
        wrist,
        *knuckles(hand, held),
        thumb(hand, s, held),
    )
