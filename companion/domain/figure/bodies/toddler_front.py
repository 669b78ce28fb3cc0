"""A toddler face to face with the caregiver, in T-shirt and shorts: on the mat, or sitting on it."""

from functools import lru_cache
from types import MappingProxyType

from companion.domain.figure.bodies import head
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
from companion.domain.figure.body import CREASE, Body, BodyView, Zone, layer, sign
from companion.domain.figure.drawing import Layer, Patch, Point, Ring, Role
from companion.domain.figure.geometry import arc, bezier, ellipse
from companion.domain.figure.placing import placed
from companion.domain.figure.pose import SIDES, Face, Pose


def build(
    pose: Pose, before_arms: tuple[Layer, ...] = (), view: BodyView = BodyView.TODDLER, palms: bool = True
) -> Body:
    """The toddler from the front; ``before_arms`` are layers that lie on it, under its arms."""
    made = limbs_of(pose, {side: sign(side) for side in SIDES})
    parts = (
        *(leg_layer(made, side) for side in SIDES),
        shorts(made),
        _shirt(),
        *_head(pose.face, pose.head),
        *before_arms,
        *(arm_layer(made, side, pose.grasp, palm=palms, turned=not palms) for side in SIDES),
    )
    return Body(
        view,
        parts,
        MappingProxyType(_spots(made)),
        MappingProxyType(made.limbs()),
        ZONES,
        made.skin(),
        elbow=(92.0, 340.0),
        hand_scale=HAND_SCALE,
        lids=placed(lids, HEAD) if (lids := head.lids(pose.face, pose.head)) is not None else None,
    )


ZONES = (
    Zone("throat", (0, -4), (9, 6)),
    Zone("eye.right", (-15.4, -49.6), (7, 7)),
    Zone("eye.left", (15.4, -49.6), (7, 7)),
    Zone("genitals", (0, 126), (9, 9)),
)


@lru_cache(maxsize=1)
def _shirt() -> Layer:
    return shirt(*_neckline())


def _neckline() -> tuple[Patch, ...]:
    neck = ellipse((0, -10), (13.5, 13))
    return (Patch(neck, Role.SKIN, Role.TOP_LINE, CREASE),)


@lru_cache(maxsize=32)
def _head(shown: Face, turn: float) -> tuple[Layer, ...]:
    ears, face = head.front(shown, turn)
    return (placed(ears, HEAD), placed(layer(face.name, *face.shapes, Patch(_hair(), Role.HAIR)), HEAD))


def _hair() -> Ring:
    """A cap of hair with a fringe, for a head with its middle at (0, -56)."""
    return (
        *arc((0, -66), (47.6, 50.5), 172, 196, 24),
        *bezier((45, -58), (41, -72), (36, -80), (26, -85))[1:],
        *bezier((26, -85), (12, -78), (-14, -76), (-30, -84))[1:],
        *bezier((-30, -84), (-38, -78), (-42, -68), (-46, -60))[1:-1],
    )


def _spots(made: Build) -> dict[str, Point]:
    spots: dict[str, Point] = {
        "crown": (0, -97),
        "head": (0, -48),
        "neck": (0, 0),
        "tummy": (0, 60),
        "lap": (0, 112),
    }
    return spots | made.spots()
