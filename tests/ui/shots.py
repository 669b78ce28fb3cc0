"""Saves a picture of every screen: python -m tests.ui.shots FOLDER [WIDTHxHEIGHT] [TEXT SCALE] [day|night|contrast]."""

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from companion.domain.body import Side
from companion.domain.events import Outcome
from companion.domain.session import SessionStatus, StepDone
from companion.domain.settings import Settings, ThemeChoice
from companion.ui.actions import Press
from companion.ui.main_window import MainWindow, open_window
from companion.ui.places import Page
from companion.ui.player.crossing import Crossing
from companion.ui.player.presenter import PlayerPresenter
from companion.ui.widgets.picture import StillPicture
from tests.fakes import ManualClock, MemorySettings
from tests.ui.house import House
from tests.ui.photo_order import ordered

EVENING = datetime.fromisoformat("2026-11-19T18:40:00+00:00")


class Photographer:
    """Walks through the window and saves what it sees."""

    def __init__(self, folder: Path, size: tuple[int, int], scale: float, theme: ThemeChoice) -> None:
        self.folder = folder
        self.clock = ManualClock(wall=EVENING)
        settings = Settings(text_scale=scale, theme=theme)
        self.house = House(clock=self.clock, settings=MemorySettings(settings))
        for days in (1, 2):
            self._past_session(days)
        self.window: MainWindow = open_window(self.house.context())
        self.window.resize(*size)
        self.window.show()

    def snap(self, name: str, widget: QWidget | None = None) -> None:
        QApplication.processEvents()
        for crossing in self.window.findChildren(Crossing):
            crossing.cut()
        while any(picture.isVisible() and picture._kept is None for picture in self._pictures()):
            QApplication.processEvents()
        QApplication.processEvents()
        (widget or self.window).grab().save(str(self.folder / f"{name}.png"))

    def _pictures(self) -> list[StillPicture]:
        seen = self.window.visibleRegion()
        return [
            picture
            for picture in self.window.findChildren(StillPicture)
            if seen.intersects(picture.visibleRegion().translated(picture.mapTo(self.window, QPoint())))
        ]

    def play(self, seconds: float) -> None:
        presenter = self.presenter
        while seconds > 0:
            step = min(0.25, seconds)
            self.clock.advance(step)
            presenter.tick()
            seconds -= step

    @property
    def presenter(self) -> PlayerPresenter:
        presenter = self.window._flow.presenter
        assert presenter is not None
        return presenter

    def press(self, action: Press) -> None:
        self.presenter.act(action)

    def _past_session(self, days: int) -> None:
        playback = self.house.start_session("first-massage")
        began = EVENING - timedelta(days=days)
        self.house.journal.begin(playback.session, playback.plan, began)
        steps = [StepDone(3, "hip-to-ankle-glide", Side.RIGHT, 12.0, 3, Outcome.DONE)]
        self.house.journal.end(playback.session, SessionStatus.FINISHED, None, steps, 300.0, began)


def walk(who: Photographer) -> None:
    """The whole way through, one picture a screen."""
    window = who.window
    who.snap("01-today")
    window.go(Page.ROUTINES)
    who.snap("02-routines")
    window.go(Page.SETTINGS)
    who.snap("03-settings")
    window.go(Page.TODAY)
    window.play(lambda: who.house.start_session("first-massage"))
    who.snap("04-get-ready")
    who.play(9.0)
    who.snap("05-permission")
    who.play(21.0)
    who.snap("06-wait-for-yes")
    who.press(Press.YES)
    who.play(30.0)
    who.snap("07-settle")
    who.press(Press.NEXT)
    who.play(12.0)
    while who.presenter._playing.state().moment.step < 3:
        who.press(Press.NEXT)
    who.play(6.0 + 9.0)
    who.snap("08-glide")
    who.press(Press.TOGGLE)
    who.snap("09-paused")
    who.press(Press.TOGGLE)
    who.press(Press.ADJUST)
    who.snap("10-adjust")
    who.press(Press.CLOSE)
    who.press(Press.HELP)
    who.snap("11-help")
    who.press(Press.CLOSE)
    who.press(Press.KEYS)
    who.snap("12-keys")
    who.press(Press.CLOSE)
    who.press(Press.SAYS_NO)
    who.snap("13-rest")
    who.press(Press.ANOTHER_AREA)
    who.snap("14-areas")
    who.press(Press.CLOSE)
    who.press(Press.CARRY_ON)
    who.press(Press.NEXT)
    who.play(8.0)
    who.press(Press.ENJOYING)
    who.snap("15-thumbs")
    while who.presenter._playing.state().moment.step < 10:
        who.press(Press.NEXT)
    who.play(9.0)
    who.snap("16-chest")
    who.press(Press.FINISH)
    who.snap("17-finish")
    window.close()
    window.show()
    window.go(Page.TODAY)
    who.snap("18-left-off")


def wrap_up(who: Photographer) -> None:
    """The end of a session that was stopped kindly."""
    who.window.play(lambda: who.house.start_session("first-massage"))
    who.play(60.0)
    who.press(Press.SAYS_NO)
    who.press(Press.FINISH_KINDLY)
    who.snap("19-wrap-up")


def main() -> None:
    order = ordered()
    app = QApplication([])
    walk(Photographer(order.folder, order.size, order.scale, order.theme))
    wrap_up(Photographer(order.folder, order.size, order.scale, order.theme))
    app.quit()


if __name__ == "__main__":
    main()
