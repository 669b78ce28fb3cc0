"""Names below each other with one or two bars beside each: how often something was noted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.theme import Look

ROW, THICK, COUNT, HEAD = 34, 13, 34, 26
"""Design pixels: a row, a bar, room for a number at its end, and the line that tells the bars apart."""


@dataclass(frozen=True, slots=True)
class RowBar:
    """A name and one or two counts."""

    name: str
    counts: tuple[int, ...]


class RowBars(QWidget):
    """``heads`` name the bars of a row, where there are two."""

    def __init__(self, look: Look, name: str, heads: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._look = look
        self._heads = heads
        self._rows: Sequence[RowBar] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[RowBar], told: str) -> None:
        """Take a new state; ``told`` says it in words."""
        self._rows = rows
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Full width."""
        return QSize(self._look.px(420), self._high())

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine."""
        return QSize(240, self._high())

    def paintEvent(self, event: QPaintEvent) -> None:
        """What the bars are, then the rows."""
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._draw_heads(painter)
        metrics = QFontMetricsF(self._look.font(15, 600))
        names = min(max(metrics.horizontalAdvance(row.name) for row in self._rows) + 12, self.width() * 0.5)
        most = max((count for row in self._rows for count in row.counts), default=0)
        unit = max(0.0, self.width() - names - self._look.px(COUNT)) / most if most else 0.0
        for number, row in enumerate(self._rows):
            place = QRectF(0, top + number * self._look.px(ROW), names - 10, self._look.px(ROW))
            painter.setFont(self._look.font(15, 600))
            painter.setPen(QColor(self._look.theme.ink))
            short = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)
            self._draw_row(
                painter, row, QRectF(names, place.top(), self.width() - names, place.height()), unit
            )

    def _draw_heads(self, painter: QPainter) -> float:
        left, high = 0.0, float(self._look.px(HEAD))
        painter.setFont(self._look.font(14, 700))
        for number, head in enumerate(self._heads):
            side = float(self._look.px(THICK))
            self._bar(painter, QRectF(left + 1, (high - side) / 2, side, side), number)
            painter.setPen(QColor(self._look.theme.soft))
            wide = painter.fontMetrics().horizontalAdvance(head) + 4
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(left + side + 6, 0, wide, high), middle, head)
            left += side + wide + 22
        return high if self._heads else 0.0

    def _draw_row(self, painter: QPainter, row: RowBar, place: QRectF, unit: float) -> None:
        thick = float(self._look.px(THICK))
        top = place.center().y() - thick * len(row.counts) / 2
        for number, count in enumerate(row.counts):
            bar = QRectF(place.left(), top + number * thick, max(1.0, count * unit), thick - 1)
            if count:
                self._bar(painter, bar, number)
                painter.setFont(self._look.font(13, 700))
                painter.setPen(QColor(self._look.theme.soft))
                words = QRectF(bar.right() + 6, bar.top() - 5, self._look.px(COUNT), thick + 10)
                painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(count))

    def _bar(self, painter: QPainter, box: QRectF, number: int) -> None:
        """The last bar of a row is filled, one before it is open: told apart without colour."""
        theme = self._look.theme
        is_last = number == max(1, len(self._heads)) - 1
        painter.setPen(QPen(QColor(theme.teal), 1.2))
        painter.setBrush(QColor(theme.teal if is_last else theme.teal_pale))
        painter.drawRoundedRect(box, 3, 3)

    def _high(self) -> int:
        head = self._look.px(HEAD) if self._heads else 0
        return head + max(1, len(self._rows)) * self._look.px(ROW) + 2
