"""Paints soft round spots: as a kept image where pixels are painted, as a gradient where the picture is printed."""

from functools import lru_cache
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPaintEngine, QPainter, QRadialGradient

from companion.domain.figure.drawing import Glow

UPRIGHT = 0.18
"""The slant up to which a spot is painted as if the picture were not turned: some ten degrees."""


def paint_glow(painter: QPainter, shape: Glow, colour: QColor) -> None:
    """Paint the spot, strongest in its middle and clear at its edge; nothing for a colour that is clear itself."""
    if colour.alpha() == 0:
        return
    if _on_pixels(painter):
        _blot(painter, shape, colour)
        return
    painter.save()
    painter.setOpacity(shape.opacity)
    painter.translate(*shape.centre)
    painter.scale(*shape.radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(_fade(QPointF(0, 0), colour)))
    painter.drawEllipse(QPointF(0, 0), 1.0, 1.0)
    painter.restore()


def _fade(middle: QPointF, colour: QColor) -> QRadialGradient:
    fade, clear = QRadialGradient(middle, 1.0), QColor(colour)
    clear.setAlpha(0)
    fade.setColorAt(0, colour)
    fade.setColorAt(1, clear)
    return fade


def _on_pixels(painter: QPainter) -> bool:
    """Whether the picture goes on pixels and is hardly turned askew; print keeps its gradients."""
    if painter.paintEngine().type() is not QPaintEngine.Type.Raster:
        return False
    view = painter.deviceTransform()
    return abs(view.m12()) <= UPRIGHT * abs(view.m11())


def _blot(painter: QPainter, shape: Glow, colour: QColor) -> None:
    """The glow from a kept image of its size: a gradient over the same pixels costs ten times as much."""
    view, ratio = painter.deviceTransform(), painter.device().devicePixelRatioF()
    across, down = hypot(view.m11(), view.m12()), hypot(view.m21(), view.m22())
    width, height = round(2 * shape.radius[0] * across), round(2 * shape.radius[1] * down)
    if width < 1 or height < 1:
        return
    middle = painter.transform().map(QPointF(*shape.centre))
    painter.save()
    painter.resetTransform()
    painter.setOpacity(shape.opacity)
    corner = QPointF(middle.x() - width / ratio / 2, middle.y() - height / ratio / 2)
    image = _soft_spot(colour.rgba(), width, height)
    painter.drawImage(QRectF(corner, image.size().toSizeF() / ratio), image)
    painter.restore()


@lru_cache(maxsize=24)
def _soft_spot(rgba: int, width: int, height: int) -> QImage:
    """An ellipse of a colour that fades to nothing at its edge."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.scale(width / 2, height / 2)
    painter.fillRect(QRectF(0, 0, 2, 2), QBrush(_fade(QPointF(1, 1), QColor.fromRgba(rgba))))
    painter.end()
    return image
