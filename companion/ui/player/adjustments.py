"""What can be set during play: each change counts at once and is remembered."""

from collections.abc import Callable
from dataclasses import replace

from companion.domain.errors import CompanionError
from companion.domain.events import Event
from companion.domain.settings import Settings
from companion.ui.actions import SetAdvance, SetCaptions, SetPace, SetVolume, Sound
from companion.ui.context import Playing, UiContext

Change = SetPace | SetAdvance | SetCaptions | SetVolume


class Adjustments:
    """The settings of a session being played. ``shown`` is called with them after each change."""

    def __init__(
        self,
        context: UiContext,
        playing: Playing,
        shown: Callable[[Settings], None],
        failed: Callable[[CompanionError], None],
    ) -> None:
        self.settings = Settings()
        self._context = context
        self._playing = playing
        self._shown = shown
        self._failed = failed

    def load(self) -> None:
        """Begin with what was remembered."""
        self.settings = self._context.settings.load()
        self._shown(self.settings)

    def make(self, change: Change) -> list[Event]:
        """Make one change; returns what came of it in the session."""
        settings = self.settings
        match change:
            case SetPace():
                self._keep(replace(settings, pace=change.pace))
                return self._playing.set_pace(change.pace)
            case SetAdvance():
                self._keep(replace(settings, advance=change.advance))
                return self._playing.set_advance(change.advance)
            case SetCaptions():
                self._keep(replace(settings, captions=change.shown))
            case SetVolume():
                self._keep(_louder(settings, change))
                self._context.voice.set_volume(self.settings.voice_volume)
                self._context.chimes.set_volumes(self.settings.chime_volume, self.settings.tick_volume)
        return []

    def switch_voice(self) -> None:
        """From speaking to silence, or back."""
        self._keep(replace(self.settings, voice_on=not self.settings.voice_on))
        self._playing.set_voice_on(self.settings.voice_on)

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        self._shown(settings)
        try:
            self._context.settings.save(settings)
        except CompanionError as error:
            self._failed(error)


def _louder(settings: Settings, change: SetVolume) -> Settings:
    match change.sound:
        case Sound.VOICE:
            return replace(settings, voice_volume=change.volume)
        case Sound.CHIME:
            return replace(settings, chime_volume=change.volume)
        case Sound.TICK:
            return replace(settings, tick_volume=change.volume)
