"""Shows the direction: a dotted path with an arrow head, and a spot that travels at the real pace."""

import math
from functools import lru_cache
from itertools import pairwise

from companion.domain.body import Side
from companion.domain.figure.body import BodyView
from companion.domain.figure.choreography import Arrow
from companion.domain.figure.drawing import Blob, Layer, Patch, Point, Ring, Role, Shape, Trace
from companion.domain.figure.geometry import along, ellipse
from companion.domain.figure.hand import Grip
from companion.domain.figure.performance import HandState, route, stop_at
from companion.domain.figure.pose import Pose

WIDTH = 4.6
GAP = 8.0
EDGE = 8.6
LEAD = 0.2
"""How much of its path the spot goes ahead of a thumb, which would hide it."""


def path_layer(view: BodyView, pose: Pose, side: Side, arrow: Arrow) -> Layer:
    """The dotted path with its head; the same object as long as the path itself does not move."""
    return _drawn(tuple(s.at for s in route(view, pose, side, arrow.path)), arrow.weight, arrow.both)


@lru_cache(maxsize=64)
def _drawn(points: tuple[Point, ...], weight: float, both: bool) -> Layer:
    if len(points) < 2:
        return Layer("path", ())
    heads = [_head(points, weight), *([_head(points[::-1], weight)] if both else [])]
    shapes: list[Shape] = [
        *(Trace(line, Role.PATH_EDGE, EDGE * weight) for line in (points, *heads)),
        Blob(_dots(points, weight), (), Role.PATH, Role.PATH),
        *(Trace(head, Role.PATH, WIDTH * weight) for head in heads),
    ]
    return Layer("path", tuple(shapes))


def _dots(points: tuple[Point, ...], weight: float) -> tuple[Ring, ...]:
    """Round dots at even distances, up to where the head begins."""
    whole = sum(math.dist(a, b) for a, b in pairwise(points))
    gap, r = GAP * weight, WIDTH / 2 * weight
    count = max(1, int((whole - 6 * weight) / gap))
    return tuple(ellipse(along(points, k * gap / whole)[0], (r, r), 9) for k in range(count + 1))


def _head(points: tuple[Point, ...], weight: float) -> Ring:
    tip = points[-1]
    back = next((p for p in reversed(points) if math.dist(p, tip) > 6), points[0])
    a = math.atan2(tip[1] - back[1], tip[0] - back[0])
    r = 11 * weight
    left, right = ((tip[0] + r * math.cos(a + d), tip[1] + r * math.sin(a + d)) for d in (2.5, -2.5))
    return (left, tip, right)


def travelling_dot(view: BodyView, pose: Pose, side: Side, arrow: Arrow, state: HandState) -> Layer | None:
    """The spot that goes with the hand while it travels; None while the hand rests or comes back."""
    if not state.travels or not state.touches:
        return None
    stops = route(view, pose, side, arrow.path)
    lead = LEAD if state.grip in {Grip.THUMB, Grip.THUMB_BESIDE} else 0.0
    at = stop_at(stops, min(1.0, state.share + lead)).at
    return Layer(
        "dot",
        (Patch(ellipse(at, (6.4, 6.4)), Role.PATH_EDGE), Patch(ellipse(at, (4.4, 4.4)), Role.PATH)),
        fleeting=True,
    )
