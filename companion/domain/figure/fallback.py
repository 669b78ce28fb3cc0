"""A still figure for a stroke that has no choreography of its own yet: hands resting where it belongs."""

from collections.abc import Mapping
from typing import assert_never

from companion.domain.body import Area, Position
from companion.domain.figure.body import BodyView
from companion.domain.figure.choreography import Choreography, HandScore, Manner, Stage, Waypoint
from companion.domain.figure.hand import Grip, Hand

WHOLE_BACK = (Waypoint("brow", 0, -8), Waypoint("ankle.S", -44, 42), Waypoint("ankle.O", 44, 42))
UPPER = (Waypoint("brow", 0, -8), Waypoint("bottom", -60, 26), Waypoint("bottom", 60, 26))
WHOLE_TUMMY = (Waypoint("crown", 0, -6), Waypoint("ankle.S", 44, 34), Waypoint("ankle.O", -44, 34))
WIDE = (58.0, -70.0)
CALM_SECONDS = 6.0


def fallback_choreography(area: Area, positions: tuple[Position, ...]) -> Choreography:
    """Hands resting on the area, on the body that lies the way the stroke asks for."""
    if area is Area.BACK or positions[:1] == (Position.ON_TUMMY,):
        return _resting(
            Waypoint("back", -20, 6, 32), Grip.FLAT, WHOLE_TUMMY, view=BodyView.ON_TUMMY, wide=True
        )
    match area:
        case Area.TUMMY:
            return _resting(Waypoint("tummy", -24, 8, 40), Grip.FLAT, UPPER, wide=True)
        case Area.CHEST:
            return _resting(Waypoint("sternum", -20, 13, 34), Grip.FLAT, UPPER, wide=True)
        case Area.ARMS:
            return _resting(Waypoint("hand.S", 0, 4, 18), Grip.CUP, WHOLE_BACK, pose="arms-out", wide=True)
        case Area.FACE:
            return _resting(Waypoint("ear.S", -4, 0, 12), Grip.CUP, UPPER, wide=True)
        case Area.CONTACT | Area.LEGS | Area.MOVEMENTS | Area.GROWING:
            return _resting(Waypoint("thigh.S", -3, 10, 16), Grip.FLAT, WHOLE_BACK)
        case _:
            assert_never(area)


def _resting(
    left: Waypoint,
    grip: Grip,
    frame: tuple[Waypoint, ...],
    *,
    view: BodyView = BodyView.ON_BACK,
    pose: str = "relaxed",
    wide: bool = False,
) -> Choreography:
    """Both hands lie still, the right one as the mirror image of the left."""
    mirror = Waypoint(left.landmark.replace(".S", ".O"), -left.dx, left.dy, -left.turn)
    elbow = WIDE if wide else (0.0, 0.0)
    hands = tuple(
        HandScore(hand, (Stage(Manner.REST, grip, (at,)),), elbow=elbow)
        for hand, at in ((Hand.LEFT, left), (Hand.RIGHT, mirror))
    )
    return Choreography(view, hands, frame, pose=pose, air=2.0, tempo=CALM_SECONDS)


def choreography_for(
    choreographies: Mapping[str, Choreography], variant: str, area: Area, positions: tuple[Position, ...]
) -> Choreography:
    """A stroke's own choreography for a variant, else its plain one, else the still figure of its area."""
    own = choreographies.get(variant) or choreographies.get("")
    return own if own is not None else fallback_choreography(area, positions)
