"""What the two say without words: a bubble with a question, a yes or a no, for a while of the loop."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import assert_never

from companion.domain.body import Side
from companion.domain.figure.body import Body
from companion.domain.figure.choreography import Choreography, Word
from companion.domain.figure.drawing import Blob, Layer, Patch, Point, Ring, Role, Shape, Trace
from companion.domain.figure.geometry import Chain, arc, ellipse, outline
from companion.domain.figure.performance import locate

RADIUS = 23.0
EDGE = 2.4
LINE = 5.2
RISE: Mapping[Word, Point] = MappingProxyType(
    {Word.ASK: (-18.0, -36.0), Word.YES: (-36.0, -30.0), Word.NO: (-36.0, -30.0)}
)
"""Where the middle of a bubble lies, from the place of the one who says it."""


def saying_layers(choreography: Choreography, body: Body, side: Side, phase: float) -> tuple[Layer, ...]:
    """The bubbles that are up at this share of the loop."""
    return tuple(
        _bubble(saying.word, locate(body, saying.at, side).at)
        for saying in choreography.sayings
        if saying.time[0] <= phase <= saying.time[1]
    )


@lru_cache(maxsize=32)
def _bubble(word: Word, mouth: Point) -> Layer:
    x, y = mouth[0] + RISE[word][0], mouth[1] + RISE[word][1]
    tail: Chain = ((*mouth, 1.2), ((mouth[0] + x) / 2, (mouth[1] + y) / 2, 6.5), (x, y, 9.0))
    fills, edges = ((_disc((x, y), RADIUS + grow), outline(tail, grow)) for grow in (0.0, EDGE))
    blob = Blob(fills, edges, Role.PATH_EDGE, Role.PATH)
    return Layer("saying", (blob, *_sign(word, x, y)))


def _disc(middle: Point, radius: float) -> Ring:
    """A circle that runs the same way round as an outline, so that the two add up."""
    return tuple(reversed(ellipse(middle, (radius, radius), 32)))


def _sign(word: Word, x: float, y: float) -> tuple[Shape, ...]:
    match word:
        case Word.ASK:
            hook: Ring = (*arc((x, y - 6.5), (6.6, 6.6), 190, 215, 12), (x + 0.6, y + 1.6), (x, y + 5.2))
            return (Trace(hook, Role.PATH, LINE), Patch(ellipse((x, y + 12.6), (3.2, 3.2), 12), Role.PATH))
        case Word.YES:
            return (
                Trace(((x - 9.5, y + 0.5), (x - 3.0, y + 7.5), (x + 10.0, y - 7.5)), Role.PATH, LINE + 0.6),
            )
        case Word.NO:
            return tuple(
                Trace(((x - 8.0, y + s * 8.0), (x + 8.0, y - s * 8.0)), Role.LABEL, LINE + 0.6)
                for s in (-1, 1)
            )
        case _:
            assert_never(word)
