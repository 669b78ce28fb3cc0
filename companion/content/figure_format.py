"""How a stroke's ``figure`` table is written in TOML, and how it becomes a Choreography.

A waypoint is a landmark, or a list: ``"heel"`` or ``["leg.S@0.4", dx, dy, turn]``. ``time`` of a stage is
``[touch, begin, arrive, lift]`` in shares of the loop. Everything is written for the baby's right side.
"""

from typing import Any

import msgspec

from companion.content.problems import Table
from companion.domain.body import Side
from companion.domain.errors import CompanionError
from companion.domain.figure.bodies import build
from companion.domain.figure.body import BodyView
from companion.domain.figure.choreography import (
    Arrow,
    Choreography,
    Exchange,
    HandScore,
    JointMove,
    Manner,
    Saying,
    Stage,
    Waypoint,
    Word,
)
from companion.domain.figure.hand import Grip, Hand
from companion.domain.figure.performance import locate, pose_at
from companion.domain.figure.pose import POSES, Face


class WaypointRow(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A landmark with its offset in body units and the hand's turn in degrees."""

    landmark: str
    dx: float = 0.0
    dy: float = 0.0
    turn: float = 0.0


Place = str | WaypointRow
Places = list[Place]


class StageTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One part of a hand's loop."""

    do: Manner
    grip: Grip
    path: Places
    time: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    times: int = 1
    size: float = 4.0
    clockwise: bool = True


class HandTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the caregiver's hands."""

    hand: Hand
    stages: list[StageTable]
    holds: str = ""
    elbow: tuple[float, float] = (0.0, 0.0)


class MoveTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A joint of the baby that goes from one angle to another and back; ``time`` is [go, there, back, home]."""

    joint: str
    angles: tuple[float, float]
    time: tuple[float, float, float, float] = (0.0, 0.4, 0.6, 1.0)


class ArrowTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A path to show, and the numbers (from 0) of the hands that travel along it."""

    path: Places
    hands: list[int] = msgspec.field(default_factory=lambda: [0])
    beside: bool = False
    time: tuple[float, float] = (0.0, 1.0)
    weight: float = 1.0
    both: bool = False


class SayingTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A bubble with a question, a yes or a no that comes from a place, and the child's face meanwhile."""

    say: Word
    at: Place
    time: tuple[float, float]
    face: Face | None = None


class FigureTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole choreography of a stroke or of one variant."""

    body: BodyView
    frame: Places
    hands: list[HandTable] = []
    pose: str = "relaxed"
    joints: dict[str, float] = {}
    moves: list[MoveTable] = []
    arrows: list[ArrowTable] = []
    air: float = 24.0
    loop: int = 1
    tempo: float | None = None
    two_sided: bool = True
    still: float = 0.25
    left_handed: Exchange = Exchange.NONE
    sayings: list[SayingTable] = []


def choreography(table: Table, where: str) -> Choreography:
    """The choreography in a ``figure`` table. ``where`` names the table in what is said about an error.

    Raises CompanionError ``content-broken`` with ``where`` and ``what`` for a wrong shape, a value out of its
    range, or a landmark, joint or pose that the body does not have.
    """
    try:
        read = msgspec.convert(table, FigureTable)
    except msgspec.ValidationError as problem:
        raise _broken(where, str(problem)) from problem
    if read.pose not in POSES:
        raise _broken(where, f"there is no pose {read.pose!r}; known are {', '.join(sorted(POSES))}")
    made = Choreography(
        body=read.body,
        hands=tuple(_hand(hand) for hand in read.hands),
        frame=_path(read.frame),
        pose=read.pose,
        joints=tuple(sorted(read.joints.items())),
        moves=tuple(JointMove(m.joint, *m.angles, *m.time) for m in read.moves),
        arrows=tuple(
            Arrow(_path(a.path), tuple(a.hands), a.beside, a.time, a.weight, a.both) for a in read.arrows
        ),
        air=read.air,
        loop=read.loop,
        tempo=read.tempo,
        two_sided=read.two_sided,
        still=read.still,
        left_handed=read.left_handed,
        sayings=tuple(Saying(s.say, _path([s.at])[0], s.time, s.face) for s in read.sayings),
    )
    _check_whole(made, where)
    _check_times(made, where)
    _check_places(made, where)
    return made


def _hand(hand: HandTable) -> HandScore:
    return HandScore(hand.hand, tuple(_stage(s) for s in hand.stages), hand.holds, hand.elbow)


def _stage(stage: StageTable) -> Stage:
    return Stage(
        stage.do, stage.grip, _path(stage.path), *stage.time,
        times=stage.times, size=stage.size, clockwise=stage.clockwise,
    )  # fmt: skip


def _path(places: Places) -> tuple[Waypoint, ...]:
    return tuple(
        Waypoint(p) if isinstance(p, str) else Waypoint(p.landmark, p.dx, p.dy, p.turn) for p in places
    )


def _check_whole(made: Choreography, where: str) -> None:
    if made.loop < 1:
        raise _broken(where, "loop must be 1 or more")
    if not 0.0 <= made.still < 1.0:
        raise _broken(where, "still must be 0.0 or more and below 1.0")
    if not made.frame:
        raise _broken(where, "frame needs a landmark")


def _check_times(made: Choreography, where: str) -> None:
    for hand in made.hands:
        if not hand.stages:
            raise _broken(where, f"the {hand.hand} hand has no stages")
        for stage in hand.stages:
            if not stage.path:
                raise _broken(where, f"the {hand.hand} hand has a stage without a path")
            if not 0.0 <= stage.touch <= stage.begin < stage.arrive <= stage.lift <= stage.touch + 1.0:
                raise _broken(
                    where, f"time of the {hand.hand} hand must run touch, begin, arrive, lift within one loop"
                )
    for arrow in made.arrows:
        if any(not 0 <= number < len(made.hands) for number in arrow.hands):
            raise _broken(where, "an arrow goes with a hand that is not there")
    for saying in made.sayings:
        if not 0.0 <= saying.time[0] < saying.time[1] <= 1.0:
            raise _broken(where, "time of a saying must run from a share of the loop to a later one")


def _check_places(made: Choreography, where: str) -> None:
    """Try every landmark once on the posed body."""
    try:
        body = build(made.body, pose_at(made, Side.RIGHT, 0.0), Side.RIGHT)
    except TypeError as problem:
        raise _broken(where, f"no such joint: {problem}") from problem
    paths = [s.path for h in made.hands for s in h.stages] + [a.path for a in made.arrows] + [made.frame]
    paths += [(saying.at,) for saying in made.sayings]
    for waypoint in (w for path in paths for w in path):
        try:
            locate(body, waypoint, Side.RIGHT)
        except (KeyError, ValueError) as problem:
            raise _broken(where, f"the {made.body} body has no landmark {waypoint.landmark!r}") from problem
    parts = {part.name for part in body.parts}
    for held in (h.holds for h in made.hands if h.holds):
        if held.replace(".S", ".right").replace(".O", ".left") not in parts:
            raise _broken(where, f"the {made.body} body has no part {held!r} to hold")


def _broken(where: str, what: str) -> CompanionError:
    return CompanionError("content-broken", file="data/strokes", where=where, what=what)


def schema() -> dict[str, Any]:
    """The JSON Schema of a ``figure`` table."""
    return msgspec.json.schema(FigureTable)
