"""A baby seen one way, ready to be drawn and touched: its parts, its named points and where not to touch."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from companion.domain.body import Side
from companion.domain.figure.drawing import Blob, Layer, Point, Ring, Role, Shape, Trace
from companion.domain.figure.geometry import SPINE_STEPS, Chain, Knob, along, outline

LINE = 1.9
"""Width of the ink line in body units."""
CREASE = 1.5
"""Width of the small lines inside a shape."""
ROUND = 9
"""Steps from joint to joint that make even an elbow round."""


class BodyView(StrEnum):
    """The ways a baby can be seen; each has its own small rig."""

    ON_BACK = "on-back"
    ON_TUMMY = "on-tummy"
    SOLE = "sole"
    FOOT_TOP = "foot-top"
    FACE = "face"
    PALM = "palm"
    HAND_TOP = "hand-top"
    ON_CHEST = "on-chest"
    ON_FOREARM = "on-forearm"
    TODDLER = "toddler"
    TODDLER_ON_TUMMY = "toddler-on-tummy"
    TODDLER_RUBS = "toddler-rubs"


@dataclass(frozen=True, slots=True)
class Zone:
    """A round place where the middle of a touch must not go."""

    name: str
    centre: Point
    radius: Point

    def holds(self, p: Point) -> bool:
        """Whether a point lies inside."""
        dx, dy = (p[0] - self.centre[0]) / self.radius[0], (p[1] - self.centre[1]) / self.radius[1]
        return dx * dx + dy * dy < 1.0


@dataclass(frozen=True, slots=True)
class Limb:
    """A limb as a smooth line of knobs, from the trunk outwards."""

    line: tuple[Knob, ...]

    def at(self, share: float) -> tuple[Point, float, float]:
        """Point, radius and heading (degrees, 90 is down) at a share of the length."""
        point, heading = along(_middle(self.line), share)
        place = min(1.0, max(0.0, share)) * (len(self.line) - 1)
        i = min(int(place), len(self.line) - 2)
        r = self.line[i][2] + (self.line[i + 1][2] - self.line[i][2]) * (place - i)
        return point, r, heading


@dataclass(frozen=True, slots=True)
class Body:
    """One posed baby.

    ``parts`` are in painting order. ``spots`` are named points (``navel``, ``knee.left``), ``limbs`` named
    lines (``leg.left``), ``skin`` the outlines that may be touched. ``elbow`` is where the forearms come
    from, for the hand on the viewer's right; ``hand_scale`` is the size of adult hands beside this body;
    ``facing`` says that the caregiver looks at the viewer, so that the right hand is on the viewer's left;
    ``lids`` close open eyes for a blink.
    """

    view: BodyView
    parts: tuple[Layer, ...]
    spots: Mapping[str, Point]
    limbs: Mapping[str, Limb]
    zones: tuple[Zone, ...]
    skin: tuple[Ring, ...]
    elbow: Point
    hand_scale: float = 1.0
    facing: bool = False
    lids: Layer | None = None


@lru_cache(maxsize=128)
def _middle(line: tuple[Knob, ...]) -> Ring:
    return tuple((x, y) for x, y, _ in line)


def sign(side: Side) -> float:
    """Which way a side lies from the middle when the baby is on its back: right is on the viewer's left."""
    return {Side.RIGHT: -1.0, Side.LEFT: 1.0, Side.NONE: 0.0}[side]


def flesh(
    *chains: Chain,
    fill: Role = Role.SKIN,
    line: Role = Role.SKIN_LINE,
    width: float = LINE,
    rings: tuple[Ring, ...] = (),
    steps: int = SPINE_STEPS,
) -> Blob:
    """Tapered strokes that read as one soft shape; more ``steps`` make sharp bends rounder."""
    return Blob(
        tuple(outline(c, 0.0, steps) for c in chains) + rings,
        tuple(outline(c, width, steps) for c in chains) + rings,
        fill,
        line,
    )


def crease(points: Ring, role: Role = Role.SKIN_LINE, width: float = CREASE) -> Trace:
    """A small line inside a shape."""
    return Trace(points, role, width)


def layer(name: str, *shapes: Shape) -> Layer:
    """A named part."""
    return Layer(name, shapes)


def inside(p: Point, ring: Ring) -> bool:
    """Whether a point lies in a closed ring (even-odd)."""
    x, y = p
    hit = False
    j = len(ring) - 1
    for i in range(len(ring)):
        (ax, ay), (bx, by) = ring[i], ring[j]
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            hit = not hit
        j = i
    return hit
