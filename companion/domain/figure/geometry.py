"""Curves: smooth spines through joints, tapered outlines with round ends, arcs, and placing things."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from companion.domain.figure.drawing import Point, Ring

Knob: TypeAlias = tuple[float, float, float]
"""A joint of a limb: x, y and the limb's radius there."""
Chain: TypeAlias = tuple[Knob, ...]

SPINE_STEPS = 5
NEAR = 0.12
"""How far, in body units, a point may lie off a line without being missed."""


def spine(chain: Sequence[Knob], steps: int = SPINE_STEPS) -> list[Knob]:
    """A smooth (Catmull-Rom) line through the joints, radius included."""
    if len(chain) < 3:
        return list(chain)
    out: list[Knob] = []
    last = len(chain) - 1
    weights = _weights(steps)
    for i in range(last):
        (x0, y0, r0), (x1, y1, r1) = chain[max(i - 1, 0)], chain[i]
        (x2, y2, r2), (x3, y3, r3) = chain[i + 1], chain[min(i + 2, last)]
        out += [
            (
                a * x0 + b * x1 + c * x2 + d * x3,
                a * y0 + b * y1 + c * y2 + d * y3,
                a * r0 + b * r1 + c * r2 + d * r3,
            )
            for a, b, c, d in weights
        ]
    out.append(chain[-1])
    return out


@lru_cache(maxsize=16)
def _weights(steps: int) -> tuple[tuple[float, float, float, float], ...]:
    """How much of four neighbouring joints makes each step from the second to the third."""
    return tuple(_weight(k / steps) for k in range(steps))


def _weight(t: float) -> tuple[float, float, float, float]:
    t2, t3 = t * t, t * t * t
    return (
        0.5 * (-t + 2 * t2 - t3),
        0.5 * (2 - 5 * t2 + 3 * t3),
        0.5 * (t + 4 * t2 - 3 * t3),
        0.5 * (-t2 + t3),
    )


def outline(chain: Sequence[Knob], grow: float = 0.0, steps: int = SPINE_STEPS) -> Ring:
    """The closed outline of a stroke of changing width with round ends, ``grow`` wider all round."""
    line = _with_normals(tuple(chain), steps)
    left = [(x + nx * (r + grow), y + ny * (r + grow)) for x, y, r, nx, ny in line]
    right = [(x - nx * (r + grow), y - ny * (r + grow)) for x, y, r, nx, ny in reversed(line)]
    (x0, y0, r0, nx0, ny0), (x1, y1, r1, nx1, ny1) = line[0], line[-1]
    end = _cap((x1, y1, r1), (nx1, ny1), grow)
    start = _cap((x0, y0, r0), (-nx0, -ny0), grow)
    return _sparse([*left, *end, *right, *start])


@lru_cache(maxsize=128)
def _with_normals(chain: Chain, steps: int) -> tuple[tuple[float, float, float, float, float], ...]:
    """The spine with a unit vector across it at each point; kept, as every outline is asked for twice."""
    line = spine(chain, steps)
    out: list[tuple[float, float, float, float, float]] = []
    ahead = [*line[1:], line[-1]]
    ax, ay, _ = line[0]
    for (x, y, r), (bx, by, _) in zip(line, ahead, strict=True):
        dx, dy = bx - ax, by - ay
        d = math.sqrt(dx * dx + dy * dy) or 1.0
        out.append((x, y, r, -dy / d, dx / d))
        ax, ay = x, y
    return tuple(out)


def _sparse(ring: list[Point]) -> Ring:
    """The ring without points that lie nearly on the line between their neighbours: painting costs by the point."""
    ax, ay = ring[0]
    x, y = ring[1]
    kept = [ring[0]]
    for bx, by in ring[2:]:
        dx, dy = bx - ax, by - ay
        off = (x - ax) * dy - (y - ay) * dx
        if off * off > NEAR * NEAR * (dx * dx + dy * dy):
            kept.append((x, y))
            ax, ay = x, y
        x, y = bx, by
    kept.append((x, y))
    return tuple(kept)


def _cap(knob: Knob, across: Point, grow: float) -> list[Point]:
    """The half circle from the point that lies ``across``, without its ends."""
    x, y, r = knob
    steps = round(min(22.0, max(7.0, 5.0 + 0.4 * r)))
    nx, ny = across[0] * (r + grow), across[1] * (r + grow)
    return [(x + nx * c + ny * s, y + ny * c - nx * s) for c, s in _half_turn(steps)]


@lru_cache(maxsize=32)
def _half_turn(steps: int) -> tuple[Point, ...]:
    """Cosine and sine of the angles on the way round a half circle."""
    angles = (math.pi * k / steps for k in range(1, steps))
    return tuple((math.cos(a), math.sin(a)) for a in angles)


def smooth(points: Sequence[Point], *, closed: bool = False, steps: int = SPINE_STEPS) -> Ring:
    """A smooth line through all points; a closed one ends where it began, without repeating the point."""
    count = len(points)
    if count < 3:
        return tuple(points)
    out: list[Point] = []
    for i in range(count if closed else count - 1):
        if closed:
            p0, p1, p2, p3 = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = points[max(i - 1, 0)], points[i], points[i + 1], points[min(i + 2, count - 1)]
        out += [
            (a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0], a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1])
            for a, b, c, d in _weights(steps)
        ]
    if not closed:
        out.append(points[-1])
    return tuple(out)


def bezier(p0: Point, p1: Point, p2: Point, p3: Point, steps: int = 14) -> Ring:
    """Points along a cubic Bezier curve, both ends included."""
    out: list[Point] = []
    for k in range(steps + 1):
        t = k / steps
        s = 1 - t
        a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        out.append(
            (a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0], a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1])
        )
    return tuple(out)


def arc(centre: Point, radius: Point, start: float, sweep: float, steps: int = 12) -> Ring:
    """Points on an ellipse; degrees, 0 is to the right, 90 is *down* the picture."""
    x, y = centre
    rx, ry = radius
    return tuple([(x + rx * c, y + ry * s) for c, s in _unit_arc(start, sweep, steps)])


@lru_cache(maxsize=512)
def _unit_arc(start: float, sweep: float, steps: int) -> tuple[Point, ...]:
    """The same on a circle of radius 1 round (0, 0); most arcs come again at another place."""
    angles = (math.radians(start + sweep * k / steps) for k in range(steps + 1))
    return tuple((math.cos(a), math.sin(a)) for a in angles)


def ellipse(centre: Point, radius: Point, steps: int = 20) -> Ring:
    """A closed ellipse."""
    return arc(centre, radius, 0, 360 * (steps - 1) / steps, steps - 1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a local drawing goes: mirrored left-right if ``flip``, scaled, turned (degrees, clockwise), moved."""

    x: float = 0.0
    y: float = 0.0
    turn: float = 0.0
    scale: float = 1.0
    flip: bool = False

    def _matrix(self) -> tuple[float, float, float, float]:
        a = math.radians(self.turn)
        c, s = math.cos(a) * self.scale, math.sin(a) * self.scale
        m = -1.0 if self.flip else 1.0
        return c * m, -s, s * m, c

    def point(self, p: Point) -> Point:
        """A local point in body coordinates."""
        a, b, c, d = self._matrix()
        return (a * p[0] + b * p[1] + self.x, c * p[0] + d * p[1] + self.y)

    def ring(self, points: Iterable[Point]) -> Ring:
        """A local line in body coordinates. A mirrored one runs backwards, so that outlines keep their sense
        of rotation and overlapping ones add up."""
        a, b, c, d = self._matrix()
        x, y = self.x, self.y
        placed = [(a * px + b * py + x, c * px + d * py + y) for px, py in points]
        return tuple(reversed(placed)) if self.flip else tuple(placed)


def distance(a: Point, b: Point) -> float:
    """How far apart two points are."""
    return math.hypot(a[0] - b[0], a[1] - b[1])


def lerp(a: Point, b: Point, share: float) -> Point:
    """The point that lies ``share`` of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def ease(share: float) -> float:
    """Slow start, slow end, for 0.0 to 1.0; clamps outside."""
    s = min(1.0, max(0.0, share))
    return s * s * (3 - 2 * s)


@lru_cache(maxsize=256)
def _lengths(points: tuple[Point, ...]) -> tuple[float, ...]:
    """How far it is from each point of a line to the next."""
    return tuple(distance(a, b) for a, b in pairwise(points))


def along(points: Sequence[Point], share: float) -> tuple[Point, float]:
    """The point ``share`` of the length along a line and the direction there (degrees, 0 right, 90 down)."""
    lengths = _lengths(tuple(points))
    rest = min(1.0, max(0.0, share)) * sum(lengths)
    for i, length in enumerate(lengths):
        if rest <= length or i == len(lengths) - 1:
            a, b = points[i], points[i + 1]
            heading = math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))
            return lerp(a, b, rest / length if length else 0.0), heading
        rest -= length
    return points[0], 90.0
