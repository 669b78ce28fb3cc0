"""Where a reminder shows: in the window where there is no tray; and an error of the diary is told once."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.app.reminders import Bellman, has_tray
from companion.domain.errors import CompanionError
from companion.domain.settings import Reminder, Settings
from companion.services.reminders import Reminders
from companion.ui.main_window import MainWindow, open_window
from tests.fakes import ManualClock, MemorySettings
from tests.ui.house import House


class BrokenReminders(Reminders):
    """A diary that cannot be read."""

    def is_due(self) -> bool:
        raise CompanionError("diary-damaged", file="diary.sqlite3")


def opened(qtbot: QtBot) -> tuple[House, MainWindow]:
    house = House(settings=MemorySettings(Settings(reminder=Reminder.AT_TIME, reminder_minute=9 * 60 + 31)))
    window = open_window(house.context())
    qtbot.addWidget(window)
    window.show()
    return house, window


def read(window: MainWindow) -> str:
    return "\n".join(part.text() for part in window.findChildren(QLabel))


def test_without_a_tray_the_window_says_it(qtbot: QtBot) -> None:
    house, window = opened(qtbot)
    assert not has_tray()
    bellman = Bellman(Reminders(house.settings, house.journal, house.clock), window, house.notices.append)
    bellman.look()
    assert "Time for a massage?" not in read(window)
    assert isinstance(house.clock, ManualClock)
    house.clock.advance(90)
    bellman.look()
    assert "Time for a massage?" in read(window)


def test_it_goes_on_looking_by_itself(qtbot: QtBot) -> None:
    house, window = opened(qtbot)
    bellman = Bellman(Reminders(house.settings, house.journal, house.clock), window, house.notices.append)
    bellman.begin()
    (timer,) = bellman.findChildren(QTimer)
    assert timer.isActive()
    assert timer.interval() <= 60_000


def test_a_diary_that_cannot_be_read_is_told_once(qtbot: QtBot) -> None:
    house, window = opened(qtbot)
    broken = BrokenReminders(house.settings, house.journal, house.clock)
    bellman = Bellman(broken, window, house.notices.append)
    bellman.look()
    bellman.look()
    assert [notice.key for notice in house.notices] == ["diary-damaged"]
