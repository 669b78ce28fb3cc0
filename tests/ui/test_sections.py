"""The sections of the settings: numbers to call, the reminder, and what belongs to the clinic."""

from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from companion.domain.clinic import CLINIC_PRESET, ClinicSettings
from companion.domain.help import HelpChoice, help_numbers
from companion.domain.settings import Reminder, Settings
from companion.ui.places import Page
from companion.ui.settings.clinic_section import steps_of
from companion.ui.settings.context import HomeContext
from companion.ui.settings.reminder_section import ReminderSection
from tests.fakes import ManualClock, MemorySettings
from tests.ui.baby.hands import open_page, pick, write
from tests.ui.conftest import OpenHouse
from tests.ui.house import House, keep_file, safety
from tests.ui.walker import Walker


def at_section(
    open_house: OpenHouse, strip: str, settings: Settings | None = None, **house: object
) -> Walker:
    kept = MemorySettings(settings or Settings())
    walker = open_house(House(settings=kept, **house))  # pyright: ignore[reportArgumentType]
    open_page(walker, Page.SETTINGS, f"Settings: {strip}")
    return walker


def choice(walker: Walker) -> HelpChoice:
    return walker.house.settings.load().help


def test_manitobas_numbers_are_ready_made(open_house: OpenHouse) -> None:
    walker = at_section(open_house, "Numbers to call")
    assert walker.find("Emergency number", QLineEdit).text() == "911"
    assert walker.find("Nurse line", QLineEdit).text() == "204-788-8200, 1-888-315-9257"
    assert not walker.sees("Use the ready-made numbers again")


def test_a_changed_number_counts_and_the_others_stay(open_house: OpenHouse, qtbot: QtBot) -> None:
    walker = at_section(open_house, "Numbers to call")
    write(walker, qtbot, "Nurse line", "811, 204-555-0199")
    numbers = help_numbers(choice(walker), safety().regions)
    assert (numbers.emergency, numbers.nurse, numbers.crisis) == ("911", ("811", "204-555-0199"), "9-8-8")
    assert choice(walker).verified == "2026-11-18"
    walker.click("Use the ready-made numbers again")
    assert choice(walker) == HelpChoice()


def test_the_clinics_own_number_is_kept_beside_the_ready_made_ones(
    open_house: OpenHouse, qtbot: QtBot
) -> None:
    walker = at_section(open_house, "Numbers to call")
    write(walker, qtbot, "Your clinic or doctor", "204-555-0100 Dr. Lee")
    assert choice(walker) == HelpChoice(clinic="204-555-0100 Dr. Lee")
    walker.click("Where you live: Elsewhere in Canada")
    assert choice(walker) == HelpChoice("canada", clinic="204-555-0100 Dr. Lee")


def test_where_no_number_is_known_it_is_asked_for(open_house: OpenHouse, qtbot: QtBot) -> None:
    walker = at_section(open_house, "Numbers to call")
    walker.click("Where you live: Another country")
    assert "Put in your emergency number" in walker.reads()
    write(walker, qtbot, "Emergency number", "112")
    assert "Put in your emergency number" not in walker.reads()
    assert help_numbers(choice(walker), safety().regions).emergency == "112"


def test_numbers_are_looked_at_again_once_a_year(open_house: OpenHouse) -> None:
    later = ManualClock(wall=datetime(2028, 1, 5, 9, 30, tzinfo=UTC))
    walker = at_section(open_house, "Numbers to call", clock=later)
    walker.click("They are still right")
    numbers = help_numbers(choice(walker), safety().regions)
    assert not numbers.due(later.wall().date())
    assert numbers.nurse == safety().regions["manitoba"].nurse
    assert not walker.sees("They are still right")


def test_there_is_no_reminder_until_someone_wants_one(open_house: OpenHouse, qtbot: QtBot) -> None:
    walker = at_section(open_house, "Reminder")
    assert walker.find("Remind me: Never", QAbstractButton).isChecked()
    walker.click("Remind me: After the bath")
    pick(walker, qtbot, "Reminder: hour", "7")
    pick(walker, qtbot, "Reminder: minute", "45")
    settings = walker.house.settings.load()
    assert (settings.reminder, settings.reminder_minute) == (Reminder.AFTER_BATH, 7 * 60 + 45)


def test_a_time_in_the_quiet_hours_says_that_nothing_comes(open_house: OpenHouse, qtbot: QtBot) -> None:
    evening = Settings(reminder=Reminder.AT_TIME)
    walker = at_section(open_house, "Reminder", evening)
    assert "in your quiet hours" not in walker.reads()
    pick(walker, qtbot, "Reminder: hour", "3 AM")
    assert "in your quiet hours" in walker.reads()
    assert not walker.find("Save for a calendar", QAbstractButton).isEnabled()


def test_the_calendar_file_is_written_whole(open_house: OpenHouse, tmp_path: Path) -> None:
    walker = at_section(open_house, "Reminder", Settings(reminder=Reminder.AT_TIME))
    section = walker.window.findChild(ReminderSection)
    assert section is not None
    section.save_to(tmp_path / "massage.ics")
    assert b"DTSTART:20261118T183000\r\n" in (tmp_path / "massage.ics").read_bytes()
    assert "Open it on your phone" in walker.reads()


def test_a_file_that_cannot_be_written_is_told(open_house: OpenHouse, tmp_path: Path) -> None:
    walker = at_section(open_house, "Reminder", Settings(reminder=Reminder.AT_TIME))
    section = walker.window.findChild(ReminderSection)
    assert section is not None
    section.save_to(tmp_path / "nowhere" / "massage.ics")
    assert "could not be written" in walker.reads()


@pytest.mark.parametrize(
    ("tray", "told"), [(False, "This desktop has no tray"), (True, "It shows while the program is open")]
)
def test_it_is_honest_about_where_a_reminder_shows(open_house: OpenHouse, tray: bool, told: str) -> None:
    home = HomeContext(lambda: ("en",), keep_file, lambda: tray)
    assert told in at_section(open_house, "Reminder", home=home).reads()


def test_the_clinics_values_stand_behind_a_door_with_ranges_and_sources(open_house: OpenHouse) -> None:
    walker = at_section(open_house, "For the clinic")
    assert "Hours to wait after a vaccine" not in walker.reads()
    walker.click("For the clinic: open these values")
    read = [part.text() for part in walker.window.findChildren(QLabel)]
    for field in fields(ClinicSettings):
        allowed = safety().clinic[field.name.replace("_", "-")]
        if allowed.highest > 1:
            told = f"From {allowed.lowest} to {allowed.highest}; we start at {allowed.default}."
            assert any(told in text for text in read), field.name
    assert sum("Sources: " in text for text in read) == len(fields(ClinicSettings))


def test_a_clinics_value_counts_at_once_and_the_careful_ones_come_back(
    open_house: OpenHouse, qtbot: QtBot
) -> None:
    walker = at_section(open_house, "For the clinic")
    walker.click("For the clinic: open these values")
    qtbot.waitUntil(lambda: walker.sees("Hours to wait after a vaccine"))
    pick(walker, qtbot, "Hours to wait after a vaccine", "72")
    assert walker.house.settings.load().clinic == ClinicSettings(vaccine_hours=72)
    walker.click("What a clinic starts from")
    assert walker.house.settings.load().clinic == CLINIC_PRESET
    walker.click("Back to the careful values")
    assert walker.house.settings.load().clinic == ClinicSettings()


def test_a_stored_value_out_of_its_range_is_shown_as_what_counts(open_house: OpenHouse) -> None:
    odd = Settings(clinic=replace(ClinicSettings(), feed_gap=5))
    walker = at_section(open_house, "For the clinic", odd)
    walker.click("For the clinic: open these values")
    field = next(
        one
        for one in walker.window.findChildren(QComboBox)
        if one.accessibleName() == "Minutes to wait after a feed"
    )
    assert field.currentText() == "30"


def test_every_value_that_is_offered_is_in_its_range() -> None:
    for allowed in safety().clinic.values():
        steps = steps_of(allowed)
        assert {allowed.lowest, allowed.default, allowed.highest} <= set(steps)
        assert all(allowed.lowest <= value <= allowed.highest for value in steps)
        assert len(steps) < 14
