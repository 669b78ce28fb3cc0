"""The page of a session tells what was planned and done, the cues in time, and what was changed; all can be undone."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companion.domain.baby import Answer
from companion.domain.body import Area
from companion.domain.events import Cue, CueNoted, CueSeen, Event, MomentBegan, RestBegan, RestEnded
from companion.domain.occasion import Occasion
from companion.domain.plan import Reason, SessionPlan
from companion.domain.session import BabyState, Reflection
from companion.services.entries import correct_reflection, correct_start, take_out
from companion.ui.diary.cue_line import CueLine
from companion.ui.places import Page
from tests.ui.diary.reader import EVENING, Reader, moment_in

SAID = Reflection(BabyState.CRYING, BabyState.DROWSY, "Ask about the tummy.", 3, "A red spot", Answer.YES, 7)


def cues(plan: SessionPlan) -> tuple[Event, ...]:
    legs, chest = moment_in(plan, Area.LEGS), moment_in(plan, Area.CHEST)
    return (
        MomentBegan(60.0, legs),
        CueNoted(65.0, legs, Cue.ENJOYING),
        MomentBegan(200.0, chest),
        CueSeen(205.0, chest, "looks-away"),
        RestBegan(206.0, chest),
        RestEnded(220.0, chest),
    )


def test_it_tells_all_that_was_said(reader: Reader) -> None:
    reader.family().played("one", 1.0, Occasion("mila", "ana"), SAID)
    told = reader.open_entry().reads()
    for words in (
        "Wednesday, November 18, 2026",
        "Done to the end",
        "Mila",
        "Ana",
        "Yes",
        "Settled",
        "7 / 10",
        "A red spot",
        "Ask about the tummy.",
    ):
        assert words in told
    assert reader.sees("Before: Crying")
    assert reader.sees("After: Drowsy")


def test_what_nobody_said_is_not_asked_for(reader: Reader) -> None:
    reader.played()
    told = reader.open_entry().reads()
    assert "Oil" not in told
    assert "Note" not in told
    assert "Before" not in told


def test_strokes_are_told_on_each_side_with_what_was_planned_and_done(reader: Reader) -> None:
    reader.played("no", 1.0, until=4)
    told = reader.open_entry().reads().split("\n")
    glide = told.index("Hip-to-ankle glide")
    assert told[glide : glide + 5] == ["Hip-to-ankle glide", "right", "3 × · 12 s", "3 × · 12 s", "✓ done"]
    left = told.index("Hip-to-ankle glide", glide + 1)
    assert told[left : left + 5] == [
        "Hip-to-ankle glide",
        "left",
        "3 × · 12 s",
        "–",
        "left out: baby said no",
    ]
    thumbs = told.index("Thumb over thumb")
    assert told[thumbs + 4] == "shortened: baby said no"
    assert "Baby said no, and you listened" in told


def test_cues_stand_on_a_line_and_in_words(reader: Reader) -> None:
    reader.played("one", 1.0, events=cues)
    told = reader.open_entry().reads().split("\n")
    assert told[told.index("1:05") :][:3] == ["1:05", "● Enjoying it", "Legs & feet"]
    assert told[told.index("3:25") :][:3] == ["3:25", "◆ Looks away", "Chest"]
    assert "Hands rested: 1 ×" in told
    line = reader.find("How it went, in time", CueLine)
    assert "1:05 Enjoying it, Legs & feet" in line.accessibleDescription()


def test_the_line_is_painted_with_both_kinds_of_cues(reader: Reader) -> None:
    reader.played("one", 1.0, events=cues)
    picture = reader.open_entry().find("How it went, in time", CueLine).grab().toImage()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }
    theme = reader.window.look.theme
    assert {theme.teal.lower(), theme.coral.lower(), theme.sun.lower(), theme.teal_pale.lower()} <= seen


def test_why_the_plan_was_different_is_told_in_sentences(reader: Reader) -> None:
    reader.played(
        "one", 1.0, reasons=(Reason("practice.doll", "all", "IAIM-H"), Reason("gone.rule", "", "X"))
    )
    told = reader.open_entry().reads()
    assert "Why the plan was different" in told
    assert "gone.rule" not in told


def test_practice_says_that_it_does_not_count(reader: Reader) -> None:
    reader.played("doll", 1.0, Occasion(practice=True))
    assert "It does not count as a massage." in reader.open_entry().reads()


def test_a_correction_is_told_with_what_stood_before(reader: Reader) -> None:
    reader.played("one", 1.0, said=SAID)
    correct_reflection(reader.app.entries, "one", replace(SAID, after=BabyState.QUIET_ALERT, note="Legs"))
    correct_start(reader.app.entries, "one", EVENING - timedelta(days=1, hours=1), EVENING)
    told = reader.open_entry().reads()
    assert "Corrected. All that was said before is kept below." in told
    assert "After: Drowsy → Quiet and alert" in told
    assert "Note: “Ask about the tummy.” → “Legs”" in told
    assert "When: – → 18 Nov 2026" in told


def test_the_last_change_is_undone_by_its_button_and_by_key(reader: Reader) -> None:
    reader.played("one", 1.0, said=SAID)
    for note in ("second", "third"):
        correct_reflection(reader.app.entries, "one", replace(SAID, note=note))
    reader.open_entry().click("Undo the last change")
    assert "second" in reader.reads()
    assert "Taken back: Note: “third” → “second”" in reader.reads()
    reader.undo()
    assert "Note: “Ask about the tummy.” → “second” (taken back later)" in reader.reads()
    assert not reader.sees("Undo the last change")
    assert reader.app.entries.told("one").reflection.note == "Ask about the tummy."


def test_the_wrap_up_itself_is_not_undone(reader: Reader) -> None:
    reader.played("one", 1.0, said=SAID)
    reader.open_entry().undo()
    assert reader.app.entries.told("one").reflection.note == "Ask about the tummy."


def test_what_is_taken_out_can_be_brought_back(reader: Reader) -> None:
    reader.played("one", 1.0)
    reader.open_entry().click("Take out")
    assert "Taken out of the diary." in reader.reads()
    assert reader.entries() == ()
    reader.click("Undo")
    assert [entry.id for entry in reader.entries()] == ["one"]
    assert "Taken out of the diary." not in reader.reads()


def test_taking_out_is_undone_by_key_too_and_stays_in_the_history(reader: Reader) -> None:
    reader.played("one", 1.0)
    reader.open_entry().click("Take out").undo()
    told = reader.open_entry().reads()
    assert "Taken out of the diary" in told
    assert "Taken back" in told


def test_what_was_taken_out_long_ago_is_found_and_brought_back(reader: Reader) -> None:
    reader.played("one", 1.0)
    reader.played("two", 2.0)
    take_out(reader.app.entries, "one")
    reader.open("Sessions").click("Taken out")
    assert [row.day for row in reader.rows()] == ["18"]
    reader.press(Qt.Key.Key_Return, reader.find("All massages"))
    assert "Taken out of the diary" in reader.reads()
    reader.click("Bring it back")
    assert "Brought back" in reader.reads()
    assert len(reader.entries()) == 2


def test_nothing_speaks_of_what_was_taken_out_where_nothing_was(reader: Reader) -> None:
    reader.played("one", 1.0)
    assert not reader.open("Sessions").sees("Taken out")


def test_escape_leads_back_to_the_list(reader: Reader) -> None:
    reader.played()
    reader.open_entry().press(Qt.Key.Key_Escape)
    assert reader.sees("All massages")


def test_page_keys_scroll(reader: Reader) -> None:
    reader.played("one", 1.0, said=SAID)
    reader.open_entry().press(Qt.Key.Key_PageDown)
    page = reader.window._made[Page.DIARY]._page  # pyright: ignore[reportAttributeAccessIssue]
    down = page._scroll.verticalScrollBar().value()
    assert down > 100
    reader.press(Qt.Key.Key_Up)
    assert 0 < page._scroll.verticalScrollBar().value() < down


def test_the_page_stays_when_help_was_looked_at(reader: Reader) -> None:
    reader.played()
    reader.open_entry()
    reader.window.go(Page.TODAY)
    reader.window.go(Page.DIARY)
    assert reader.sees("Back to the diary")


def test_diary_in_the_sidebar_leads_to_the_overview(reader: Reader) -> None:
    reader.played()
    reader.open_entry().click("Diary")
    assert reader.sees("All massages")


def test_an_entry_that_is_gone_when_it_is_shown_again_leads_to_the_list(reader: Reader) -> None:
    reader.played("one", 1.0)
    reader.open_entry()
    reader.window.go(Page.TODAY)
    take_out(reader.app.entries, "one")
    reader.window.go(Page.DIARY)
    assert reader.window.findChildren(QWidget)


def test_a_quiet_sentence_of_the_window_finds_room(reader: Reader) -> None:
    reader.open().window.say("The copy was made.")
    assert "The copy was made." in reader.reads()
    assert not reader.sees("Undo")
    reader.click("Close this note")
    assert "The copy was made." not in reader.reads()
