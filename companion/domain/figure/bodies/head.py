"""The baby's head from the front: ears, hair, and the face it makes."""

from companion.domain.figure.bodies.features import EYE_X, closed_eye, features
from companion.domain.figure.body import crease, flesh, layer
from companion.domain.figure.drawing import Layer, Patch, Point, Role
from companion.domain.figure.expression import EXPRESSIONS, is_shut
from companion.domain.figure.geometry import arc, bezier, ellipse
from companion.domain.figure.pose import Face

CENTRE: Point = (0.0, -56.0)


def front(pose_face: Face, turn: float = 0.0) -> tuple[Layer, ...]:
    """Head and face; ``turn`` (degrees) moves the face sideways on the head."""
    x, y = CENTRE
    shift = turn / 60 * 14
    ears = flesh(*(((x + s * 44, y + 2, 8.2), (x + s * 45, y + 8, 7.2)) for s in (-1, 1)))
    inner = tuple(crease(arc((x + s * 46.5, y + 5), (3.2, 5), 270 if s > 0 else 90, 180)) for s in (-1, 1))
    head = flesh(((x, y - 13.5, 44.5), (x, y + 2, 45.2), (x, y + 10.5, 39.5)))
    return (
        layer("ears", ears, *inner),
        layer("head", head, hair(x, y), *features(x + shift, y, EXPRESSIONS[pose_face], shift)),
    )


def lids(face: Face, turn: float = 0.0) -> Layer | None:
    """What closes the eyes for the moment of a blink; None when they are closed already."""
    if is_shut(face):
        return None
    x, y = CENTRE[0] + turn / 60 * 14, CENTRE[1]
    tall = max(6.8, 6.8 * EXPRESSIONS[face].wide)
    skin = tuple(Patch(ellipse((x + s * EYE_X, y - 1), (6.2, tall)), Role.SKIN) for s in (-1, 1))
    return layer("lids", *skin, *(closed_eye(x + s * EYE_X, y - 1) for s in (-1, 1)))


def hair(x: float, y: float) -> Patch:
    """The tuft on top of a head with its middle at (x, y)."""
    top = (
        *bezier((x - 14.5, y - 54.5), (x - 5, y - 68.5), (x + 13.5, y - 67.5), (x + 14.5, y - 57.5)),
        *bezier((x + 14.5, y - 57.5), (x + 21, y - 58.5), (x + 20.5, y - 50), (x + 12.5, y - 47))[1:],
        *bezier((x + 12.5, y - 47), (x + 4, y - 42), (x - 8, y - 46), (x - 14.5, y - 54.5))[1:-1],
    )
    return Patch(top, Role.HAIR)
