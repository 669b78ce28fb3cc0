"""The page with the recovery code, to be printed once and put where passports are."""

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from companion.domain.passcode import grouped
from companion.ui.theme import FAMILY

_MILLIMETRE = 72 / 25.4
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


def code_pdf(code: str, day: str, *, letter: bool) -> bytes:
    """The page as a PDF; ``day`` is the day on which the code was made, in words."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    paint_code(writer, code, day)
    return bytes(buffer.data().data())


def paint_code(device: QPagedPaintDevice, code: str, day: str) -> None:
    """Paint the page on a PDF or a printer."""
    painter = QPainter(device)
    dots = device.logicalDpiX() / 72
    painter.scale(dots, dots)
    width = device.width() / dots - 44 * _MILLIMETRE
    painter.translate(22 * _MILLIMETRE, 24 * _MILLIMETRE)
    for words, size, weight, gap in _lines(code, day):
        font = QFont(FAMILY)
        font.setPixelSize(round(size))
        font.setWeight(QFont.Weight(weight))
        painter.setFont(font)
        room = painter.boundingRect(QRectF(0, 0, width, 1000), _WRAPPED, words)
        painter.drawText(QRectF(0, 0, width, room.height() + 2), _WRAPPED, words)
        painter.translate(QPointF(0, room.height() + gap))
    painter.end()


def _lines(code: str, day: str) -> tuple[tuple[str, int, int, int], ...]:
    title = QCoreApplication.translate("code page", "Recovery code for your massage diary")
    what = QCoreApplication.translate(
        "code page",
        "If you forget your passcode, this code opens your diary. Without the passcode and without this code, "
        "nobody can open it, we cannot either.",
    )
    how = QCoreApplication.translate(
        "code page",
        "To use it: start the program, press “I forgot it”, and write the code. Strokes and small letters do not "
        "matter.",
    )
    where = QCoreApplication.translate(
        "code page",
        "Keep this page where you keep passports, and not beside the computer: with both, anyone can read the diary.",
    )
    made = QCoreApplication.translate("code page", "Made on %1. A newer code makes this one useless.")
    half = len(code) // 2
    return (
        (title, 22, 800, 14),
        (what, 13, 400, 26),
        (f"{grouped(code[:half])}\n{grouped(code[half:])}", 27, 800, 26),
        (how, 13, 400, 12),
        (where, 13, 400, 12),
        (made.replace("%1", day), 11, 400, 0),
    )
