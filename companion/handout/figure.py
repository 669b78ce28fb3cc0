"""A stroke's figure on paper: one telling moment, with its path, as lines and not as dots."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from companion.domain.figure.drawing import Drawing, Frame, Glow, Layer, Patch, Role, Shape
from companion.domain.figure.fallback import choreography_for
from companion.domain.figure.figure import View, baby, drawing
from companion.domain.figure.placing import settled
from companion.domain.stroke import Stroke
from companion.handout.pieces import rounded
from companion.handout.sheet import Entry
from companion.paint.figure_painter import paint_drawing
from companion.paint.palette import Palette

STILL = View(reduced_motion=True)
RINGS = 10
CORNERS = 40


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing in a frame with round corners, ``tall`` points high at least."""

    drawing: Drawing
    palette: Palette
    edge: str
    tall: float
    frame: Frame | None = None
    radius: float = 9.0

    def height(self, width: float) -> float:
        return self.tall

    def paint(self, painter: QPainter, place: QRectF) -> None:
        painter.save()
        painter.setClipPath(rounded(place, self.radius), Qt.ClipOperation.IntersectClip)
        painter.fillRect(place, self.palette[Role.FLOOR])
        for part, palette in for_paper(self.drawing, self.palette):
            paint_drawing(painter, part, palette, place, frame=self.frame)
        painter.restore()
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.edge), 0.8))
        painter.drawRoundedRect(place.adjusted(0.4, 0.4, -0.4, -0.4), self.radius, self.radius)
        painter.restore()


def figure_of(
    entry: Entry, strokes: Mapping[str, Stroke], palette: Palette, edge: str, tall: float
) -> Figure:
    """The figure of a step, on the baby's right side where there are two."""
    stroke = strokes[entry.stroke]
    choreography = choreography_for(
        stroke.choreographies, entry.variant, entry.area, (entry.position, *stroke.positions)
    )
    picture = drawing(choreography, entry.side, 0.0, period=max(entry.seconds, 1.0), view=STILL)
    return Figure(picture, palette, edge, tall)


def whole_baby(palette: Palette, edge: str, tall: float) -> Figure:
    """The baby by itself, for the top of a page."""
    return Figure(baby(), palette, edge, tall)


def for_paper(picture: Drawing, palette: Palette) -> Iterator[tuple[Drawing, Palette]]:
    """The drawing in parts to be painted one after the other, each without opacity of its own or glows.

    Qt's PDF loses both behind a clip, so what shines through gets it from the colours, and a glow is a pile of rings.
    It also joins shapes of one colour that follow each other, so each of those that shine through is a part of its own.
    """
    shapes = [part for layer in picture.layers for shape in settled(layer).shapes for part in _rings(shape)]
    for (opacity, _), some in groupby(enumerate(shapes), key=_apart):
        plain = tuple(replace(shape, opacity=1.0) for _, shape in some)
        yield replace(picture, still=(), moving=(Layer("paper", plain),)), _thinned(palette, opacity)


def _apart(numbered: tuple[int, Shape]) -> tuple[float, int]:
    """The same for neighbours that may be painted together: opaque ones only."""
    number, shape = numbered
    return shape.opacity, -1 if shape.opacity == 1.0 else number


def _thinned(palette: Palette, opacity: float) -> Palette:
    if opacity == 1.0:
        return palette
    colours = {role: QColor(colour) for role, colour in palette.colours.items()}
    for colour in colours.values():
        colour.setAlphaF(colour.alphaF() * opacity)
    return Palette(colours)


def _rings(shape: Shape) -> Iterator[Shape]:
    if not isinstance(shape, Glow):
        yield shape
        return
    (x, y), (rx, ry) = shape.centre, shape.radius
    turns = [2 * math.pi * corner / CORNERS for corner in range(CORNERS)]
    for number in range(RINGS, 0, -1):
        share = number / RINGS
        ring = tuple((x + rx * share * math.cos(turn), y + ry * share * math.sin(turn)) for turn in turns)
        yield Patch(ring, shape.role, opacity=shape.opacity / RINGS)
