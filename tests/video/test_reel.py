"""A film that lies locked is played piece by piece; no plain film is written for it."""

from dataclasses import dataclass, field
from pathlib import Path

from pytestqt.qtbot import QtBot

from companion.domain.clip import ClipPhase
from companion.domain.errors import CompanionError
from companion.video.player import VlcClipPlayer
from tests.video.conftest import cue, until
from tests.video.films import LEFT_HALF
from tests.video.watching import Watcher, colour_at, is_near


@dataclass
class Reading:
    """A film in memory that is read in small pieces; ``breaks_at`` is where it fails."""

    content: bytes
    breaks_at: int
    log: list[str]

    @property
    def size(self) -> int:
        return len(self.content)

    def read(self, at: int, most: int) -> bytes:
        if at >= self.breaks_at:
            raise CompanionError("sealed-broken", file="")
        return self.content[at : at + min(most, 4096)]

    def close(self) -> None:
        self.log.append("closed")


@dataclass
class Source:
    """Opens it, and writes down what happened."""

    content: bytes
    breaks_at: int = 2**63
    log: list[str] = field(default_factory=list[str])

    def open(self) -> Reading:
        self.log.append("opened")
        if self.breaks_at < 0:
            raise OSError("gone")
        return Reading(self.content, self.breaks_at, self.log)


def locked_file(tmp_path: Path) -> Path:
    """What lies on the disk: nothing that could be played."""
    file = tmp_path / "locked"
    file.write_bytes(b"IMCseal1" + bytes(1000))
    return file


def test_a_locked_film_comes_as_pictures_and_goes_round(
    h264: Path, qtbot: QtBot, player: VlcClipPlayer, tmp_path: Path
) -> None:
    watcher, source = Watcher(player), Source(h264.read_bytes())
    player.load(cue(locked_file(tmp_path), source=source))
    until(qtbot, lambda: watcher.rounds >= 1)
    frame = player.frame()
    assert frame is not None
    assert is_near(colour_at(frame, 0.02, 0.99), LEFT_HALF)
    player.unload()
    until(qtbot, lambda: source.log.count("closed") == source.log.count("opened"))


def test_a_locked_film_can_be_jumped_in(
    h264: Path, qtbot: QtBot, player: VlcClipPlayer, tmp_path: Path
) -> None:
    watcher = Watcher(player)
    player.load(cue(locked_file(tmp_path), start=0.6, end=1.4, source=Source(h264.read_bytes())))
    until(qtbot, lambda: len(watcher.shares) > 12)
    assert min(watcher.shares[3:]) > 0.25


def test_a_locked_film_that_cannot_be_read_is_told(
    h264: Path, qtbot: QtBot, player: VlcClipPlayer, tmp_path: Path
) -> None:
    for breaks_at in (-1, 0):
        player.load(cue(locked_file(tmp_path), source=Source(h264.read_bytes(), breaks_at)))
        until(qtbot, lambda: player.state().phase is ClipPhase.FAILED)
        error = player.state().error
        assert error
        assert error.key == "clip-unplayable"
        player.unload()
