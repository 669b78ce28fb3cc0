"""A toddler who rubs the arm that the caregiver holds out, or the doll beside it: its small hands do the work."""

from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from companion.domain.figure.bodies import toddler_front
from companion.domain.figure.bodies.doll import doll
from companion.domain.figure.bodies.toddler import HAND_SCALE
from companion.domain.figure.body import CREASE, LINE, Body, BodyView, layer
from companion.domain.figure.drawing import Blob, Layer, Patch, Point, Role, Trace
from companion.domain.figure.geometry import Chain, Place, outline
from companion.domain.figure.hand import Grip, shape
from companion.domain.figure.pose import Pose

HAND = Place(-36.0, 72.0, -66.0, HAND_SCALE)
"""Where the caregiver's right hand lies, palm down."""
ELBOW: Point = (176.0, 240.0)


def build(pose: Pose) -> Body:
    """The toddler with the caregiver's forearm before it."""
    before = (doll(), _caregiver_arm())
    body = toddler_front.build(pose, before, BodyView.TODDLER_RUBS, palms=False)
    (wx, wy, _), (ex, ey, _) = _forearm()[0], _forearm()[-1]
    spots = dict(body.spots) | {
        "arm.wrist": (wx, wy),
        "arm.middle": ((wx * 2 + ex) / 3, (wy * 2 + ey) / 3),
    }
    return replace(body, spots=MappingProxyType(spots))


def _forearm() -> Chain:
    x, y, r = shape(Grip.FLAT).wrist
    wx, wy = HAND.point((x, y))
    nx, ny = HAND.point((x, y + 22))
    middle = (nx * 0.6 + ELBOW[0] * 0.4, ny * 0.6 + ELBOW[1] * 0.4, 15.4 * HAND_SCALE)
    return ((wx, wy, r * HAND_SCALE), middle, (*ELBOW, 19.0 * HAND_SCALE))


@lru_cache(maxsize=1)
def _caregiver_arm() -> Layer:
    grip, arm = shape(Grip.FLAT), _forearm()
    chains = grip.over[0]
    fills = tuple(HAND.ring(outline(chain)) for chain in chains)
    edges = tuple(HAND.ring(outline(chain, LINE / HAND_SCALE)) for chain in chains)
    solid = Blob((outline(arm), *fills), (outline(arm, LINE), *edges), Role.ADULT, Role.ADULT_LINE)
    lines = (Trace(HAND.ring(line), Role.ADULT_LINE, CREASE) for line in grip.lines)
    nails = (Patch(HAND.ring(nail), Role.ADULT_SHADE) for nail in grip.nails)
    return layer("caregiver.arm", solid, *lines, *nails)
