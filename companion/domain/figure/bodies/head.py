"""The baby's face from the front: ears, hair, brows, eyes, cheeks, mouth."""

from companion.domain.figure.body import CREASE, crease, flesh, layer
from companion.domain.figure.drawing import Glow, Layer, Patch, Point, Role, Shape, Trace
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
        layer("head", head, hair(x, y), *_cheeks(x + shift, y), *_features(x + shift, y, pose_face)),
    )


def lids(face: Face, turn: float = 0.0) -> Layer | None:
    """What closes the eyes for the moment of a blink; None when they are closed already."""
    if face is Face.ASLEEP:
        return None
    x, y = CENTRE[0] + turn / 60 * 14, CENTRE[1]
    skin = tuple(Patch(ellipse((x + s * 19.3, y - 1), (5.6, 6.8)), Role.SKIN) for s in (-1, 1))
    closed = tuple(Trace(arc((x + s * 19.3, y - 2), (6, 4), 20, 140), Role.INK, 2.2) for s in (-1, 1))
    return layer("lids", *skin, *closed)


def hair(x: float, y: float) -> Patch:
    """The tuft on top of a head with its middle at (x, y)."""
    top = (
        *bezier((x - 14.5, y - 54.5), (x - 5, y - 68.5), (x + 13.5, y - 67.5), (x + 14.5, y - 57.5)),
        *bezier((x + 14.5, y - 57.5), (x + 21, y - 58.5), (x + 20.5, y - 50), (x + 12.5, y - 47))[1:],
        *bezier((x + 12.5, y - 47), (x + 4, y - 42), (x - 8, y - 46), (x - 14.5, y - 54.5))[1:-1],
    )
    return Patch(top, Role.HAIR)


def _cheeks(x: float, y: float) -> tuple[Shape, ...]:
    return tuple(Glow((x + s * 27.5, y + 13), (13.5, 13.5), Role.CHEEK) for s in (-1, 1))


def _features(x: float, y: float, face: Face) -> tuple[Shape, ...]:
    shapes: list[Shape] = []
    for s in (-1, 1):
        shapes.append(Trace(arc((x + s * 19.5, y - 9.8), (7.2, 6.4), -135, 90), Role.INK, 2.1))
        if face is Face.ASLEEP:
            shapes.append(Trace(arc((x + s * 19.3, y - 2.5), (6, 4), 20, 140), Role.INK, 2.2))
        else:
            shapes.append(Patch(ellipse((x + s * 19.3, y - 1), (4.5, 5.8)), Role.INK))
            shapes.append(Patch(ellipse((x + s * 19.3 + 1.4, y - 3.4), (1.6, 1.6), 10), Role.EYE_LIGHT))
    shapes.append(crease(arc((x, y + 8.6), (4.3, 2.9), 20, 140)))
    if face is Face.SMILE:
        shapes.append(Trace(arc((x, y + 15), (10.4, 7.6), 25, 130), Role.INK, 2.2))
    else:
        shapes.append(Trace(arc((x, y + 17), (6.4, 3.4), 25, 130), Role.INK, CREASE + 0.6))
    return tuple(shapes)
