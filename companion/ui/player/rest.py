"""While the hands rest: what to look for, and the three kind ways on."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.words import Words
from companion.ui.actions import Press
from companion.ui.pictures import Artist
from companion.ui.player.stage import Stage
from companion.ui.scene import Scene
from companion.ui.theme import Look
from companion.ui.widgets.breath import Breath
from companion.ui.widgets.buttons import Kind, PlayerButton
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.text import FittedText, Role, label

BREATH_FROM = 480
"""Height of the page, in design pixels, from which the breathing circle is shown."""


class RestPage(QWidget):
    """Takes the place of the step while the clock stands; ``pressed`` carries a Press."""

    pressed = Signal(object)

    def __init__(self, look: Look, artist: Artist, words: Words) -> None:
        super().__init__()
        self._look = look
        self._phrases = words.phrases
        self._picture = Stage(look, artist)
        self._picture.setCursor(Qt.CursorShape.ArrowCursor)
        body = QHBoxLayout()
        body.setSpacing(32)
        body.addWidget(self._picture, 55)
        body.addLayout(self._telling(), 45)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addLayout(body, 1)
        column.addLayout(self._ways())

    def open(self, scene: Scene, part: str, areas: Sequence[tuple[str, int]]) -> None:
        """Begin a rest with this picture; ``areas`` are those still to come."""
        self._picture.show_part(scene, part, 0.0, paused=False)
        self._another.setVisible(bool(areas))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The breathing circle is for where there is room."""
        super().resizeEvent(event)
        self._breath.setVisible(self._picture.height() >= self._look.px(BREATH_FROM))

    def _telling(self) -> QVBoxLayout:
        phrases = self._phrases
        column = QVBoxLayout()
        column.setSpacing(2)
        title = FittedText(self._look, 46, 26, weight=800, lines=1)
        title.put(phrases.get("rest.title", ""))
        look_for = FittedText(self._look, 25, 17, weight=600, lines=1)
        look_for.put(phrases.get("rest.look", ""))
        column.addWidget(title)
        column.addWidget(look_for)
        column.addSpacing(8)
        for sign in self._signs():
            cue, _, answer = sign.partition(": ")
            seen = FittedText(self._look, 20, 15, weight=700, lines=1)
            seen.put(cue)
            done = FittedText(self._look, 18, 14, lines=1)
            done.put(answer[:1].upper() + answer[1:])
            column.addWidget(seen)
            column.addWidget(done)
            column.addSpacing(6)
        self._breath = QWidget()
        breath = QHBoxLayout(self._breath)
        breath.setContentsMargins(0, 0, 0, 0)
        breath.setSpacing(18)
        breath.addWidget(Breath(self._look))
        breath.addWidget(label(self.tr("Breathe slowly. The clock stands still."), Role.SOFT, wrap=True), 1)
        column.addStretch(1)
        column.addWidget(self._breath)
        emergency = FittedText(self._look, 17, 14, weight=700, lines=2)
        emergency.put(phrases.get("rest.look.help", ""))
        column.addWidget(emergency)
        return column

    def _signs(self) -> Iterator[str]:
        number = 1
        while sign := self._phrases.get(f"rest.look.{number}"):
            yield sign
            number += 1

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        carry_on = PlayerButton(self._look, self.tr("Carry on"), Kind.PLAY, Glyph.PLAY)
        self._another = PlayerButton(self._look, self.tr("Another area"), Kind.YES)
        finish = PlayerButton(self._look, self.tr("Finish kindly"), Kind.NO)
        for button, press in (
            (carry_on, Press.CARRY_ON),
            (self._another, Press.ANOTHER_AREA),
            (finish, Press.FINISH_KINDLY),
        ):
            button.clicked.connect(lambda _checked=False, press=press: self.pressed.emit(press))
            row.addWidget(button, 1)
        return row
