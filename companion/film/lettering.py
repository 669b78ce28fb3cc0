"""Words on a film's picture: a piece of text takes the largest size at which it fits its place."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
MIDDLE = Qt.AlignmentFlag.AlignCenter
ENDLESS = 10_000
STEPS = 40


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: from ``size`` down to ``least`` pixels of a picture 720 pixels high."""

    size: int
    least: int
    weight: int = 400


def letter(
    painter: QPainter,
    place: QRectF,
    words: str,
    kind: Type,
    colour: QColor,
    where: Qt.AlignmentFlag = TOP_LEFT,
) -> float:
    """Write the words into their place, wrapped; returns the height that they take."""
    if not words:
        return 0.0
    flags = int(where) | int(Qt.TextFlag.TextWordWrap)
    size = kind.size
    while size > kind.least and not _fits(place, words, _font(size, kind.weight), flags):
        size -= 1
    painter.setFont(_font(size, kind.weight))
    painter.setPen(colour)
    painter.drawText(place, flags, words)
    return _taken(place, words, _font(size, kind.weight), flags).height()


def balanced(place: QRectF, words: str, kind: Type) -> QRectF:
    """The narrowest place about the same middle in which the words take no more lines: no word stands alone."""
    flags, font = int(MIDDLE) | int(Qt.TextFlag.TextWordWrap), _font(kind.size, kind.weight)
    high = _taken(place, words, font, flags).height()
    best = place
    for _ in range(STEPS):
        narrower = best.adjusted(place.width() / STEPS / 2, 0, -place.width() / STEPS / 2, 0)
        taken = _taken(narrower, words, font, flags)
        if taken.height() > high or taken.width() > narrower.width():
            break
        best = narrower
    return best


def width_of(words: str, kind: Type) -> float:
    """How wide the words are on one line."""
    return QFontMetrics(_font(kind.size, kind.weight)).horizontalAdvance(words)


def _fits(place: QRectF, words: str, font: QFont, flags: int) -> bool:
    taken = _taken(place, words, font, flags)
    return taken.height() <= place.height() and taken.width() <= place.width()


def _taken(place: QRectF, words: str, font: QFont, flags: int) -> QRect:
    return QFontMetrics(font).boundingRect(QRect(0, 0, round(place.width()), ENDLESS), flags, words)


def _font(size: int, weight: int) -> QFont:
    font = QFont(QFont().families())
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    return font
