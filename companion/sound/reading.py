"""How our voice reads: hibari at a calm pace, trimmed, evened out and padded. Loads numpy and onnxruntime."""

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from companion.sound.device import RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Wave = NDArray[np.float32]

PACE = 0.8
"""Speed of speech, 1.0 is the model's own; gives about 2.6 words a second."""
LOUDNESS = -20.0
"""Mean level of the spoken parts, in dB below full scale."""
PEAK = 0.84
"""No sample is larger than this (-1.5 dB)."""
PAD = RATE * 40 // 1000
"""Silence before and after a line: 40 ms."""
LONGEST_GAP = RATE * 650 // 1000
"""A pause between two sentences is no longer than 650 ms."""
FRAME = RATE * 10 // 1000
"""Levels are taken every 10 ms."""
_FLOOR = -42.0
"""Frames further below the loudest one than this (dB) count as silence."""


def load_reading() -> "Callable[[str], Wave]":
    """Load the voice (about a second) and return what reads a text: samples from -1 to 1 at 24 kHz, always the
    same for the same text; empty when there is nothing to say. Raises ImportError."""
    from hibari import Hibari  # noqa: PLC0415 - takes onnxruntime along

    voice = cast("Any", Hibari)()

    def read(text: str) -> "Wave":
        return mastered(cast("Wave", voice(text, speed=PACE, seed=0)))

    return read


def mastered(raw: "Wave") -> "Wave":
    """Trim silence at both ends, shorten long pauses, set loudness and add pads."""
    spoken = np.flatnonzero(active(raw))
    if not len(spoken):
        return np.zeros(0, np.float32)
    trimmed = raw[spoken[0] * FRAME : (spoken[-1] + 1) * FRAME]
    calm = with_shorter_pauses(trimmed)
    level = loudness(calm)
    gain = min(10 ** ((LOUDNESS - level) / 20), PEAK / float(np.abs(calm).max()))
    return np.pad(_soft_ends(calm * np.float32(gain)), PAD).astype(np.float32)


def levels(wave: "Wave") -> "Wave":
    """Level of each whole 10 ms frame in dB below full scale."""
    frames = wave[: len(wave) // FRAME * FRAME].reshape(-1, FRAME)
    return (10 * np.log10((frames**2).mean(axis=1) + 1e-10)).astype(np.float32)


def active(wave: "Wave") -> "NDArray[np.bool_]":
    """Which 10 ms frames are spoken."""
    level = levels(wave)
    return level > max(level.max() + _FLOOR, -70.0) if len(level) else np.zeros(0, np.bool_)


def loudness(wave: "Wave") -> float:
    """Mean power of the spoken frames in dB below full scale, the softest ones (20 dB under the mean) left out."""
    level = levels(wave)
    power = 10 ** (level[active(wave)].astype(np.float64) / 10)
    loud = power[power > power.mean() / 100]
    return float(10 * np.log10(loud.mean()))


def longest_gap(wave: "Wave") -> float:
    """Seconds of the longest silence between spoken parts."""
    spoken = np.flatnonzero(active(wave))
    return 0.0 if len(spoken) < 2 else float((np.diff(spoken).max() - 1) * FRAME / RATE)


def with_shorter_pauses(wave: "Wave") -> "Wave":
    """Cut the middle out of each silence that is longer than ``LONGEST_GAP``."""
    spoken = np.flatnonzero(active(wave))
    keep = np.ones(len(wave), np.bool_)
    for before, after in pairwise(spoken):
        start, end = (before + 1) * FRAME, after * FRAME
        if end - start > LONGEST_GAP:
            half = LONGEST_GAP // 2
            keep[start + half : end - half] = False
    return wave[keep]


def pcm16(wave: "Wave") -> bytes:
    """Little-endian 16-bit samples."""
    return (np.clip(wave, -1.0, 1.0) * 32_767.0).astype("<i2").tobytes()


def _soft_ends(wave: "Wave") -> "Wave":
    """Fade the first and last 5 ms, so that no cut is heard."""
    length = min(RATE * 5 // 1000, len(wave) // 2)
    ramp = np.linspace(0.0, 1.0, length, dtype=np.float32)
    soft = wave.copy()
    soft[:length] *= ramp
    soft[len(soft) - length :] *= ramp[::-1]
    return soft
