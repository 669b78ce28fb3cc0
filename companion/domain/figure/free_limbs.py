"""Which arms and legs nobody touches, holds or moves during a stroke, so that they are the baby's own to move."""

from collections.abc import Iterator
from itertools import pairwise

from companion.domain.body import Side
from companion.domain.figure.bodies import build
from companion.domain.figure.body import Body
from companion.domain.figure.choreography import Choreography
from companion.domain.figure.drawing import Point
from companion.domain.figure.geometry import distance, lerp
from companion.domain.figure.performance import landmark_name, pose_at, route
from companion.domain.figure.pose import LEG_JOINTS, SIDES, Pose

ARM_JOINTS = frozenset({"reach", "elbow", "lift"})
BEYOND = 22.0
"""How far hand and foot go on beyond wrist and ankle, in body units."""
NEAR = 24.0
"""A touch nearer than this to the line of a limb is on it, or has fingers on it."""


def free_limbs(choreography: Choreography, side: Side) -> tuple[str, ...]:
    """``leg.right`` and so on, in painting order: those that lie on the mat in one piece and are left alone."""
    pose = pose_at(choreography, side, 0.0)
    body = build(choreography.body, pose, side)
    names = {part.name for part in body.parts}
    taken = {_limb_of(joint) for joint in _moved(choreography, side)}
    taken |= {landmark_name(score.holds, side) for score in choreography.hands}
    points = list(_touched(choreography, side, pose))
    found: list[str] = []
    for name in (f"{kind}.{s.value}" for kind in ("arm", "leg") for s in SIDES):
        divided = {name.replace("arm", "upper"), name.replace("leg", "shin")} - {name}
        if name not in names or name in taken or divided & names:
            continue
        line = _line(body, name)
        if all(_off(point, line) > NEAR for point in points):
            found.append(name)
    return tuple(found)


def _moved(choreography: Choreography, side: Side) -> Iterator[str]:
    """The joints that the stroke moves, named for the side that it is done on."""
    for move in choreography.moves:
        name, _, own = move.joint.partition("_")
        yield f"{name}_{Side(own).other.value}" if own and side is Side.LEFT else move.joint


def _limb_of(joint: str) -> str:
    name, _, own = joint.partition("_")
    if name in LEG_JOINTS:
        return f"leg.{own}"
    return f"arm.{own}" if name in ARM_JOINTS else name


def _touched(choreography: Choreography, side: Side, pose: Pose) -> Iterator[Point]:
    """Where hands go and paths are shown, on the baby as it lies when the loop begins."""
    paths = [stage.path for score in choreography.hands for stage in score.stages]
    paths += [arrow.path for arrow in choreography.arrows]
    for path in paths:
        yield from (stop.at for stop in route(choreography.body, pose, side, path))


def _line(body: Body, name: str) -> tuple[Point, ...]:
    """The outer part of a limb, from its middle to its tip; the root may be touched, it does not stray."""
    kind, _, whose = name.partition(".")
    root, middle, end = ("hip", "knee", "ankle") if kind == "leg" else ("shoulder", "elbow", "wrist")
    a, b = body.spots[f"{root}.{whose}"], body.spots[f"{end}.{whose}"]
    joint = body.spots.get(f"{middle}.{whose}", lerp(a, b, 0.5))
    reach = 1.0 + BEYOND / max(1.0, distance(joint, b))
    return (lerp(a, joint, 0.6), joint, b, lerp(joint, b, reach))


def _off(point: Point, line: tuple[Point, ...]) -> float:
    """How far a point is from a line of straight pieces."""
    nearest = float("inf")
    for a, b in pairwise(line):
        long = distance(a, b) or 1.0
        share = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / long**2
        nearest = min(nearest, distance(point, lerp(a, b, min(1.0, max(0.0, share)))))
    return nearest
