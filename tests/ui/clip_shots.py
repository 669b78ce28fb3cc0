"""Saves pictures of strokes, films and music: python -m tests.ui.clip_shots FOLDER [WxH] [SCALE] [THEME]."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QAbstractButton, QApplication

from companion.domain.settings import ThemeChoice
from companion.services.clip_ports import MusicChoice
from companion.services.clips import ClipLibrary
from companion.storage.clips import ClipFolder
from companion.ui.actions import Press
from companion.ui.background import Background
from companion.ui.clips.context import ClipContext
from companion.ui.clips.film import ClipWidget
from companion.ui.clips.picture import FilmPicture
from companion.ui.places import Page
from companion.video.inspection import VlcFilmInspector
from companion.video.libvlc import LibVlc
from companion.video.player import VlcClipPlayer
from tests.fakes import ManualClock
from tests.ui.films import Films
from tests.ui.shots import Photographer
from tests.ui.walker import Walker
from tests.video.films import Recipe, make_film

STROKE = "hip-to-ankle-glide"


def until(true: Callable[[], bool], seconds: float = 8.0) -> None:
    end = QDeadlineTimer(round(seconds * 1000))
    while not true() and not end.hasExpired():
        QApplication.processEvents()
    assert true()


class RealFilms(Films):
    """Real films through libVLC, with music that is only remembered."""

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._home = home
        self._vlc = LibVlc()

    def context(self, words: object, background: Background) -> ClipContext:
        made = super().context(words, background)  # pyright: ignore[reportArgumentType]
        ids = (f"clip-{number}" for number in range(1000))
        folder = ClipFolder(self._home, ManualClock())
        library = ClipLibrary(folder, VlcFilmInspector(self._vlc), lambda: next(ids))
        return ClipContext(
            library,
            lambda: VlcClipPlayer(self._vlc),
            made.background,
            made.words,
            made.music,
            made.music_store,
            made.choose_film,
            made.choose_music,
        )


def walk(who: Photographer, films: RealFilms, film: Path, spoilt: Path) -> None:
    window = who.window
    walker = Walker(who.house, window, None)  # pyright: ignore[reportArgumentType]

    def press(name: str) -> None:
        walker.find(name, QAbstractButton).click()

    def playing() -> bool:
        seen = [one for one in window.findChildren(FilmPicture) if one.isVisible()]
        return any(one._frame is not None for one in seen)

    window.go(Page.ROUTINES)
    press("All strokes")
    who.snap("01-all-strokes")
    press(who.house.context().words.strokes[STROKE].title)
    who.snap("02-stroke")
    press("Show: Your films")
    who.snap("03-no-film")
    films.source = spoilt
    press("Add a film")
    until(lambda: walker.sees("Choose another film"))
    who.snap("04-refused")
    films.source = film
    press("Choose another film")
    until(playing)
    who.snap("05-trim")
    press("Keep film")
    until(playing)
    who.snap("06-film-on-page")
    press("Back to all strokes")
    press("Back to routines")
    films.store.choice = MusicChoice((Path("/music/Lullaby.mp3"), Path("/music/Rain on the roof.ogg")))
    window.go(Page.SETTINGS)
    if True:
        QApplication.processEvents()
        press("Settings: Music")
        who.snap("07-music")
    window.play(lambda: who.house.start_session("first-massage"))
    who.play(9.0)
    who.play(21.0)
    who.press(Press.YES)
    while who.presenter._playing.state().moment.step < 3:
        who.press(Press.NEXT)
    who.play(6.0 + 3.0)
    who.snap("08-player-drawing")
    until(lambda: walker.sees("Show your film"))
    if True:
        press("Show your film")
        until(lambda: any(one.isVisible() for one in window.findChildren(ClipWidget)))
        until(playing)
        who.snap("09-player-film")
        who.press(Press.TOGGLE)
        who.snap("10-player-paused")


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    size = sys.argv[2] if len(sys.argv) > 2 else "1280x800"
    wide, high = (int(number) for number in size.split("x"))
    scale = float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
    theme = ThemeChoice(sys.argv[4]) if len(sys.argv) > 4 else ThemeChoice.DAY
    app = QApplication([])
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        film = make_film(home / "IMG_2031_legs.mp4", Recipe(seconds=2.0))
        spoilt = home / "IMG_2032.mp4"
        spoilt.write_bytes(film.read_bytes()[:-4000])
        who = Photographer(folder, (wide, high), scale, theme)
        films = RealFilms(home / "home")
        who.house.films = films
        walk(who, films, film, spoilt)
        who.window.close()
        films._vlc.close()
    app.quit()


if __name__ == "__main__":
    main()
