"""The day and time chart for paper: a line for each day from midnight to midnight, told apart by shape, not colour."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from companion.domain.day_card import BLOCKS, Doing, spans
from companion.handout.ink import Ink
from companion.handout.lettering import Align, text, width_of
from companion.services.pictures import Row

LINE, HEAD, GAP, MARK = 19.0, 15.0, 3.0, 4.5
"""Points: a day, the line of hours, the air between days, and half the width of a mark."""
STRIPE = 2.4
"""Points between the lines of feeding."""
SMALL = 10.0
DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class DaysChart:
    """``names`` are the days, one for each row."""

    rows: tuple[Row, ...]
    names: tuple[str, ...]
    ink: Ink

    def height(self, width: float) -> float:
        return HEAD + LINE * len(self.rows)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        names = max((width_of(name, SMALL) for name in self.names), default=0.0) + 8
        wide = place.width() - names - 8
        left = place.left() + names
        for hour in range(0, 25, 3):
            x = left + wide * hour / 24
            painter.setPen(QPen(QColor(self.ink.line), 0.5))
            painter.drawLine(QLineF(x, place.top() + HEAD, x, place.top() + self.height(wide)))
            head = text(str(hour), self.ink.soft, SMALL, align=Align.MIDDLE)
            head.paint(painter, QRectF(x - 12, place.top(), 24, HEAD))
        for number, (row, name) in enumerate(zip(self.rows, self.names, strict=True)):
            top = place.top() + HEAD + number * LINE
            day = text(name, self.ink.ink, SMALL, align=Align.RIGHT)
            day.paint(painter, QRectF(place.left(), top + 2, names - 6, LINE))
            self._row(painter, row, QRectF(left, top + GAP / 2, wide, LINE - GAP))

    def _row(self, painter: QPainter, row: Row, place: QRectF) -> None:
        painter.setPen(QPen(QColor(self.ink.line), 0.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        unit = place.width() / BLOCKS
        for span in spans(row.card.blocks):
            long = (span.last - span.first + 1) * unit
            box = QRectF(place.left() + span.first * unit, place.top(), long, place.height())
            draw_doing(painter, box, span.doing, self.ink)
        for minute in row.massages:
            at = QPointF(place.left() + place.width() * minute / DAY_MINUTES, place.center().y())
            draw_mark(painter, at, self.ink)


@dataclass(frozen=True, slots=True)
class Key:
    """What the shapes mean: (doing, name), None for the mark of a massage."""

    names: tuple[tuple[Doing | None, str], ...]
    ink: Ink

    def height(self, width: float) -> float:
        return LINE

    def paint(self, painter: QPainter, place: QRectF) -> None:
        x, side = place.left(), 11.0
        for doing, name in self.names:
            box = QRectF(x, place.top() + 3, side, side)
            if doing is None:
                draw_mark(painter, box.center(), self.ink)
            else:
                painter.setPen(QPen(QColor(self.ink.line), 0.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box)
                draw_doing(painter, box, doing, self.ink)
            wide = width_of(name, SMALL) + 4
            text(name, self.ink.ink, SMALL).paint(painter, QRectF(x + side + 4, place.top() + 2, wide, LINE))
            x += side + wide + 16


def draw_doing(painter: QPainter, box: QRectF, doing: Doing, ink: Ink) -> None:
    """Sleep is pale and full, crying dark and full, fussing dark and half as high, feeding striped, content a line."""
    painter.setPen(Qt.PenStyle.NoPen)
    match doing:
        case Doing.SLEEP:
            painter.fillRect(box, QColor(ink.mark_pale))
        case Doing.CRYING:
            painter.fillRect(box, QColor(ink.warn))
        case Doing.FUSSING:
            painter.fillRect(box.adjusted(0, box.height() / 2, 0, 0), QColor(ink.warn))
        case Doing.FEEDING:
            painter.setPen(QPen(QColor(ink.ink), 0.7))
            for number in range(max(1, int(box.width() / STRIPE))):
                x = box.left() + (number + 0.5) * STRIPE
                painter.drawLine(QLineF(x, box.top(), x, box.bottom()))
        case Doing.CONTENT:
            painter.setPen(QPen(QColor(ink.ink), 0.8))
            painter.drawLine(QLineF(box.left(), box.center().y(), box.right(), box.center().y()))
        case Doing.UNKNOWN:
            pass


def draw_mark(painter: QPainter, at: QPointF, ink: Ink) -> None:
    """A massage began here."""
    corners = (QPointF(0, -MARK), QPointF(MARK, 0), QPointF(0, MARK), QPointF(-MARK, 0))
    painter.setPen(QPen(QColor(ink.pale), 1.0))
    painter.setBrush(QColor(ink.ink))
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
