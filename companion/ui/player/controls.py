"""The player's large buttons: the way through on the left, what the baby says on the right."""

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from companion.ui.actions import Press
from companion.ui.player.view import Mode
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PlayerButton
from companion.ui.widgets.glyphs import Glyph

SPACING = 14
TIGHTEST = 3
"""From 0, as designed, to 3: least padding, smaller words, no small pictures."""


class Controls(QWidget):
    """The bottom line; ``pressed`` carries a Press. The large button is what is obvious just now."""

    pressed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._main_press = Press.TOGGLE
        self._no_press = Press.SAYS_NO
        self._mode: Mode | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fit)
        self._back = PlayerButton(look, self.tr("Back"), Kind.CONTROL, Glyph.BACK)
        self._main = PlayerButton(look, self.tr("Pause"), Kind.PLAY, Glyph.PAUSE)
        self._skip = PlayerButton(look, self.tr("Skip"), Kind.CONTROL, Glyph.NEXT)
        self._skip.put_glyph_after()
        self._enjoying = PlayerButton(look, self.tr("Enjoying it"), Kind.YES, Glyph.SMILE)
        self._no = PlayerButton(look, self.tr("Baby says no"), Kind.NO)
        self._finish = PlayerButton(look, self.tr("Finish"), Kind.CONTROL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        self._all = (self._back, self._main, self._skip, self._enjoying, self._no, self._finish)
        for button in self._all:
            row.addWidget(button)
        row.insertStretch(3, 1)
        self._row = row
        self._tightness = 0
        for button, press in (
            (self._back, Press.BACK),
            (self._skip, Press.NEXT),
            (self._enjoying, Press.ENJOYING),
            (self._finish, Press.FINISH),
        ):
            button.clicked.connect(lambda _checked=False, press=press: self.pressed.emit(press))
        self._main.clicked.connect(lambda: self.pressed.emit(self._main_press))
        self._no.clicked.connect(lambda: self.pressed.emit(self._no_press))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room makes the buttons tighter, never fewer and never lower."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger type may ask for tighter buttons."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._soon.start()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the tightest buttons may be; the row itself sees to it that they fit."""
        return QSize(320, self._row.minimumSize().height())

    def _fit(self) -> None:
        for tightness in range(TIGHTEST + 1):
            self._tighten(tightness)
            shown = [button for button in self._all if button.isVisibleTo(self)]
            needed = sum(button.sizeHint().width() for button in shown) + SPACING * len(shown)
            if needed <= self.width():
                return

    def _tighten(self, tightness: int) -> None:
        if tightness == self._tightness:
            return
        self._tightness = tightness
        self._row.setSpacing(SPACING if tightness < 2 else SPACING // 2)
        for button in self._all:
            button.tighten(tightness)

    def show_part(self, mode: Mode) -> None:
        """Name the large button and the one for "no" after what is asked just now."""
        words, glyph, press = {
            Mode.PAUSED: (self.tr("Go on"), Glyph.PLAY, Press.TOGGLE),
            Mode.WAITING: (self.tr("Go on"), Glyph.PLAY, Press.GO_ON),
            Mode.ASKING: (self.tr("Yes, baby is ready"), Glyph.CHECK, Press.YES),
        }.get(mode, (self.tr("Pause"), Glyph.PAUSE, Press.TOGGLE))
        if mode is self._mode:
            return
        self._mode = mode
        self._main.put(words, glyph)
        self._main_press = press
        asking = mode is Mode.ASKING
        self._no.put(self.tr("Not now") if asking else self.tr("Baby says no"))
        self._no_press = Press.NOT_NOW if asking else Press.SAYS_NO
        self._enjoying.setVisible(not asking)
        self._fit()
