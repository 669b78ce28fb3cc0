"""Under the stage: play and stand still, a picture back and on, and a slider through the loop."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.text import Elided, Role, label, put

PARTS = 1000
"""Steps of the slider in one loop."""


class TransportBar(QWidget):
    """Calls ``toggled``, ``stepped`` (-1 or 1) and ``scrubbed`` (a share of the loop) with what a person does."""

    def __init__(
        self,
        look: Look,
        toggled: Callable[[], None],
        stepped: Callable[[int], None],
        scrubbed: Callable[[float], None],
    ) -> None:
        super().__init__()
        self._play = PillButton(look, "", Kind.SMALL, Glyph.PAUSE)
        back = PillButton(look, "", Kind.PLAIN, Glyph.BACK)
        back.setAccessibleName(self.tr("One picture back"))
        on = PillButton(look, "", Kind.PLAIN, Glyph.NEXT)
        on.setAccessibleName(self.tr("One picture on"))
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, PARTS)
        self._slider.setSingleStep(10)
        self._slider.setPageStep(100)
        self._slider.setAccessibleName(self.tr("Place in the loop"))
        self._where = label("", Role.STRONG)
        self._where.setMinimumWidth(look.px(110))
        self._hands = Elided(Role.SOFT)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self._play, back, on):
            row.addWidget(part)
        row.addWidget(self._slider, 1)
        foot = QHBoxLayout()
        foot.setSpacing(14)
        foot.addWidget(self._where)
        foot.addWidget(self._hands, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addLayout(foot)
        self._play.clicked.connect(toggled)
        back.clicked.connect(lambda: stepped(-1))
        on.clicked.connect(lambda: stepped(1))
        self._slider.valueChanged.connect(partial(_tell, scrubbed))

    def show_place(self, share: float, seconds: float, hands: str, *, playing: bool) -> None:
        """Where in the loop we are, and what the hands do there."""
        self._play.put("", Glyph.PAUSE if playing else Glyph.PLAY)
        name = self.tr("Stand still") if playing else self.tr("Play")
        if self._play.accessibleName() != name:
            self._play.setAccessibleName(name)
            self._play.setToolTip(name)
        if not self._slider.isSliderDown():
            self._slider.blockSignals(True)
            self._slider.setValue(round(share * PARTS))
            self._slider.blockSignals(False)
        told = self.tr("%1 % · %2 s").replace("%1", f"{share * 100:.0f}", 1)
        put(self._where, told.replace("%2", f"{seconds:.1f}"))
        self._hands.put(hands)


def _tell(scrubbed: Callable[[float], None], value: int) -> None:
    scrubbed(value / PARTS)
