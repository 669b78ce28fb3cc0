"""Joins overlapping outlines into one: painting costs by the length of an outline, hidden parts included."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from companion.domain.figure.body import inside
from companion.domain.figure.drawing import Blob, Point, Ring

DIGITS = 7


def merged(rings: Sequence[Ring]) -> tuple[Ring, ...]:
    """The outer border of overlapping rings that all turn the same way; the rings themselves when they touch in a
    way that leaves the border open. Holes between rings stay. Takes some milliseconds: keep what it returns."""
    edges: list[tuple[Point, Point]] = []
    for i, ring in enumerate(rings):
        others = [other for k, other in enumerate(rings) if k != i and _near(ring, other)]
        edges += [edge for edge in _split(ring, others) if not _hidden(edge, others)]
    return _loops(edges) or tuple(rings)


def joined(blob: Blob) -> Blob:
    """The same shape with its outlines merged."""
    return replace(blob, fills=merged(blob.fills), edges=merged(blob.edges))


def _box(ring: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return min(xs), min(ys), max(xs), max(ys)


def _near(one: Sequence[Point], other: Sequence[Point]) -> bool:
    a, b = _box(one), _box(other)
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _split(ring: Ring, others: Sequence[Ring]) -> list[tuple[Point, Point]]:
    """The edges of a ring, cut wherever another ring crosses."""
    parts: list[tuple[Point, Point]] = []
    for i, b in enumerate(ring):
        a = ring[i - 1]
        near = [other for other in others if _near((a, b), other)]
        cuts = sorted(
            t
            for other in near
            for k, d in enumerate(other)
            if (t := _crossing(a, b, other[k - 1], d)) is not None
        )
        points = [a, *((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for t in cuts), b]
        parts += [(p, q) for p, q in pairwise(points) if p != q]
    return parts


def _crossing(a: Point, b: Point, c: Point, d: Point) -> float | None:
    """Where on a-b the edge c-d crosses it, as a share."""
    rx, ry, sx, sy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    turn = rx * sy - ry * sx
    if turn == 0:
        return None
    qx, qy = c[0] - a[0], c[1] - a[1]
    t, u = (qx * sy - qy * sx) / turn, (qx * ry - qy * rx) / turn
    return t if 0 < t < 1 and 0 <= u <= 1 else None


def _hidden(edge: tuple[Point, Point], others: Sequence[Ring]) -> bool:
    (ax, ay), (bx, by) = edge
    middle = ((ax + bx) / 2, (ay + by) / 2)
    return any(inside(middle, other) for other in others)


def _loops(edges: Sequence[tuple[Point, Point]]) -> tuple[Ring, ...]:
    """Edges joined end to end into closed rings; nothing when one stays open."""
    following = {_key(a): (a, b) for a, b in edges}
    if len(following) != len(edges):
        return ()
    loops: list[Ring] = []
    while following:
        start, (a, b) = following.popitem()
        loop = [a]
        while _key(b) != start:
            if _key(b) not in following:
                return ()
            a, b = following.pop(_key(b))
            loop.append(a)
        loops.append(tuple(loop))
    return tuple(loops)


def _key(p: Point) -> Point:
    return (round(p[0], DIGITS), round(p[1], DIGITS))
