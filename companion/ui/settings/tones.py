"""Skin tones to pick from, each shown as itself."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.flow import Flow

SWATCH = 44


class Swatch(QAbstractButton):
    """A disc of one tone; ``colour`` is asked at each painting, because the theme may change it."""

    def __init__(self, look: Look, colour: Callable[[], QColor]) -> None:
        super().__init__()
        self._look = look
        self._colour = colour
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Large enough to touch."""
        side = max(SWATCH + 4, self._look.px(SWATCH + 4))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tone, and a ring when it is the one chosen."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, radius = QPointF(self.width() / 2, self.height() / 2), self.width() / 2 - 3
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus if self.hasFocus() else theme.teal), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, radius, radius)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(self._colour())
        painter.drawEllipse(middle, radius - 5, radius - 5)


class Tones(QWidget):
    """Six swatches; ``picked`` is called with the number of the tone, 1 (lightest) to 6 (deepest)."""

    def __init__(
        self, look: Look, name: str, colour: Callable[[int], QColor], picked: Callable[[int], None]
    ) -> None:
        super().__init__()
        self._swatches: dict[int, Swatch] = {}
        group = QButtonGroup(self)
        row = Flow(self, 6)
        for tone in range(1, 7):
            swatch = Swatch(look, partial(colour, tone))
            swatch.setAccessibleName(self.tr("%1 %2").replace("%1", name).replace("%2", str(tone)))
            swatch.clicked.connect(partial(self._pick, picked, tone))
            group.addButton(swatch)
            self._swatches[tone] = swatch
            row.addWidget(swatch)

    @staticmethod
    def _pick(picked: Callable[[int], None], tone: int, *_checked: object) -> None:
        picked(tone)

    def put(self, tone: int) -> None:
        """Show this tone as the one chosen."""
        if tone in self._swatches:
            self._swatches[tone].setChecked(True)
