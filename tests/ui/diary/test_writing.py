"""A massage given without the program is written down in a few presses; corrections keep what stood before."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton

from companion.domain.baby import Answer, BabyProfile
from companion.domain.events import Outcome
from companion.domain.family import Baby, Caregiver
from companion.domain.occasion import Occasion
from companion.domain.practice import is_practice
from companion.domain.session import BabyState, Reflection, SessionRecord
from companion.ui.diary.draft import on_wall
from companion.ui.diary.time_field import TimeField
from companion.ui.theme import Look, read_theme
from tests.ui.diary.reader import EVENING, Reader
from tests.ui.house import ROOT


def only(reader: Reader) -> SessionRecord:
    (entry,) = reader.entries()
    record = reader.app.diary.session(entry.id)
    assert record
    return record


def test_two_presses_write_a_massage_down(reader: Reader) -> None:
    reader.open().click("Write one down").click("Save")
    written = only(reader)
    assert written.by_hand
    assert written.started == EVENING - timedelta(hours=1)
    assert all(step.outcome is Outcome.DONE for step in written.steps)
    assert "It is in the diary." in reader.reads()
    assert reader.open("Sessions").rows()[0].tag == "Written later"


def test_it_can_be_taken_back_at_once(reader: Reader) -> None:
    reader.open().click("Write one down").click("Save").undo()
    assert reader.entries() == ()


def test_a_past_day_is_written_down_from_the_calendar(reader: Reader) -> None:
    reader.open().click("Tuesday, November 17, 2026").click("Write one down for this day").click("Save")
    assert only(reader).started.date() == date(2026, 11, 17)


def test_all_that_can_be_said_is_kept(reader: Reader) -> None:
    reader.family().open().click("Write one down")
    reader.click("Which massage: Bedtime wind-down").click("Which baby?: Noah").click("Who massaged?: Ben")
    reader.click("Before: Crying").click("After: Drowsy").click("How did baby seem during it?: Settled")
    reader.click("Oil?: No").click("How sure did you feel, 0 to 10?: 8")
    reader.write("A note", "In the tent").write("What you saw after", "Nothing").click("Save")
    written = only(reader)
    assert (written.routine, written.baby, written.caregiver) == ("bedtime", "noah", "ben")
    assert written.reflection == Reflection(
        BabyState.CRYING, BabyState.DROWSY, "In the tent", 3, "Nothing", Answer.NO, 8, "ben"
    )


def test_practice_on_a_doll_is_no_massage(reader: Reader) -> None:
    reader.open().click("Write one down").click("On whom?: On a doll, to practise").click("Save")
    written = only(reader)
    assert written.practice
    assert is_practice(reader.app.entries.plan(written.id))


def test_strokes_that_were_not_done_are_taken_off(reader: Reader) -> None:
    reader.open().click("Write one down")
    before = reader.reads()
    reader.click("Not all of it was done").click("Leg sweep")
    assert "4 min of touch" in before
    reader.click("Save")
    steps = only(reader).steps
    assert [step.stroke for step in steps if step.outcome is Outcome.SKIPPED] == ["leg-sweep"]
    assert next(step for step in steps if step.stroke == "leg-sweep").seconds == 0.0


def test_another_routine_has_other_strokes(reader: Reader) -> None:
    reader.open().click("Write one down").click("Not all of it was done")
    assert reader.sees("Leg sweep")
    reader.click("Which massage: Face comfort")
    assert not reader.sees("Leg sweep")
    reader.click("Not all of it was done")
    assert reader.sees("Jaw circles · right") or reader.sees("Jaw circles")


def test_a_time_to_come_is_refused_in_a_sentence(reader: Reader) -> None:
    reader.open().click("Write one down").write("Time", "23:50").click("Save")
    assert "That time has not come yet." in reader.reads()
    assert reader.entries() == ()


def test_another_day_is_picked_from_a_calendar_on_the_spot(reader: Reader) -> None:
    reader.open().click("Write one down").click("Day: Thursday, November 19, 2026")
    reader.click("Monday, November 16, 2026").click("15 minutes earlier").click("Save")
    assert only(reader).started == datetime(2026, 11, 16, 17, 25, tzinfo=UTC)


def test_days_to_come_are_not_taken(reader: Reader) -> None:
    reader.open().click("Write one down").click("Day: Thursday, November 19, 2026")
    reader.click("Friday, November 20, 2026")
    assert reader.sees("Day: Thursday, November 19, 2026")
    reader.click("The month before").click("The month after")
    assert reader.sees("Day: Thursday, November 19, 2026")


def test_the_form_begins_with_the_baby_and_the_hands_that_are_known(reader: Reader) -> None:
    reader.app.families.keep_baby(Baby(BabyProfile("mila", "Mila")))
    reader.app.families.keep_caregiver(Caregiver("ana", "Ana"))
    reader.open().click("Write one down").click("Save")
    assert (only(reader).baby, only(reader).caregiver) == ("mila", "ana")


def test_the_form_begins_with_the_routine_that_was_done_last(reader: Reader) -> None:
    reader.open().click("Write one down").click("Which massage: Face comfort").click("Save")
    reader.click("Write one down")
    assert reader.find("Which massage: Face comfort", QAbstractButton).isChecked()


def test_what_was_left_unsaved_can_be_brought_back(reader: Reader) -> None:
    reader.open().click("Write one down").write("A note", "Precious").press(Qt.Key.Key_Escape)
    assert "That was not saved." in reader.reads()
    reader.click("Undo")
    reader.click("Save")
    assert only(reader).reflection.note == "Precious"


def test_leaving_an_untouched_form_says_nothing(reader: Reader) -> None:
    reader.open().click("Write one down").click("Leave it")
    assert "That was not saved." not in reader.reads()
    assert reader.entries() == ()


def test_a_form_with_words_in_it_survives_a_walk_through_the_window(reader: Reader) -> None:
    reader.open().click("Write one down").write("A note", "Precious").click("Today")
    reader.click("Diary").click("Save")
    assert only(reader).reflection.note == "Precious"


def test_control_and_enter_save(reader: Reader) -> None:
    reader.open().click("Write one down").write("A note", "Quick")
    reader.press(Qt.Key.Key_Return, reader.find("A note"), Qt.KeyboardModifier.ControlModifier)
    assert only(reader).reflection.note.startswith("Quick")


def test_a_correction_keeps_what_was_measured_elsewhere(reader: Reader) -> None:
    reader.family().played("one", 1.0, Occasion("mila", "ana"), Reflection(note="Wrong"), until=4)
    before = reader.app.diary.session("one")
    reader.open_entry().click("Correct").write("A note", "Right").click("Who massaged?: Ben").click("Save")
    record = reader.app.diary.session("one")
    assert before
    assert record
    assert (record.reflection.note, record.caregiver, record.baby) == ("Right", "ben", "mila")
    assert record.steps == before.steps
    assert record.started == before.started
    assert record.edits == 1
    assert reader.sees("Undo the last change")


def test_steps_and_start_are_corrected_too(reader: Reader) -> None:
    reader.played("one", 1.0, until=4)
    reader.open_entry().click("Correct").click("Not all of it was done").click("Cuddle")
    reader.write("Time", "9:15").click("Save")
    record = reader.app.diary.session("one")
    assert record
    assert (record.started.hour, record.started.minute) == (9, 15)
    cuddle = record.steps[-1]
    assert (cuddle.outcome, cuddle.seconds) == (Outcome.DONE, 60.0)
    cut = next(step for step in record.steps if step.outcome is Outcome.CUT)
    assert cut.seconds > 0
    assert "What was done" in reader.reads()


def test_a_correction_that_changes_nothing_is_none(reader: Reader) -> None:
    reader.played("one", 1.0)
    reader.open_entry().click("Correct").click("Save")
    record = reader.app.diary.session("one")
    assert record
    assert record.edits == 0


def test_a_correction_into_the_future_is_refused(reader: Reader) -> None:
    reader.played("one", 0.1)
    reader.open_entry().click("Correct").write("Time", "23:59").click("Save")
    assert "That time has not come yet." in reader.reads()


def test_a_summers_day_keeps_the_offset_of_its_zone() -> None:
    elsewhere = timezone(timedelta(hours=9, minutes=30))
    now = datetime(2026, 11, 19, 18, 40, tzinfo=elsewhere)
    assert on_wall(date(2026, 7, 1), time(9, 0), now).utcoffset() == timedelta(hours=9, minutes=30)
    here = datetime(2026, 11, 19, 18, 40).astimezone()
    assert on_wall(date(2026, 7, 1), time(9, 0), here) == datetime(2026, 7, 1, 9, 0).astimezone()


@pytest.fixture
def typed(qtbot: object) -> TimeField:
    look = Look(read_theme(ROOT / "data" / "themes" / "day.toml"))
    return TimeField(look, "Time", time(17, 40), QLocale("en_CA"))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("9:05", time(9, 5)),
        ("21:05", time(21, 5)),
        ("9:05 pm", time(21, 5)),
        ("9pm", time(21, 0)),
        ("0905", time(9, 5)),
        ("7", time(7, 0)),
        ("9.05", time(9, 5)),
        ("soon", time(17, 40)),
        ("25:10", time(17, 40)),
        ("", time(17, 40)),
    ],
)
def test_a_time_is_understood_as_people_write_it(typed: TimeField, words: str, meant: time) -> None:
    typed.setText(words)
    assert typed.value() == meant


def test_a_time_never_leaves_its_day(typed: TimeField) -> None:
    typed.setText("0:05")
    typed.move_by(-900)
    assert typed.value() == time(0, 0)
    typed.setText("23:55")
    typed.move_by(900)
    assert typed.value() == time(23, 59)
