"""What is laid over the player: the gentle question before finishing, the map of keys, and small adjustments."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from companion.domain.settings import Advance, Settings
from companion.ui.actions import GoTo, Press, SetAdvance, SetCaptions, SetPace, SetVolume, Sound
from companion.ui.input.key_grid import key_grid
from companion.ui.keys import key_rows
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PlayerButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.text import Role, label
from companion.ui.widgets.volume import Volume

SLOWER, USUAL, QUICKER = 1.25, 1.0, 0.85


class FinishSheet(Sheet):
    """Asks once, gently, whether to finish; ``pressed`` carries a Press."""

    pressed = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, self.tr("Finish here?"), widest=680)
        told = self.tr("A short massage counts too. What you did is already saved.")
        self.body.addWidget(label(told, Role.LEAD, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(14)
        keep = PlayerButton(look, self.tr("Keep going"), Kind.PLAY, Glyph.PLAY)
        finish = PlayerButton(look, self.tr("Finish"), Kind.CONTROL)
        keep.clicked.connect(lambda: self.pressed.emit(Press.KEEP_GOING))
        finish.clicked.connect(lambda: self.pressed.emit(Press.FINISH_KINDLY))
        row.addWidget(keep, 3)
        row.addWidget(finish, 2)
        self.body.addSpacing(10)
        self.body.addLayout(row)


class AreaSheet(Sheet):
    """The areas still to come, to choose from; ``chosen`` carries a GoTo."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget, areas: Sequence[tuple[str, int]]) -> None:
        super().__init__(look, parent, self.tr("Another area"), widest=820)
        flow = Flow(spacing=10)
        for name, moment in areas:
            button = PlayerButton(look, name, Kind.CONTROL)
            button.clicked.connect(lambda _checked=False, moment=moment: self.chosen.emit(GoTo(moment)))
            flow.addWidget(button)
        self.body.addLayout(flow)


class KeySheet(Sheet):
    """The live map of keys, clickers and pedals."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, self.tr("Keys, clickers and pedals"), widest=820)
        self.body.addLayout(key_grid(look, key_rows(), (36, 8)))
        tap = self.tr("A tap on the picture or the middle mouse button also pauses. Media keys work too.")
        self.body.addWidget(label(tap, Role.SOFT, wrap=True))


class AdjustSheet(Sheet):
    """Pace, captions, what ends a step, and loudness, without stopping; ``changed`` carries an action."""

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, self.tr("Adjust"), widest=700, aside=True)
        self._pace = Choices(
            look,
            self.tr("Pace"),
            ((SLOWER, self.tr("Slower")), (USUAL, self.tr("Usual")), (QUICKER, self.tr("A little quicker"))),
            lambda pace: self.changed.emit(SetPace(pace)),
            PlayerButton,
        )
        self._advance = Choices(
            look,
            self.tr("Move on"),
            (
                (Advance.TIMER, self.tr("By itself")),
                (Advance.UNTIL_I_SAY, self.tr("Wait at turns")),
                (Advance.BY_HAND, self.tr("When I say")),
            ),
            lambda advance: self.changed.emit(SetAdvance(advance)),
            PlayerButton,
        )
        self._captions = Choices(
            look,
            self.tr("Captions"),
            ((True, self.tr("Shown")), (False, self.tr("Hidden"))),
            lambda shown: self.changed.emit(SetCaptions(shown)),
            PlayerButton,
        )
        self._volumes = {
            sound: Volume(name, partial(self._turn, sound), Qt.FocusPolicy.TabFocus)
            for sound, name in (
                (Sound.VOICE, self.tr("Voice")),
                (Sound.CHIME, self.tr("Chimes")),
                (Sound.TICK, self.tr("Pace tick")),
            )
        }
        self._lay_out(look)

    def show_part(self, settings: Settings) -> None:
        """Show what is set."""
        self._pace.put(settings.pace)
        self._advance.put(settings.advance)
        self._captions.put(settings.captions)
        self._volumes[Sound.VOICE].put(settings.voice_volume)
        self._volumes[Sound.CHIME].put(settings.chime_volume)
        self._volumes[Sound.TICK].put(settings.tick_volume)

    def _turn(self, sound: Sound, volume: float) -> None:
        self.changed.emit(SetVolume(sound, volume))

    def _lay_out(self, look: Look) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Pace"), self._pace),
            (self.tr("Move on"), self._advance),
            (self.tr("Captions"), self._captions),
        )
        for row, (name, choices) in enumerate(rows):
            grid.addWidget(label(name, Role.STRONG), row, 0)
            grid.addWidget(choices, row, 1)
        self.body.addLayout(grid)
        for volume in self._volumes.values():
            self.body.addWidget(volume)
        row = Flow(spacing=10)
        for words, press in (
            (self.tr("15 seconds more"), Press.MORE_TIME),
            (self.tr("Once more"), Press.REPEAT),
            (self.tr("Keys"), Press.KEYS),
        ):
            button = PlayerButton(look, words)
            button.clicked.connect(lambda _checked=False, press=press: self.changed.emit(press))
            row.addWidget(button)
        self.body.addLayout(row)
