"""Your data, among the settings: copies and the way back, files to take along and to bring in, and deleting."""

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from companion.domain.backup import Why
from companion.domain.family import Baby
from companion.domain.settings import Settings
from tests.ui.keeping.lived_in import Lived

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # no window manager offscreen


@pytest.fixture
def mila(lived: Lived) -> Baby:
    return lived.add_baby("Mila")


def reasons(lived: Lived) -> list[Why]:
    return [backup.why for backup in lived.app.vault.backups()]


def another_diary(lived: Lived, file: Path, massages: int) -> Path:
    """A file with so many more massages than the diary that is open."""
    copy = lived.copy()
    for number in range(massages):
        lived.massage(note=f"theirs {number}")
    lived.app.vault.export_json(file)
    lived.app.vault.restore(copy)
    return file


def test_it_says_when_there_is_no_copy_yet(lived: Lived) -> None:
    assert "No copy has been made yet." in lived.go_to_data().reads()


def test_it_says_when_the_last_copy_was_made_and_how_many_there_are(lived: Lived) -> None:
    lived.copy()
    told = lived.go_to_data().reads()
    assert "Last copy: today, 6:40" in told
    assert "Kept now: 1." in told


def test_a_copy_can_be_made_at_once(lived: Lived) -> None:
    lived.go_to_data().click("Make a copy now")
    assert reasons(lived) == [Why.REGULAR]
    assert "Last copy: today" in lived.reads()


def test_a_copy_that_cannot_be_made_is_told_where_it_was_asked_for(lived: Lived) -> None:
    lived.go_to_data()
    (lived.app.paths.home / "backups").write_text("in the way")
    lived.click("Make a copy now")
    assert "No safe copy of the diary could be made" in lived.reads()


def test_going_back_shows_what_a_copy_holds_and_can_itself_be_taken_back(lived: Lived, mila: Baby) -> None:
    first = lived.massage(mila)
    lived.copy()
    lived.days_later(2)
    second = lived.massage(mila)
    lived.go_to_data().click("Go back to a copy…")
    assert "Open now: 2 massages, from November 19, 2026 to November 21, 2026" in lived.reads()
    lived.click("Copy: 11/19/26, 6:40 PM".replace(" PM", "\u202fPM"))
    assert "1 massage, on November 19, 2026" in lived.reads()
    lived.click("Go back to this copy")
    assert lived.sessions() == [first]
    lived.app.vault.restore(lived.app.vault.file_of(lived.app.vault.backups()[-1]))
    assert lived.sessions() == [second, first]


def test_a_file_that_is_no_diary_changes_nothing(lived: Lived, tmp_path: Path) -> None:
    (tmp_path / "photo.sqlite3").write_bytes(b"a picture")
    kept = lived.massage()
    lived.go_to_data().click("Go back to a copy…")
    lived.click("Choose another file…")
    lived.choose(tmp_path / "photo.sqlite3")
    assert "is damaged, or locked with another passcode" in lived.reads()
    assert lived.sessions() == [kept]


def test_the_diary_is_saved_as_one_file_and_it_says_that_it_is_not_locked(
    lived: Lived, tmp_path: Path
) -> None:
    lived.massage(note="liked the legs")
    lived.go_to_data().click("Take your diary with you…")
    assert "These files are not locked" in lived.reads()
    lived.click("Save one file…")
    lived.choose(tmp_path / "mine.json")
    assert "1 massage and all that belongs to them" in lived.reads()
    assert "Not locked" in lived.reads()
    assert len(json.loads((tmp_path / "mine.json").read_text("utf-8"))["sessions"]) == 1


def test_the_diary_is_saved_as_tables_in_a_folder_of_their_own(lived: Lived, tmp_path: Path) -> None:
    lived.massage()
    lived.go_to_data().click("Take your diary with you…")
    lived.click("Save tables…")
    lived.choose(tmp_path)
    folder = tmp_path / "massage-diary-2026-11-19"
    assert sorted(file.name for file in folder.iterdir()) == ["days.csv", "sessions.csv", "steps.csv"]
    with (folder / "sessions.csv").open(encoding="utf-8-sig", newline="") as table:
        assert len(list(csv.DictReader(table))) == 1


def test_a_folder_that_cannot_be_written_is_told_and_can_be_chosen_anew(lived: Lived, tmp_path: Path) -> None:
    lived.go_to_data().click("Take your diary with you…")
    lived.click("Save one file…")
    lived.choose(tmp_path / "gone" / "mine.json")
    assert "could not be written" in lived.reads()
    assert lived.find("Save one file…", QAbstractButton).isEnabled()


def test_a_file_shows_what_it_would_bring_before_anything_changes(lived: Lived, tmp_path: Path) -> None:
    lived.massage()
    file = another_diary(lived, tmp_path / "theirs.json", 2)
    before = lived.sessions()
    lived.go_to_data().click("Bring in a diary…")
    lived.choose(file)
    assert "Massages: 2" in lived.reads()
    assert "Here already, and left as they are: 1 massage." in lived.reads()
    assert lived.sessions() == before
    lived.click("Leave it")
    assert lived.sessions() == before


def test_a_file_comes_in_after_a_copy_was_made(lived: Lived, tmp_path: Path) -> None:
    file = another_diary(lived, tmp_path / "theirs.json", 2)
    lived.go_to_data().click("Bring in a diary…")
    lived.choose(file)
    lived.click("Bring it in")
    assert "2 massages came in." in lived.reads()
    assert len(lived.sessions()) == 2


def test_a_file_that_brings_nothing_new_says_so(lived: Lived, tmp_path: Path) -> None:
    lived.massage()
    lived.app.vault.export_json(tmp_path / "mine.json")
    lived.go_to_data().click("Bring in a diary…")
    lived.choose(tmp_path / "mine.json")
    assert "All that is in this file is in your diary already." in lived.reads()


def test_a_hostile_file_is_told_in_a_sentence(lived: Lived, tmp_path: Path) -> None:
    (tmp_path / "evil.json").write_text("[" * 100_000)
    lived.go_to_data().click("Bring in a diary…")
    lived.choose(tmp_path / "evil.json")
    assert "is not a diary of this program" in lived.reads()


def test_a_baby_is_deleted_only_after_its_name_was_written(lived: Lived, mila: Baby) -> None:
    lived.massage(mila, "Mila laughed")
    lived.copy()
    lived.go_to_data().click("Delete a baby…")
    assert "1 massage, with their notes" in lived.reads()
    assert not lived.find("Delete for good", QAbstractButton).isEnabled()
    lived.write("Write Mila to go on", " mila ")
    lived.click("Delete for good")
    assert lived.app.families.babies() == ()
    assert reasons(lived) == [Why.AFTER_DELETING]
    assert not any(b"Mila" in file.read_bytes() for file in lived.app.paths.home.rglob("*.sqlite3*"))


def test_which_baby_is_asked_where_there_are_several(lived: Lived, mila: Baby) -> None:
    lived.add_baby("Noor")
    lived.go_to_data().click("Delete a baby…")
    lived.click("Baby: Noor")
    lived.write("Write Noor to go on", "Noor")
    QTest.keyClick(lived.find("Write Noor to go on", QLineEdit), Qt.Key.Key_Return)
    assert [baby.id for baby in lived.app.families.babies()] == [mila.id]


def test_the_wrong_word_deletes_nothing(lived: Lived, mila: Baby) -> None:
    lived.go_to_data().click("Delete a baby…")
    lived.write("Write Mila to go on", "Milan")
    QTest.keyClick(lived.find("Write Mila to go on", QLineEdit), Qt.Key.Key_Return)
    assert [baby.id for baby in lived.app.families.babies()] == [mila.id]


def test_everything_is_deleted_and_the_program_starts_anew(lived: Lived, mila: Baby) -> None:
    lived.massage(mila)
    lived.copy()
    films = lived.app.paths.home / "clips"
    films.mkdir()
    (films / "film").write_bytes(b"film")
    routines = lived.app.paths.home / "routines"
    routines.mkdir(exist_ok=True)
    lived.window.wear(Settings(baby=mila.id, lead_in=9.0))
    lived.go_to_data().click("Delete everything…")
    lived.write("Write delete everything to go on", "Delete  everything")
    lived.click("Delete for good")
    assert (lived.sessions(), lived.app.families.babies(), lived.app.vault.backups()) == ([], (), ())
    assert lived.app.settings.load() == Settings()
    assert not films.exists()
    assert not routines.exists()
    assert "Everything is deleted." in lived.reads()
