"""The passcode among your data: setting, changing and taking it away, and a code for the day it is forgotten."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from companion.domain.backup import Why
from companion.domain.errors import CompanionError
from companion.storage.erasing import PASSCODE_FILE
from companion.storage.passcode import Cost, Slot, read_lock, unwrapped
from companion.storage.passcodes import SqlitePasscodes
from companion.ui.keeping.code_page import code_pdf
from tests.ui.keeping.lived_in import Lived

PASSCODE, ANOTHER = "moon and stars", "sun and clouds"
NOTE = b"Mila laughed aloud"

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # no window manager offscreen


@pytest.fixture
def lived(lived: Lived) -> Lived:
    """With a massage and a copy, and a cheap guess."""
    passcodes = lived.app.passcodes()
    assert isinstance(passcodes, SqlitePasscodes)
    passcodes._cost = Cost(1, 8192)
    lived.massage(lived.add_baby("Mila"), NOTE.decode())
    lived.copy()
    return lived.go_to_data()


@pytest.fixture
def locked(lived: Lived) -> Iterator[Lived]:
    """With a passcode."""
    lock(lived)
    lived.click("All right")
    yield lived


def code_shown(lived: Lived) -> str:
    from PySide6.QtWidgets import QLabel

    return lived.find("Recovery code", QLabel).text()


def choose_passcode(lived: Lived) -> str:
    """As far as the recovery code, which is returned."""
    lived.click("Set a passcode…")
    lived.write("New passcode", PASSCODE)
    lived.write("New passcode, once more", PASSCODE)
    lived.click("Next")
    return code_shown(lived)


def lock(lived: Lived) -> str:
    code = choose_passcode(lived)
    lived.write("The end of the recovery code", code[-4:].lower())
    lived.click("Lock my diary")
    return code


def is_readable(lived: Lived) -> bool:
    files = [file for file in lived.app.paths.home.rglob("*") if file.is_file()]
    return any(NOTE in file.read_bytes() for file in files)


def opens_with(lived: Lived, slot: Slot, secret: str) -> bool:
    lock = read_lock((lived.app.paths.home,))
    assert lock
    try:
        unwrapped(lock, slot, secret)
    except CompanionError:
        return False
    return True


def test_a_passcode_locks_the_diary_and_all_copies(lived: Lived) -> None:
    assert is_readable(lived)
    lock(lived)
    assert "Your diary is locked" in lived.reads()
    assert not is_readable(lived)
    assert opens_with(lived, Slot.PASSCODE, PASSCODE)
    assert len(lived.sessions()) == 1


def test_the_recovery_code_opens_it_too(lived: Lived) -> None:
    assert opens_with(lived, Slot.RECOVERY, lock(lived)) is True


def test_nothing_is_locked_before_the_code_is_on_paper(lived: Lived) -> None:
    choose_passcode(lived)
    assert not lived.find("Lock my diary", QAbstractButton).isEnabled()
    lived.write("The end of the recovery code", "0000")
    assert not lived.find("Lock my diary", QAbstractButton).isEnabled()
    lived.click("Close")
    assert is_readable(lived)
    assert not (lived.app.paths.home / PASSCODE_FILE).exists()


@pytest.mark.parametrize(
    ("new", "again", "told"),
    [("moon", "moon", "Take 6 characters or more."), (PASSCODE, ANOTHER, "The two are not the same.")],
)
def test_what_is_wrong_with_a_passcode_is_told(lived: Lived, new: str, again: str, told: str) -> None:
    lived.click("Set a passcode…")
    lived.write("New passcode", new)
    lived.write("New passcode, once more", again)
    QTest.keyClick(lived.find("New passcode, once more", QLineEdit), Qt.Key.Key_Return)
    assert told in lived.reads()


def test_it_says_what_is_locked_and_what_is_not(locked: Lived) -> None:
    told = locked.reads()
    assert "Your diary, its copies and your films are locked when the program is closed." in told
    assert "Not locked: music that you added" in told


def test_copies_that_are_made_later_are_locked_too(locked: Lived) -> None:
    locked.massage(note=NOTE.decode() + " again")
    locked.copy(Why.REGULAR)
    assert not is_readable(locked)


def test_a_copy_from_before_the_passcode_can_be_gone_back_to(locked: Lived) -> None:
    first = locked.app.vault.file_of(locked.app.vault.backups()[0])
    locked.massage(note="more")
    locked.app.vault.restore(first)
    assert len(locked.sessions()) == 1
    assert not is_readable(locked)


def test_a_damaged_diary_that_was_put_aside_is_named(locked: Lived) -> None:
    aside = locked.app.paths.home / "diary.damaged-2026-01-01.sqlite3"
    aside.write_bytes(b"SQLite format 3\0 and more")
    locked.go_to_data()
    assert "Not locked yet, in your data folder: diary.damaged-2026-01-01.sqlite3" in locked.reads()


def test_the_passcode_is_changed_by_whoever_has_it(locked: Lived) -> None:
    locked.click("Change the passcode…")
    locked.write("Passcode now", "something else")
    locked.write("New passcode", ANOTHER)
    locked.write("New passcode, once more", ANOTHER)
    locked.click("Change it")
    assert "That is not the passcode." in locked.reads()
    assert opens_with(locked, Slot.PASSCODE, PASSCODE)
    locked.write("Passcode now", PASSCODE)
    locked.click("Change it")
    assert "The passcode is changed" in locked.reads()
    assert opens_with(locked, Slot.PASSCODE, ANOTHER)
    assert not opens_with(locked, Slot.PASSCODE, PASSCODE)


def test_a_new_recovery_code_counts_when_it_is_on_paper(lived: Lived) -> None:
    old = lock(lived)
    lived.click("All right")
    lived.click("New recovery code…")
    lived.write("Passcode now", PASSCODE)
    lived.click("Next")
    new = code_shown(lived)
    assert opens_with(lived, Slot.RECOVERY, old)
    lived.write("The end of the recovery code", new[-4:])
    lived.click("Use this code from now on")
    assert opens_with(lived, Slot.RECOVERY, new)
    assert not opens_with(lived, Slot.RECOVERY, old)


def test_the_passcode_is_taken_away_and_all_lies_open_again(locked: Lived) -> None:
    locked.click("Take the passcode away…")
    locked.write("Passcode now", PASSCODE)
    locked.click("Take it away")
    assert "The passcode is gone" in locked.reads()
    assert is_readable(locked)
    assert not list(locked.app.paths.home.rglob(PASSCODE_FILE))
    locked.click("All right")
    assert "There is none: whoever uses this computer can open your diary." in locked.reads()


def test_deleting_everything_takes_the_passcode_along(locked: Lived) -> None:
    locked.click("Delete everything…")
    locked.write("Write delete everything to go on", "delete everything")
    locked.click("Delete for good")
    assert not list(locked.app.paths.home.rglob(PASSCODE_FILE))
    assert locked.sessions() == []
    assert not locked.app.passcodes().is_set()


def test_what_is_exported_lies_open_though_there_is_a_passcode(locked: Lived, tmp_path: Path) -> None:
    locked.app.vault.export_json(tmp_path / "mine.json")
    assert NOTE in (tmp_path / "mine.json").read_bytes()


def test_the_page_with_the_code_is_saved_to_be_printed(lived: Lived, tmp_path: Path) -> None:
    code = choose_passcode(lived)
    lived.click("Save as PDF…")
    lived.choose(tmp_path / "code.pdf")
    assert "Print it, then delete the file." in lived.reads()
    page = pypdfium2.PdfDocument(tmp_path / "code.pdf")
    assert len(page) == 1
    text = page[0].get_textpage().get_text_range()
    page.close()
    assert code in text.replace("\r\n", "-")
    assert "November 19, 2026" in text


@pytest.mark.parametrize(("letter", "size"), [(False, (595, 842)), (True, (612, 792))])
def test_the_page_fits_the_paper_of_the_land(qtbot: QtBot, letter: bool, size: tuple[int, int]) -> None:
    page = pypdfium2.PdfDocument(code_pdf("2R5TXZWNW3JVSR3C9NTQV5HF", "today", letter=letter))
    assert tuple(round(length) for length in page[0].get_size()) == size
    page.close()


def test_where_there_is_no_printer_it_says_what_to_do(lived: Lived, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list[str])
    choose_passcode(lived)
    lived.click("Print…")
    assert "No printer was found." in lived.reads()
