"""Draws an expression on a face whose middle is at (x, y): brows, eyes, nose, mouth, cheeks and tears."""

from typing import assert_never

from companion.domain.figure.body import CREASE, crease
from companion.domain.figure.drawing import Glow, Patch, Point, Ring, Role, Shape, Trace
from companion.domain.figure.expression import Expression, Eyes, Mouth, Skin
from companion.domain.figure.geometry import Place, arc, bezier, ellipse, smooth

EYE_X = 19.3
BOTH = (-1.0, 1.0)
BLOTCHES: tuple[tuple[Point, float], ...] = (
    ((-20, -26), 15),
    ((17, -28), 18),
    ((-28, 12), 19),
    ((29, 10), 15),
    ((21, 27), 14),
    ((-7, 34), 13),
)
TONGUE_OUT: Ring = ((-4, 18.6), (4, 18.6), (4.4, 24.4), (0, 27.4), (-4.4, 24.4))
DRIBBLE: Ring = ((2.5, 20.5), (6, 20), (7.6, 26), (10.4, 32), (8.6, 37.4), (4.6, 36), (4.8, 29))


def features(x: float, y: float, shown: Expression, turned: float = 0.0) -> tuple[Shape, ...]:
    """The whole face; ``turned`` is how far it is moved sideways on its head, where the cheeks hardly follow."""
    return (
        *cheeks(x - 0.45 * turned, y, shown),
        *(shape for s in BOTH for shape in (_brow(x, y, s, shown), *_eye(x, y, s, shown))),
        crease(arc((x, y + 8.6), (4.3, 2.9), 20, 140)),
        *_mouth(x, y, shown),
        *(_tear(x, y, s) for s in BOTH if shown.tears),
    )


def cheeks(x: float, y: float, shown: Expression) -> tuple[Shape, ...]:
    """The cheeks, and what else colours the face."""
    r = 16.5 if shown.skin is Skin.FLUSHED else 13.5
    pair = tuple(Glow((x + s * 27.5, y + 13), (r, r), Role.CHEEK, shown.blush) for s in BOTH if shown.blush)
    match shown.skin:
        case Skin.FLUSHED:
            return (Glow((x, y - 14), (40, 26), Role.CHEEK, 0.6), *pair)
        case Skin.BLOTCHY:
            return tuple(Glow((x + bx, y + by), (r, r), Role.CHEEK, 1.0) for (bx, by), r in BLOTCHES)
        case Skin.PALE:
            return (
                Glow((x, y + 19), (25, 19), Role.PALLOR, 0.95),
                Glow((x, y - 4), (44, 40), Role.PALLOR, 0.4),
            )
        case Skin.PLAIN:
            return pair
        case _:
            assert_never(shown.skin)


def _brow(x: float, y: float, s: float, shown: Expression) -> Shape:
    middle = (x + s * 19.5, y - 15.6 - shown.brows)
    place = Place(*middle, s * shown.worry)
    return Trace(place.ring(arc((0, 5.8), (7.2, 6.4), -135, 90)), Role.INK, 2.1)


def _eye(x: float, y: float, s: float, shown: Expression) -> tuple[Shape, ...]:
    ex, ey = x + s * EYE_X, y - 1
    match shown.eyes:
        case Eyes.CLOSED:
            return (closed_eye(ex, ey),)
        case Eyes.HAPPY:
            return (Trace(arc((ex, ey + 2.6), (6, 5.4), 205, 130), Role.INK, 2.3),)
        case Eyes.SQUEEZED:
            line = smooth(((ex + s * 5.4, ey - 3.6), (ex - s * 3.8, ey), (ex + s * 5.4, ey + 3.4)))
            return (Trace(line, Role.INK, 2.2),)
        case Eyes.HALF:
            droop = Place(ex, ey, s * 9.0)
            lid = droop.ring(arc((0, 2.2), (6.4, 3.4), 200, 140))
            seen = droop.ring(arc((0, 1.0), (4.3, 4.4), 0, 180))
            return (Patch((*lid, *seen), Role.INK), Trace(lid, Role.INK, 2.1))
        case Eyes.OPEN:
            return _open(ex, ey, shown)
        case _:
            assert_never(shown.eyes)


def closed_eye(ex: float, ey: float) -> Shape:
    """One closed eye: its lashes."""
    return Trace(arc((ex, ey - 1), (6, 4), 20, 140), Role.INK, 2.2)


def _open(ex: float, ey: float, shown: Expression) -> tuple[Shape, ...]:
    """A dark eye with a light in it; both move with the gaze."""
    gx, gy = shown.gaze
    cx, cy, tall = ex + 3.2 * gx, ey + 2.4 * gy, 5.8 * shown.wide
    light = (cx + 1.4 + 0.6 * gx, cy - 2.4 * shown.wide)
    lights = [Patch(ellipse(light, (1.6, 1.6), 10), Role.EYE_LIGHT)]
    if shown.wide > 1:
        lights.append(Patch(ellipse((cx - 1.5, cy + 2.6 * shown.wide), (0.9, 0.9), 8), Role.EYE_LIGHT))
    return (Patch(ellipse((cx, cy), (4.5 * shown.wide**0.5, tall)), Role.INK), *lights)


def _tear(x: float, y: float, s: float) -> Shape:
    tx, ty = x + s * 26, y + 9
    drop = smooth(((tx, ty - 6), (tx + 3.2, ty + 1.2), (tx, ty + 4.4), (tx - 3.2, ty + 1.2)), closed=True)
    return Patch(drop, Role.TEAR)


def _mouth(x: float, y: float, shown: Expression) -> tuple[Shape, ...]:
    match shown.mouth:
        case Mouth.SMILE:
            return (_line(arc((x, y + 15), (10.4, 7.6), 25, 130)),)
        case Mouth.CONTENT:
            return (_line(arc((x, y + 15.8), (8.4, 5.6), 25, 130)),)
        case Mouth.SOFT:
            return (_line(arc((x, y + 17), (6.4, 3.4), 25, 130), CREASE + 0.6),)
        case Mouth.DOWN:
            return (_line(arc((x, y + 26), (7.6, 5.4), 212, 116)),)
        case Mouth.WAVY:
            points = ((-8.4, 22.6), (-4.4, 19.8), (0, 22), (4.4, 19.8), (8.4, 22.8))
            lip = crease(arc((x, y + 25.5), (4.2, 2.4), 25, 130, 8))
            return (_line(smooth(tuple((x + px, y + py) for px, py in points))), lip)
        case Mouth.PRESSED:
            ends = tuple(
                crease(arc((x + s * 8.2, y + 20), (2.4, 2.6), -60 if s > 0 else 120, 120, 8)) for s in BOTH
            )
            return (_line(((x - 6.8, y + 20.2), (x, y + 19.7), (x + 6.8, y + 20.2))), *ends)
        case Mouth.BEAM | Mouth.CRY | Mouth.ROUND | Mouth.TONGUE | Mouth.MILK:
            return _open_mouth(x, y, shown)
        case _:
            assert_never(shown.mouth)


def _line(points: Ring, width: float = 2.2) -> Trace:
    return Trace(points, Role.INK, width)


def _open_mouth(x: float, y: float, shown: Expression) -> tuple[Shape, ...]:
    match shown.mouth:
        case Mouth.BEAM:
            top = bezier((x - 10.6, y + 16), (x - 4, y + 18.4), (x + 4, y + 18.4), (x + 10.6, y + 16), 8)
            ring = (*top, *arc((x, y + 16), (10.6, 11), 0, 180)[1:-1])
            return (_hole(ring), _tongue((x, y + 23.4), (5.4, 2.7)))
        case Mouth.CRY:
            low = bezier((x + 11, y + 28.6), (x + 5, y + 33.6), (x - 5, y + 33.6), (x - 11, y + 28.6), 8)
            ring = (*arc((x, y + 28.6), (11, 11.6), 180, 180), *low[1:-1])
            return (_hole(ring), _tongue((x, y + 28.6), (5.8, 2.8)))
        case Mouth.TONGUE:
            line = _line(arc((x, y + 15.4), (8.4, 4.2), 20, 140))
            return (Patch(_moved(TONGUE_OUT, x, y), Role.TONGUE, Role.INK, 1.7), line)
        case Mouth.MILK:
            milk = Patch(_moved(DRIBBLE, x, y), Role.EYE_LIGHT, Role.DIAPER_LINE, 1.2)
            return (_hole(ellipse((x + 1, y + 20), (5.2, 3.4))), milk)
        case _:
            rx, ry = shown.gape
            middle = (x, y + 17.5 + 0.72 * ry)
            inside = (_tongue((x, middle[1] + ry * 0.5), (rx * 0.62, ry * 0.34)),) if ry > 5 else ()
            return (_hole(ellipse(middle, (rx, ry))), *inside)


def _moved(ring: Ring, x: float, y: float) -> Ring:
    return smooth([(x + px, y + py) for px, py in ring], closed=True)


def _hole(ring: Ring) -> Shape:
    return Patch(ring, Role.MOUTH, Role.INK, 1.9)


def _tongue(centre: Point, radius: Point) -> Shape:
    return Patch(ellipse(centre, radius, 14), Role.TONGUE)
