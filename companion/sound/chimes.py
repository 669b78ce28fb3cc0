"""The short sounds of a session: which file each name plays, and on which channel."""

import logging
from pathlib import Path

from companion.sound.desk import Channel, Clip
from companion.sound.device import decoded
from companion.sound.mixer import Mixer

log = logging.getLogger(__name__)

TICK = "tick"


class ShippedChimes:
    """Plays ``<folder>/<name>.wav``; fills the port ``Chimes``. A sound that is not there is silence."""

    def __init__(self, folder: Path, mixer: Mixer) -> None:
        self._folder = folder
        self._mixer = mixer
        self._clips: dict[str, Clip | None] = {}

    def play(self, name: str) -> None:
        """Play ``change``, ``other-side``, ``half``, ``end`` or ``tick``."""
        channel = Channel.TICK if name == TICK else Channel.CHIME
        if self._mixer.audible(channel):
            self._mixer.submit(lambda: self._play(channel, name))

    def set_volumes(self, chime: float, tick: float) -> None:
        """0.0 to 1.0 each."""
        self._mixer.set_volume(Channel.CHIME, chime)
        self._mixer.set_volume(Channel.TICK, tick)

    def _play(self, channel: Channel, name: str) -> None:
        if name not in self._clips:
            samples = decoded(self._folder / f"{name}.wav")
            self._clips[name] = None if samples is None else Clip(samples)
        clip = self._clips[name]
        if clip is not None:
            self._mixer.play(channel, clip)
