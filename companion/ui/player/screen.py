"""The player's screen: lays its parts out as the eye sees them, and turns keys and presses into actions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from companion.domain.clock import Clock
from companion.domain.settings import Settings
from companion.domain.words import Words
from companion.ui.actions import PlayerAction, Press
from companion.ui.dialogs import ErrorSheet
from companion.ui.help.crying import CryingSheet
from companion.ui.help.desk import HelpDesk
from companion.ui.help.sheet import HelpSheet
from companion.ui.keys import KeyGate, digit_of, press_of
from companion.ui.pictures import Artist
from companion.ui.player.caption import Caption
from companion.ui.player.card import StepCard
from companion.ui.player.controls import Controls
from companion.ui.player.cue_grid import CueChoice
from companion.ui.player.cue_palette import CuePalette
from companion.ui.player.header import Header
from companion.ui.player.rest import Advised, RestPage
from companion.ui.player.sheets import AdjustSheet, AreaSheet, FinishSheet, KeySheet
from companion.ui.player.showing import Showing
from companion.ui.player.stage import Stage
from companion.ui.player.view import Mode, PlayerView
from companion.ui.scene import Scene
from companion.ui.theme import Look
from companion.ui.widgets.progress import Progress
from companion.ui.widgets.sheet import Sheet

NOTE_MS = 2500


class PlayerScreen(QWidget):
    """Shows views of a session. ``acted`` carries what the caregiver does, as a PlayerAction."""

    acted = Signal(object)

    def __init__(self, look: Look, artist: Artist, words: Words, clock: Clock) -> None:
        super().__init__()
        self.setProperty("screen", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.look = look
        self._words = words
        self._gate = KeyGate(clock)
        self._sheet: Sheet | None = None
        self._header = Header(look)
        self._stage = Stage(look, artist)
        self.showing = Showing(look, self._stage)
        self._card = StepCard(look, words, artist)
        self._progress = Progress(look)
        self._controls = Controls(look)
        self._rest = RestPage(look, artist, words)
        self._caption = Caption(look, self._stage)
        self._cues = CuePalette(look, lambda: artist, self._card)
        self._pages = QStackedWidget()
        self._note_timer = QTimer(self)
        self._note_timer.setSingleShot(True)
        self._note_timer.setInterval(NOTE_MS)
        self._lay_out()
        self._note_timer.timeout.connect(lambda: self._stage.note(""))
        self._stage.tapped.connect(lambda: self._act(Press.TOGGLE))
        self._cues.picked.connect(self._act)
        self._cues.closed.connect(self._cues.hide)
        for part in (self._header, self._controls, self._rest):
            part.pressed.connect(self._act)

    @property
    def is_covered(self) -> bool:
        """Whether a sheet lies over the screen."""
        return self._sheet is not None

    def show_view(self, view: PlayerView) -> None:
        """Show this instant; each part changes only when its share of the view differs."""
        self._header.show_part(view)
        self._progress.show_part(view.segments)
        self._pages.setCurrentIndex(1 if view.mode is Mode.RESTING else 0)
        if view.mode is Mode.RESTING:
            return
        paused = view.mode is Mode.PAUSED
        self._stage.show_part(view.scene, view.place.part, view.t, paused=paused, life=view.life)
        self._card.show_part(view)
        self._controls.show_part(view.mode)

    def show_caption(self, words: str) -> None:
        """The words that are being spoken, or none."""
        self._caption.put(words, lifted=bool(self._stage.accessibleDescription()))
        self._rest.show_caption(words)

    def offer_cues(self, title: str, pages: Sequence[Sequence[CueChoice]]) -> None:
        """Let the palette come up beside the picture; the massage goes on."""
        self._cues.offer(title, pages)

    def answer_cues(self, words: str) -> None:
        """Say in the palette what was noted."""
        self._cues.answer(words)

    def close_cues(self) -> None:
        """Take the palette away."""
        self._cues.hide()

    def offer_rest_cues(self, pages: Sequence[Sequence[CueChoice]], emergency: str) -> None:
        """What baby may have done before the rest, and the sentence for an emergency."""
        self._rest.offer(pages, emergency)

    def advise(self, advised: Advised) -> None:
        """Say in a rest what the cues suggest."""
        self._rest.advise(advised)

    def show_settings(self, settings: Settings) -> None:
        """Take what can be set during play."""
        self._header.set_voice(settings.voice_on)
        self._card.set_captions(settings.captions)
        if isinstance(self._sheet, AdjustSheet):
            self._sheet.show_part(settings)

    def note(self, words: str, *, smiling: bool = False) -> None:
        """Say something small at the foot of the picture for a moment; ``smiling``: the baby there likes it."""
        self._stage.note(words, smiling=smiling)
        self._note_timer.start()

    def hold_note(self, words: str) -> None:
        """Say something at the foot of the picture until the next note; "" takes it away."""
        self._note_timer.stop()
        self._stage.note(words)

    def open_rest(self, scene: Scene, part: str, areas: tuple[tuple[str, int], ...]) -> None:
        """Turn to the page for a rest."""
        self._rest.open(scene, part, areas)

    def offer_areas(self, areas: tuple[tuple[str, int], ...]) -> None:
        """Let the caregiver choose another area during a rest."""
        sheet = AreaSheet(self.look, self, areas)
        sheet.chosen.connect(self._act)
        self._open(sheet)

    def open_help(self, desk: HelpDesk, signs: Sequence[str] = ()) -> None:
        """Lay "Get help" over the screen, on what to do about these signs if there are any."""
        sheet = HelpSheet(self.look, self, desk, signs)
        sheet.crying_asked.connect(lambda: self._act(Press.CRYING))
        self._open(sheet)

    def open_crying(self, desk: HelpDesk) -> None:
        """Lay the plan for crying over the screen."""
        sheet = CryingSheet(self.look, self, desk)
        sheet.help_asked.connect(lambda: self._act(Press.HELP))
        self._open(sheet)

    def open_keys(self) -> None:
        """Lay the map of keys over the screen."""
        self._open(KeySheet(self.look, self))

    def open_adjust(self, settings: Settings) -> None:
        """Lay the small adjustments over the screen."""
        sheet = AdjustSheet(self.look, self)
        sheet.show_part(settings)
        sheet.changed.connect(self._act)
        self._open(sheet)

    def ask_to_finish(self) -> None:
        """Ask once, gently."""
        sheet = FinishSheet(self.look, self)
        sheet.pressed.connect(self._act)
        self._open(sheet)

    def open_error(self, told: str) -> None:
        """Say what went wrong, with a way to try again."""
        self._open(ErrorSheet(self.look, self, told, lambda: self._act(Press.TRY_AGAIN)))

    def close_sheet(self) -> None:
        """Take away whatever lies over the screen."""
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.hide()
            sheet.deleteLater()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys, clickers and pedals through the one key map."""
        digit = digit_of(event.key(), event.modifiers())
        if digit is not None and self._sheet is None and not event.isAutoRepeat():
            self._pick(digit)
            return
        if event.key() == Qt.Key.Key_Escape and self._cues.isVisible() and self._sheet is None:
            self._cues.hide()
            return
        press = press_of(event.key(), event.modifiers())
        if press is None:
            super().keyPressEvent(event)
            return
        if not event.isAutoRepeat() and self._gate.lets(event.key()):
            self._act(press)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The middle button is the obvious press, wherever it lands."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._act(Press.TOGGLE)

    def _pick(self, digit: int) -> None:
        """A digit picks a cue where cues are offered."""
        if self._pages.currentWidget() is self._rest:
            self._rest.press(digit)
        elif self._cues.isVisible():
            self._cues.press(digit)

    def _act(self, action: PlayerAction) -> None:
        self.acted.emit(action)

    def _open(self, sheet: Sheet) -> None:
        self.close_sheet()
        self._sheet = sheet
        sheet.closed.connect(lambda: self._act(Press.CLOSE))
        sheet.open()

    def _lay_out(self) -> None:
        play, body = QWidget(), QHBoxLayout()
        body.setSpacing(32)
        body.addWidget(self.showing, 660)
        body.addWidget(self._card, 524)
        lower = QVBoxLayout(play)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(10)
        lower.addLayout(body, 1)
        lower.addSpacing(8)
        lower.addWidget(self._progress)
        lower.addWidget(self._controls)
        self._pages.addWidget(play)
        self._pages.addWidget(self._rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 12, 32, 18)
        column.setSpacing(4)
        column.addWidget(self._header)
        column.addWidget(self._pages, 1)
