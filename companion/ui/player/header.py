"""The player's top line: which routine, where in it, how long still, voice, adjust and help."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from companion.ui.actions import Press
from companion.ui.player.view import Place, PlayerView
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PlayerButton
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.text import Elided, Role, label, put


class Header(QWidget):
    """The top line; ``pressed`` carries a Press."""

    pressed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._place: Place | None = None
        self._left = -1
        self._routine = label("", Role.ROUTINE)
        self._where = Elided(Role.WHERE)
        self._time = label("", Role.CHIP)
        self._adjust = PlayerButton(look, self.tr("Adjust"), Kind.CHIP, Glyph.ADJUST)
        self._voice = PlayerButton(look, "", Kind.CHIP)
        self._crying = PlayerButton(look, self.tr("Crying"), Kind.CHIP_HELP)
        self._crying.setAccessibleName(self.tr("When the crying is too much"))
        self._help = PlayerButton(look, self.tr("Get help"), Kind.CHIP_HELP)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._routine)
        row.addWidget(self._where, 1)
        for chip in (self._time, self._adjust, self._voice, self._crying, self._help):
            row.addWidget(chip)
        self._adjust.clicked.connect(lambda: self.pressed.emit(Press.ADJUST))
        self._voice.clicked.connect(lambda: self.pressed.emit(Press.VOICE))
        self._crying.clicked.connect(lambda: self.pressed.emit(Press.CRYING))
        self._help.clicked.connect(lambda: self.pressed.emit(Press.HELP))

    def set_voice(self, on: bool) -> None:
        """Whether the voice speaks."""
        self._voice.put(self.tr("Voice on") if on else self.tr("Voice off"))

    def show_part(self, view: PlayerView) -> None:
        """Take a new state."""
        if view.place != self._place:
            self._place = view.place
            put(self._routine, view.place.routine)
            step = self.tr("step %1 of %2").replace("%1", str(view.place.step))
            self._where.put(f"{view.place.part} · {step.replace('%2', str(view.place.steps))}")
        if view.left != self._left:
            self._left = view.left
            minutes, seconds = divmod(view.left, 60)
            put(self._time, self.tr("%1 left").replace("%1", f"{minutes}:{seconds:02d}"))
