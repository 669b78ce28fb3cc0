"""How what a baby does is said and painted: a colour, a pattern that tells it apart without colour, and a word."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from companion.domain.day_card import Doing
from companion.ui.theme import Theme

BRUSHES = (Doing.SLEEP, Doing.CONTENT, Doing.FEEDING, Doing.FUSSING, Doing.CRYING)
"""What can be drawn, in the order of the keys 1 to 5."""
EDGED = frozenset({Doing.CONTENT, Doing.FUSSING, Doing.UNKNOWN})
"""Pale grounds that need an edge to be seen."""


@dataclass(frozen=True, slots=True)
class Paint:
    """Ground, pattern and ink of a doing, as colour names."""

    ground: str
    mark: str
    pattern: Qt.BrushStyle
    ink: str


def doing_paint(theme: Theme, doing: Doing) -> Paint:
    """How a doing is painted in a theme."""
    none = Qt.BrushStyle.NoBrush
    match doing:
        case Doing.SLEEP:
            return Paint(theme.teal, theme.teal, none, theme.on_teal)
        case Doing.CONTENT:
            return Paint(theme.teal_pale, theme.teal, none, theme.ink)
        case Doing.FEEDING:
            ink = theme.on_teal if theme.dark else theme.ink
            return Paint(theme.sun, ink, Qt.BrushStyle.Dense7Pattern, ink)
        case Doing.FUSSING:
            return Paint(theme.coral_pale, theme.coral, Qt.BrushStyle.BDiagPattern, theme.ink)
        case Doing.CRYING:
            return Paint(theme.coral, theme.card, Qt.BrushStyle.VerPattern, theme.card)
        case Doing.UNKNOWN:
            return Paint(theme.sand, theme.line, none, theme.soft)


def fill(painter: QPainter, box: QRectF, doing: Doing, theme: Theme, radius: float = 3.0) -> None:
    """Paint a doing over a box: ground, pattern, and an edge that parts it from its neighbours."""
    paint = doing_paint(theme, doing)
    edge = QPen(QColor(paint.mark if doing in EDGED else paint.ground), 1)
    painter.setPen(edge)
    painter.setBrush(QColor(paint.ground))
    painter.drawRoundedRect(box, radius, radius)
    if paint.pattern is not Qt.BrushStyle.NoBrush:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(QColor(paint.mark), paint.pattern))
        painter.setOpacity(0.55)
        painter.drawRoundedRect(box, radius, radius)
        painter.setOpacity(1.0)


def doing_name(doing: Doing) -> str:
    """A doing in a word."""
    match doing:
        case Doing.SLEEP:
            return QCoreApplication.translate("daycard", "Sleep")
        case Doing.CONTENT:
            return QCoreApplication.translate("daycard", "Content")
        case Doing.FEEDING:
            return QCoreApplication.translate("daycard", "Feeding")
        case Doing.FUSSING:
            return QCoreApplication.translate("daycard", "Fussing")
        case Doing.CRYING:
            return QCoreApplication.translate("daycard", "Crying")
        case Doing.UNKNOWN:
            return QCoreApplication.translate("daycard", "Not drawn")
