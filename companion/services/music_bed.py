"""Music under the voice: it gives way while a line is spoken, and comes back after it."""

from companion.services.clip_ports import Music
from companion.services.narration import Line
from companion.services.ports import Voice


class VoiceOverMusic:
    """A voice that lets the music give way; fills the port ``Voice``."""

    def __init__(self, voice: Voice, music: Music) -> None:
        self._voice = voice
        self._music = music

    def say(self, line: str, text: str) -> None:
        """Speak, with the music lower for as long as the words take."""
        if text.strip():
            self._music.duck(Line(line, text).seconds)
        self._voice.say(line, text)

    def prepare(self, line: str, text: str) -> None:
        """Make a line ready."""
        self._voice.prepare(line, text)

    def hush(self) -> None:
        """Stop speaking; the music comes back."""
        self._voice.hush()
        self._music.unduck()

    def set_volume(self, volume: float) -> None:
        """Of the voice."""
        self._voice.set_volume(volume)
