"""Keeps pictures of layers that come again frame after frame in the same place: putting one down costs less than
painting its shapes."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from companion.domain.figure.drawing import Blob, Glow, Layer, Patch, Point, Shape, Trace
from companion.paint.palette import Palette

WORTH_IT = 8
"""In how many frames after each other a layer must have come before it is kept."""
LARGEST = 500_000
"""Pixels of the largest picture that is cheaper to put down than to paint."""
KEPT_PIXELS = 3_000_000
"""Pixels kept in all; the oldest pictures go first."""


@dataclass(slots=True)
class Seen:
    """A layer as it came last: with which transform and palette, in which frame, and for how many frames now."""

    layer: Layer
    place: QTransform
    palette: Palette
    frame: int
    times: int = 1
    kept: QPixmap | None = None
    at: QPoint = field(default_factory=QPoint)
    pixels: int = 0


class SpriteStore:
    """Tells which layers are worth a picture, and keeps it. ``begin`` tells of each new frame."""

    def __init__(self) -> None:
        self._frame = 0
        self._seen: OrderedDict[int, Seen] = OrderedDict()

    @property
    def known(self) -> int:
        """How many layers it has met lately."""
        return len(self._seen)

    @property
    def kept(self) -> int:
        """How many pictures it keeps."""
        return sum(seen.kept is not None for seen in self._seen.values())

    def begin(self) -> None:
        """A new frame is painted; what did not come in the last ones is forgotten."""
        self._frame += 1
        while self._seen and next(iter(self._seen.values())).frame < self._frame - WORTH_IT:
            self._seen.popitem(last=False)

    def meet(self, layer: Layer, place: QTransform, palette: Palette) -> Seen:
        """The layer comes in this frame, at this place, in these colours."""
        key = id(layer.shapes)
        known = self._seen.get(key)
        if known is None or known.palette is not palette or known.place != place:
            known = self._seen[key] = Seen(layer, place, palette, self._frame)
        else:
            known.times = known.times + 1 if known.frame >= self._frame - 1 else 1
            known.frame = self._frame
        self._seen.move_to_end(key)
        return known

    def room_for(self, wanted: Seen) -> bool:
        """Whether a picture of a layer of that many pixels may be kept."""
        kept = sum(seen.pixels for seen in self._seen.values() if seen.kept is not None)
        return wanted.pixels <= LARGEST and wanted.pixels + kept <= KEPT_PIXELS


def box_of(layer: Layer, place: QTransform) -> QRectF:
    """What the layer covers, in the painter's own pixels, with a rim for soft edges."""
    points = [point for shape in layer.shapes for point in _corners(shape)]
    if not points:
        return QRectF()
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    return place.mapRect(QRectF(left, top, right - left, bottom - top)).adjusted(-2, -2, 2, 2)


def _corners(shape: Shape) -> Iterator[Point]:
    match shape:
        case Blob():
            for ring in shape.edges or shape.fills:
                yield from ring
        case Patch():
            yield from _grown(shape.ring, shape.width / 2)
        case Trace():
            yield from _grown(shape.points, shape.width / 2)
        case Glow():
            (x, y), (rx, ry) = shape.centre, shape.radius
            yield from ((x - rx, y - ry), (x + rx, y + ry))


def _grown(points: tuple[Point, ...], by: float) -> Iterator[Point]:
    for x, y in points:
        yield (x - by, y - by)
        yield (x + by, y + by)


def blank(box: QRectF, ratio: float) -> tuple[QPixmap, QPoint]:
    """An empty picture that covers a box, on whole pixels, and where it goes."""
    whole = box.toAlignedRect()
    pixmap = QPixmap(round(whole.width() * ratio), round(whole.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap, whole.topLeft()


def painter_on(pixmap: QPixmap, at: QPoint, place: QTransform) -> QPainter:
    """A painter that paints a layer into its own picture as it would be painted in place."""
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(place * QTransform.fromTranslate(-at.x(), -at.y()))
    return painter
