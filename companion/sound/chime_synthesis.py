"""How the chimes are made: soft struck tones with a few quiet overtones, the same samples every time."""

import math
import wave
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from companion.sound.device import RATE


@dataclass(frozen=True, slots=True)
class Tone:
    """One struck tone: when (s), which pitch (Hz), how loud (0 to 1) and how long it rings (s until a third)."""

    at: float
    pitch: float
    loud: float
    ring: float


@dataclass(frozen=True, slots=True)
class Chime:
    """A sound of several tones; ``peak`` is its largest sample as a share of full scale."""

    seconds: float
    tones: tuple[Tone, ...]
    peak: float = 0.5
    overtones: tuple[tuple[float, float], ...] = ((1.0, 1.0), (2.0, 0.22), (3.0, 0.07), (4.16, 0.03))
    attack: float = 0.012


_C4, _E4, _G4, _C5, _D5, _E5 = 261.63, 329.63, 392.0, 523.25, 587.33, 659.26

CHIMES: Mapping[str, Chime] = {
    # Something new begins: two tones, up.
    "change": Chime(1.0, (Tone(0.0, _G4, 0.8, 0.24), Tone(0.14, _C5, 1.0, 0.28))),
    # The same on the other side: there, and across.
    "other-side": Chime(
        1.2, (Tone(0.0, _E4, 0.9, 0.18), Tone(0.2, _E5, 0.7, 0.18), Tone(0.4, _E4, 0.9, 0.26))
    ),
    # Half of the time is over: one low tone.
    "half": Chime(0.9, (Tone(0.0, _C4, 1.0, 0.28),), peak=0.4),
    # The end: a slow chord that opens.
    "end": Chime(
        1.5,
        (
            Tone(0.0, _C4, 0.9, 0.5),
            Tone(0.18, _E4, 0.8, 0.46),
            Tone(0.36, _G4, 0.8, 0.42),
            Tone(0.54, _C5, 1.0, 0.36),
        ),
    ),
    # The pace: a soft knock, no tone that could grow tiresome.
    "tick": Chime(
        0.3, (Tone(0.0, _D5, 1.0, 0.028),), peak=0.35, overtones=((1.0, 1.0), (0.5, 0.4)), attack=0.004
    ),
}


def samples_of(chime: Chime) -> "array[int]":
    """The chime as mono 16-bit samples at 24 kHz; ends in silence."""
    length = round(chime.seconds * RATE)
    sound = [0.0] * length
    for tone in chime.tones:
        for i in range(round(tone.at * RATE), length):
            sound[i] += _struck(chime, tone, i / RATE - tone.at)
    closing = round(0.15 * chime.seconds * RATE)
    for i in range(closing):
        sound[length - 1 - i] *= 0.5 - 0.5 * math.cos(math.pi * i / closing)
    scale = chime.peak * 32_767 / max(abs(sample) for sample in sound)
    return array("h", [round(sample * scale) for sample in sound])


def render_chimes(out: Path) -> None:
    """Write every chime as ``out/<name>.wav``. Raises OSError."""
    out.mkdir(parents=True, exist_ok=True)
    for name, chime in CHIMES.items():
        with wave.open(str(out / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples_of(chime).tobytes())


def _struck(chime: Chime, tone: Tone, since: float) -> float:
    """One tone, ``since`` seconds after it was struck; higher overtones fade sooner."""
    rise = 1.0 if since >= chime.attack else 0.5 - 0.5 * math.cos(math.pi * since / chime.attack)
    partials = (
        share
        * math.exp(-since * (0.6 + 0.4 * ratio) / tone.ring)
        * math.sin(2 * math.pi * tone.pitch * ratio * since)
        for ratio, share in chime.overtones
    )
    return tone.loud * rise * sum(partials)
