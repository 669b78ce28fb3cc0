"""While the hands rest: breathe, say what baby shows, and go one of the kind ways on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.cues import Advice
from companion.domain.words import Words
from companion.ui.actions import Press
from companion.ui.pictures import Artist
from companion.ui.player.caption import Caption
from companion.ui.player.cue_grid import CueChoice, CueGrid
from companion.ui.player.stage import Stage
from companion.ui.scene import Scene
from companion.ui.theme import Look
from companion.ui.widgets.breath import Breath
from companion.ui.widgets.buttons import Kind, PlayerButton
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.text import FittedText, Role, label

ROOMY = 480
"""Height of the page, in design pixels, from which the breathing circle has its full size."""
BREATH, SMALL_BREATH = 96, 60


@dataclass(frozen=True, slots=True)
class Advised:
    """What the cues suggest: the advice, and the one sentence that says it."""

    advice: Advice
    words: str


class RestPage(QWidget):
    """Takes the place of the step while the clock stands; ``pressed`` carries a Press or a SawCue."""

    pressed = Signal(object)

    def __init__(self, look: Look, artist: Artist, words: Words) -> None:
        super().__init__()
        self._look = look
        self._phrases = words.phrases
        self._has_areas = False
        self._picture = Stage(look, artist)
        self._picture.setCursor(Qt.CursorShape.ArrowCursor)
        self._caption = Caption(look, self._picture)
        self._breath = Breath(look)
        self._breathe = label(self.tr("Breathe slowly. The clock stands still."), Role.SOFT, wrap=True)
        self._told = FittedText(look, 21, 14, weight=700, lines=3)
        self._emergency = FittedText(look, 16, 13, weight=700, lines=2)
        self._cues = CueGrid(look, lambda: artist, self._emergency)
        self._carry_on = PlayerButton(look, self.tr("Carry on"), Kind.PLAY, Glyph.PLAY)
        self._another = PlayerButton(look, self.tr("Another area"), Kind.YES)
        self._finish = PlayerButton(look, self.tr("Finish kindly"), Kind.NO)
        self._help = PlayerButton(look, self.tr("Get help now"), Kind.PLAY)
        self._ways = {
            Advice.CARRY_ON: (self._carry_on, Press.CARRY_ON, Kind.CONTROL),
            Advice.OTHER_AREA: (self._another, Press.ANOTHER_AREA, Kind.YES),
            Advice.FINISH: (self._finish, Press.FINISH_KINDLY, Kind.NO),
            Advice.GET_HELP: (self._help, Press.HELP, Kind.PLAY),
        }
        self._lay_out()
        self._cues.picked.connect(self.pressed)
        for button, press, _ in self._ways.values():
            button.clicked.connect(lambda _checked=False, press=press: self.pressed.emit(press))

    def open(self, scene: Scene, part: str, areas: Sequence[tuple[str, int]]) -> None:
        """Begin a rest with this picture; ``areas`` are those still to come."""
        self._picture.show_part(scene, part, 0.0, paused=False)
        self._has_areas = bool(areas)
        ask = self.tr("One tap, or its number.")
        self.advise(Advised(Advice.REST, f"{self._phrases.get('rest.look', '')} {ask}"))

    def offer(self, pages: Sequence[Sequence[CueChoice]], emergency: str) -> None:
        """What baby may have done, to be picked; and the sentence for an emergency."""
        self._cues.offer(pages)
        self._emergency.put(emergency)

    def advise(self, advised: Advised) -> None:
        """Say what the cues suggest, and make that way the one that stands out."""
        self._told.put(advised.words)
        danger = advised.advice is Advice.GET_HELP
        wanted = advised.advice
        if wanted is Advice.OTHER_AREA and not self._has_areas:
            wanted = Advice.FINISH
        if wanted is Advice.REST:
            wanted = Advice.CARRY_ON
        for advice, (button, _, usual) in self._ways.items():
            button.become(Kind.PLAY if advice is wanted else usual)
        self._help.setVisible(danger)
        self._carry_on.setVisible(not danger)
        self._another.setVisible(self._has_areas and not danger)

    def show_caption(self, words: str) -> None:
        """The words that are being spoken."""
        self._caption.put(words)

    def press(self, digit: int) -> None:
        """A digit key picks a cue."""
        self._cues.press(digit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The breathing circle is large where there is room."""
        super().resizeEvent(event)
        roomy = self.height() >= self._look.px(ROOMY) + self._carry_on.height()
        side = self._look.px(BREATH if roomy else SMALL_BREATH)
        self._breath.setFixedSize(side, side)
        self._breathe.setVisible(roomy)

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(32)
        body.addWidget(self._picture, 55)
        body.addLayout(self._telling(), 45)
        ways = QHBoxLayout()
        ways.setSpacing(14)
        for button in (self._help, self._carry_on, self._another, self._finish):
            ways.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(body, 1)
        column.addLayout(ways)

    def _telling(self) -> QVBoxLayout:
        title = FittedText(self._look, 42, 24, weight=800, lines=1)
        title.put(self._phrases.get("rest.title", ""))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(title)
        words.addWidget(self._breathe)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(18)
        top.addWidget(self._breath)
        top.addLayout(words, 1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._told)
        column.addWidget(self._cues, 1)
        return column
