"""The calendar tells what was done on each day, and keeps quiet about the others."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from companion.domain.occasion import Occasion
from companion.domain.session import Reflection
from companion.ui.diary.month_view import DaySum, month_bounds, month_view, months_on
from companion.ui.places import Page
from tests.ui.diary.reader import Reader

TODAY = "Thursday, November 19, 2026"
TUESDAY = "Tuesday, November 17, 2026"


def day(reader: Reader, name: str) -> QAbstractButton:
    return reader.find(name, QAbstractButton)


def test_an_empty_diary_is_kind_and_leads_to_a_first_massage(reader: Reader) -> None:
    told = reader.open().reads()
    assert "Your diary begins with the first massage" in told
    assert "Nothing noted yet today." in told
    reader.click("To today’s massage")
    assert reader.window._screens.currentWidget() is reader.window._made[Page.TODAY]


def test_a_day_tells_its_massages_and_their_minutes(reader: Reader) -> None:
    reader.played("one", 2.0)
    reader.played("two", 2.1)
    reader.open()
    assert day(reader, TUESDAY).accessibleDescription() == "2 massages · 8 min"
    assert "● This month: 2 massages · 8 min of touch" in reader.reads()


def test_days_without_a_massage_say_nothing(reader: Reader) -> None:
    reader.played("one", 2.0)
    reader.open()
    assert day(reader, "Monday, November 16, 2026").accessibleDescription() == ""


def test_practice_on_a_doll_is_told_apart_and_counts_for_nothing(reader: Reader) -> None:
    reader.played("doll", 2.0, Occasion(practice=True))
    reader.open()
    assert day(reader, TUESDAY).accessibleDescription() == "1 on a doll"
    told = reader.reads()
    assert "○ On a doll, to practise: 1 ×" in told
    assert "This month" not in told


def test_a_session_under_way_is_no_massage_yet(reader: Reader) -> None:
    playing = reader.app.start_session("first-massage")
    playing.begin()
    reader.open()
    assert day(reader, TODAY).accessibleDescription() == ""
    assert "Not ended yet" in reader.rows("Massages of this day")[0].facts


def test_a_click_on_a_day_shows_what_was_done_then(reader: Reader) -> None:
    reader.played("one", 2.0, said=Reflection(note="Loved the legs."))
    reader.open().click(TUESDAY)
    assert TUESDAY in reader.reads()
    (row,) = reader.rows("Massages of this day")
    assert (row.title, row.note) == ("First massage", "Loved the legs.")


def test_arrow_keys_go_through_days_and_page_keys_through_months(reader: Reader) -> None:
    reader.open()
    day(reader, TODAY).setFocus()
    reader.press(Qt.Key.Key_Left).press(Qt.Key.Key_Up)
    assert "Wednesday, November 11, 2026" in reader.reads()
    reader.press(Qt.Key.Key_PageUp)
    assert "October 2026" in reader.reads()
    assert "Sunday, October 11, 2026" in reader.reads()
    reader.press(Qt.Key.Key_Home)
    assert reader.window.focusWidget().accessibleName() == "Thursday, October 1, 2026"
    reader.press(Qt.Key.Key_Left).press(Qt.Key.Key_End)
    assert "Wednesday, September 30, 2026" in reader.reads()


def test_another_month_and_the_way_back_to_today(reader: Reader) -> None:
    reader.open().click("The month before").click("The month before")
    assert "September 2026" in reader.reads()
    reader.click("Go to today")
    assert TODAY in reader.reads()
    reader.click("The month after")
    assert "This day is still to come." in reader.reads()
    assert not reader.sees("Write one down for this day")


def test_a_baby_or_a_caregiver_narrows_the_calendar(reader: Reader) -> None:
    reader.family().played("hers", 2.0, Occasion("mila", "ana"))
    reader.played("his", 3.0, Occasion("noah", "ben"))
    reader.open().click("Baby: Mila")
    assert "1 massage" in reader.reads()
    assert day(reader, TUESDAY).accessibleDescription()
    reader.click("Who massaged: Ben")
    assert day(reader, TUESDAY).accessibleDescription() == ""
    reader.click("Baby: All babies")
    assert day(reader, "Monday, November 16, 2026").accessibleDescription()


def test_nothing_is_asked_where_there_is_one_baby_and_one_pair_of_hands(reader: Reader) -> None:
    reader.played()
    reader.open()
    assert not reader.sees("Baby: All babies")


def test_a_month_begins_on_the_weekday_that_people_here_begin_with() -> None:
    view = month_view((), date(2026, 11, 19), date(2026, 11, 19), 6)
    assert view.weeks[0][0] == date(2026, 11, 1)
    monday = month_view((), date(2026, 11, 19), date(2026, 11, 19), 0)
    assert monday.weeks[0] == (None,) * 6 + (date(2026, 11, 1),)
    assert view.whole == DaySum()


@pytest.mark.parametrize(
    ("day", "months", "there"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
        (date(2026, 1, 5), -13, date(2024, 12, 5)),
        (date(1, 1, 5), -1, date(1, 1, 5)),
        (date(9998, 12, 31), 1, date(9998, 12, 31)),
    ],
)
def test_months_are_gone_through_without_leaving_the_calendar(day: date, months: int, there: date) -> None:
    assert months_on(day, months) == there


def test_the_bounds_of_a_month_are_its_first_and_last_day() -> None:
    assert month_bounds(date(2024, 2, 10)) == (date(2024, 2, 1), date(2024, 2, 29))
    assert month_bounds(date(2026, 12, 31))[1] + timedelta(days=1) == date(2027, 1, 1)
