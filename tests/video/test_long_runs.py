"""Film after film is put on and taken off: no thread and no memory is left behind."""

import threading
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from companion.video.libvlc import LibVlc
from companion.video.player import VlcClipPlayer
from tests.video.conftest import cue, until

WARM = 5
MEBIBYTE = 1024**2


def show_and_take_off(qtbot: QtBot, player: VlcClipPlayer, file: Path) -> None:
    player.load(cue(file))
    until(qtbot, lambda: player.frame() is not None)
    player.unload()


def settled(qtbot: QtBot, player: VlcClipPlayer) -> psutil.Process:
    """This process, once the player's lane has done what it was told."""
    done = threading.Event()
    player._lane.submit(done.set)
    until(qtbot, done.is_set)
    return psutil.Process()


def test_twenty_films_leave_no_thread_behind(
    h264: Path, vp9: Path, qtbot: QtBot, player: VlcClipPlayer
) -> None:
    for film in (h264, vp9):
        show_and_take_off(qtbot, player, film)
    before = settled(qtbot, player).num_threads()
    for number in range(20):
        show_and_take_off(qtbot, player, (h264, vp9)[number % 2])
    assert settled(qtbot, player).num_threads() <= before


def test_players_that_are_closed_leave_no_thread_behind(h264: Path, qtbot: QtBot, vlc: LibVlc) -> None:
    counts: list[int] = []
    for _ in range(4):
        player = VlcClipPlayer(vlc)
        show_and_take_off(qtbot, player, h264)
        player.close()
        counts.append(psutil.Process().num_threads())
    assert counts[-1] <= counts[0]


@pytest.mark.soak
def test_a_hundred_films_leave_neither_threads_nor_memory_behind(
    h264: Path, vp9: Path, qtbot: QtBot, player: VlcClipPlayer
) -> None:
    for number in range(WARM * 2):
        show_and_take_off(qtbot, player, (h264, vp9)[number % 2])
    process = settled(qtbot, player)
    threads, memory = process.num_threads(), process.memory_info().rss
    for number in range(100):
        show_and_take_off(qtbot, player, (h264, vp9)[number % 2])
    process = settled(qtbot, player)
    assert process.num_threads() <= threads
    assert process.memory_info().rss - memory < 8 * MEBIBYTE
