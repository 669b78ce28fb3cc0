"""A toddler on its tummy at play, in T-shirt and shorts, head turned to one side, a ball in front of it."""

from functools import lru_cache
from types import MappingProxyType

from companion.domain.figure.bodies import on_tummy
from companion.domain.figure.bodies.toddler import (
    HAND_SCALE,
    HEAD,
    Build,
    arm_layer,
    leg_layer,
    limbs_of,
    shirt,
    shorts,
)
from companion.domain.figure.body import CREASE, Body, BodyView, Zone, crease, layer, sign
from companion.domain.figure.drawing import Layer, Patch, Point, Ring, Role
from companion.domain.figure.geometry import arc, bezier, ellipse
from companion.domain.figure.placing import placed
from companion.domain.figure.pose import SIDES, Face, Pose

BALL: Point = (64.0, -84.0)


def build(pose: Pose) -> Body:
    """The toddler from behind."""
    made = limbs_of(pose, {side: -sign(side) for side in SIDES})
    line = crease(bezier((-14, 2), (-6, 7), (6, 7), (14, 2)), Role.TOP_LINE, CREASE)
    parts = (
        _ball(),
        *(leg_layer(made, side, soles=True) for side in SIDES),
        *(arm_layer(made, side, pose.grasp) for side in SIDES),
        shorts(made),
        shirt(line),
        *_head(pose.face),
    )
    return Body(
        BodyView.TODDLER_ON_TUMMY,
        parts,
        MappingProxyType(_spots(made)),
        MappingProxyType(made.limbs()),
        (Zone("spine", (0, 48), (2.6, 62)),),
        made.skin(),
        elbow=(92.0, 340.0),
        hand_scale=HAND_SCALE,
    )


@lru_cache(maxsize=1)
def _ball() -> Layer:
    band = (*arc(BALL, (15.2, 15.2), 150, 60), *arc(BALL, (15.2, 15.2), -30, 60))
    return layer(
        "ball",
        Patch(ellipse(BALL, (16, 16), 28), Role.SHORTS, Role.SHORTS_LINE, 1.9),
        Patch(band, Role.TOP, Role.SHORTS_LINE, CREASE),
    )


@lru_cache(maxsize=16)
def _head(face: Face) -> tuple[Layer, ...]:
    nose, head = on_tummy.head_from_behind(face)
    return (placed(nose, HEAD), placed(layer(head.name, *head.shapes, Patch(_hair(), Role.HAIR)), HEAD))


def _hair() -> Ring:
    """Hair over the crown and the back of the head, off the ear and the face."""
    return (
        *bezier((-36, -22), (-56, -46), (-50, -102), (-2, -104)),
        *bezier((-2, -104), (24, -106), (42, -92), (45, -74))[1:],
        *bezier((45, -74), (32, -74), (22, -72), (14, -62))[1:],
        *bezier((14, -62), (4, -64), (-8, -58), (-8, -42))[1:],
        *bezier((-8, -42), (-12, -30), (-20, -22), (-36, -22))[1:-1],
    )


def _spots(made: Build) -> dict[str, Point]:
    spots: dict[str, Point] = {
        "crown": (0, -97),
        "head": (3, -48),
        "neck": (0, 4),
        "back": (0, 48),
        "waist": (0, 80),
        "bottom": (0, 112),
    }
    return spots | made.spots()
