"""Lays spoken lines and chimes on one long track, for a film: the same sounds as in a session, asked for in order."""

import logging
from array import array
from collections.abc import Callable
from functools import cache
from pathlib import Path

from companion.domain.spoken import text_hash
from companion.sound.desk import Channel, Clip, Desk
from companion.sound.device import RATE, decoded
from companion.sound.narration import line_file, read_manifest

log = logging.getLogger(__name__)

WORDS_A_SECOND = 2.5
"""How fast our voice speaks, for lines that cannot be heard but are read."""

Speak = Callable[[str], "array[int] | None"]
"""Turns a text into samples; None where that cannot be done."""


def speaking() -> Speak:
    """Speaks any text with our own voice, which is loaded with the first one (about a second)."""

    @cache
    def voice() -> Callable[[str], bytes] | None:
        try:
            from companion.sound.reading import load_reading, pcm16  # noqa: PLC0415 - loads onnxruntime

            read = load_reading()
        except (ImportError, OSError, RuntimeError) as error:
            log.warning("words that are not shipped stay silent: %s", type(error).__name__)
            return None
        return lambda text: pcm16(read(text))

    def speak(text: str) -> "array[int] | None":
        said = voice()
        if said is None:
            return None
        samples = array("h")
        samples.frombytes(said(text))
        return samples

    return speak


class SoundTrack:
    """Fills the ports Voice and Chimes; ``mix`` hands over what is to be heard next.

    ``narration`` is ``media/narration/<lang>``. A line that is not shipped, or says something else by now, is
    spoken by ``speak``.
    """

    def __init__(self, narration: Path, chimes: Path, speak: Speak) -> None:
        self._narration = narration
        self._chimes = chimes
        self._speak = speak
        self._desk = Desk()
        self._shipped = cache(lambda: read_manifest(narration))
        self._struck = cache(self._chime)
        self._mixed = 0
        self._voice_until = 0
        self.silent: list[str] = []
        """Lines that could not be made to be heard."""

    def say(self, line: str, text: str) -> None:
        samples = self._line(line, text)
        if samples is None:
            self.silent.append(line)
            length = round(RATE * (1.0 + len(text.split()) / WORDS_A_SECOND))
        else:
            self._desk.add(Channel.VOICE, Clip(samples))
            length = len(samples)
        self._voice_until = self._mixed + length

    def prepare(self, line: str, text: str) -> None:
        pass

    def hush(self) -> None:
        self._desk.fade_out(Channel.VOICE)
        self._voice_until = self._mixed

    def set_volume(self, volume: float) -> None:
        self._desk.set_volume(Channel.VOICE, volume)

    def play(self, name: str) -> None:
        clip = self._struck(name)
        if clip is not None:
            self._desk.add(Channel.TICK if name == "tick" else Channel.CHIME, clip)

    def set_volumes(self, chime: float, tick: float) -> None:
        self._desk.set_volume(Channel.CHIME, chime)
        self._desk.set_volume(Channel.TICK, tick)

    @property
    def speaking(self) -> bool:
        """Whether a line is being said, or would be if it could be heard."""
        return self._mixed < self._voice_until

    @property
    def busy(self) -> bool:
        """Whether something is still to be heard."""
        return self._desk.busy or self.speaking

    def mix(self, frames: int) -> "bytes | array[int]":
        """The next samples (mono, 16 bits, ``companion.sound.device.RATE`` a second), exactly so many."""
        self._mixed += frames
        return self._desk.mix(frames)

    def _line(self, line: str, text: str) -> "array[int] | None":
        shipped = self._shipped().get(line)
        if shipped is not None and shipped.text_hash == text_hash(text):
            samples = decoded(line_file(self._narration, line))
            if samples is not None:
                return samples
        return self._speak(text) if text.strip() else None

    def _chime(self, name: str) -> Clip | None:
        samples = decoded(self._chimes / f"{name}.wav")
        return None if samples is None else Clip(samples)
