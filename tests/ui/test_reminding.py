"""Where a reminder shows: in the window where there is no tray; and an error of the diary is told once."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from companion.app.reminders import Bellman, has_tray
from companion.domain.errors import CompanionError
from companion.domain.settings import Reminder, Settings
from companion.services.reminders import Reminders
from companion.ui.main_window import MainWindow
from tests.fakes import ManualClock, MemorySettings
from tests.ui.conftest import OpenHouse
from tests.ui.house import House


class BrokenReminders(Reminders):
    """A diary that cannot be read."""

    def is_due(self) -> bool:
        raise CompanionError("diary-damaged", file="diary.sqlite3")


@pytest.fixture
def window(open_house: OpenHouse) -> MainWindow:
    settings = Settings(reminder=Reminder.AT_TIME, reminder_minute=9 * 60 + 31)
    return open_house(House(settings=MemorySettings(settings))).window


@pytest.fixture
def told() -> list[CompanionError]:
    return []


def reminders(window: MainWindow) -> Reminders:
    context = window.context
    return Reminders(context.settings, context.diary, context.clock)


def read(window: MainWindow) -> str:
    return "\n".join(part.text() for part in window.findChildren(QLabel))


def test_without_a_tray_the_window_says_it(window: MainWindow, told: list[CompanionError]) -> None:
    assert not has_tray()
    bellman = Bellman(reminders(window), window, told.append)
    bellman.look()
    assert "Time for a massage?" not in read(window)
    clock = window.context.clock
    assert isinstance(clock, ManualClock)
    clock.advance(90)
    bellman.look()
    assert "Time for a massage?" in read(window)


def test_it_goes_on_looking_by_itself(window: MainWindow, told: list[CompanionError]) -> None:
    bellman = Bellman(reminders(window), window, told.append)
    bellman.begin()
    (timer,) = bellman.findChildren(QTimer)
    assert timer.isActive()
    assert timer.interval() <= 60_000


def test_a_diary_that_cannot_be_read_is_told_once(window: MainWindow, told: list[CompanionError]) -> None:
    context = window.context
    broken = BrokenReminders(context.settings, context.diary, context.clock)
    bellman = Bellman(broken, window, told.append)
    bellman.look()
    bellman.look()
    assert [notice.key for notice in told] == ["diary-damaged"]
