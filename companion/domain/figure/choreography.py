"""Choreography as data: what each hand and each limb does during one loop of a stroke.

Everything is written for the baby's **right** side (the viewer's left when the baby is on its back) with
landmarks that end in ``.S`` for the side being massaged and ``.O`` for the other one; the code mirrors it.
"""

from dataclasses import dataclass
from enum import StrEnum

from companion.domain.figure.body import BodyView
from companion.domain.figure.hand import Grip, Hand
from companion.domain.figure.pose import Face


class Manner(StrEnum):
    """What a hand does along its path. It may ``rest`` still, or ``hold`` a limb and go along with it;
    to ``twist`` is to glide with small turns to and fro, across the path."""

    REST = "rest"
    GLIDE = "glide"
    RUB = "rub"
    STEPS = "steps"
    ROLL = "roll"
    CIRCLE = "circle"
    SHOW = "show"
    HOLD = "hold"
    TWIST = "twist"


class Exchange(StrEnum):
    """How the hands change parts for a left-handed caregiver: not at all, where both do alike or each lies where it
    is nearest; mirrored in the baby's middle line; or along the same path, with only the hands that stay mirrored."""

    NONE = "none"
    MIRROR = "mirror"
    PATH_STAYS = "path-stays"


@dataclass(frozen=True, slots=True)
class Waypoint:
    """A place on the body and the hand's angle there.

    ``landmark`` is a spot (``knee.S``) or a share of a limb (``leg.S@0.4``). ``dx`` and ``dy`` are body units;
    ``turn`` is in degrees, 0 with the fingers up the picture, clockwise; a C-grip adds the limb's own angle.
    """

    landmark: str
    dx: float = 0.0
    dy: float = 0.0
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of one hand's loop, in shares (0.0 to 1.0) of it.

    The hand comes down at ``touch``, sets off at ``begin``, reaches the end of the path at ``arrive`` and lifts at
    ``lift``. A stage with ``touch`` 0.0 and ``lift`` 1.0 never lifts. ``lift`` may pass 1.0: the stage then
    runs on into the next loop. ``times`` counts rubs, or circles and rolls at each waypoint; ``size`` is the
    radius of a circle, or how far a twist sways, in body units; a circle begins and ends at the waypoint, its
    topmost point.
    """

    manner: Manner
    grip: Grip
    path: tuple[Waypoint, ...]
    touch: float = 0.0
    begin: float = 0.0
    arrive: float = 1.0
    lift: float = 1.0
    times: int = 1
    size: float = 4.0
    clockwise: bool = True


@dataclass(frozen=True, slots=True)
class HandScore:
    """What one of the caregiver's hands does. ``holds`` names the limb that its fingers go round, and
    ``elbow`` moves the place where the forearm comes from."""

    hand: Hand
    stages: tuple[Stage, ...]
    holds: str = ""
    elbow: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class JointMove:
    """A joint that goes from ``start`` to ``end`` and back, once a loop, between shares of it.

    Several moves of one joint add up: the joint begins at the first one's ``start``.
    """

    joint: str
    start: float
    end: float
    go: float = 0.0
    there: float = 0.4
    back: float = 0.6
    home: float = 1.0


@dataclass(frozen=True, slots=True)
class Arrow:
    """A path to show: dots, an arrow head, and a spot that travels with the hands of these numbers.

    A path that runs ``beside`` a limb lies under the hands that go round that limb. ``time`` are the shares of
    the loop between which it is shown; a still picture shows it in any case. ``weight`` makes it thinner;
    ``both`` gives it a head at either end, for to and fro.
    """

    path: tuple[Waypoint, ...]
    hands: tuple[int, ...] = (0,)
    beside: bool = False
    time: tuple[float, float] = (0.0, 1.0)
    weight: float = 1.0
    both: bool = False


class Word(StrEnum):
    """What can be said without words."""

    ASK = "ask"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Saying:
    """A bubble that comes from a place between two shares of the loop, and the child's face meanwhile."""

    word: Word
    at: Waypoint
    time: tuple[float, float]
    face: Face | None = None


@dataclass(frozen=True, slots=True)
class Choreography:
    """One stroke as it is drawn.

    ``loop`` is the number of repetitions until the picture repeats (2 when the hands take turns). ``tempo`` is the
    own pace in seconds of a hold, whose repetition may last a minute; None when the repetition sets the
    pace. A stroke that is not ``two_sided`` is never mirrored: round the tummy it stays clockwise. ``frame``
    are the landmarks that must be seen, with ``air`` body units round them. ``still`` is the share of the loop
    that a picture shows which does not move. ``left_handed`` says how the hands change parts.
    ``face`` is shown instead of the one of the pose.
    """

    body: BodyView
    hands: tuple[HandScore, ...]
    frame: tuple[Waypoint, ...]
    pose: str = "relaxed"
    joints: tuple[tuple[str, float], ...] = ()
    moves: tuple[JointMove, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    air: float = 24.0
    loop: int = 1
    tempo: float | None = None
    two_sided: bool = True
    still: float = 0.25
    left_handed: Exchange = Exchange.NONE
    face: Face | None = None
    sayings: tuple[Saying, ...] = ()
