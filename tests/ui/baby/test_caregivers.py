"""Those who massage: added, named, chosen, put away and taken back, each with one tap."""

import pytest
from pytestqt.qtbot import QtBot

from companion.domain.family import Caregiver
from companion.ui.places import Page
from tests.ui.baby.hands import open_page, write
from tests.ui.walker import Walker


@pytest.fixture
def at_people(walker: Walker) -> Walker:
    for caregiver in (Caregiver("a", "Ana"), Caregiver("b", "Papa")):
        walker.house.families.keep_caregiver(caregiver)
    open_page(walker, Page.BABY, "Baby: Who massages")
    return walker


def named(walker: Walker) -> list[tuple[str, bool]]:
    return [(one.name, one.archived) for one in walker.house.families.caregivers()]


def test_someone_is_added_by_enter_or_by_the_button(at_people: Walker, qtbot: QtBot) -> None:
    write(at_people, qtbot, "Name of someone new", "Oma")
    assert named(at_people) == [("Ana", False), ("Papa", False), ("Oma", False)]
    at_people.click("Add someone who massages")
    assert len(named(at_people)) == 3


def test_a_name_can_be_changed(at_people: Walker, qtbot: QtBot) -> None:
    write(at_people, qtbot, "Name: Papa", "Baba")
    assert named(at_people) == [("Ana", False), ("Baba", False)]
    assert at_people.sees("Name: Baba")


def test_who_massages_now_is_one_tap(at_people: Walker) -> None:
    at_people.click("Papa massages now")
    assert at_people.house.settings.load().caregiver == "b"


def test_someone_is_put_away_and_taken_back(at_people: Walker) -> None:
    at_people.click("Put Ana away")
    assert named(at_people) == [("Ana", True), ("Papa", False)]
    at_people.click("Take Ana back")
    assert named(at_people) == [("Ana", False), ("Papa", False)]
