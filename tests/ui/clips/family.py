"""Somebody who goes to the films of a stroke, adds one, and sees what it shows."""

import time
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from companion.domain.clip import Clip
from companion.ui.clips.picture import FilmPicture
from companion.ui.places import Page
from tests.clip_fakes import HandPlayer
from tests.ui.house import House
from tests.ui.walker import Walker

STROKE = "hip-to-ankle-glide"
TITLE = "Hip-to-ankle glide"
PATIENCE = 8000
"""Milliseconds for what libVLC brings about."""


class Family:
    """In front of one window."""

    def __init__(self, walker: Walker, house: House, qtbot: QtBot) -> None:
        self.walker = walker
        self.house = house
        self._qtbot = qtbot

    def to_stroke(self) -> "Family":
        self.walker.window.go(Page.ROUTINES)
        self.walker.click("All strokes")
        self.walker.click(TITLE)
        return self

    def to_films(self) -> "Family":
        self.to_stroke()
        self.walker.click("Show: Your films")
        return self

    def bring(self, film: Path) -> None:
        """Choose a file, and wait for what is said of it."""
        self.house.films.source = film
        self.walker.click("Add a film")
        self.wait_for("Keep film", "Choose another film")

    def add(self, film: Path) -> None:
        self.bring(film)
        self.walker.click("Keep film")

    def wait_for(self, *names: str) -> None:
        self._qtbot.waitUntil(lambda: any(self.walker.sees(name) for name in names), timeout=PATIENCE)

    def escape(self) -> None:
        """The key, where the keys go just now."""
        target = self.walker.window.focusWidget() or self.walker.window
        self._qtbot.keyClick(target, Qt.Key.Key_Escape)

    def tell(self) -> HandPlayer:
        """The player that was opened last."""
        return self.house.films.players[-1]

    @property
    def clips(self) -> tuple[Clip, ...]:
        return self.house.films.shelf.listed

    @property
    def picture(self) -> FilmPicture:
        """The film that can be seen."""
        return next(one for one in self.walker.window.findChildren(FilmPicture) if one.isVisible())

    def first_frame_ms(self) -> int:
        """How long it takes from now until the picture has a frame of its film."""
        began = time.monotonic()
        self._qtbot.waitUntil(lambda: self.picture._frame is not None, timeout=PATIENCE)
        return round((time.monotonic() - began) * 1000)
