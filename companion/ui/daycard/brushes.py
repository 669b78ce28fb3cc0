"""What to draw with: one button for each thing that a baby does, with a sample of how it looks, and one to wipe out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QWidget

from companion.domain.day_card import Doing
from companion.ui.daycard.doings import BRUSHES, doing_name, fill
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow

SAMPLE = 22
GAP = 8


class Brush(PillButton):
    """A button with a sample of its doing."""

    def __init__(self, look: Look, doing: Doing, words: str) -> None:
        self._doing = doing
        super().__init__(look, words, Kind.CHOICE)
        self.setCheckable(True)

    def _draw_icon(self) -> None:
        side, gap = self._look.px(SAMPLE), self._look.px(GAP)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round((side + gap) * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill("transparent")
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, QRectF(1, 1, side - 2, side - 2), self._doing, self._look.theme, 5)
        painter.end()
        self.setIcon(QIcon(picture))
        self.setIconSize(QSize(side + gap, side))


class Brushes(QWidget):
    """The row of them; ``picked`` is called with the doing that a person picks."""

    def __init__(self, look: Look, picked: Callable[[Doing], None]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Draw with"))
        self._buttons: dict[Doing, Brush] = {}
        group = QButtonGroup(self)
        row = Flow(self)
        words = [(doing, doing_name(doing)) for doing in BRUSHES]
        for doing, name in (*words, (Doing.UNKNOWN, self.tr("Wipe out"))):
            button = Brush(look, doing, name)
            button.setAccessibleName(self.tr("Draw with: %1").replace("%1", name))
            button.clicked.connect(partial(self._picked, picked, doing))
            group.addButton(button)
            self._buttons[doing] = button
            row.addWidget(button)

    def put(self, doing: Doing) -> None:
        """Show what is drawn with."""
        self._buttons[doing].setChecked(True)

    @staticmethod
    def _picked(picked: Callable[[Doing], None], doing: Doing, *_checked: object) -> None:
        picked(doing)
