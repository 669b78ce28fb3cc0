"""Stands between a session and its screen: ticks, shows views, and turns actions into commands."""

from collections.abc import Callable
from functools import partial
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from companion.domain.errors import CompanionError
from companion.domain.events import Event, Paused, PauseReason, TimeAdded
from companion.domain.player import Phase
from companion.ui.actions import (
    GoTo,
    PlayerAction,
    Press,
    SawCue,
    SetAdvance,
    SetCaptions,
    SetPace,
    SetVolume,
)
from companion.ui.context import Playing, UiContext
from companion.ui.help.desk import help_desk
from companion.ui.player.adjustments import Adjustments
from companion.ui.player.cue_taker import CueTaker
from companion.ui.player.films import SessionFilms
from companion.ui.player.screen import PlayerScreen
from companion.ui.player.view import Composer, Mode
from companion.ui.scene import Scene
from companion.ui.sentences import sentence

FRAME_MS = 33
REST_MS = 500
SOON_MS = 400


class PlayerPresenter:
    """Plays one session on one screen. ``ended`` is called once, when the session is over."""

    def __init__(
        self,
        context: UiContext,
        playing: Playing,
        screen: PlayerScreen,
        ended: Callable[[Playing], None],
    ) -> None:
        self._context = context
        self._playing = playing
        self._screen = screen
        self._ended = ended
        self._adjustments = Adjustments(context, playing, screen.show_settings, self._failed)
        self._cues = CueTaker(context, playing, screen)
        self._films = SessionFilms(context, screen.look, screen.showing)
        self._composer = Composer(playing.plan, playing.timeline, context.words, playing.whose)
        self._owner = QObject()
        self._timer = QTimer(self._owner)
        self._pause_reason: PauseReason | None = None
        self._resume_after_sheet = False
        self._over = False

    @property
    def is_ticking(self) -> bool:
        """Whether the clock is being asked; only while something plays."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Connect, start or carry on, and show the first view."""
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._screen.acted.connect(self.act)
        self._adjustments.load()
        self._do(self._playing.begin)
        QTimer.singleShot(SOON_MS, self._owner, self._cues.get_ready)
        QTimer.singleShot(SOON_MS, self._screen.showing, self._films.get_ready)

    def leave(self) -> None:
        """The window closes: pause, so that the session can be carried on."""
        if not self._over:
            self._do(lambda: self._playing.pause(PauseReason.WINDOW_CLOSED))
        self.let_go()

    def let_go(self) -> None:
        """Stop ticking and listening for good."""
        self._over = True
        self._timer.stop()
        self._films.close()
        self._screen.acted.disconnect(self.act)

    def act(self, action: PlayerAction) -> None:
        """Do what the caregiver asks."""
        if self._over:
            return
        match action:
            case Press():
                self._press(action)
            case GoTo():
                self._screen.close_sheet()
                self._do(lambda: self._playing.carry_on(action.moment))
            case SawCue():
                self._do(lambda: self._cues.saw(action.cue))
                if self._cues.signs:
                    self._open(Press.HELP)
            case SetPace() | SetAdvance() | SetCaptions() | SetVolume():
                self._do(lambda: self._adjustments.make(action))
            case _:
                assert_never(action)

    def _press(self, press: Press) -> None:
        if self._screen.is_covered:
            press = _when_covered(press)
        playing = self._playing
        commands: dict[Press, Callable[[], list[Event]]] = {
            Press.TOGGLE: self._toggled,
            Press.NEXT: partial(_or_back, playing, playing.next),
            Press.BACK: playing.back,
            Press.REPEAT: playing.repeat,
            Press.MORE_TIME: playing.add_time,
            Press.REST: partial(_or_back, playing, playing.rest),
            Press.SAYS_NO: playing.baby_says_no,
            Press.YES: playing.yes,
            Press.GO_ON: playing.yes,
            Press.CARRY_ON: playing.carry_on,
            Press.NOT_NOW: self._cues.not_now,
            Press.ENJOYING: self._cues.enjoying,
            Press.FINISH_KINDLY: self._finish_kindly,
            Press.TRY_AGAIN: self._try_again,
        }
        command = commands.get(press)
        if command is not None:
            self._do(command)
        else:
            self._open(press)

    def _open(self, press: Press) -> None:
        """Presses that change what is laid over the screen."""
        match press:
            case Press.FINISH:
                self._cover(self._screen.ask_to_finish)
            case Press.HELP:
                self._cover(lambda: self._screen.open_help(help_desk(self._context), self._cues.signs))
            case Press.CRYING:
                self._cover(lambda: self._screen.open_crying(help_desk(self._context)))
            case Press.KEYS:
                self._cover(self._screen.open_keys)
            case Press.ADJUST:
                self._screen.open_adjust(self._adjustments.settings)
            case Press.ANOTHER_AREA:
                self._screen.offer_areas(self._composer.areas_after(self._playing.state().index))
            case Press.VOICE:
                self._adjustments.switch_voice()
            case Press.FILM:
                self._films.turn()
            case _:
                self._uncover()

    def _cover(self, lay: Callable[[], None]) -> None:
        """Lay something over the screen; what plays stands still until it is taken away."""
        if self._playing.state().phase is Phase.PLAYING:
            self._resume_after_sheet = True
            self._do(self._playing.pause)
        lay()

    def _uncover(self) -> None:
        self._screen.close_sheet()
        if self._resume_after_sheet:
            self._resume_after_sheet = False
            self._do(self._playing.resume)

    def _toggled(self) -> list[Event]:
        self._resume_after_sheet = False
        if self._playing.state().waiting and self._playing.state().phase is Phase.PLAYING:
            return self._playing.yes()
        return self._playing.toggle()

    def _try_again(self) -> list[Event]:
        self._screen.close_sheet()
        if self._playing.state().phase is Phase.READY:
            return self._playing.begin()
        return self._playing.resume()

    def _finish_kindly(self) -> list[Event]:
        self._screen.close_sheet()
        return self._playing.stop(self._cues.reason())

    def tick(self) -> None:
        """Spend the time that has passed; the timer calls it."""
        self._do(self._playing.tick)

    def _do(self, command: Callable[[], list[Event]]) -> None:
        """Give a command, tell what came of it, and show where the session stands now."""
        before = self._playing.state().phase
        try:
            events = command()
        except CompanionError as error:
            events = []
            self._failed(error)
        for event in events:
            self._tell(event)
        for notice in self._context.notices() if events else ():
            self._screen.note(sentence(notice, self._context.words))
        if not self._over:
            self._show(before)

    def _failed(self, error: CompanionError) -> None:
        self._screen.open_error(sentence(error, self._context.words))

    def _tell(self, event: Event) -> None:
        if isinstance(event, Paused):
            self._pause_reason = event.reason
        elif isinstance(event, TimeAdded):
            self._screen.note(_more_words(round(event.seconds)))

    def _show(self, before: Phase) -> None:
        state = self._playing.state()
        view = self._composer.view(state, self._pause_reason)
        if state.phase is Phase.RESTING and before is not Phase.RESTING:
            scene = Scene("resting-hands", _rest_variant(view.scene), view.scene.side)
            self._screen.open_rest(scene, view.place.part, self._composer.areas_after(state.index))
            self._cues.rest_began()
        if (state.phase is Phase.PAUSED) != (before is Phase.PAUSED):
            self._screen.hold_note(_pause_words(self._pause_reason) if state.phase is Phase.PAUSED else "")
        self._screen.show_view(view)
        caption = self._playing.caption if self._adjustments.settings.captions else ""
        self._screen.show_caption(caption)
        self._films.show_view(view, caption)
        self._cues.glance()
        _keep_time(self._timer, state.phase)
        if view.mode is Mode.ENDED:
            self.let_go()
            self._ended(self._playing)


def _or_back(playing: Playing, command: Callable[[], list[Event]]) -> list[Event]:
    """The command; from a rest, back into the massage: no key of a clicker is dead."""
    return playing.carry_on() if playing.state().phase is Phase.RESTING else command()


def _keep_time(timer: QTimer, phase: Phase) -> None:
    """Thirty times a second in play, twice in a rest (the voice has a word to say), else not at all."""
    wanted = {Phase.PLAYING: FRAME_MS, Phase.RESTING: REST_MS}.get(phase, 0)
    if not wanted:
        timer.stop()
    elif not timer.isActive() or timer.interval() != wanted:
        timer.start(wanted)


def _when_covered(press: Press) -> Press:
    """Under a sheet, the keys of play only take it away; so no press can move a session unseen."""
    kept = {Press.FINISH_KINDLY, Press.TRY_AGAIN, Press.MORE_TIME, Press.REPEAT, Press.KEYS, Press.VOICE}
    kept |= {Press.HELP, Press.CRYING}
    return press if press in kept else Press.CLOSE


def _rest_variant(scene: Scene) -> str:
    return scene.variant if scene.stroke == "resting-hands" else ""


def _more_words(seconds: int) -> str:
    return QCoreApplication.translate("Player", "%1 seconds more").replace("%1", str(seconds))


def _pause_words(reason: PauseReason | None) -> str:
    match reason:
        case PauseReason.MACHINE_SLEPT:
            return QCoreApplication.translate(
                "Player", "The computer slept, so your massage is paused. Go on when you are ready."
            )
        case PauseReason.NOT_SAVED:
            return QCoreApplication.translate("Player", "Paused, because the diary could not be saved.")
        case _:
            return QCoreApplication.translate("Player", "Paused. Take your time. Keep one hand on baby.")
