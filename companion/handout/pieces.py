"""What a page is built from: pieces that know how high they are at a width and paint themselves. Lengths are points."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


class Piece(Protocol):
    """Something that stands on a page. All lengths are points (1/72 inch)."""

    def height(self, width: float) -> float:
        """How high it is at this width."""
        ...

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Paint it into a place that is at least as high as it is."""
        ...


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, so high."""

    points: float

    def height(self, width: float) -> float:
        return self.points

    def paint(self, painter: QPainter, place: QRectF) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Column:
    """Pieces one under the other; ``centred`` puts them in the middle of a place that is higher than they are."""

    pieces: tuple[Piece, ...]
    gap: float = 0.0
    centred: bool = False

    def height(self, width: float) -> float:
        return sum(piece.height(width) for piece in self.pieces) + self.gap * max(0, len(self.pieces) - 1)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        spare = place.height() - self.height(place.width())
        y = place.top() + (max(0.0, spare) / 2 if self.centred else 0.0)
        for piece in self.pieces:
            height = piece.height(place.width())
            piece.paint(painter, QRectF(place.left(), y, place.width(), height))
            y += height + self.gap


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece in a row with a width of its own; None: an equal share of what is left."""

    piece: Piece
    width: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces side by side, all as high as the highest."""

    cells: tuple[Cell, ...]
    gap: float = 12.0

    def height(self, width: float) -> float:
        widths = self._widths(width)
        return max(cell.piece.height(w) for cell, w in zip(self.cells, widths, strict=True))

    def paint(self, painter: QPainter, place: QRectF) -> None:
        x = place.left()
        for cell, width in zip(self.cells, self._widths(place.width()), strict=True):
            cell.piece.paint(painter, QRectF(x, place.top(), width, place.height()))
            x += width + self.gap

    def _widths(self, width: float) -> list[float]:
        own = sum(cell.width or 0.0 for cell in self.cells)
        sharing = sum(cell.width is None for cell in self.cells)
        share = (width - own - self.gap * (len(self.cells) - 1)) / max(1, sharing)
        return [share if cell.width is None else cell.width for cell in self.cells]


@dataclass(frozen=True, slots=True)
class Panel:
    """A piece on a rounded ground. ``fill`` and ``edge`` are colours, "" for none."""

    piece: Piece
    fill: str = ""
    edge: str = ""
    padding: tuple[float, float] = (10.0, 8.0)
    radius: float = 8.0
    pen: float = 0.8

    def height(self, width: float) -> float:
        across, along = self.padding
        return self.piece.height(width - 2 * across) + 2 * along

    def paint(self, painter: QPainter, place: QRectF) -> None:
        painter.save()
        painter.setBrush(QColor(self.fill) if self.fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.edge), self.pen) if self.edge else Qt.PenStyle.NoPen)
        inset = self.pen / 2 if self.edge else 0.0
        painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), self.radius, self.radius)
        painter.restore()
        across, along = self.padding
        self.piece.paint(painter, place.adjusted(across, along, -across, -along))


@dataclass(frozen=True, slots=True)
class Divider:
    """A thin line down its place, between two columns."""

    colour: str
    pen: float = 0.8

    def height(self, width: float) -> float:
        return 0.0

    def paint(self, painter: QPainter, place: QRectF) -> None:
        x = place.center().x()
        painter.setPen(QPen(QColor(self.colour), self.pen))
        painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))


@dataclass(frozen=True, slots=True)
class Dots:
    """So many dots of which the first ones are filled."""

    filled: int
    total: int
    colour: str
    size: float = 8.0
    gap: float = 4.0

    def height(self, width: float) -> float:
        return self.size

    def paint(self, painter: QPainter, place: QRectF) -> None:
        painter.save()
        painter.setPen(QPen(QColor(self.colour), 0.9))
        radius = self.size / 2
        for number in range(self.total):
            painter.setBrush(QColor(self.colour) if number < self.filled else Qt.BrushStyle.NoBrush)
            x = place.left() + radius + number * (self.size + self.gap)
            painter.drawEllipse(QPointF(x, place.center().y()), radius - 0.5, radius - 0.5)
        painter.restore()


def rounded(place: QRectF, radius: float) -> QPainterPath:
    """A rectangle with round corners, as a path to clip to."""
    path = QPainterPath()
    path.addRoundedRect(place, radius, radius)
    return path
