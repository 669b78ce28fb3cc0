"""Saves pictures of the first start: python -m tests.ui.welcome_shots FOLDER [WxH] [SCALE] [THEME]."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication

from companion.domain.settings import Settings, ThemeChoice
from companion.ui.main_window import open_window
from tests.fakes import ManualClock, MemorySettings
from tests.ui.house import House, family_of
from tests.ui.photo_order import ordered
from tests.ui.shots import EVENING, Photographer
from tests.ui.walker import Walker


class FirstVisit(Photographer):
    """A house in which nobody is known."""

    def __init__(self, folder: Path, size: tuple[int, int], scale: float, theme: ThemeChoice) -> None:
        self.folder = folder
        self.clock = ManualClock(wall=EVENING)
        settings = Settings(text_scale=scale, theme=theme)
        self.house = House(clock=self.clock, settings=MemorySettings(settings), families=family_of())
        self.window = open_window(self.house.context())
        self.window.resize(*size)
        self.window.show()


def walk(who: FirstVisit) -> None:
    walker = Walker(who.house, who.window, None)  # pyright: ignore[reportArgumentType]

    def press(name: str) -> None:
        walker.find(name, QAbstractButton).click()

    who.snap("01-welcome")
    press("Next")
    who.snap("02-second")
    press("Was baby born early?: Yes, before 37 weeks")
    press("Does any of this fit your baby?: None of these")
    who.snap("03-answered")
    press("Start")
    who.snap("04-today")


def main() -> None:
    order = ordered()
    app = QApplication([])
    walk(FirstVisit(order.folder, order.size, order.scale, order.theme))
    app.quit()


if __name__ == "__main__":
    main()
