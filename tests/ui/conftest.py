"""What every test of a screen stands on: a house with a clock that stands, and its window."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from companion.ui.main_window import MainWindow, open_window
from tests.ui.house import House
from tests.ui.walker import Walker

OpenHouse = Callable[[House], Walker]


@pytest.fixture
def house() -> House:
    """Fakes with behaviour round the real content."""
    return House()


@pytest.fixture
def open_house(qtbot: QtBot) -> Iterator[OpenHouse]:
    """Opens a house's window at 1280x800 and gives someone who walks through it.

    The windows are kept until Qt has deleted them: the garbage collector must not do it in the middle of a painting.
    """
    kept: list[MainWindow] = []

    def opened(house: House) -> Walker:
        window = open_window(house.context())
        kept.append(window)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        return Walker(house, window, qtbot)

    yield opened
    kept.clear()


@pytest.fixture
def walker(house: House, open_house: OpenHouse) -> Walker:
    """Someone in front of the window of a fresh house."""
    return open_house(house)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What Qt warns of fails a test of the screens."""
    for item in items:
        if "tests/ui/" in str(item.path):
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
