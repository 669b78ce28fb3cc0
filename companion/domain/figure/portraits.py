"""Pictures of the baby in each behavioural state and with each cue: a face, a posture, and small marks of movement."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from companion.domain.body import Side
from companion.domain.figure.bodies import build
from companion.domain.figure.bodies.arching import arching
from companion.domain.figure.body import BodyView, layer
from companion.domain.figure.drawing import Drawing, Frame, Layer, Patch, Role
from companion.domain.figure.marks import Mark, MarkKind, mark_layer
from companion.domain.figure.placing import settled, turned_body
from companion.domain.figure.pose import Face, Pose, posed
from companion.domain.figure.raised import ArmTo, raised
from companion.domain.session import BabyState


class Near(StrEnum):
    """How near the picture looks: at the face alone, down to the waist, at the whole baby, or at it from its side."""

    FACE = "face"
    UPPER = "upper"
    WHOLE = "whole"
    SIDE = "side"


FRAMES: Mapping[Near, Frame] = MappingProxyType(
    {
        Near.FACE: Frame(-62, -128, 124, 124),
        Near.UPPER: Frame(-106, -128, 212, 212),
        Near.WHOLE: Frame(-172, -130, 344, 344),
        Near.SIDE: Frame(-178, -116, 352, 352),
    }
)


@dataclass(frozen=True, slots=True)
class Portrait:
    """One picture: a pose, arms that reach somewhere instead of their posed ones, marks, and how it is seen.
    ``turn`` turns the whole baby, clockwise, in degrees; ``parts`` are a body of its own instead of the posed one."""

    pose: Pose
    near: Near = Near.UPPER
    arms: tuple[ArmTo, ...] = ()
    marks: tuple[Mark, ...] = ()
    turn: float = 0.0
    view: BodyView = BodyView.ON_BACK
    parts: tuple[Layer, ...] = ()


def _bust(face: Face, **joints: float) -> Pose:
    return replace(posed("relaxed", tuple(joints.items())), face=face)


@lru_cache(maxsize=16)
def state_picture(state: BabyState, near: Near | None = None) -> Drawing:
    """The baby in this state; the same object each time. ``near`` overrides how near the picture looks."""
    return _drawn(STATES[state], near)


@lru_cache(maxsize=96)
def cue_picture(cue: str, near: Near | None = None) -> Drawing:
    """The baby that gives this cue of the catalogue; the same object each time. KeyError for an unknown id."""
    return _drawn(CUES[cue], near)


def _drawn(portrait: Portrait, near: Near | None) -> Drawing:
    body = build(portrait.view, portrait.pose, Side.NONE)
    if portrait.turn:
        body = turned_body(body, (0.0, 40.0), portrait.turn)
    parts = portrait.parts or raised(body.parts, portrait.arms)
    frame = FRAMES[near or portrait.near]
    return Drawing((_ground(frame), *(settled(part) for part in parts)), mark_layer(portrait.marks), frame)


def _ground(frame: Frame) -> Layer:
    """The mat all over, wherever the picture ends."""
    left, top, right, bottom = frame.left - 400, frame.top - 400, frame.right + 400, frame.bottom + 400
    return layer("mat", Patch(((left, top), (right, top), (right, bottom), (left, bottom)), Role.MAT))


def _waves(x: float, y: float, heading: float, size: float = 12.0) -> Mark:
    return Mark(MarkKind.WAVES, (x, y), heading, size)


def _tremble(x: float, y: float, heading: float, size: float = 14.0) -> Mark:
    return Mark(MarkKind.TREMBLE, (x, y), heading, size)


def _rays(x: float, y: float, heading: float, size: float = 16.0) -> Mark:
    return Mark(MarkKind.RAYS, (x, y), heading, size)


LOOSE = {"grasp": 22.0}
TIGHT = {"grasp": 100.0, "reach_right": 118.0, "reach_left": 118.0, "elbow_right": 40.0, "elbow_left": 40.0}
LOW = {"reach_right": 34.0, "reach_left": 40.0, "elbow_right": 10.0, "elbow_left": 4.0}
LIVELY = {
    "reach_right": 132.0, "elbow_right": 16.0, "reach_left": 92.0, "elbow_left": 66.0, "grasp": 8.0, "splay": 35.0,
}  # fmt: skip
FLUNG = {
    "reach_right": 128.0, "reach_left": 128.0, "elbow_right": 8.0, "elbow_left": 8.0, "grasp": 0.0, "splay": 100.0,
}  # fmt: skip
STRAIGHT = {
    "spread_right": 18.0, "spread_left": 18.0, "bend_right": 0.0, "bend_left": 0.0, "point_right": 24.0,
    "point_left": 24.0,
}  # fmt: skip
KICKING = {
    "spread_right": 60.0, "bend_right": 96.0, "spread_left": 30.0, "bend_left": 22.0, "point_left": 20.0, "grasp": 20.0,
}  # fmt: skip
SPRAWLED = {
    "reach_right": 74.0, "reach_left": 74.0, "elbow_right": 6.0, "elbow_left": 6.0, "spread_right": 44.0,
    "spread_left": 44.0, "bend_right": 14.0, "bend_left": 14.0, "point_right": 36.0, "point_left": 36.0, "grasp": 14.0,
}  # fmt: skip
HAND_MARKS = (_waves(-72, -72, 205, 22), _waves(72, -72, -25, 22))
BESIDE_CROWN = (_rays(-44, -98, 225, 18), _rays(44, -98, -45, 18))
AT_MOUTH = (_waves(10, -36, 14, 12), _waves(-10, -36, 166, 12))
CRAWL_MARKS = (_waves(-106, 138, 125, 26), _waves(-50, 170, 125, 26))

STATES: Mapping[BabyState, Portrait] = MappingProxyType(
    {
        BabyState.DEEP_SLEEP: Portrait(
            _bust(Face.ASLEEP, head=16.0, reach_left=34.0, elbow_left=10.0, **LOOSE)
        ),
        BabyState.LIGHT_SLEEP: Portrait(
            _bust(Face.LIGHT_SLEEP, head=-14.0), marks=(_waves(-76, -60, 250, 28),)
        ),
        BabyState.DROWSY: Portrait(_bust(Face.DROWSY, head=8.0, **LOW)),
        BabyState.QUIET_ALERT: Portrait(_bust(Face.ALERT, **LOOSE)),
        BabyState.ACTIVE_ALERT: Portrait(
            _bust(Face.LIVELY, **LIVELY), marks=(_waves(-88, -78, 262, 22), _waves(88, -58, -82, 24))
        ),
        BabyState.CRYING: Portrait(
            _bust(Face.CRYING, **TIGHT), marks=(_rays(-58, -96, 215, 20), _rays(58, -96, -35, 20))
        ),
    }
)
"""How each behavioural state looks (brief 3.1)."""

MOUTH_RIGHT = ArmTo(Side.RIGHT, (-62, 20), (-25, -12), 30.0)
MOUTH_LEFT = ArmTo(Side.LEFT, (62, 20), (25, -12), 30.0)
EAR_RIGHT = ArmTo(Side.RIGHT, (-66, 14), (-54, -22), 40.0)
EYE_LEFT = ArmTo(Side.LEFT, (66, 14), (44, -26), 60.0)
REACH_RIGHT = ArmTo(Side.RIGHT, (-58, 42), (-61, 26), 0.0, 45.0, 1.3)
REACH_LEFT = ArmTo(Side.LEFT, (58, 42), (61, 26), 0.0, 45.0, 1.3)
PUSH_LEFT = ArmTo(Side.LEFT, (58, 22), (68, 14), 0.0, 60.0, 1.35)

LIKES: Mapping[str, Portrait] = MappingProxyType(
    {
        "eyes-on-you": Portrait(_bust(Face.ALERT), Near.FACE),
        "smiles": Portrait(_bust(Face.SMILE), Near.FACE),
        "coos": Portrait(_bust(Face.COOING), Near.FACE, marks=(_waves(16, -38, 10, 16),)),
        "reaches": Portrait(_bust(Face.BRIGHT), arms=(REACH_RIGHT, REACH_LEFT)),
        "turns-to-voice": Portrait(_bust(Face.BRIGHT, head=44.0), marks=(_waves(106, -108, 140, 18),)),
        "smooth-kicking": Portrait(
            _bust(Face.SMILE, **KICKING), Near.WHOLE, marks=(_waves(86, 176, 60, 22), _waves(-56, 176, 130, 22))
        ),
        "giggles": Portrait(_bust(Face.GIGGLING, **LOOSE), marks=(_waves(-58, -80, 205), _waves(58, -80, -25))),
        "face-brightens": Portrait(_bust(Face.BRIGHT), Near.FACE, marks=BESIDE_CROWN),
        "eyes-widen": Portrait(_bust(Face.WIDE_EYED), Near.FACE),
        "brows-raised": Portrait(_bust(Face.BROWS_UP), Near.FACE),
        "open-hands": Portrait(_bust(Face.ALERT, grasp=0.0, splay=20.0)),
        "feeding-sounds": Portrait(_bust(Face.SUCKING), Near.FACE, marks=AT_MOUTH),
        "stillness": Portrait(_bust(Face.STILL, **LOW, **LOOSE)),
        "hands-to-mouth": Portrait(_bust(Face.CALM), arms=(MOUTH_RIGHT,)),
    }
)  # fmt: skip
"""Cues that say yes, more."""

DISLIKES: Mapping[str, Portrait] = MappingProxyType(
    {
        "cries": STATES[BabyState.CRYING],
        "fusses": Portrait(_bust(Face.FUSSY, **TIGHT | {"head": -10.0}), marks=HAND_MARKS),
        "arches": Portrait(_bust(Face.FUSSY), Near.SIDE, parts=arching()),
        "turns-body-away": Portrait(_bust(Face.LOOKING_ASIDE, head=46.0), turn=24.0),
        "pushes-away": Portrait(_bust(Face.FROWNING, head=-14.0), arms=(PUSH_LEFT,), marks=(_waves(70, -8, -70, 34),)),
        "coughs": Portrait(_bust(Face.COUGHING), marks=(_rays(0, -34, 60, 22),)),
        "spits-up": Portrait(_bust(Face.SPITTING_UP), Near.FACE),
        "changes-colour": Portrait(_bust(Face.BLOTCHY), Near.FACE),
        "falls-asleep": STATES[BabyState.DEEP_SLEEP],
        "crawls-off": Portrait(_bust(Face.CALM), Near.WHOLE, (), CRAWL_MARKS, 32.0, BodyView.ON_TUMMY),
        "looks-away": Portrait(_bust(Face.LOOKING_ASIDE, head=44.0), Near.FACE),
        "yawns": Portrait(_bust(Face.YAWNING), Near.FACE),
        "hiccups": Portrait(_bust(Face.HICCUPING), marks=(_rays(0, 22, -90, 16),)),
        "sneezes": Portrait(_bust(Face.SNEEZING), Near.FACE, marks=(_rays(-2, -34, 90, 22),)),
        "frowns": Portrait(_bust(Face.FROWNING), Near.FACE),
        "tongue-out": Portrait(_bust(Face.TONGUE_OUT), Near.FACE),
        "lips-pressed": Portrait(_bust(Face.LIPS_PRESSED), Near.FACE),
        "hands-to-head": Portrait(_bust(Face.DROWSY), arms=(EAR_RIGHT, EYE_LEFT)),
        "fists": Portrait(_bust(Face.CALM, **TIGHT)),
        "fingers-splayed": Portrait(_bust(Face.STARTLED, grasp=0.0, splay=100.0)),
        "stiff-legs": Portrait(_bust(Face.FROWNING, **STRAIGHT), Near.WHOLE),
        "jittery": Portrait(
            _bust(Face.STARTLED, **LOOSE),
            Near.WHOLE,
            marks=(_tremble(-106, -60, 180), _tremble(106, -60, 0), _tremble(-66, 178, 120), _tremble(66, 178, 60)),
        ),
        "fast-breath": Portrait(_bust(Face.PANTING), marks=(_waves(-38, 36, 180, 22), _waves(38, 36, 0, 22))),
        "whimpers": Portrait(_bust(Face.WHIMPERING), Near.FACE),
        "startles": Portrait(_bust(Face.STARTLED, **FLUNG), marks=(_rays(-50, -100, 225), _rays(50, -100, -45))),
    }
)  # fmt: skip
"""Cues that say no, pause."""

DANGERS: Mapping[str, Portrait] = MappingProxyType(
    {
        "blue-or-grey": Portrait(_bust(Face.PALE), Near.FACE),
        "gags": Portrait(_bust(Face.COUGHING), Near.FACE),
        "limp": Portrait(_bust(Face.PALE_ASLEEP, **SPRAWLED), Near.WHOLE),
        "breath-stops": Portrait(_bust(Face.PALE_ASLEEP), Near.UPPER),
        "chokes": Portrait(_bust(Face.COUGHING), arms=(MOUTH_RIGHT, MOUTH_LEFT)),
    }
)
"""Signs that need help; drawn soberly."""

CUES: Mapping[str, Portrait] = MappingProxyType({**LIKES, **DISLIKES, **DANGERS})
"""How each cue of the catalogue looks (brief 3.2)."""
