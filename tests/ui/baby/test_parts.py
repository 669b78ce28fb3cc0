"""The ways into the place of the baby: to one part of it, and to what stands in the way of a massage."""

import pytest
from pytestqt.qtbot import QtBot

from companion.ui.baby.place import what_is_open
from companion.ui.places import Page
from tests.ui.house import a_baby
from tests.ui.walker import Walker


@pytest.mark.parametrize(
    ("known", "part"),
    [
        ({"weeks_early": None, "conditions": None}, "profile"),
        ({"conditions": None}, "know"),
        ({"conditions": ("hip-click",)}, "yes"),
        ({"weeks_early": 6}, "yes"),
    ],
)
def test_what_stands_in_the_way_has_its_page(known: dict[str, object], part: str) -> None:
    assert what_is_open(a_baby(weeks=12, **known).profile) == part  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("part", "seen"),
    [("yes", "Add a yes"), ("open", "Add a yes"), ("who", "Name of someone new"), ("nowhere", "Name")],
)
def test_a_part_can_be_opened_by_its_name(walker: Walker, qtbot: QtBot, part: str, seen: str) -> None:
    walker.window.go(Page.BABY, part)
    qtbot.waitUntil(lambda: walker.sees(seen))
