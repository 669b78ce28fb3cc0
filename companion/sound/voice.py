"""The voice of a session: shipped lines when they say exactly what is written, synthesised words otherwise."""

import threading
from collections import OrderedDict
from pathlib import Path

from companion.domain.spoken import text_hash
from companion.sound.desk import Channel, Clip
from companion.sound.device import decoded
from companion.sound.mixer import Mixer
from companion.sound.narration import ShippedLine, line_file, read_manifest
from companion.sound.speech import Speech

READY = 6
"""How many decoded lines are kept in memory (about 350 kB each)."""


class NarrationVoice:
    """Speaks one line at a time; fills the port ``Voice``.

    ``folder`` is ``media/narration/<lang>``. All work is done on the mixer's thread, waiting for new words on
    the thread of ``speech``; the caller never waits.
    """

    def __init__(self, folder: Path, mixer: Mixer, speech: Speech) -> None:
        self._folder = folder
        self._mixer = mixer
        self._speech = speech
        self._lock = threading.Lock()
        self._turn = 0
        self._lines: dict[str, ShippedLine] | None = None
        self._ready: OrderedDict[str, Clip] = OrderedDict()

    def say(self, line: str, text: str) -> None:
        """Speak this line; the one that is being spoken gives way at once."""
        turn = self._next_turn()
        if text.strip() and self._mixer.audible(Channel.VOICE):
            self._mixer.submit(lambda: self._speak(turn, line, text))

    def prepare(self, line: str, text: str) -> None:
        """Decode a line, or have it synthesised, before it is needed."""
        if text.strip() and self._mixer.audible(Channel.VOICE):
            self._mixer.submit(lambda: self._prepare(line, text))

    def hush(self) -> None:
        """Stop speaking, and drop a line that is still being made."""
        self._next_turn()

    def set_volume(self, volume: float) -> None:
        """0.0 to 1.0; a line that began unheard stays unheard."""
        self._mixer.set_volume(Channel.VOICE, volume)

    def close(self) -> None:
        """Be silent and end the helper process. The mixer is closed by whoever made it, after this."""
        self.hush()
        self._speech.close()

    def _next_turn(self) -> int:
        with self._lock:
            self._turn += 1
            self._mixer.fade_out(Channel.VOICE)
            return self._turn

    def _speak(self, turn: int, line: str, text: str) -> None:
        if turn != self._turn:
            return
        clip = self._clip(line, text)
        if clip is not None:
            self._begin(turn, clip)
        else:
            self._speech.fetch(text, lambda file: self._mixer.submit(lambda: self._made(turn, text, file)))

    def _prepare(self, line: str, text: str) -> None:
        if self._clip(line, text) is None:
            self._speech.fetch(text, lambda file: self._mixer.submit(lambda: self._made(None, text, file)))

    def _made(self, turn: int | None, text: str, file: Path | None) -> None:
        clip = None if file is None else self._decoded(text, file)
        if clip is not None and turn is not None:
            self._begin(turn, clip)

    def _begin(self, turn: int, clip: Clip) -> None:
        with self._lock:
            if turn == self._turn:
                self._mixer.play(Channel.VOICE, clip)

    def _clip(self, line: str, text: str) -> Clip | None:
        """The sound of this text from memory, the shipped lines or the cache; None when it has to be made."""
        fingerprint = text_hash(text)
        if fingerprint in self._ready:
            self._ready.move_to_end(fingerprint)
            return self._ready[fingerprint]
        if self._lines is None:
            self._lines = read_manifest(self._folder)
        shipped = self._lines.get(line)
        clip = None
        if shipped is not None and shipped.text_hash == fingerprint:
            clip = self._decoded(text, line_file(self._folder, line))
        cached = self._speech.file_of(text)
        if clip is None and cached.exists():
            clip = self._decoded(text, cached)
            if clip is None:
                cached.unlink(missing_ok=True)
        return clip

    def _decoded(self, text: str, file: Path) -> Clip | None:
        samples = decoded(file)
        if samples is None:
            return None
        clip = Clip(samples)
        self._ready[text_hash(text)] = clip
        while len(self._ready) > READY:
            self._ready.popitem(last=False)
        return clip
