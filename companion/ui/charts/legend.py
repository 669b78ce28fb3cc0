"""What the colours and marks of the day and time chart mean."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from companion.domain.day_card import Doing
from companion.ui.daycard.doings import BRUSHES, doing_name, fill
from companion.ui.theme import Look
from companion.ui.widgets.flow import Flow

SIDE, GAP, HIGH = 16, 6, 26


class Sample(QWidget):
    """A colour, or the mark of a massage (None), with its name."""

    def __init__(self, look: Look, doing: Doing | None, words: str) -> None:
        super().__init__()
        self._look = look
        self._doing = doing
        self._words = words
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """The colour and the name."""
        wide = QFontMetrics(self._look.font(15, 600)).horizontalAdvance(self._words)
        return QSize(self._look.px(SIDE + GAP) + wide + 10, self._look.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The colour and the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(self._look.px(SIDE))
        box = QRectF(1, (self.height() - side) / 2, side, side)
        if self._doing is not None:
            fill(painter, box, self._doing, self._look.theme)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.theme.ink))
            middle, half = box.center(), side / 2
            corners = ((0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0))
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
        painter.setPen(QColor(self._look.theme.soft))
        painter.setFont(self._look.font(15, 600))
        words = QRectF(side + self._look.px(GAP), 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)


class Legend(QWidget):
    """All of them in a row."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = Flow(self, 12)
        for doing in BRUSHES:
            row.addWidget(Sample(look, doing, doing_name(doing)))
        row.addWidget(Sample(look, None, QCoreApplication.translate("charts", "Massage")))
