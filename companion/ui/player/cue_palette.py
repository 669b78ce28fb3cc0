"""The palette that comes up beside the picture while the massage goes on, and goes away by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from companion.ui.player.card import StepCard
from companion.ui.player.cue_grid import CueChoice, CueGrid
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PlayerButton
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.picture import Studio
from companion.ui.widgets.text import FittedText

HEIGHT = 360
"""How high it has to be, in design pixels, unless what it lies over is lower."""


class CuePalette(QFrame):
    """Lies over the lower part of ``under``, never over the picture, and takes no keys from the player.
    ``picked`` carries a SawCue, ``closed`` is a wish to have it away."""

    picked = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, studio: Studio, under: StepCard) -> None:
        super().__init__(under)
        self._look = look
        self._under = under
        self.setProperty("surface", "palette")
        self._title = FittedText(look, 20, 14, weight=700, lines=2)
        self._close = PlayerButton(look, "", Kind.CLOSE, Glyph.CLOSE)
        self._close.setAccessibleName(self.tr("Close"))
        self._grid = CueGrid(look, studio)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 10, 4)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._grid, 1)
        self._grid.picked.connect(self.picked)
        self._close.clicked.connect(self.closed)
        under.installEventFilter(self)
        self.hide()

    def offer(self, title: str, pages: Sequence[Sequence[CueChoice]]) -> None:
        """Come up with these cues."""
        self._title.put(title)
        self.setAccessibleName(title)
        self._grid.offer(pages)
        self._lie()
        self.show()
        self.raise_()

    def answer(self, words: str) -> None:
        """Say what the cues noted so far mean."""
        self._title.put(words)

    def press(self, digit: int) -> None:
        """A digit key."""
        self._grid.press(digit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to its place."""
        if watched is self._under and event.type() == QEvent.Type.Resize and self.isVisible():
            self._lie()
        return False

    def _lie(self) -> None:
        under = self._under
        least = self._look.px(HEIGHT)
        top = next((seam for seam in under.seams if under.height() - seam >= least), 0)
        self.setGeometry(0, top, under.width(), under.height() - top)
