"""The screens of the family in small windows, with large type and with longer words: nothing is cut off or covered."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from companion.domain.body import Area
from companion.domain.family import Caregiver
from companion.domain.settings import Reminder, Settings
from companion.domain.unlock import Unlock
from companion.ui.places import Page
from companion.ui.widgets.sheet import Sheet
from tests.fakes import MemorySettings
from tests.ui.conftest import OpenHouse
from tests.ui.house import House, a_baby, family_of
from tests.ui.test_layout import TARGET, outside, overlapping, squeezed, stretcher
from tests.ui.walker import Walker

__all__ = ["stretcher"]

YES = Unlock("Ana Roy, physiotherapist", date(2026, 11, 2), frozenset({Area.LEGS, Area.ARMS}))


def lively_family() -> House:
    """Two babies, one put away, three who massage, and a yes."""
    away = replace(a_baby("Old"), archived=True)
    early = a_baby("Sol", weeks_early=5, unlocks=(YES,), likes=("toe-roll",))
    families = family_of(early, a_baby("Noa", birth=None, conditions=None), away)
    for name in ("Ana", "Papa", "Oma"):
        families.keep_caregiver(Caregiver(name.lower(), name, archived=name == "Oma"))
    return House(families=families)


def every_screen(walker: Walker) -> Iterator[str]:
    """All pages of the baby and the sections of the settings, with their sheets."""
    window = walker.window
    buttons = QAbstractButton

    def press(place: Page, number: int) -> None:
        window.go(place)
        QApplication.processEvents()
        place_shown = window._made[place]
        place_shown._tabs.show_page(number)  # pyright: ignore
        QApplication.processEvents()

    for number in range(4):
        press(Page.BABY, number)
        yield f"baby, page {number}"
    press(Page.BABY, 1)
    window.go(Page.BABY, "know")
    yield "the whole list"
    press(Page.BABY, 2)
    next(one for one in window.findChildren(buttons) if one.accessibleName().startswith("Add a yes")).click()
    choices = [one for one in window.findChildren(buttons) if "Still touch" in one.accessibleName()]
    choices[0].click()
    yield "a yes with doses"
    close_sheets(walker)
    for number in range(1, 7):
        press(Page.SETTINGS, number)
        yield f"settings, section {number}"
    press(Page.SETTINGS, 6)
    next(one for one in window.findChildren(buttons) if "open these values" in one.text()).click()
    yield "the clinic's values"


def close_sheets(walker: Walker) -> None:
    for sheet in walker.window.findChildren(Sheet):
        if sheet.isVisible():
            sheet.close_by_hand()


def wrong_in(walker: Walker) -> list[str]:
    QApplication.processEvents()
    QApplication.processEvents()
    window = walker.window
    small = [
        f"{field.accessibleName()}: {field.height()}"
        for kind in (QAbstractButton, QComboBox, QLineEdit)
        for field in window.findChildren(kind)
        if field.isVisible() and field.height() < TARGET and field.accessibleName() != "Close"
    ]
    nameless = [
        type(field).__name__
        for kind in (QAbstractButton, QComboBox)
        for field in window.findChildren(kind)
        if field.isVisible() and not field.accessibleName()
    ]
    return [*outside(window), *squeezed(window), *overlapping(window), *small, *nameless]


@pytest.mark.parametrize(("size", "scale"), [((1024, 600), 1.0), ((1024, 600), 1.5)])
def test_no_field_is_cut_off_covered_or_too_small(
    open_house: OpenHouse, size: tuple[int, int], scale: float
) -> None:
    house = lively_family()
    house.settings = MemorySettings(Settings(text_scale=scale, reminder=Reminder.AT_TIME))
    walker = open_house(house)
    walker.window.resize(*size)
    for where in every_screen(walker):
        assert not wrong_in(walker), where


def test_longer_words_find_room(open_house: OpenHouse, stretcher: None) -> None:
    walker = open_house(lively_family())
    walker.window.resize(1024, 600)
    for where in every_screen(walker):
        assert not wrong_in(walker), where


@pytest.mark.parametrize(("size", "scale"), [((1024, 600), 1.0), ((800, 540), 1.5)])
def test_both_pages_of_the_welcome_find_room(
    open_house: OpenHouse, size: tuple[int, int], scale: float
) -> None:
    walker = open_house(House(families=family_of(), settings=MemorySettings(Settings(text_scale=scale))))
    walker.window.resize(*size)
    assert not wrong_in(walker)
    walker.click("Next")
    walker.click("Was baby born early?: Yes, before 37 weeks")
    assert not wrong_in(walker)
