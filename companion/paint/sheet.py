"""The contact sheet: every stroke at three moments, on both sides, in one picture to look through."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from companion.domain.body import Side
from companion.domain.figure.choreography import Choreography
from companion.domain.figure.drawing import Role
from companion.domain.figure.figure import drawing, round_seconds
from companion.paint.figure_painter import paint_drawing
from companion.paint.palette import Palette

MOMENTS = (0.12, 0.36, 0.72)
SIDES = (Side.RIGHT, Side.LEFT)


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One row of the sheet: the words beside it, what is drawn, and the seconds of one repetition."""

    label: str
    choreography: Choreography
    period: float


def contact_sheet(
    items: Sequence[SheetItem], palette: Palette, *, cell: tuple[int, int] = (220, 197), columns: int = 2
) -> QImage:
    """Draw each item at three moments of its loop on the baby's right, then on its left.

    ``cell`` is the size of one picture in pixels; a row of the sheet holds ``columns`` items. Labels stand over
    the pictures and are drawn in the default font of the application, which must exist (QGuiApplication).
    """
    width, height = cell
    head = max(18, height // 9)
    across = len(MOMENTS) * len(SIDES) * width
    rows = -(-len(items) // columns) or 1
    image = QImage(across * columns, rows * (height + head), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(palette[Role.FLOOR])
    painter = QPainter(image)
    try:
        for number, item in enumerate(items):
            left, top = number % columns * across, number // columns * (height + head)
            _label(painter, item.label, palette, QRectF(left + 6, top, across - 12, head))
            for k, (side, moment) in enumerate((s, m) for s in SIDES for m in MOMENTS):
                seconds = moment * round_seconds(item.choreography, item.period)
                picture = drawing(item.choreography, side, seconds, period=item.period)
                target = QRectF(left + k * width + 1, top + head, width - 2, height - 1)
                paint_drawing(painter, picture, palette, target, ground=True)
    finally:
        painter.end()
    return image


def _label(painter: QPainter, text: str, palette: Palette, place: QRectF) -> None:
    font = painter.font()
    font.setPixelSize(int(place.height() * 0.62))
    painter.setFont(font)
    painter.setPen(palette[Role.LABEL])
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
