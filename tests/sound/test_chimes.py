"""The shipped chimes: they are there, they are what the synthesis makes, and they are soft."""

import array
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from companion.sound.chime_synthesis import CHIMES, render_chimes, samples_of
from companion.sound.chimes import ShippedChimes
from companion.sound.device import decoded
from companion.sound.mixer import Mixer

SHIPPED = Path(__file__).resolve().parents[2] / "media" / "chimes"
NAMES = {"change", "other-side", "half", "end", "tick"}
Settle = Callable[..., None]


def played(name: str, mixer: Mixer, device: Any, settle: Settle) -> "array.array[int]":
    ShippedChimes(SHIPPED, mixer).play(name)
    settle(mixer, mixer)
    return device.turn(1.6)


def test_the_sounds_of_a_session_are_shipped_and_no_others() -> None:
    assert set(CHIMES) == NAMES
    assert {file.stem for file in SHIPPED.glob("*")} == NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_shipped_chime_is_what_the_synthesis_makes(name: str) -> None:
    made, shipped = samples_of(CHIMES[name]), decoded(SHIPPED / f"{name}.wav")
    assert shipped is not None
    assert len(made) == len(shipped)
    assert max(abs(a - b) for a, b in zip(made, shipped, strict=True)) <= 1


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_chime_begins_and_ends_softly_and_is_never_loud(name: str) -> None:
    samples = samples_of(CHIMES[name])
    steepest = max(abs(a - b) for a, b in pairwise(samples))
    assert abs(samples[0]) <= 1
    assert abs(samples[-1]) <= 1
    assert max(map(abs, samples)) <= 0.5 * 32_767 + 1
    assert steepest < 5000
    assert 0.3 <= len(samples) / 24_000 <= 1.5


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_chime_is_heard_whole(name: str, mixer: Mixer, device: Any, settle: Settle) -> None:
    heard = played(name, mixer, device, settle)
    shipped = decoded(SHIPPED / f"{name}.wav")
    assert shipped is not None
    assert heard[: len(shipped)] == shipped


def test_no_two_chimes_sound_the_same() -> None:
    assert len({samples_of(chime).tobytes() for chime in CHIMES.values()}) == len(NAMES)


def test_rendering_writes_every_chime(tmp_path: Path) -> None:
    render_chimes(tmp_path)
    assert {file.stem for file in tmp_path.glob("*.wav")} == NAMES


def test_chimes_and_tick_have_volumes_of_their_own(mixer: Mixer, device: Any, settle: Settle) -> None:
    chimes = ShippedChimes(SHIPPED, mixer)
    chimes.set_volumes(0.5, 0.0)
    chimes.play("tick")
    chimes.play("half")
    settle(mixer, mixer)
    loudest = max(map(abs, device.turn(0.4)))
    assert loudest == pytest.approx(max(map(abs, samples_of(CHIMES["half"]))) / 4, abs=2)


def test_with_everything_turned_down_no_device_is_opened(mixer: Mixer, shelf: Any, settle: Settle) -> None:
    chimes = ShippedChimes(SHIPPED, mixer)
    chimes.set_volumes(0.0, 0.0)
    for name in NAMES:
        chimes.play(name)
    settle(mixer, mixer)
    assert shelf.asked == 0


def test_a_sound_that_is_not_there_is_silence(mixer: Mixer, shelf: Any, notices: Any, settle: Settle) -> None:
    chimes = ShippedChimes(SHIPPED, mixer)
    chimes.play("gong")
    chimes.play("gong")
    settle(mixer, mixer)
    assert shelf.asked == 0
    assert notices.told == []
