"""A calm living baby: it breathes, and arms and legs that nobody touches stir a little; a pure function of the time."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from companion.domain.body import Side
from companion.domain.figure.bodies import build, on_back, on_tummy
from companion.domain.figure.bodies.arm import posed_arm
from companion.domain.figure.bodies.small_hand import RELAXED
from companion.domain.figure.body import Body, BodyView
from companion.domain.figure.choreography import Choreography
from companion.domain.figure.drawing import Layer, Point
from companion.domain.figure.free_limbs import free_limbs
from companion.domain.figure.performance import pose_at
from companion.domain.figure.pose import EASY, Face, Pose

SLOT = 4.0
"""Seconds within which a limb stirs once at most."""
STIR = (0.8, 1.3)
"""Shortest and longest time of one kick, in seconds."""
IN_SHARE = 0.42
"""The share of a breath that is breathing in."""
OPEN_STEPS = 20
"""Steps in which fingers open; a step is less than can be seen."""
STIRRING = frozenset(
    {BodyView.ON_BACK, BodyView.ON_TUMMY, BodyView.TODDLER, BodyView.TODDLER_ON_TUMMY, BodyView.TODDLER_RUBS}
)
"""Bodies whose limbs lie free to stir."""
RISE_STEPS = 24
"""Steps in which a bare trunk rises."""
BARE: Mapping[BodyView, Callable[[float], Layer]] = MappingProxyType(
    {
        BodyView.ON_BACK: on_back.torso,
        BodyView.ON_TUMMY: on_tummy.torso,
        BodyView.ON_CHEST: on_tummy.torso,
    }
)
"""Bare trunks, which rise at the ribs and the tummy."""
SWELLING: Mapping[BodyView, tuple[Point, Point]] = MappingProxyType(
    {
        BodyView.ON_FOREARM: ((12.0, 66.0), (0.0, 0.9)),
        BodyView.TODDLER: ((0.0, 40.0), (0.5, 0.0)),
        BodyView.TODDLER_ON_TUMMY: ((0.0, 40.0), (0.5, 0.0)),
        BodyView.TODDLER_RUBS: ((0.0, 40.0), (0.5, 0.0)),
    }
)
"""Where other trunks stay in place as they swell, and how much across and along."""


@dataclass(frozen=True, slots=True)
class Vigour:
    """How lively a baby is: breaths a minute, how far the trunk rises on each side in body units, the reach of kicks
    in degrees and how often they come (share of the slots), and how far idle hands open, as a share."""

    breaths: float = 40.0
    rise: float = 1.1
    kick: float = 4.5
    often: float = 0.5
    fingers: float = 0.5


CALM = Vigour()
ASLEEP = Vigour(breaths=30.0, rise=1.3, kick=0.0, often=0.0, fingers=0.0)
DOZING = Vigour(breaths=34.0, rise=1.2, kick=1.2, often=0.3, fingers=0.25)
LIVELY = Vigour(breaths=46.0, kick=7.0, often=0.75, fingers=0.8)
CHILD_BREATHS = 26.0
VIGOUR: Mapping[Face, Vigour] = MappingProxyType(
    {
        Face.ASLEEP: ASLEEP,
        Face.PALE_ASLEEP: ASLEEP,
        Face.LIGHT_SLEEP: DOZING,
        Face.DROWSY: DOZING,
        Face.LIVELY: LIVELY,
        Face.CRYING: LIVELY,
    }
)


def vigour_of(face: Face, view: BodyView = BodyView.ON_BACK) -> Vigour:
    """How lively a baby with this face is; an older child breathes more slowly."""
    found = VIGOUR.get(face, CALM)
    if view in {BodyView.TODDLER, BodyView.TODDLER_ON_TUMMY, BodyView.TODDLER_RUBS}:
        return replace(found, breaths=CHILD_BREATHS)
    return found


def breath(t: float, vigour: Vigour) -> float:
    """How far the chest has risen at ``t`` seconds: 0.0 breathed out, 1.0 breathed in; smooth."""
    p = (t * vigour.breaths / 60.0) % 1.0
    warped = 0.5 * p / IN_SHARE if p < IN_SHARE else 0.5 + 0.5 * (p - IN_SHARE) / (1.0 - IN_SHARE)
    return 0.5 - 0.5 * math.cos(2 * math.pi * warped)


def stir(t: float, seed: int, vigour: Vigour) -> float:
    """How far a limb has stirred from where it lies, -1.0 to 1.0, at ``t`` seconds: at rest most of the time.

    Now and then it swings out and back; where it does so, which way and how far follows from the seed alone.
    """
    slot = math.floor(t / SLOT)
    if chance(seed, slot, 0) >= vigour.often:
        return 0.0
    length = STIR[0] + (STIR[1] - STIR[0]) * chance(seed, slot, 1)
    u = (t - slot * SLOT - chance(seed, slot, 2) * (SLOT - length)) / length
    if not 0.0 < u < 1.0:
        return 0.0
    way = 1.0 if chance(seed, slot, 3) < 0.7 else -1.0
    return way * (0.5 + 0.5 * chance(seed, slot, 4)) * math.sin(math.pi * u) ** 2


def chance(seed: int, slot: int, what: int) -> float:
    """A number from 0.0 to 1.0 that looks like chance and is always the same for the same three."""
    n = (seed * 0x9E3779B1 + slot * 0x85EBCA6B + what * 0xC2B2AE35 + 0x27D4EB2F) & 0xFFFFFFFF
    n = ((n ^ (n >> 15)) * 0x2C1B3C6D) & 0xFFFFFFFF
    n = ((n ^ (n >> 12)) * 0x297A2D39) & 0xFFFFFFFF
    return (n ^ (n >> 15)) / 0x100000000


@dataclass(frozen=True, slots=True)
class Stirring:
    """A free limb: ``room`` is how far it may swing, in degrees, and ``out`` which way is outwards."""

    side: Side
    seed: int
    pivot: Point
    room: float
    out: float
    fingers: bool


@dataclass(frozen=True, slots=True)
class Life:
    """What lives in one scene: the body, the pose that it begins with, and the limbs that are free."""

    view: BodyView
    pose: Pose
    vigour: Vigour
    limbs: Mapping[str, Stirring]


@lru_cache(maxsize=64)
def life_of(choreography: Choreography, side: Side) -> Life | None:
    """What lives during this stroke on this side; None for a close-up, which has no trunk."""
    if choreography.body not in BARE and choreography.body not in SWELLING:
        return None
    pose = pose_at(choreography, side, 0.0)
    vigour = vigour_of(pose.face, choreography.body)
    limbs: dict[str, Stirring] = {}
    if choreography.body in STIRRING and vigour.kick:
        body = build(choreography.body, pose, side)
        for seed, name in enumerate(free_limbs(choreography, side), 1):
            limbs[name] = _stirring(body, pose, name, seed, vigour)
    return Life(choreography.body, pose, vigour, MappingProxyType(limbs))


def _stirring(body: Body, pose: Pose, name: str, seed: int, vigour: Vigour) -> Stirring:
    kind, _, whose = name.partition(".")
    joint, root = ("spread", "hip") if kind == "leg" else ("reach", "shoulder")
    low, high = EASY[joint]
    angle, side = pose.angle(joint, Side(whose)), Side(whose)
    room = max(0.0, min(vigour.kick, high - angle, angle - low))
    pivot = body.spots[f"{root}.{whose}"]
    out = -1.0 if pivot[0] > 0 else 1.0
    fingers = kind == "arm" and body.view is BodyView.ON_BACK
    return Stirring(side, seed, pivot, room, out, fingers)


def living_parts(choreography: Choreography, side: Side) -> frozenset[str]:
    """The names of the parts that are never quite still."""
    life = life_of(choreography, side)
    return frozenset({"torso", *life.limbs}) if life is not None else frozenset()


def enlivened(
    layers: tuple[Layer, ...], choreography: Choreography, side: Side, t: float
) -> tuple[Layer, ...]:
    """The same layers at ``t`` seconds of life: the trunk breathes, free limbs stir; hands are left alone."""
    life = life_of(choreography, side)
    return layers if life is None else tuple(_alive(layer, life, t) for layer in layers)


def _alive(layer: Layer, life: Life, t: float) -> Layer:
    if layer.name == "torso":
        return _breathing(layer, life, breath(t, life.vigour))
    limb = life.limbs.get(layer.name)
    if limb is None:
        return layer
    turn = limb.out * limb.room * stir(t, limb.seed, life.vigour)
    shown = posed_arm(_with_fingers(life, limb, t), limb.side).whole if limb.fingers else layer
    return replace(shown, turn=turn, pivot=limb.pivot) if turn else shown


def _breathing(layer: Layer, life: Life, share: float) -> Layer:
    bare = BARE.get(life.view)
    if bare is not None:
        return bare(life.vigour.rise * round(share * RISE_STEPS) / RISE_STEPS)
    heart, (across, along) = SWELLING[life.view]
    swell = 0.02 * life.vigour.rise * share
    return replace(layer, swell=(across * swell, along * swell), heart=heart)


def _with_fingers(life: Life, limb: Stirring, t: float) -> Pose:
    """The pose with the fingers of an idle hand a little open now and then."""
    open_share = abs(stir(t / 2.0 + 1.7, limb.seed + 31, life.vigour)) * life.vigour.fingers
    step = round(open_share * OPEN_STEPS) / OPEN_STEPS
    return replace(life.pose, grasp=life.pose.grasp - RELAXED * step) if step else life.pose
