"""Where each hand and each joint is at one moment of a loop: choreography turned into numbers."""

import itertools
import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import assert_never

from companion.domain.body import Side
from companion.domain.figure.bodies import build
from companion.domain.figure.body import Body, BodyView
from companion.domain.figure.choreography import Choreography, HandScore, JointMove, Manner, Stage, Waypoint
from companion.domain.figure.drawing import Point
from companion.domain.figure.geometry import distance, ease, smooth
from companion.domain.figure.hand import Grip, Hand
from companion.domain.figure.pose import Face, Pose, posed

STAYING = frozenset({Manner.REST, Manner.HOLD})
WAITS = 0.12
"""A hand that has arrived and touches on for more than this share of the loop stays there, as if it rested."""
SETTLES = 0.05
"""The share of the loop in which a hand is seen to settle where it stays."""
HOP = 0.35
"""How high a hand lifts between two steps; 1.0 is the height of a hand that travels back."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A sample of a path: where, how wide the limb is there, and the hand's angle."""

    at: Point
    around: float
    turn: float


@dataclass(frozen=True, slots=True)
class HandState:
    """One hand at one moment. ``height`` is 0.0 when it touches; ``share`` is how far along the path it is;
    ``rest`` is the middle of its path, where the palm of a thumb grip stays. ``stays`` is 1.0 for a hand that keeps
    the baby company while the other one works, and goes up and down where it begins and ends to do so."""

    hand: Hand
    grip: Grip
    manner: Manner
    at: Point
    turn: float
    around: float
    height: float
    share: float
    rest: Point
    touches: bool
    travels: bool
    stays: float = 0.0


def side_sign(side: Side) -> float:
    """-1.0 when everything must be mirrored: choreography is written for the baby's right."""
    return -1.0 if side is Side.LEFT else 1.0


def pose_at(choreography: Choreography, side: Side, phase: float) -> Pose:
    """The baby's pose at a share of the loop."""
    joints = dict(choreography.joints)
    moved: dict[str, float] = {}
    for move in choreography.moves:
        moved.setdefault(move.joint, move.start)
        moved[move.joint] += (move.end - move.start) * _share(move, phase)
    joints |= moved
    pose = posed(choreography.pose, tuple(joints.items()))
    face = _face_at(choreography, phase)
    if face is not None:
        pose = replace(pose, face=face)
    return pose.mirrored() if side is Side.LEFT else pose


def _face_at(choreography: Choreography, phase: float) -> Face | None:
    """The face that goes with what is said now, else the one of the whole stroke; None for the pose's own."""
    for saying in choreography.sayings:
        if saying.face is not None and saying.time[0] <= phase <= saying.time[1]:
            return saying.face
    return choreography.face


def _share(move: JointMove, phase: float) -> float:
    """How far a joint is on its way, 0.0 at the start and 1.0 at the end of it."""
    if phase < move.there:
        return ease((phase - move.go) / ((move.there - move.go) or 1.0))
    return 1.0 - ease((phase - move.back) / ((move.home - move.back) or 1.0))


def landmark_name(landmark: str, side: Side) -> str:
    """A landmark with .S and .O replaced by the baby's own right or left."""
    mine = Side.RIGHT if side is Side.NONE else side
    name, at, share = landmark.partition("@")
    if name.endswith(".S"):
        name = f"{name[:-2]}.{mine.value}"
    elif name.endswith(".O"):
        name = f"{name[:-2]}.{mine.other.value}"
    return name + at + share


def locate(body: Body, waypoint: Waypoint, side: Side) -> Stop:
    """Where a waypoint lies on this body. KeyError with the landmark's name when the body has no such place."""
    s = side_sign(side)
    name, _, share = landmark_name(waypoint.landmark, side).partition("@")
    if share:
        (x, y), around, heading = body.limbs[name].at(float(share))
        return Stop(
            (x + s * waypoint.dx, y + waypoint.dy), around, (heading + 90) % 360 - 180 + s * waypoint.turn
        )
    x, y = body.spots[name]
    return Stop((x + s * waypoint.dx, y + waypoint.dy), 12.0, s * waypoint.turn)


@lru_cache(maxsize=256)
def _between(path: tuple[Waypoint, ...]) -> tuple[Waypoint, ...]:
    """More waypoints between two on the same limb, so that the hand follows its curve."""
    out: list[Waypoint] = []
    for a, b in itertools.pairwise(path):
        out.append(a)
        limb, _, from_share = a.landmark.partition("@")
        other, _, to_share = b.landmark.partition("@")
        if limb == other and from_share and to_share:
            for k in range(1, 8):
                t = k / 8
                share = float(from_share) + (float(to_share) - float(from_share)) * t
                out.append(
                    Waypoint(
                        f"{limb}@{share}",
                        a.dx + (b.dx - a.dx) * t,
                        a.dy + (b.dy - a.dy) * t,
                        a.turn + (b.turn - a.turn) * t,
                    )
                )
    out.append(path[-1])
    return tuple(out)


@lru_cache(maxsize=512)
def route(view: BodyView, pose: Pose, side: Side, path: tuple[Waypoint, ...]) -> tuple[Stop, ...]:
    """A path on the posed body as closely spaced stops, rounded where it has corners."""
    body = build(view, pose, side)
    stops = [locate(body, w, side) for w in _between(path)]
    if len(stops) < 3:
        return tuple(stops)
    points = smooth([s.at for s in stops], steps=4)
    rest = smooth([(s.around, s.turn) for s in stops], steps=4)
    return tuple(Stop(p, r, t) for p, (r, t) in zip(points, rest, strict=True))


@lru_cache(maxsize=512)
def _lengths(stops: tuple[Stop, ...]) -> tuple[float, ...]:
    return tuple(distance(a.at, b.at) for a, b in itertools.pairwise(stops))


def stop_at(stops: tuple[Stop, ...], share: float) -> Stop:
    """The stop at a share of a route's length."""
    lengths = _lengths(stops)
    rest = min(1.0, max(0.0, share)) * sum(lengths)
    for i, length in enumerate(lengths):
        if rest <= length:
            return _mix(stops[i], stops[i + 1], rest / length if length else 0.0)
        rest -= length
    return stops[-1]


def _mix(a: Stop, b: Stop, t: float) -> Stop:
    return Stop(
        (a.at[0] + (b.at[0] - a.at[0]) * t, a.at[1] + (b.at[1] - a.at[1]) * t),
        a.around + (b.around - a.around) * t,
        a.turn + (b.turn - a.turn) * t,
    )


def hand_at(choreography: Choreography, number: int, side: Side, phase: float) -> HandState:
    """What the hand of that number does at a share (0.0 to 1.0) of the loop."""
    score = choreography.hands[number]
    pose = pose_at(choreography, side, phase)
    hand = score.hand.other if side is Side.LEFT else score.hand
    for stage in score.stages:
        for p in (phase, phase + 1.0):
            if stage.touch <= p <= stage.lift:
                stops = route(choreography.body, pose, side, stage.path)
                state = _in_stage(stage, stops, p, hand, side)
                stays = _stays(choreography, stage, p)
                return replace(state, stays=stays) if stays else state
    return _in_the_air(choreography, score, pose, phase, hand, side)


def _stays(choreography: Choreography, stage: Stage, phase: float) -> float:
    """How much a hand is one that stays on: all of a rest, a hold beside a hand that works, or the wait at the end of
    a way."""
    match stage.manner:
        case Manner.REST:
            return 1.0
        case Manner.HOLD if _works(choreography):
            begin, end = stage.touch, stage.lift
        case Manner.GLIDE if stage.lift - stage.arrive > WAITS:
            begin, end = stage.arrive, stage.lift
        case _:
            return 0.0
    if end - begin >= 1.0:
        return 1.0
    return min(1.0, max(0.0, min(phase - begin, end - phase) / SETTLES))


def _works(choreography: Choreography) -> bool:
    """Whether any hand glides over the skin, so that one that holds can be told from it."""
    return any(stage.manner is Manner.GLIDE for score in choreography.hands for stage in score.stages)


def _in_stage(stage: Stage, stops: tuple[Stop, ...], phase: float, hand: Hand, side: Side) -> HandState:
    length = (stage.arrive - stage.begin) or 1.0
    raw = min(1.0, max(0.0, (phase - stage.begin) / length))
    travels = stage.begin < phase < stage.arrive and stage.manner not in STAYING
    share, height, swing, (dx, dy) = _motion(stage, raw)
    s = side_sign(side)
    stop = stop_at(stops, share)
    at = (stop.at[0] + s * dx, stop.at[1] + dy)
    if stage.manner is Manner.TWIST:
        at = _swayed(stops, share, s * _sway(stage, raw))
    middle = stop_at(stops, 0.5).at
    if stage.manner is Manner.CIRCLE and len(stops) == 1:
        share = raw * stage.times % 1.0  # its path is the circle itself
    return HandState(
        hand,
        stage.grip,
        stage.manner,
        at,
        stop.turn + s * swing,
        stop.around,
        height,
        share,
        middle,
        touches=height < 0.1 and stage.manner is not Manner.SHOW,
        travels=travels,
    )


def _sway(stage: Stage, raw: float) -> float:
    """How far a hand that twists is off its path, in body units; its turn in degrees is the same number."""
    sense = 1.0 if stage.clockwise else -1.0
    return sense * stage.size * math.sin(2 * math.pi * stage.times * raw)


def _swayed(stops: tuple[Stop, ...], share: float, sway: float) -> Point:
    """The point ``sway`` to the right of a route, as seen along it."""
    (ax, ay), (bx, by) = stop_at(stops, share - 0.03).at, stop_at(stops, share + 0.03).at
    (x, y), d = stop_at(stops, share).at, math.hypot(bx - ax, by - ay) or 1.0
    return x - (by - ay) / d * sway, y + (bx - ax) / d * sway


def _motion(stage: Stage, raw: float) -> tuple[float, float, float, Point]:
    """Share of the path, height, extra turn and offset, at a share of the stage's time."""
    match stage.manner:
        case Manner.REST | Manner.HOLD:
            return 0.0, 0.0, 0.0, (0.0, 0.0)
        case Manner.GLIDE:
            return ease(raw), 0.0, 0.0, (0.0, 0.0)
        case Manner.TWIST:
            return ease(raw), 0.0, _sway(stage, raw), (0.0, 0.0)
        case Manner.RUB | Manner.SHOW:
            share = 0.5 - 0.5 * math.cos(2 * math.pi * raw * stage.times)
            return share, 1.0 if stage.manner is Manner.SHOW else 0.0, 0.0, (0.0, 0.0)
        case Manner.STEPS:
            share, _, height = _stepping(stage, raw)
            return share, height, 0.0, (0.0, 0.0)
        case Manner.ROLL:
            share, within, height = _stepping(stage, raw)
            return share, height, 13 * math.sin(2 * math.pi * within * stage.times), (0.0, 0.0)
        case Manner.CIRCLE:
            share, within, height = _stepping(stage, raw)
            a = 2 * math.pi * within * stage.times * (1 if stage.clockwise else -1)
            return share, height, 0.0, (stage.size * math.sin(a), stage.size * (1 - math.cos(a)))
        case _:
            assert_never(stage.manner)


def _stepping(stage: Stage, raw: float) -> tuple[float, float, float]:
    """Share of the path, share of the time at this waypoint, and height while stepping on to the next."""
    count = len(stage.path)
    if count == 1:
        return 0.0, raw, 0.0
    place = min(raw * count, count - 1e-9)
    index, within = int(place), place - int(place)
    stay = 0.72
    if within <= stay or index == count - 1:
        dip = within / (stay if index < count - 1 else 1.0)
        lifted = 0.0
        return _share_of(stage, index), dip, lifted
    u = (within - stay) / (1 - stay)
    a, b = _share_of(stage, index), _share_of(stage, index + 1)
    hop = HOP * math.sin(math.pi * u) if stage.manner is not Manner.CIRCLE else 0.0
    return a + (b - a) * ease(u), 0.0, hop


def _share_of(stage: Stage, index: int) -> float:
    return index / (len(stage.path) - 1)


def _in_the_air(
    choreography: Choreography, score: HandScore, pose: Pose, phase: float, hand: Hand, side: Side
) -> HandState:
    """The way from where the hand last lifted to where it comes down next."""
    last = max(score.stages, key=lambda s: -((phase - s.lift) % 1.0))
    following = min(score.stages, key=lambda s: (s.touch - phase) % 1.0)
    gap = (following.touch - last.lift) % 1.0
    u = ((phase - last.lift) % 1.0) / gap if gap else 1.0
    start = route(choreography.body, pose, side, last.path)
    goal = route(choreography.body, pose, side, following.path)
    from_stop = stop_at(start, _end_share(last))
    stop = _mix(from_stop, goal[0], ease(u))
    grip = last.grip if u < 0.5 else following.grip
    rest = _mix(stop_at(start, 0.5), stop_at(goal, 0.5), ease(u)).at
    return HandState(
        hand,
        grip,
        Manner.SHOW,
        stop.at,
        stop.turn,
        stop.around,
        math.sin(math.pi * u),
        0.0,
        rest,
        touches=False,
        travels=False,
    )


def _end_share(stage: Stage) -> float:
    return 0.0 if stage.manner in STAYING | {Manner.RUB, Manner.SHOW} else 1.0
