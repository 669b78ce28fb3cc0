"""A clip's own controls: play and pause, where it stands, half speed, mirror and sound."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from companion.ui.clips.view import ClipPress, ClipView, SeekTo, clock_time
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton, PlayerButton
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.text import Role, label, put

STEPS = 1000


class ClipControls(QWidget):
    """``acted`` carries a ClipAction. ``button`` is the kind of button that the screen uses."""

    acted = Signal(object)

    def __init__(self, look: Look, button: type[PillButton] = PillButton) -> None:
        super().__init__()
        self._start, self._end = 0.0, 1.0
        self._play = button(look, self.tr("Play film"), Kind.PLAIN, Glyph.PLAY)
        self._play.setMinimumHeight(look.px(46))
        self._where = self._made_slider()
        if button is PlayerButton:  # a click leaves the player's keys to the player
            self._where.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._time = label("", Role.SOFT)
        self._slow = self._switch(look, button, self.tr("Half speed"))
        self._mirror = self._switch(look, button, self.tr("Mirror"))
        self._sound = self._switch(look, button, self.tr("Sound"))
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self._play)
        line.addWidget(self._where, 1)
        line.addWidget(self._time)
        switches = QWidget()
        flow = Flow(switches)
        for switch in (self._slow, self._mirror, self._sound):
            flow.addWidget(switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(switches)
        self._play.clicked.connect(lambda: self.acted.emit(ClipPress.TOGGLE))
        self._slow.clicked.connect(lambda: self.acted.emit(ClipPress.SLOW))
        self._mirror.clicked.connect(lambda: self.acted.emit(ClipPress.MIRROR))
        self._sound.clicked.connect(lambda: self.acted.emit(ClipPress.SOUND))
        self._where.valueChanged.connect(self._tell_seek)

    def show_part(self, view: ClipView) -> None:
        """Show where the clip stands and how it plays."""
        self._start, self._end = view.start, view.end
        words = self.tr("Pause film") if view.playing else self.tr("Play film")
        self._play.put(words, Glyph.PAUSE if view.playing else Glyph.PLAY)
        put(self._time, f"{clock_time(view.at - view.start)} / {clock_time(view.end - view.start + 0.5)}")
        if not self._where.isSliderDown():
            self._where.blockSignals(True)
            share = (view.at - view.start) / max(0.001, view.end - view.start)
            self._where.setValue(round(share * STEPS))
            self._where.blockSignals(False)
        self._slow.setChecked(view.slow)
        self._mirror.setChecked(view.mirrored)
        self._sound.setChecked(view.has_sound and not view.muted)
        self._sound.setVisible(view.has_sound)
        for part in (self._play, self._where, self._slow, self._sound):
            part.setEnabled(not view.notice)

    def _made_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, STEPS)
        slider.setSingleStep(STEPS // 50)
        slider.setPageStep(STEPS // 10)
        slider.setMinimumWidth(120)
        slider.setAccessibleName(self.tr("Where the film stands"))
        return slider

    @staticmethod
    def _switch(look: Look, button: type[PillButton], words: str) -> PillButton:
        made = button(look, words, Kind.CHOICE)
        made.setCheckable(True)
        return made

    def _tell_seek(self, value: int) -> None:
        self.acted.emit(SeekTo(self._start + (self._end - self._start) * value / STEPS))
