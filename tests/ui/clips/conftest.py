"""A family with films, in front of the window; and real films through libVLC."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from companion.services.clip_ports import ClipPlayer
from companion.services.clips import ClipLibrary
from companion.storage.clips import ClipFolder
from companion.ui.background import Background
from companion.ui.clips.context import ClipContext
from companion.video.inspection import VlcFilmInspector
from companion.video.libvlc import LibVlc
from companion.video.player import VlcClipPlayer
from tests.fakes import ManualClock
from tests.ui.clips.family import Family
from tests.ui.conftest import OpenHouse
from tests.ui.films import Films
from tests.ui.house import House
from tests.video.conftest import h264, reel, vlc, vp9

__all__ = ["h264", "reel", "vlc", "vp9"]


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A file that the sure inspector takes for a film."""
    file = tmp_path / "IMG_0231.mp4"
    file.write_bytes(b"a film")
    return file


@pytest.fixture
def family(house: House, open_house: OpenHouse, qtbot: QtBot) -> Family:
    """On the films of one stroke, of which there are none yet."""
    house.films.shelf.listed = ()
    return Family(open_house(house), house, qtbot).to_films()


class RealFilms(Films):
    """Films on a real shelf, looked at and played by the real library."""

    def __init__(self, home: Path, library: LibVlc) -> None:
        super().__init__()
        self._home = home
        self._vlc = library
        self.opened: list[VlcClipPlayer] = []

    def context(self, words: object, background: Background) -> ClipContext:
        made = super().context(words, background)  # pyright: ignore[reportArgumentType]
        folder = ClipFolder(self._home, ManualClock())
        ids = iter(range(1000))
        library = ClipLibrary(folder, VlcFilmInspector(self._vlc, patience=2.0), lambda: f"clip-{next(ids)}")
        return ClipContext(
            library,
            self._open_real,
            background,
            made.words,
            made.music,
            made.music_store,
            made.choose_film,
            made.choose_music,
        )

    def _open_real(self) -> ClipPlayer:
        self.opened.append(VlcClipPlayer(self._vlc))
        return self.opened[-1]


@pytest.fixture
def real_family(
    tmp_path: Path,
    vlc: LibVlc,
    house: House,
    open_house: OpenHouse,
    qtbot: QtBot,
) -> Iterator[Family]:
    """The same on real files, with the real library."""
    films = RealFilms(tmp_path / "home", vlc)
    house.films = films
    yield Family(open_house(house), house, qtbot).to_films()
    for player in films.opened:
        player.close()
