"""The frame that looks at nothing but what the hands do."""

from functools import lru_cache

from companion.domain.body import Side
from companion.domain.figure.choreography import Choreography
from companion.domain.figure.drawing import Frame
from companion.domain.figure.figure import CAREGIVER, View, drawing, hand_states

INSTANTS = 16
AIR = 58.0
LEAST = 140.0
"""Body units round the places of the hands, and the smallest height and width that are looked at."""


@lru_cache(maxsize=64)
def close_up(choreography: Choreography, side: Side, view: View = CAREGIVER) -> Frame:
    """A frame that shows both hands through the whole loop, and never more than the stroke's own frame does; that
    one when the stroke has no hands."""
    own = drawing(choreography, side, 0.0, period=1.0, view=view).frame
    at = [
        state.at
        for number in range(INSTANTS)
        for state in hand_states(choreography, side, number / INSTANTS, view)
        if state.touches
    ]
    if not at:
        return own
    left, width = _span([x for x, _ in at], own.left, own.width)
    top, height = _span([y for _, y in at], own.top, own.height)
    return Frame(left, top, width, height)


def _span(places: list[float], own: float, most: float) -> tuple[float, float]:
    """Where it begins and how long it is: round the places, within the frame's own."""
    low, high = min(places) - AIR, max(places) + AIR
    lack = max(0.0, LEAST - (high - low)) / 2
    length = min(high - low + 2 * lack, most)
    begin = min(max(low - lack, own), own + most - length)
    return begin, length
