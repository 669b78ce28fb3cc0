"""A device that is turned by hand, sounds to play on it, and the certainty that no thread stays behind."""

import threading
import wave
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from companion.sound.desk import Clip
from companion.sound.device import RATE, Pull
from companion.sound.mixer import Mixer

WAIT = 10.0


class HandCrankedDevice:
    """Plays when it is turned, and keeps what was heard."""

    def __init__(self) -> None:
        self.stop_callback: Callable[[], None] | None = None
        self.closed = threading.Event()
        self.heard = array("h")
        self._pull: Pull | None = None

    def start(self, callback_generator: Pull) -> None:
        self._pull = callback_generator

    def turn(self, seconds: float) -> "array[int]":
        """Ask for samples as the library does, 40 ms at a time; returns what was heard in this turn."""
        before = len(self.heard)
        assert self._pull is not None
        for _ in range(round(seconds / 0.04)):
            self.heard.frombytes(bytes(memoryview(self._pull.send(RATE // 25)).cast("B")))
        return self.heard[before:]

    def pull_the_plug(self) -> None:
        assert self.stop_callback is not None
        self.stop_callback()

    def close(self) -> None:
        self.closed.set()


class Shelf:
    """Hands out devices, one after the other, or the library's real error when there is none left."""

    def __init__(self, *devices: HandCrankedDevice) -> None:
        self.left = list(devices)
        self.asked = 0

    def open(self) -> HandCrankedDevice:
        self.asked += 1
        if not self.left:
            import miniaudio

            raise miniaudio.MiniaudioError("failed to init device", -401)
        return self.left.pop(0)


class Notices:
    """What the caregiver would be told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.came = threading.Event()

    def __call__(self, key: str) -> None:
        self.told.append(key)
        self.came.set()


@pytest.fixture
def notices() -> Notices:
    return Notices()


@pytest.fixture
def device() -> HandCrankedDevice:
    return HandCrankedDevice()


@pytest.fixture
def second_device() -> HandCrankedDevice:
    return HandCrankedDevice()


@pytest.fixture
def shelf(device: HandCrankedDevice) -> Shelf:
    return Shelf(device)


@pytest.fixture
def mixer(shelf: Shelf, notices: Notices) -> Iterator[Mixer]:
    mixer = Mixer(notices, shelf.open, lost_after=600)
    yield mixer
    mixer.close()


@pytest.fixture
def settle() -> Callable[..., None]:
    """Wait until a mixer (or anything with ``submit``) has done what it was asked to do so far."""

    def wait(*workers: Mixer) -> None:
        for worker in workers:
            done = threading.Event()
            worker.submit(done.set)
            assert done.wait(WAIT)

    return wait


@pytest.fixture
def clip() -> Callable[..., Clip]:
    """A clip of one steady level."""

    def make(level: int = 8000, seconds: float = 0.4) -> Clip:
        return Clip(array("h", [level]) * round(seconds * RATE))

    return make


@pytest.fixture
def sound_file() -> Callable[..., Path]:
    """A WAV file of one steady level, under any name."""

    def make(path: Path, level: int = 8000, seconds: float = 0.4) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes((array("h", [level]) * round(seconds * RATE)).tobytes())
        return path

    return make


@pytest.fixture(autouse=True)
def no_thread_stays_behind() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(WAIT)
    assert not [thread.name for thread in left if thread.is_alive()]
