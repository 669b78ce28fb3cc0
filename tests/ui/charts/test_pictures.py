"""Pictures tell in words what they show, of one baby, and say nothing where nothing is known."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from companion.domain.body import Area
from companion.domain.day_card import DayCard, Doing, Stool
from companion.domain.events import Cue, CueNoted, Event
from companion.domain.occasion import Occasion
from companion.domain.plan import SessionPlan
from companion.domain.session import BabyState, Reflection
from companion.ui.places import Page
from tests.handout.reading import pages_in, text_of
from tests.ui.diary.reader import EVENING, Reader, moment_in

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the dialogs of files, offscreen
TODAY = EVENING.date()
CALMER = Reflection(BabyState.CRYING, BabyState.DROWSY)


def told(reader: Reader, name: str) -> str:
    return reader.find(name).accessibleDescription()


def liking(plan: SessionPlan) -> tuple[Event, ...]:
    """One press on "Enjoying it" while the legs are massaged."""
    return (CueNoted(60.0, moment_in(plan, Area.LEGS), Cue.ENJOYING),)


def test_an_empty_diary_has_sentences_and_no_pictures(reader: Reader) -> None:
    words = reader.open("Pictures").reads()
    assert "No massage noted in the last 8 weeks." in words
    assert "No day drawn and no massage noted in two weeks." in words
    assert "Draw a few days on the day card to see this." in words
    assert not reader.sees("Two weeks, day by day")


def test_minutes_of_touch_are_told_week_by_week(reader: Reader) -> None:
    reader.played("one", 1.0)
    reader.played("two", 10.0)
    words = reader.open("Pictures").reads()
    assert "In 8 weeks: 8 min of touch, 2 massages, on 2 days." in words
    assert "Week from 13 Nov 2026: 4 min, 1 massage" in told(reader, "Minutes of touch, week by week")


def test_before_and_after_are_counted_side_by_side(reader: Reader) -> None:
    reader.played("one", 1.0, said=CALMER)
    words = reader.open("Pictures").reads()
    assert "Noted most: Crying, then Drowsy (1 ×)." in words
    assert "Crying: 1 × before, 0 × after" in told(reader, "Before and after")


def test_two_weeks_show_days_and_massages_side_by_side(reader: Reader) -> None:
    reader.family().played("hers", 0.1, Occasion("mila", "ana"))
    reader.app.day_cards.keep_card(DayCard("mila", TODAY).drawn(0, 23, Doing.SLEEP))
    reader.open("Pictures")
    assert "1 of 14 days drawn, 1 massage." in reader.reads()
    assert "19 Nov 2026: Sleep 6 h · massage at 16:16" in told(reader, "Two weeks, day by day")


def test_the_loudest_hour_is_told_and_no_cause(reader: Reader) -> None:
    reader.family()
    for number in range(3):
        day = DayCard("mila", TODAY - timedelta(days=number)).drawn(0, 95, Doing.CONTENT)
        reader.app.day_cards.keep_card(day.drawn(72, 73, Doing.CRYING))
    words = reader.open("Pictures").reads()
    assert "Most between 18:00 and 19:00: 30 min on an average day." in words
    assert "It cannot show what caused what." in words


def test_strokes_that_baby_enjoyed_are_named(reader: Reader) -> None:
    reader.played("one", 1.0, events=liking)
    assert "1 ×" in told(reader.open("Pictures"), "What baby enjoys")


def test_pictures_are_of_one_baby(reader: Reader) -> None:
    reader.family().played("hers", 1.0, Occasion("mila", "ana"))
    reader.open("Pictures").click("Pictures of: Noah")
    assert "No massage noted in the last 8 weeks." in reader.reads()
    reader.click("Pictures of: Mila")
    assert "1 massage, on 1 day." in reader.reads()


def test_the_numbers_behind_a_picture_can_be_read(reader: Reader) -> None:
    reader.played("one", 1.0, said=CALMER)
    reader.open("Pictures")
    assert "Crying: 1 × before, 0 × after" not in reader.reads()
    reader.click("In numbers: Before and after")
    assert "Crying: 1 × before, 0 × after" in reader.reads()


def test_the_two_weeks_are_saved_for_the_doctor(reader: Reader, tmp_path: Path) -> None:
    reader.family().played("hers", 0.1, Occasion("mila", "ana"))
    drawn = DayCard("mila", TODAY).drawn(0, 23, Doing.SLEEP).drawn(30, 31, Doing.CRYING)
    reader.app.day_cards.keep_card(replace(drawn, stools=(Stool.LOOSE,), feeding="Short feeds."))
    file = tmp_path / "two-weeks.pdf"
    reader.open("Pictures").click("Print or save the two weeks").click("Colours: Black and white")
    reader.click("Save as PDF").choose_file(file)
    QApplication.processEvents()
    words = text_of(file.read_bytes())
    assert "Two weeks, day by day: Mila" in words
    told = "Sleep 6 h 0 min · Crying 30 min · Massage at 16:16 · Stools: 1 loose · Short feeds."
    assert told in words
    assert pages_in(file.read_bytes()) == 1


def agree(reader: Reader) -> Reader:
    """Five minutes on two days a week, for four weeks from this Monday."""
    reader.open("Pictures").click("What you agreed on").click("Minutes on a day: 5").click("Days a week: 2")
    return reader.click("Weeks: 4").click("From when: This Monday").click("Keep it")


def test_a_home_programme_is_agreed_on_and_scored_by_its_full_days(reader: Reader) -> None:
    reader.family()
    for number in range(2):
        reader.played(f"s{number}", 1.0 + number / 100, Occasion("mila", "ana"))
    words = agree(reader).reads()
    told = "Agreed: 5 min on 2 days a week, for 4 weeks from 16 Nov 2026. Full days so far: 1 of 8."
    assert f"{told} This week: 1 of 2." in words
    week = "Week from 16 Nov 2026: 8 min, full days 1 of 2"
    assert week in reader.find("Minutes of touch, week by week").accessibleDescription()
    reader.click("Pictures of: Noah")
    assert "Agreed:" not in reader.reads()


def test_nothing_is_agreed_any_more_when_somebody_says_so(reader: Reader) -> None:
    agree(reader.family()).click("What you agreed on").click("Nothing agreed any more")
    assert "Agreed:" not in reader.reads()
    assert reader.app.settings.load().agreed.programme() is None


def test_the_report_asks_for_no_second_time_what_was_agreed(reader: Reader) -> None:
    agree(reader.family()).click("For my therapist")
    assert reader.find("Minutes a day that you agreed on: 5 min", QAbstractButton).isChecked()
    assert reader.find("Days a week that you agreed on: 2", QAbstractButton).isChecked()


def test_today_tells_kindly_how_many_days_are_done(reader: Reader) -> None:
    reader.family()
    reader.window.go(Page.TODAY)
    assert "As agreed" not in reader.reads()
    reader.played("one", 1.0)
    reader.played("two", 1.01)
    agree(reader)
    reader.window.go(Page.TODAY)
    assert "As agreed: 1 of 2 days this week" in reader.reads()
