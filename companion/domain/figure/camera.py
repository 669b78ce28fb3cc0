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


def glide(start: Frame, end: Frame, seconds: float) -> Frame:
    """The frame ``seconds`` after the camera set off; the end's own from GLIDE_SECONDS on."""
    return end if seconds >= GLIDE_SECONDS else between(start, end, seconds / GLIDE_SECONDS)


def widened(frame: Frame, aspect: float) -> Frame:
    """The smallest frame of this shape (width over height) round the same middle that shows all of ``frame``."""
    width = max(frame.width, frame.height * aspect)
    height = max(frame.height, frame.width / aspect)
    return Frame(
        frame.left - (width - frame.width) / 2, frame.top - (height - frame.height) / 2, width, height
    )
