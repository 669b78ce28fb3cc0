"""Saves a picture of each page from Begin to play: python -m tests.ui.check_shots FOLDER [WxH] [SCALE] [day|night]."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication

from companion.domain.family import Caregiver
from companion.domain.settings import Settings
from companion.ui.main_window import MainWindow, open_window
from companion.ui.start import Start
from tests.fakes import MemoryFamilies, MemorySettings
from tests.ui.house import House, a_baby, family_of
from tests.ui.photo_order import ordered

FIRST = Start("first-massage")


class Photographer:
    """Opens a fresh window for each picture."""

    def __init__(self, folder: Path, size: tuple[int, int], settings: Settings) -> None:
        self._folder = folder
        self._size = size
        self._settings = settings
        self._kept: list[MainWindow] = []

    def snap(
        self, name: str, *clicks: str, start: Start = FIRST, families: MemoryFamilies | None = None
    ) -> None:
        """Begin, click these one after the other, and save what is seen."""
        house = House(
            settings=MemorySettings(replace(self._settings)), families=families or family_of(a_baby())
        )
        window = open_window(house.context())
        self._kept.append(window)
        window.resize(*self._size)
        window.show()
        window.begin(start)
        for words in clicks:
            QApplication.processEvents()
            self._find(window, words).click()
        for _ in range(4):
            QApplication.processEvents()
        window.grab().save(str(self._folder / f"{name}.png"))
        window.close()

    @staticmethod
    def _find(window: MainWindow, words: str) -> QAbstractButton:
        for button in window.findChildren(QAbstractButton):
            if button.isVisible() and button.accessibleName() == words:
                return button
        names = [
            button.accessibleName() for button in window.findChildren(QAbstractButton) if button.isVisible()
        ]
        raise AssertionError(f"{words!r} is not among {names}")


def walk(snap: Callable[..., None]) -> None:
    """Every page once."""
    different, on = "Something is different", "Go on"
    mila, noah = a_baby(), a_baby("Noah", 12)
    snap("01-check")
    two = family_of(mila, noah)
    two.keep_caregiver(Caregiver("ana", "Ana"))
    two.keep_caregiver(Caregiver("sam", "Sam"))
    snap("02-check-two-babies", families=two)
    snap("03-different", different)
    snap(
        "04-different-named",
        different,
        "A fever",
        "Sore skin",
        "A vaccine in the last 3 days",
        "Baby is hungry",
    )
    snap("05-different-state", different, "Baby is not awake and calm")
    snap("06-signs", "I see a sign that worries me")
    snap("07-go", "All fine today")
    snap("08-go-full-body", "All fine today", start=Start("full-body"), families=two)
    young = family_of(a_baby(weeks=5, navel_healed="no"))
    snap(
        "09-changes",
        different,
        "A vaccine in the last 3 days",
        "Which arm or leg?: Left leg",
        on,
        families=young,
    )
    snap("10-gentle", different, "Baby is not awake and calm", "Drowsy", on)
    snap("11-not-today", different, "A fever", on, families=family_of(a_baby(weeks=20)))
    snap(
        "12-not-yet",
        different,
        "Fed less than 45 minutes ago",
        "Fed less than 45 minutes ago: Less than 30 minutes ago",
        on,
    )
    snap("13-check-first", different, "Sore skin", on)
    snap("14-not-this", "All fine today", start=Start("evening-legs"))
    snap("15-locked", start=Start("torticollis"))
    snap(
        "16-help",
        "I see a sign that worries me",
        "Having a seizure: stiff or jerking, and does not look at you.",
        on,
    )
    snap("17-doll", start=Start("full-body", doll=True))
    snap("18-doll-stroke", start=Start(doll=True, stroke="i-love-you"))
    snap("19-once", families=MemoryFamilies())
    twins = family_of(a_baby(weeks=20), a_baby("Noah", 20, navel_healed="no"))
    twins.keep_caregiver(Caregiver("ana", "Ana"))
    twins.keep_caregiver(Caregiver("sam", "Sam"))
    snap("21-both", "For: Both", "All fine today", "All fine today", families=twins)
    snap("22-not-both", "For: Both", "All fine today", different, "A fever", on, families=twins)
    snap("23-both-playing", "For: Both", "All fine today", "All fine today", "Begin", families=twins)
    snap("24-doll-playing", "Begin", start=Start("full-body", doll=True))
    snap("20-why", "All fine today", "Where this comes from", "Show every step", start=Start("full-body"))


def main() -> None:
    order = ordered()
    app = QApplication([])
    walk(Photographer(order.folder, order.size, Settings(text_scale=order.scale, theme=order.theme)).snap)
    app.quit()


if __name__ == "__main__":
    main()
