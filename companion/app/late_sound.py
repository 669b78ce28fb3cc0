"""Sound that is built when it is first wanted, or after the first window: no start waits for it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from companion.domain.errors import CompanionError
from companion.domain.settings import Settings
from companion.services.ports import Chimes, Voice

if TYPE_CHECKING:
    from companion.services.clip_ports import Music, MusicChoice


@dataclass(frozen=True, slots=True)
class Sound:
    """What can be heard, and how to let go of it."""

    voice: Voice
    chimes: Chimes
    close: Callable[[], None]


def build_sound(
    media: Path, cache: Path, settings: Settings, tell: Callable[[CompanionError], None]
) -> Sound:
    """Voice and chimes on one mixer. ``tell`` gets "no-sound" or "no-speech", on a thread of the sound's own."""
    from companion.sound.chimes import ShippedChimes  # noqa: PLC0415 - 20 ms that no start needs
    from companion.sound.mixer import Mixer  # noqa: PLC0415
    from companion.sound.speech import Speech  # noqa: PLC0415
    from companion.sound.voice import NarrationVoice  # noqa: PLC0415

    def told(key: str) -> None:
        tell(CompanionError(key))

    mixer = Mixer(told)
    voice = NarrationVoice(media / "narration" / settings.language, mixer, Speech(cache / "speech", told))
    chimes = ShippedChimes(media / "chimes", mixer)
    voice.set_volume(settings.voice_volume)
    chimes.set_volumes(settings.chime_volume, settings.tick_volume)

    def close() -> None:
        voice.close()
        mixer.close()

    return Sound(voice, chimes, close)


class LateMusic:
    """The Music port on music that most sessions do without: until some is lent, there is silence."""

    def __init__(self) -> None:
        self._music: Music | None = None

    @property
    def is_silent(self) -> bool:
        """Whether none was lent yet."""
        return self._music is None

    def lend(self, music: "Music") -> None:
        """Play with this from now on."""
        self._music = music

    def play(self, choice: "MusicChoice") -> None:
        """Fade in with the first file."""
        if self._music is not None:
            self._music.play(choice)

    def stop(self) -> None:
        """Fade out."""
        if self._music is not None:
            self._music.stop()

    def set_volume(self, volume: float) -> None:
        """0.0 to 1.0, as the ear takes it."""
        if self._music is not None:
            self._music.set_volume(volume)

    def duck(self, seconds: float) -> None:
        """Be quieter while somebody speaks for about so long."""
        if self._music is not None:
            self._music.duck(seconds)

    def unduck(self) -> None:
        """Nobody speaks any more."""
        if self._music is not None:
            self._music.unduck()


@dataclass(slots=True)
class LateSound:
    """Builds the sound once. Only the main thread asks. ``music`` gives way to the voice."""

    build: Callable[[], Sound]
    music: LateMusic = field(default_factory=LateMusic)
    _built: list[Sound] = field(default_factory=list[Sound])

    def get(self) -> Sound:
        """The sound, built now if it is not there yet."""
        if not self._built:
            self._built.append(self.build())
        return self._built[0]

    @property
    def is_built(self) -> bool:
        """Whether there is anything that can be heard yet."""
        return bool(self._built)

    def close(self) -> None:
        """Let go of what was built."""
        for sound in self._built:
            sound.close()


class LateVoice:
    """The Voice port on sound that may not be built yet."""

    def __init__(self, sound: LateSound) -> None:
        self._sound = sound

    def say(self, line: str, text: str) -> None:
        """Speak a line; music is lower for as long as the words take."""
        self._over_music().say(line, text)

    def prepare(self, line: str, text: str) -> None:
        """Make a line ready."""
        self._sound.get().voice.prepare(line, text)

    def hush(self) -> None:
        """Stop speaking at once; where nothing was ever said there is nothing to stop."""
        if self._sound.is_built:
            self._over_music().hush()

    def set_volume(self, volume: float) -> None:
        """0.0 to 1.0."""
        self._sound.get().voice.set_volume(volume)

    def _over_music(self) -> Voice:
        from companion.services.music_bed import VoiceOverMusic  # noqa: PLC0415 - no start waits for it

        return VoiceOverMusic(self._sound.get().voice, self._sound.music)


class LateChimes:
    """The Chimes port on sound that may not be built yet."""

    def __init__(self, sound: LateSound) -> None:
        self._sound = sound

    def play(self, name: str) -> None:
        """Play a shipped sound."""
        self._sound.get().chimes.play(name)

    def set_volumes(self, chime: float, tick: float) -> None:
        """0.0 to 1.0 each."""
        self._sound.get().chimes.set_volumes(chime, tick)


class SilentVoice:
    """A voice that says nothing: for rehearsals faster than life."""

    def say(self, line: str, text: str) -> None:
        """Say nothing."""

    def prepare(self, line: str, text: str) -> None:
        """Prepare nothing."""

    def hush(self) -> None:
        """Stay silent."""

    def set_volume(self, volume: float) -> None:
        """Stay silent."""


class SilentChimes:
    """Chimes that make no sound."""

    def play(self, name: str) -> None:
        """Play nothing."""

    def set_volumes(self, chime: float, tick: float) -> None:
        """Stay silent."""


def silence() -> Sound:
    """Sound for those who want none."""
    return Sound(SilentVoice(), SilentChimes(), lambda: None)
