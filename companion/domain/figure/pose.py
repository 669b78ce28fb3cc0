"""How the baby lies: the angle of each joint, the easy range of each, and named poses to start from."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from types import MappingProxyType

from companion.domain.body import Side


class Face(StrEnum):
    """What the face shows; ``expression.py`` knows how."""

    SMILE = "smile"
    CALM = "calm"
    ASLEEP = "asleep"
    ALERT = "alert"
    LIGHT_SLEEP = "light-sleep"
    DROWSY = "drowsy"
    LIVELY = "lively"
    CRYING = "crying"
    BRIGHT = "bright"
    WIDE_EYED = "wide-eyed"
    COOING = "cooing"
    GIGGLING = "giggling"
    LOOKING_ASIDE = "looking-aside"
    SUCKING = "sucking"
    FUSSY = "fussy"
    FROWNING = "frowning"
    WHIMPERING = "whimpering"
    YAWNING = "yawning"
    HICCUPING = "hiccuping"
    SNEEZING = "sneezing"
    COUGHING = "coughing"
    SPITTING_UP = "spitting-up"
    TONGUE_OUT = "tongue-out"
    LIPS_PRESSED = "lips-pressed"
    STARTLED = "startled"
    PANTING = "panting"
    BLOTCHY = "blotchy"
    PALE = "pale"
    PALE_ASLEEP = "pale-asleep"
    BROWS_UP = "brows-up"
    STILL = "still"


@dataclass(frozen=True, slots=True)
class Pose:
    """Joint angles in degrees, from the baby's own middle line, so that left and right read the same.

    ``spread`` is the thigh from straight down outwards, ``bend`` the shin back inwards, ``flex`` the thigh
    lifted towards the viewer (90 points at the viewer), ``knee`` the shin of a lifted thigh hanging back down,
    ``point`` turns the foot outwards. ``reach`` is the upper arm from straight down outwards, ``elbow`` the
    forearm further the same way (negative: across the body), ``lift`` the upper arm towards the viewer.
    ``sway`` leans a held baby and its caregiver, clockwise. ``head`` turns the head towards the baby's left;
    ``grasp`` curls the fingers of an open hand, 100 is a fist; ``splay`` spreads them.
    """

    spread_right: float = 46.0
    spread_left: float = 46.0
    bend_right: float = 60.0
    bend_left: float = 60.0
    flex_right: float = 0.0
    flex_left: float = 0.0
    knee_right: float = 0.0
    knee_left: float = 0.0
    point_right: float = 10.0
    point_left: float = 10.0
    reach_right: float = 108.0
    reach_left: float = 108.0
    elbow_right: float = 54.0
    elbow_left: float = 54.0
    lift_right: float = 0.0
    lift_left: float = 0.0
    head: float = 0.0
    grasp: float = 48.0
    splay: float = 0.0
    sway: float = 0.0
    face: Face = Face.SMILE

    def angle(self, joint: str, side: Side) -> float:
        """The angle of a joint on a side, such as ("spread", Side.LEFT)."""
        value: float = getattr(self, f"{joint}_{side.value}")
        return value

    def mirrored(self) -> "Pose":
        """The same pose with left and right exchanged."""
        return replace(
            self,
            head=-self.head,
            sway=-self.sway,
            **{f"{joint}_{side.value}": self.angle(joint, side.other) for joint in PAIRED for side in SIDES},
        )


SIDES = (Side.RIGHT, Side.LEFT)
PAIRED = ("spread", "bend", "flex", "knee", "point", "reach", "elbow", "lift")
LEG_JOINTS = frozenset({"spread", "bend", "flex", "knee", "point"})
JOINTS = tuple(f.name for f in fields(Pose) if f.name != "face")

EASY: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "spread": (-20.0, 75.0),
        "bend": (0.0, 120.0),
        "flex": (0.0, 125.0),
        "knee": (0.0, 125.0),
        "point": (-25.0, 40.0),
        "reach": (-25.0, 140.0),
        "elbow": (-130.0, 80.0),
        "lift": (0.0, 75.0),
        "head": (-60.0, 60.0),
        "grasp": (0.0, 100.0),
        "splay": (0.0, 100.0),
        "sway": (-6.0, 6.0),
    }
)
"""The easy range of each joint: what a relaxed young baby does by itself (a drawing rule, not a measurement)."""

CHILD = Pose(
    spread_right=15.0,
    spread_left=15.0,
    bend_right=6.0,
    bend_left=6.0,
    reach_right=26.0,
    reach_left=26.0,
    elbow_right=-8.0,
    elbow_left=-8.0,
    grasp=40.0,
)
"""A toddler whose arms and legs hang straight."""

POSES: Mapping[str, Pose] = MappingProxyType(
    {
        "relaxed": Pose(),
        "offered-leg": Pose(spread_right=17, bend_right=20, point_right=4),
        "legs-together": Pose(
            spread_right=20, bend_right=24, spread_left=20, bend_left=24, point_right=2, point_left=2
        ),
        "tucked": Pose(
            spread_right=52,
            bend_right=118,
            flex_right=22,
            point_right=-12,
            spread_left=52,
            bend_left=118,
            flex_left=22,
            point_left=-12,
            reach_right=34,
            elbow_right=-112,
            reach_left=34,
            elbow_left=-112,
            face=Face.CALM,
        ),
        "knees-bent": Pose(
            spread_right=26,
            bend_right=30,
            flex_right=48,
            knee_right=42,
            spread_left=26,
            bend_left=30,
            flex_left=48,
            knee_left=42,
        ),
        "arms-out": Pose(reach_right=62, elbow_right=26, reach_left=62, elbow_left=26),
        "child-at-ease": CHILD,
        "child-calm": replace(CHILD, face=Face.CALM),
        "child-leg-offered": replace(
            CHILD, spread_right=8.0, bend_right=2.0, spread_left=34.0, bend_left=30.0
        ),
        "child-on-tummy": replace(
            CHILD, reach_right=126.0, elbow_right=18.0, reach_left=112.0, elbow_left=52.0, grasp=60.0
        ),
        "asleep-on-chest": Pose(
            spread_right=64,
            bend_right=112,
            spread_left=64,
            bend_left=112,
            reach_right=100,
            elbow_right=62,
            reach_left=100,
            elbow_left=62,
            face=Face.ASLEEP,
        ),
    }
)
"""Poses to start from, with the stroked side on the baby's right."""


def posed(base: str, joints: tuple[tuple[str, float], ...] = ()) -> Pose:
    """A named pose with some joints changed. KeyError for an unknown name, TypeError for an unknown joint."""
    changes: dict[str, float] = dict(joints)
    return replace(POSES[base], **changes) if changes else POSES[base]  # pyright: ignore[reportArgumentType]


def outside_easy_range(pose: Pose) -> tuple[str, ...]:
    """The joints that are bent further than is easy."""
    out: list[str] = []
    for name in JOINTS:
        low, high = EASY[name.rsplit("_", 1)[0]]
        if not low <= getattr(pose, name) <= high:
            out.append(name)
    return tuple(out)
