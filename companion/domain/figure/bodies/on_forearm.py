"""The baby tummy down along a forearm, head in the crook of the elbow, face clear: the caregiver faces the viewer."""

import math
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from companion.domain.body import Side
from companion.domain.figure.bodies import head
from companion.domain.figure.body import CREASE, LINE, Body, BodyView, Zone, crease, flesh, layer
from companion.domain.figure.drawing import Layer, Patch, Point, Role, Shape, Trace
from companion.domain.figure.geometry import Chain, Place, arc, bezier, ellipse, outline
from companion.domain.figure.placing import placed, placed_body, turned_body, turning
from companion.domain.figure.pose import Face, Pose
from companion.domain.figure.union import joined

FREE_ELBOW: Point = (140.0, 34.0)
CARRYING_ELBOW: Point = (122.0, 62.0)
CUFF: Point = (26.0, 82.0)
WRIST: Point = (-26.0, 90.0)
TORSO: Chain = ((54, 24, 28), (18, 32, 33), (-28, 45, 33.5))
HEAD: Point = (92.0, 6.0)
HEAD_TURN = 62.0
"""Degrees by which the head lies on its cheek; the crown points up and to the right."""
PIVOT: Point = (0.0, 330.0)
"""Round which caregiver and baby sway together."""


def build(pose: Pose, side: Side) -> Body:
    """The baby on the caregiver's forearm, its side ``side`` towards the viewer; ``pose.sway`` leans both."""
    body = _upright(pose.face, side)
    if not pose.sway:
        return body
    s = 1.0 if side is Side.LEFT else -1.0
    x, y = turning(PIVOT, pose.sway).point((s * FREE_ELBOW[0], FREE_ELBOW[1]))
    return replace(turned_body(body, PIVOT, pose.sway), elbow=(s * x, y))


@lru_cache(maxsize=8)
def _upright(face: Face, side: Side) -> Body:
    body = _body(face)
    return placed_body(body, Place(flip=True)) if side is Side.LEFT else body


def _body(face: Face) -> Body:
    torso = layer("torso", flesh(TORSO), crease(bezier((34, 2), (22, 8), (14, 10), (4, 9)), width=CREASE))
    parts = (
        *_caregiver(),
        layer("leg.far", *_leg(FAR_LEG, -1)),
        layer("caregiver.forearm", *_forearm()),
        torso,
        layer("leg.near", *_leg(NEAR_LEG, 1)),
        layer("diaper", *_diaper()),
        layer("caregiver.hand", *_holding_hand()),
        *_head(face),
        layer("arm.near", *_arm()),
    )
    spots = {
        "back": (12.0, 16.0),
        "bottom": (-44.0, 36.0),
        "shoulder": (50.0, 24.0),
        "crown": (HEAD[0] + 46, HEAD[1] - 26),
        "head": HEAD,
        "middle": (0.0, 30.0),
    }
    skin = (outline(TORSO), outline(((*HEAD, 45.0), (HEAD[0] - 4, HEAD[1], 45.0))))
    return Body(
        BodyView.ON_FOREARM,
        parts,
        MappingProxyType(spots),
        MappingProxyType({}),
        (Zone("soft-spot", (HEAD[0] + 37, HEAD[1] - 20), (11, 11)), Zone("face", (HEAD[0] - 4, HEAD[1] + 4), (34, 34))),
        skin,
        elbow=FREE_ELBOW,
        facing=True,
        lids=_on_cheek(lids) if (lids := head.lids(face)) is not None else None,
    )  # fmt: skip


def _caregiver() -> tuple[Layer, ...]:
    """The caregiver from the chin to the waist, with both upper arms."""
    neck = flesh(((0, -150, 24), (0, -96, 26)), fill=Role.ADULT, line=Role.ADULT_LINE)
    (fx, fy), (cx, cy) = FREE_ELBOW, CARRYING_ELBOW
    chains: tuple[Chain, ...] = (
        ((-62, -58, 33), (0, -62, 38), (62, -58, 33)),
        ((0, 10, 84), (0, 60, 86), (0, 120, 90), (0, 180, 92)),
        ((-72, -56, 31), (-104, -16, 26), (-fx, fy, 22.5)),
        ((72, -56, 31), (102, 0, 26), (cx, cy, 24)),
    )
    trunk = joined(flesh(*chains, fill=Role.SHIRT, line=Role.SHIRT_LINE))
    collar = flesh(
        ((-29, -108, 5), (-18, -92, 5), (0, -86, 5), (18, -92, 5), (29, -108, 5)),
        fill=Role.SHIRT,
        line=Role.SHIRT_LINE,
    )
    chin = flesh(((-2, -210, 52), (-1, -172, 50), (0, -156, 42)), fill=Role.ADULT, line=Role.ADULT_LINE)
    smile = Trace(arc((0, -147), (17, 10), 20, 140), Role.ADULT_LINE, LINE * 1.3)
    fold = crease(bezier((-84, -8), (-80, 10), (-80, 24), (-82, 36)), Role.SHIRT_LINE)
    return (
        layer("caregiver.trunk", trunk, fold),
        layer("caregiver.neck", neck, collar),
        layer("caregiver.chin", chin, smile),
    )


NEAR_LEG: Chain = ((-26, 62, 22), (-10, 100, 18), (-15, 120, 15.4), (-26, 138, 11.6))
FAR_LEG: Chain = ((-52, 66, 20), (-56, 98, 16), (-64, 116, 14), (-76, 130, 11))


def _leg(leg: Chain, s: float) -> tuple[Shape, ...]:
    (kx, ky, _), (ax, ay, _) = leg[-2], leg[-1]
    d = math.hypot(ax - kx, ay - ky)
    ux, uy = (ax - kx) / d, (ay - ky) / d
    foot: Chain = (
        (ax + ux * 2, ay + uy * 2, 11.0),
        (ax + ux * 12 - 4, ay + uy * 12, 11.0),
        (ax - 17, ay + 17, 8.6),
    )
    toes: tuple[Chain, ...] = tuple(
        ((ax - 24 + k * 3.4, ay + 15 + k * 3.2, 3.6), (ax - 26 + k * 3.4, ay + 17 + k * 3.2, 3.6))
        for k in range(3)
    )
    knee = leg[1]
    lines = (crease(arc((knee[0] + 6, knee[1] + 2), (9.0, 6.4), 200, 120)),) if s > 0 else ()
    return (flesh(foot, *toes, leg), crease(arc((ax, ay - 1), (8.4, 5.4), 20, 130)), *lines)  # fmt: skip


def _arm() -> tuple[Shape, ...]:
    arm: Chain = ((46, 34, 14.5), (38, 66, 13.0), (43, 84, 11.4), (50, 98, 9.6))
    fist: Chain = ((52, 102, 10.4), (57, 112, 11.4))
    fingers = tuple(
        crease(((54 + k * 5.4, 122 - k * 2.2), (52.4 + k * 5.0, 114 - k * 2.0))) for k in (0, 1, 2)
    )
    shoulder = Patch(ellipse((48, 30), (14, 12)), Role.SKIN)
    return (flesh(fist, arm), shoulder, crease(arc((50, 98), (7.4, 5.2), 10, 130)), *fingers)


def _diaper() -> tuple[Shape, ...]:
    ring = (
        *bezier((-8, 5), (-34, 6), (-65, 16), (-65, 46)),
        *bezier((-65, 46), (-65, 72), (-36, 86), (2, 68))[1:],
        *bezier((2, 68), (6, 50), (2, 26), (-8, 5))[1:-1],
    )
    opening = bezier((-4, 70), (-20, 64), (-38, 66), (-52, 76))
    tab = bezier((-2, 22), (-12, 24), (-20, 26), (-26, 30))
    return (
        Patch(ring, Role.DIAPER, Role.DIAPER_LINE, LINE * 1.15),
        crease(opening, Role.DIAPER_FOLD),
        crease(tab, Role.DIAPER_FOLD),
    )


def _forearm() -> tuple[Shape, ...]:
    """The sleeve from the elbow to the cuff, and the bare wrist that passes between the legs."""
    bare: Chain = ((*CUFF, 16.0), (*WRIST, 11.5), (-48, 86, 14.5), (-62, 76, 14.0))
    sleeve: Chain = ((*CARRYING_ELBOW, 25.0), (74, 74, 22.5), (*CUFF, 19.0))
    return (
        flesh(bare, fill=Role.ADULT, line=Role.ADULT_LINE),
        flesh(sleeve, fill=Role.SHIRT, line=Role.SHIRT_LINE),
        Patch(ellipse(CARRYING_ELBOW, (25.0, 25.0)), Role.SHIRT),
        Trace(arc((CUFF[0] + 3, CUFF[1]), (5.0, 16.5), 100, 160), Role.SHIRT_LINE, CREASE),
    )


def _holding_hand() -> tuple[Shape, ...]:
    """Fingers that come up from below round the bottom."""
    fingers: tuple[Chain, ...] = (
        ((-50, 84, 7.0), (-47, 70, 6.4), (-43, 58, 5.6)),
        ((-59, 80, 7.0), (-57, 66, 6.4), (-53, 53, 5.7)),
        ((-67, 74, 6.8), (-67, 61, 6.2), (-63, 49, 5.5)),
        ((-73, 67, 6.2), (-74, 57, 5.6), (-71, 47, 5.0)),
    )
    palm: Chain = ((-46, 87, 13.0), (-62, 77, 13.0))
    return (
        *(flesh(finger, fill=Role.ADULT, line=Role.ADULT_LINE) for finger in reversed(fingers)),
        Patch(outline(palm), Role.ADULT),
    )


def _on_cheek(part: Layer) -> Layer:
    return placed(part, turning(head.CENTRE, HEAD_TURN, HEAD))


def _head(face: Face) -> tuple[Layer, ...]:
    return tuple(_on_cheek(part) for part in head.front(face))
