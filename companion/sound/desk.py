"""The mixing desk: what is heard now, how loud, and the next samples of it. No device, no clock."""

import threading
from array import array
from dataclasses import dataclass
from enum import StrEnum

from companion.sound.device import RATE

FADE = RATE * 30 // 1000
"""Samples over which a sound gives way, and over which a change of volume spreads: 30 ms, no click."""
_LOUDEST = 32_767


class Channel(StrEnum):
    """What kind of sound it is; each has its own volume, and the voice speaks one line at a time."""

    VOICE = "voice"
    CHIME = "chime"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Clip:
    """A whole decoded sound (48 kB a second)."""

    samples: "array[int]"

    @property
    def seconds(self) -> float:
        """How long it plays."""
        return len(self.samples) / RATE


@dataclass(slots=True)
class _Playing:
    """One clip on its way out. ``gain`` is what the last samples were multiplied with."""

    channel: Channel
    clip: Clip
    gain: float
    at: int = 0
    fading: bool = False

    @property
    def over(self) -> bool:
        return self.at >= len(self.clip.samples)


class Desk:
    """Sums the sounds of three channels. ``mix`` may be called from a foreign thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._playing: list[_Playing] = []
        self._gains = dict.fromkeys(Channel, 1.0)

    @property
    def busy(self) -> bool:
        """Whether anything is still to be heard."""
        return bool(self._playing)

    def audible(self, channel: Channel) -> bool:
        """Whether the channel is turned up at all."""
        return self._gains[channel] > 0

    def set_volume(self, channel: Channel, volume: float) -> None:
        """0.0 to 1.0, as the ear takes it (the samples are multiplied with its square)."""
        with self._lock:
            self._gains[channel] = min(1.0, max(0.0, volume)) ** 2

    def add(self, channel: Channel, clip: Clip) -> None:
        """Let a clip be heard from the next samples on. A new line makes the old one give way; a sound that
        still waits for its first sample is not put on top of itself."""
        with self._lock:
            if channel is Channel.VOICE:
                self._give_way(channel)
            elif any(p.clip is clip and p.at == 0 for p in self._playing):
                return
            self._playing.append(_Playing(channel, clip, self._gains[channel]))

    def fade_out(self, channel: Channel) -> None:
        """End what the channel plays within ``FADE`` samples."""
        with self._lock:
            self._give_way(channel)

    def clear(self) -> None:
        """Forget everything, as when there is nobody to play it."""
        with self._lock:
            self._playing.clear()

    def mix(self, frames: int) -> "bytes | array[int]":
        """The next samples, exactly ``frames`` of them."""
        with self._lock:
            parts = [_take(p, frames, self._gains[p.channel]) for p in self._playing]
            self._playing = [p for p in self._playing if not p.over]
        if not parts:
            return bytes(2 * frames)
        mixed = parts[0] if len(parts) == 1 else _sum(parts, frames)
        if len(mixed) < frames:
            mixed.frombytes(bytes(2 * (frames - len(mixed))))
        return mixed

    def _give_way(self, channel: Channel) -> None:
        self._playing = [p for p in self._playing if p.channel is not channel or p.at > 0]
        for playing in self._playing:
            if playing.channel is channel:
                playing.fading = True


def _take(playing: _Playing, frames: int, gain: float) -> "array[int]":
    """The next samples of one clip, made louder or softer; moves on in the clip."""
    chunk = playing.clip.samples[playing.at : playing.at + frames]
    playing.at += len(chunk)
    target = 0.0 if playing.fading else gain
    before, playing.gain = playing.gain, target
    if before != target:
        chunk = _ramped(chunk, before, target)
    elif target != 1.0:
        chunk = array("h", [int(sample * target) for sample in chunk])
    if playing.fading:
        playing.at = len(playing.clip.samples)
    return chunk


def _ramped(chunk: "array[int]", before: float, target: float) -> "array[int]":
    length = min(FADE, len(chunk))
    step = (target - before) / max(1, length)
    ramp = [int(sample * (before + step * i)) for i, sample in enumerate(chunk[:length])]
    return array("h", ramp + [int(sample * target) for sample in chunk[length:]])


def _sum(parts: list["array[int]"], frames: int) -> "array[int]":
    """Add up, and hold what would be too loud at the loudest sample there is."""
    total = [0] * frames
    for part in parts:
        for i, sample in enumerate(part):
            total[i] += sample
    return array("h", [max(-_LOUDEST, min(_LOUDEST, sample)) for sample in total])
