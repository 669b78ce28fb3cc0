"""Paints a Drawing: turns rings into painter paths, roles into colours, and keeps what it built for still parts."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF, QTransform

from companion.domain.figure.drawing import (
    Blob,
    Drawing,
    Frame,
    Glow,
    Layer,
    Patch,
    Point,
    Ring,
    Role,
    Shape,
    Trace,
)
from companion.paint.glow import paint_glow
from companion.paint.palette import Palette
from companion.paint.sprites import WORTH_IT, SpriteStore, blank, box_of, painter_on

KEPT_LAYERS = 128
STILL = (0.0, 0.0)
Draw = Callable[[QPainter, Palette], None]


class PathStore:
    """Keeps what was built for layers that come again, by identity; the oldest go when it is full."""

    def __init__(self, size: int = KEPT_LAYERS) -> None:
        self._size = size
        self._kept: OrderedDict[int, tuple[Layer, list[Draw]]] = OrderedDict()
        self.sprites = SpriteStore()

    def __len__(self) -> int:
        return len(self._kept)

    def draws(self, layer: Layer) -> list[Draw]:
        """What has to be called to paint this layer."""
        if layer.fleeting:
            return _built(layer)
        key = id(layer.shapes)
        kept = self._kept.get(key)
        if kept is None:
            kept = (layer, _built(layer))
            self._kept[key] = kept
            if len(self._kept) > self._size:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return kept[1]


def transform_for(picture: Drawing, target: QRectF, frame: Frame | None = None) -> QTransform:
    """From body coordinates to the target: the frame wholly inside, in the middle, as large as possible."""
    view = frame or picture.frame
    scale = min(target.width() / view.width, target.height() / view.height)
    out = QTransform()
    out.translate(target.center().x(), target.center().y())
    out.rotate(picture.turn)
    out.scale(-scale if picture.flip else scale, scale)
    out.translate(-(view.left + view.width / 2), -(view.top + view.height / 2))
    return out


def paint_drawing(
    painter: QPainter,
    picture: Drawing,
    palette: Palette,
    target: QRectF,
    *,
    frame: Frame | None = None,
    ground: bool = False,
    store: PathStore | None = None,
) -> None:
    """Paint the whole picture into ``target``, clipped to it.

    ``frame`` overrides the picture's own (for the camera's glide); ``ground`` first fills the target with the
    floor's colour; ``store`` makes repeated painting cheaper.
    """
    _paint(painter, picture, picture.layers, palette, target, frame, ground, store)


def paint_still(
    painter: QPainter,
    picture: Drawing,
    palette: Palette,
    target: QRectF,
    *,
    frame: Frame | None = None,
    ground: bool = False,
) -> None:
    """Paint only what does not move, for a pixmap that is kept as long as ``picture.still`` is the same object."""
    _paint(painter, picture, picture.still, palette, target, frame, ground, None)


def paint_moving(
    painter: QPainter,
    picture: Drawing,
    palette: Palette,
    target: QRectF,
    *,
    frame: Frame | None = None,
    store: PathStore | None = None,
) -> None:
    """Paint what goes on top of the still part."""
    _paint(painter, picture, picture.moving, palette, target, frame, False, store)


def _paint(
    painter: QPainter,
    picture: Drawing,
    layers: Iterable[Layer],
    palette: Palette,
    target: QRectF,
    frame: Frame | None,
    ground: bool,
    store: PathStore | None,
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(target, Qt.ClipOperation.IntersectClip)
    if ground:
        painter.fillRect(target, palette[Role.FLOOR])
    painter.setTransform(transform_for(picture, target, frame), combine=True)
    whole = painter.transform()
    if store is not None:
        store.sprites.begin()
    for layer in layers:
        if layer.turn or layer.swell != STILL:
            painter.setTransform(_placed(layer) * whole)
            _paint_layer(painter, layer, palette, store)
            painter.setTransform(whole)
        elif store is None or layer.fleeting or not _put_down(painter, layer, palette, store):
            _paint_layer(painter, layer, palette, store)
    painter.restore()


def _paint_layer(painter: QPainter, layer: Layer, palette: Palette, store: PathStore | None) -> None:
    for draw in store.draws(layer) if store is not None else _built(layer):
        draw(painter, palette)


def _put_down(painter: QPainter, layer: Layer, palette: Palette, store: PathStore) -> bool:
    """Put down the kept picture of a layer that has long been where it is; False when there is none."""
    place = painter.transform()
    seen = store.sprites.meet(layer, place, palette)
    if seen.times < WORTH_IT:
        return False
    if seen.kept is None:
        box = box_of(layer, place)
        ratio = painter.device().devicePixelRatioF()
        seen.pixels = seen.pixels or round(box.width() * box.height() * ratio * ratio)
        if not seen.pixels or not store.sprites.room_for(seen):
            return False
        seen.kept, seen.at = blank(box, ratio)
        with painter_on(seen.kept, seen.at, place) as below:
            _paint_layer(below, layer, palette, store)
    painter.resetTransform()
    painter.drawPixmap(seen.at, seen.kept)
    painter.setTransform(place)
    return True


def _placed(layer: Layer) -> QTransform:
    (x, y), (hx, hy), (sx, sy) = layer.pivot, layer.heart, layer.swell
    turned = QTransform().translate(x, y).rotate(layer.turn).translate(-x, -y)
    return turned.translate(hx, hy).scale(1.0 + sx, 1.0 + sy).translate(-hx, -hy)


def _built(layer: Layer) -> list[Draw]:
    """Neighbours that look the same are painted in one go: each call to the painter costs more than its pixels."""
    return [_draw(tuple(run)) for _, run in groupby(layer.shapes, key=_look)]


def _look(shape: Shape) -> object:
    """What neighbours must share to be painted together; nothing equals a shape that stands alone."""
    match shape:
        case Trace():
            return Trace, shape.role, shape.width, shape.dash, shape.opacity
        case Patch():
            return Patch, shape.fill, shape.line, shape.width, shape.opacity
        case Blob() | Glow():
            return object()
        case _:
            assert_never(shape)


def _draw(alike: tuple[Shape, ...]) -> Draw:
    first = alike[0]
    match first:
        case Blob():
            return _blob(first)
        case Patch():
            return _patch(first, _path(s.ring for s in alike if isinstance(s, Patch)))
        case Trace():
            return _trace(first, [s.points for s in alike if isinstance(s, Trace)])
        case Glow():
            return _glow(first)
        case _:
            assert_never(first)


def _path(rings: Iterable[Ring]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for ring in rings:
        path.addPolygon(_polygon(ring))
        path.closeSubpath()
    return path


def _polygon(points: Iterable[Point]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _blob(shape: Blob) -> Draw:
    edges, fills = _path(shape.edges), _path(shape.fills)

    def draw(painter: QPainter, palette: Palette) -> None:
        painter.setOpacity(shape.opacity)
        painter.fillPath(edges, palette[shape.line])
        painter.fillPath(fills, palette[shape.fill])
        painter.setOpacity(1.0)

    return draw


def _patch(shape: Patch, path: QPainterPath) -> Draw:
    def draw(painter: QPainter, palette: Palette) -> None:
        painter.setOpacity(shape.opacity)
        painter.setBrush(palette[shape.fill])
        painter.setPen(Qt.PenStyle.NoPen if shape.line is None else _pen(palette, shape.line, shape.width))
        painter.drawPath(path)
        painter.setOpacity(1.0)

    return draw


def _trace(shape: Trace, lines: Iterable[Ring]) -> Draw:
    path = QPainterPath()
    for line in lines:
        path.addPolygon(_polygon(line))

    def draw(painter: QPainter, palette: Palette) -> None:
        pen = _pen(palette, shape.role, shape.width)
        if shape.dash is not None:
            drawn, gap = shape.dash
            pen.setDashPattern([max(drawn, 0.01) / shape.width, gap / shape.width])
        painter.setOpacity(shape.opacity)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setOpacity(1.0)

    return draw


def _glow(shape: Glow) -> Draw:
    def draw(painter: QPainter, palette: Palette) -> None:
        paint_glow(painter, shape, palette[shape.role])

    return draw


def _pen(palette: Palette, role: Role, width: float) -> QPen:
    return QPen(
        palette[role], width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
