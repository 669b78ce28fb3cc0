"""What a picture is: shapes in body units with colour roles instead of colours, and the frame to look through."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Ring: TypeAlias = tuple[Point, ...]


class Role(StrEnum):
    """What a colour is for; palettes decide which colour that is."""

    SKIN = "skin.1"
    SKIN_LINE = "skin.2"
    SKIN_SHADE = "skin.3"
    CHEEK = "cheek"
    HAIR = "hair"
    INK = "ink"
    EYE_LIGHT = "eye.light"
    MOUTH = "mouth.1"
    TONGUE = "mouth.2"
    TEAR = "tear"
    PALLOR = "pallor"
    ADULT = "adult.1"
    ADULT_LINE = "adult.2"
    ADULT_SHADE = "adult.3"
    SHIRT = "shirt.1"
    SHIRT_LINE = "shirt.2"
    DIAPER = "diaper.1"
    DIAPER_LINE = "diaper.2"
    DIAPER_FOLD = "diaper.3"
    TOP = "top.1"
    TOP_LINE = "top.2"
    SHORTS = "shorts.1"
    SHORTS_LINE = "shorts.2"
    MAT = "mat.1"
    MAT_STITCH = "mat.2"
    FLOOR = "floor"
    PATH = "path.1"
    PATH_EDGE = "path.2"
    HALO = "halo"
    SHADOW = "shadow"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Blob:
    """Overlapping outlines that read as one shape: first all ``edges`` in the line role, then all ``fills``.

    ``edges`` are the same outlines grown by the width of the ink line, so no pen is needed and no seam shows.
    """

    fills: tuple[Ring, ...]
    edges: tuple[Ring, ...]
    fill: Role
    line: Role
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Patch:
    """One closed ring with an ink line of ``width`` centred on it; no line when ``line`` is None."""

    ring: Ring
    fill: Role
    line: Role | None = None
    width: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Trace:
    """An open line with round ends. ``dash`` is (drawn, gap) in body units; (0, gap) draws dots."""

    points: Ring
    role: Role
    width: float
    dash: tuple[float, float] | None = None
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Glow:
    """A soft round spot that fades to nothing at its edge: cheeks and halos."""

    centre: Point
    radius: Point
    role: Role
    opacity: float = 1.0


Shape: TypeAlias = Blob | Patch | Trace | Glow


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes that belong together, such as one limb; painters may keep what they built for it by identity.

    A ``fleeting`` layer is made anew for each frame and not worth keeping. A layer may be ``turn``-ed (degrees,
    clockwise, round ``pivot``) without making its shapes anew; before that it may ``swell`` by shares (x, y) of its
    size, while ``heart`` stays in place.
    """

    name: str
    shapes: tuple[Shape, ...]
    fleeting: bool = False
    turn: float = 0.0
    pivot: Point = (0.0, 0.0)
    swell: Point = (0.0, 0.0)
    heart: Point = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """The rectangle of body coordinates that must be seen; what lies around it may be seen too."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its bottom edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole picture: ``still`` is the very same tuple from frame to frame, ``moving`` goes on top of it.

    ``turn`` turns the finished picture (180 when seen facing the caregiver), ``flip`` mirrors it.
    """

    still: tuple[Layer, ...]
    moving: tuple[Layer, ...]
    frame: Frame
    turn: float = 0.0
    flip: bool = False

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Everything, from the back to the front."""
        return self.still + self.moving
