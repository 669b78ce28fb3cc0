"""The list of sessions: newest first, searched as one types, narrowed, and open to the keys."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from companion.domain.errors import CompanionError
from companion.domain.events import StopReason
from companion.domain.occasion import Occasion
from companion.domain.session import BabyState, Reflection, SessionStatus
from companion.ui.diary import sessions_page
from companion.ui.diary.entry_list import EntryList
from companion.ui.diary.telling import ending, length
from companion.ui.places import Page
from tests.ui.diary.reader import Reader


def test_the_newest_comes_first_with_how_it_was(reader: Reader) -> None:
    reader.family().played("old", 5.0)
    said = Reflection(BabyState.CRYING, BabyState.DROWSY, "Feet\nfirst.")
    reader.played("new", 1.0, Occasion("mila", "ana"), said)
    new, old = reader.open("Sessions").rows()
    assert (new.day, new.month, new.weekday) == ("18", "Nov 2026", "Wed")
    assert new.facts.partition(" · ")[2] == "4 min · Crying → Drowsy · Mila · Ana"
    assert new.note == "Feet first."
    assert old.day == "14"


def test_the_list_sums_up_what_is_in_it(reader: Reader) -> None:
    reader.played("one", 5.0)
    reader.played("two", 1.0)
    reader.played("doll", 2.0, Occasion(practice=True))
    told = reader.open("Sessions").reads()
    assert "2 massages · 8 min of touch" in told


def test_what_is_special_is_marked(reader: Reader) -> None:
    reader.played("doll", 1.0, Occasion(practice=True))
    assert reader.open("Sessions").rows()[0].tag == "On a doll"
    assert "On a doll" in reader.rows()[0].spoken


def test_a_stopped_session_is_told_kindly(reader: Reader) -> None:
    reader.played("no", 1.0, until=4)
    assert "Baby said no, and you listened" in reader.open("Sessions").rows()[0].facts


def test_typing_searches_the_notes_at_once(reader: Reader) -> None:
    reader.played("one", 5.0, said=Reflection(note="Éveillé, then sleepy"))
    reader.played("two", 1.0, said=Reflection(note="Loved the legs"))
    reader.open("Sessions").press(Qt.Key.Key_F, mods=Qt.KeyboardModifier.ControlModifier)
    reader.write("Search in notes", "EVEILLE")
    assert [row.note for row in reader.rows()] == ["Éveillé, then sleepy"]
    reader.write("Search in notes", "grandma")
    assert "No note has “grandma” in it." in reader.reads()


def test_a_search_that_is_cleared_brings_all_back(reader: Reader) -> None:
    reader.played("one", 5.0, said=Reflection(note="sleepy"))
    reader.played("two", 1.0)
    reader.open("Sessions").write("Search in notes", "sleepy")
    reader.press(Qt.Key.Key_A, reader.find("Search in notes"), Qt.KeyboardModifier.ControlModifier)
    reader.press(Qt.Key.Key_Delete, reader.find("Search in notes"))
    assert len(reader.rows()) == 2


def test_enter_in_the_search_goes_to_the_list_and_enter_there_opens(reader: Reader) -> None:
    reader.played("one", 5.0, said=Reflection(note="sleepy"))
    reader.open("Sessions").write("Search in notes", "sleepy")
    reader.press(Qt.Key.Key_Return, reader.find("Search in notes"))
    shown = reader.find("All massages", EntryList)
    assert shown.hasFocus()
    reader.press(Qt.Key.Key_Return, shown)
    assert "Saturday, November 14, 2026" in reader.reads()
    assert reader.sees("Back to the diary")


def test_a_click_opens_a_line(reader: Reader) -> None:
    reader.played("one", 5.0)
    reader.open("Sessions")
    reader.click_in(reader.find("All massages", EntryList).viewport(), 200, 40)
    assert reader.sees("Back to the diary")


def test_a_long_list_is_read_as_it_is_scrolled(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions_page, "PAGE", 3)
    for number in range(10):
        reader.played(f"s{number}", 1.0 + number)
    shown = reader.open("Sessions").find("All massages", EntryList)
    seen = [shown.model().rowCount()]
    while shown.model().canFetchMore(QModelIndex()):
        shown.model().fetchMore(QModelIndex())
        seen.append(shown.model().rowCount())
    assert seen[0] < 10
    assert [row.day for row in reader.rows()] == [str(day) for day in range(18, 8, -1)]
    assert "10 massages" in reader.reads()


def test_who_does_not_see_hears_the_whole_line(reader: Reader) -> None:
    reader.played("one", 5.0, said=Reflection(note="sleepy"))
    shown = reader.open("Sessions").find("All massages", EntryList)
    spoken = shown.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Saturday, November 14, 2026. First massage.")
    assert spoken.endswith("sleepy")


def test_an_empty_list_is_kind(reader: Reader) -> None:
    told = reader.open("Sessions").reads()
    assert "Your diary begins with the first massage" in told
    assert not reader.sees("Search in notes")


def test_a_list_that_is_narrowed_to_nothing_says_so(reader: Reader) -> None:
    reader.family().played("one", 1.0, Occasion("mila", "ana"))
    told = reader.open("Sessions").click("Baby: Noah").reads()
    assert "Nothing noted here yet." in told


def test_the_painted_list_shows_marks_days_and_notes(reader: Reader) -> None:
    reader.played("one", 5.0, Occasion(practice=True), Reflection(note="sleepy"))
    shown = reader.open("Sessions").find("All massages", EntryList)
    shown.setFocus()
    picture = shown.viewport().grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, 90, 3)}
    theme = reader.window.look.theme
    assert {theme.card.lower(), theme.sun_pale.lower(), theme.focus.lower()} <= colours


def test_a_diary_that_cannot_be_read_is_told(reader: Reader) -> None:
    reader.open()
    reader.app.entries._database.close()  # pyright: ignore[reportAttributeAccessIssue]
    reader.app.paths.diary.write_bytes(b"not a diary")
    reader.window.go(Page.DIARY)
    assert reader.sees("This needs you")


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "0 s"), (59, "59 s"), (90, "2 min"), (3600, "1 h"), (3900, "1 h 5 min"), (7199, "2 h")],
)
def test_lengths_are_told_as_people_say_them(seconds: float, told: str) -> None:
    assert length(seconds) == told


@pytest.mark.parametrize("reason", [*StopReason, None])
def test_every_ending_has_a_kind_word(reason: StopReason | None) -> None:
    told = ending(SessionStatus.STOPPED, reason)
    assert told
    assert not {"fail", "incomplete", "missed"} & set(told.lower().split())


def test_errors_of_the_diary_have_a_sentence(reader: Reader) -> None:
    reader.window.refuse(CompanionError("no-printer"))
    assert "No printer was found." in reader.reads()
