"""Small line pictures for buttons, drawn in any colour: play, pause, chevrons, a smile, a lock and the like."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF


class Glyph(Enum):
    """The small pictures."""

    PLAY = auto()
    PAUSE = auto()
    BACK = auto()
    NEXT = auto()
    SMILE = auto()
    CLOSE = auto()
    LOCK = auto()
    CHECK = auto()
    ADJUST = auto()


def glyph_icon(glyph: Glyph, colour: QColor, size: int, gap: int, after: bool, ratio: float) -> QIcon:
    """The picture as an icon of ``size`` pixels, with a ``gap`` towards the words that it stands before or after."""
    pixmap = QPixmap(round((size + gap) * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(gap if after else 0, 0)
    painter.scale(size / 24, size / 24)
    draw_glyph(painter, glyph, colour)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Disabled)
    return icon


def draw_glyph(painter: QPainter, glyph: Glyph, colour: QColor) -> None:
    """Draw into a square of 24 by 24."""
    painter.setPen(
        QPen(colour, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAWN[glyph](painter, colour)


def _play(painter: QPainter, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(7, 4), QPointF(20, 12), QPointF(7, 20)]))


def _pause(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x in (3, 14):
        painter.drawRoundedRect(QRectF(x, 1.5, 7, 21), 1.5, 1.5)


def _chevron(painter: QPainter, tip: float, end: float) -> None:
    path = QPainterPath(QPointF(end, 6))
    path.lineTo(tip, 12)
    path.lineTo(end, 18)
    painter.drawPath(path)


def _smile(painter: QPainter, colour: QColor) -> None:
    painter.drawEllipse(QRectF(2, 2, 20, 20))
    painter.drawArc(QRectF(6.5, 7, 11, 10.5), 200 * 16, 140 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x in (8.4, 15.6):
        painter.drawEllipse(QPointF(x, 9.2), 1.6, 1.9)


def _close(painter: QPainter, _colour: QColor) -> None:
    painter.drawLine(QPointF(6, 6), QPointF(18, 18))
    painter.drawLine(QPointF(18, 6), QPointF(6, 18))


def _lock(painter: QPainter, colour: QColor) -> None:
    painter.drawArc(QRectF(7.5, 3, 9, 12), 0, 180 * 16)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(5, 10.5, 14, 10), 2.5, 2.5)


def _check(painter: QPainter, _colour: QColor) -> None:
    painter.drawPolyline([QPointF(5, 12.5), QPointF(10, 17.5), QPointF(19, 7)])


def _adjust(painter: QPainter, colour: QColor) -> None:
    for y, knob in ((7, 15), (17, 9)):
        painter.drawLine(QPointF(3, y), QPointF(21, y))
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(knob, y), 2.6, 2.6)


_DRAWN: dict[Glyph, Callable[[QPainter, QColor], None]] = {
    Glyph.PLAY: _play,
    Glyph.PAUSE: _pause,
    Glyph.BACK: lambda painter, _colour: _chevron(painter, 9, 15),
    Glyph.NEXT: lambda painter, _colour: _chevron(painter, 15, 9),
    Glyph.SMILE: _smile,
    Glyph.CLOSE: _close,
    Glyph.LOCK: _lock,
    Glyph.CHECK: _check,
    Glyph.ADJUST: _adjust,
}
