"""Films for the tests of clips, made once, and players that are let go of after each test."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from companion.services.clip_ports import Cue
from companion.video.libvlc import QUIET, LibVlc
from companion.video.player import VlcClipPlayer
from tests.video.films import Recipe, make_film, make_sound

SILENT = (*QUIET, "--aout=dummy")
"""Sound goes nowhere, whether the machine has a device or not."""


@pytest.fixture(scope="session")
def reel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for films, for the whole run."""
    return tmp_path_factory.mktemp("reel")


@pytest.fixture(scope="session")
def h264(reel: Path) -> Path:
    """Two seconds of 720p30, H.264 and AAC."""
    return make_film(reel / "h264.mp4")


@pytest.fixture(scope="session")
def vp9(reel: Path) -> Path:
    """Two seconds of 720p30, VP9 and Opus."""
    return make_film(reel / "vp9.webm", Recipe(video="libvpx-vp9", audio="libopus"))


@pytest.fixture(scope="session")
def tone(reel: Path) -> Path:
    """One second of sound without a picture."""
    return make_sound(reel / "tone.opus")


@pytest.fixture(scope="session")
def vlc() -> Iterator[LibVlc]:
    """The real library."""
    library = LibVlc(SILENT)
    yield library
    library.close()


@pytest.fixture
def player(qtbot: QtBot, vlc: LibVlc) -> Iterator[VlcClipPlayer]:
    """A player on the test's own thread."""
    made = VlcClipPlayer(vlc)
    yield made
    made.close()


def cue(file: Path, seconds: float = 2.0, size: tuple[int, int] = (1280, 720), **more: object) -> Cue:
    """The whole film, looped."""
    return Cue(file, size, seconds, **{"start": 0.0, "end": seconds, **more})  # pyright: ignore[reportArgumentType]


def until(qtbot: QtBot, true: Callable[[], bool], patience: int = 8000) -> None:
    """Wait for something that libVLC brings about."""
    qtbot.waitUntil(true, timeout=patience)


@pytest.fixture(autouse=True)
def _no_bug_on_a_thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:  # pyright: ignore[reportUnusedFunction]
    """A job that raised on a lane fails the test that it belonged to."""
    raised: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", raised.append)
    yield
    assert not raised, [str(one.exc_value) for one in raised]
