"""Puts pieces on pages: paper sizes, margins, the line at the foot, and the PDF itself."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from companion.handout.ink import Ink
from companion.handout.lettering import Align, Weight, text
from companion.handout.pages import Measured, paginate
from companion.handout.pieces import Cell, Piece, Row

MARGIN = 28.0
FOOT = 20.0
"""Points at the foot of each page, for one line of small print and the air above it."""
HEAD = 22.0
"""Points at the head of each page but the first, for the document's name (one line)."""
DOTS_AN_INCH = 720
SMALL = 9.5


class PaperSize(Enum):
    """The papers that people have at home."""

    A4 = QPageSize.PageSizeId.A4
    LETTER = QPageSize.PageSizeId.Letter

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        size = QPageSize(self.value).size(QPageSize.Unit.Point)
        return float(size.width()), float(size.height())


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a document, the space above it, and whether the next piece stays on its page."""

    piece: Piece
    above: float = 8.0
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """All that is printed. ``head`` stands at the top of every page but the first, ``foot`` and ``page`` (with
    ``{page}`` and ``{pages}``) at the foot of each."""

    title: str
    items: tuple[Item, ...]
    head: str
    foot: str
    page: str
    ink: Ink


@dataclass(frozen=True, slots=True)
class _Page:
    items: tuple[Item, ...]
    number: int


def pages_of(document: Document, size: PaperSize) -> int:
    """How many pages the document takes on this paper."""
    return len(_pages(document, size))


def pdf(document: Document, size: PaperSize) -> bytes:
    """The document as a PDF. Text stays text, figures stay lines, and the typeface is inside."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(document.title)
    writer.setCreator(document.foot)
    writer.setPageSize(QPageSize(size.value))
    writer.setResolution(DOTS_AN_INCH)
    print_on(writer, document, size)
    buffer.close()
    return bytes(buffer.data().data())


def print_on(device: QPagedPaintDevice, document: Document, size: PaperSize) -> None:
    """Paint the document on a printer or a PDF writer."""
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    painter = QPainter(device)
    try:
        scale = device.logicalDpiX() / 72
        pages = _pages(document, size)
        for number, page in enumerate(pages):
            if number:
                device.newPage()
            painter.resetTransform()
            painter.scale(scale, scale)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_page(painter, document, page, len(pages), size)
    finally:
        painter.end()


def _pages(document: Document, size: PaperSize) -> list[_Page]:
    width, height = room_of(size)
    measured = [Measured(item.piece.height(width), item.above, item.with_next) for item in document.items]
    pages = paginate(measured, height, height - HEAD)
    return [_Page(tuple(document.items[i] for i in page), n) for n, page in enumerate(pages)]


def _paint_page(painter: QPainter, document: Document, page: _Page, pages: int, size: PaperSize) -> None:
    width, height = room_of(size)
    y = MARGIN
    if page.number:
        _put(painter, text(document.head, document.ink.strong, 12, Weight.STRONG), y, width)
        y += HEAD
    for place, item in enumerate(page.items):
        y = _put(painter, item.piece, y + (item.above if place else 0.0), width)
    foot = MARGIN + height + FOOT
    line = _foot(document, page.number + 1, pages)
    line.paint(painter, QRectF(MARGIN, foot - line.height(width), width, line.height(width)))


def _put(painter: QPainter, piece: Piece, y: float, width: float) -> float:
    height = piece.height(width)
    piece.paint(painter, QRectF(MARGIN, y, width, height))
    return y + height


def room_of(size: PaperSize) -> tuple[float, float]:
    """Width and height of what may be filled; pages after the first lose ``HEAD`` of the height."""
    width, height = size.points
    return width - 2 * MARGIN, height - 2 * MARGIN - FOOT


def _foot(document: Document, page: int, pages: int) -> Piece:
    told = document.page.format(page=page, pages=pages)
    soft = document.ink.soft
    return Row(
        (
            Cell(text(document.foot, soft, SMALL)),
            Cell(text(told, soft, SMALL, align=Align.RIGHT), 70.0),
        )
    )


def heading(words: str, ink: Ink, *, above: float = 16.0) -> Item:
    """A heading that stays with what follows it."""
    return Item(text(words, ink.strong, 15, Weight.HEAVY), above, with_next=True)
