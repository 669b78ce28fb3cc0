"""Which part of the picture is seen: frames round landmarks, and the glide from one frame to the next."""

from companion.domain.body import Side
from companion.domain.figure.body import Body
from companion.domain.figure.choreography import Choreography
from companion.domain.figure.drawing import Frame
from companion.domain.figure.geometry import ease
from companion.domain.figure.performance import locate

GLIDE_SECONDS = 0.6
"""How long the camera takes from one area to the next (with reduced motion it cuts)."""


def frame_for(choreography: Choreography, body: Body, side: Side) -> Frame:
    """The frame that shows all the landmarks of this stroke with air around them."""
    points = [locate(body, w, side).at for w in choreography.frame]
    left, right = min(p[0] for p in points), max(p[0] for p in points)
    top, bottom = min(p[1] for p in points), max(p[1] for p in points)
    air = choreography.air
    return Frame(left - air, top - air, right - left + 2 * air, bottom - top + 2 * air)


def between(start: Frame, end: Frame, share: float) -> Frame:
    """The frame on the way from one to another, eased; share 0.0 to 1.0."""
    s = ease(share)
    return Frame(
        start.left + (end.left - start.left) * s,
        start.top + (end.top - start.top) * s,
        start.width + (end.width - start.width) * s,
        start.height + (end.height - start.height) * s,
    )
