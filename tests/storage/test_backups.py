"""A copy of the diary is proved before it counts, and brings everything back when it is needed."""

import sqlite3
import threading
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from companion.domain.backup import DiaryPreview, Why
from companion.domain.entry_list import Filter
from companion.domain.errors import CompanionError
from companion.domain.occasion import NO_OCCASION
from companion.services.ports import Vault
from companion.storage.backups import back_up, backups_in, newest_sound
from companion.storage.connection import connect
from companion.storage.form import Form
from companion.storage.migrations import MIGRATIONS, Migration
from companion.storage.opening import open_diary
from companion.storage.restoring import ready_copy, restore
from tests.storage.conftest import lock
from tests.storage.golden import file_of
from tests.storage.home import Home
from tests.storage.samples import EVENING, EVENTS, TODAY, bytes_beside

NEXT = (*MIGRATIONS, Migration("dolls", ("CREATE TABLE doll (nr INTEGER PRIMARY KEY) STRICT",)))


def spoil(file: Path) -> None:
    """Flip the bytes of a page in the middle of a file."""
    content = bytearray(file.read_bytes())
    for place in range(4096 * 3, 4096 * 4):
        content[place] ^= 0xFF
    file.write_bytes(content)


def test_the_vault_fits_its_port(home: Home) -> None:
    vault: Vault = home.vault
    assert vault.backups() == ()


def test_a_diary_in_its_own_place_stays_as_it_is(home: Home) -> None:
    home.with_family().play("one")
    before = bytes_beside(home.places.diary)
    restore(home.database, home.places.backups / ".." / home.places.diary.name)
    assert bytes_beside(home.places.diary) == before
    assert home.diary.session("one") is not None


def test_a_copy_holds_all_that_the_diary_holds(home: Home) -> None:
    home.with_family().play("one").play("two", days=3)
    made = home.vault.back_up(Why.START)
    file = home.vault.file_of(made)
    assert (made.number, made.why, made.taken) == (1, Why.START, EVENING.replace(microsecond=0))
    assert home.vault.backups() == (made,)
    assert home.vault.preview(file) == DiaryPreview(2, 2, date(2026, 7, 29), date(2026, 8, 1))
    assert [kept.name for kept in file.parent.iterdir()] == [made.name]


def test_an_empty_diary_has_no_days_to_show(home: Home) -> None:
    file = home.vault.file_of(home.vault.back_up(Why.START))
    assert home.vault.preview(file) == DiaryPreview(0, 0, None, None)


def test_a_diary_that_has_not_changed_is_not_copied_again(home: Home) -> None:
    home.with_family()
    first = home.vault.back_up(Why.START)
    assert home.later(hours=1).vault.back_up(Why.REGULAR) == first
    home.play("one")
    second = home.vault.back_up(Why.REGULAR)
    assert home.vault.backups() == (first, second)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE unlock SET withdrawn = '2026-07-30'",
        "UPDATE baby SET changed_at = '2026-07-30T00:00:00+02:00'",
        "UPDATE session SET last_seen_at = '2026-07-30T00:00:00+02:00'",
        "DELETE FROM event WHERE seq = 3",
    ],
)
def test_every_change_makes_the_next_copy_a_new_one(change: str, home: Home) -> None:
    home.with_family().play("one")
    home.vault.back_up(Why.START)
    home.database.rows(change)
    home.vault.back_up(Why.REGULAR)
    assert len(home.vault.backups()) == 2


def test_a_copy_that_went_bad_is_made_again(home: Home) -> None:
    home.with_family().play("one")
    bad = home.vault.back_up(Why.START)
    spoil(home.vault.file_of(bad))
    good = home.vault.back_up(Why.REGULAR)
    assert good.number == bad.number + 1
    assert newest_sound(home.places.backups) == good


def test_a_copy_can_be_made_while_a_session_is_written(home: Home) -> None:
    home.with_family()
    made: list[int] = []
    thread = threading.Thread(target=lambda: made.append(home.vault.back_up(Why.REGULAR).number))
    thread.start()
    for number in range(20):
        home.play(f"session {number}")
    thread.join()
    assert made == [1]
    assert home.vault.preview(home.vault.file_of(home.vault.backups()[0])).babies == 2


def test_copies_are_thinned_out_and_other_files_are_left_alone(home: Home) -> None:
    home.places.backups.mkdir()
    others = ["notes.txt", "diary.000009.2026-13-45T999999+0200.start.sqlite3", "diary.1.x.sqlite3"]
    others.append("diary.000010.2026-07-29T190507+0200.weekly.sqlite3")
    for name in others:
        (home.places.backups / name).write_text("mine")
    for number in range(12):
        home.later(hours=1).play(f"session {number}", occasion=NO_OCCASION)
        home.vault.back_up(Why.REGULAR)
    assert [backup.number for backup in home.vault.backups()] == [4, 9, 10, 11, 12]
    assert {file.name for file in home.places.backups.iterdir()} > set(others)


def test_a_clock_set_back_does_not_make_an_old_copy_the_newest(home: Home) -> None:
    home.with_family().later(days=400).vault.back_up(Why.START)
    home.later(days=-400).play("one")
    newest = home.vault.back_up(Why.START)
    assert newest_sound(home.places.backups) == newest


def test_a_full_disk_makes_no_half_a_copy(small_disk: Path) -> None:
    home = Home(small_disk)
    home.with_family()
    (small_disk / "filler").write_bytes(bytes(200 * 1024))
    with pytest.raises(CompanionError, match="disk-full"):
        for number in range(100):
            home.later(days=1).play(f"session {number}")
            home.vault.back_up(Why.REGULAR)
    left = {file.name for file in home.places.backups.iterdir()}
    assert left == {backup.name for backup in home.vault.backups()}
    assert newest_sound(home.places.backups) == (home.vault.backups() or (None,))[-1]
    home.close()


def test_a_copy_that_cannot_be_made_is_told_and_the_diary_goes_on(lockable_disk: Path) -> None:
    home = Home(lockable_disk / "home")
    elsewhere = lockable_disk / "copies"
    elsewhere.write_text("not a folder")
    with pytest.raises(CompanionError) as told:
        back_up(home.places.diary, elsewhere, EVENING, Why.START)
    assert (told.value.key, told.value.details) == ("backup-failed", {"folder": str(elsewhere)})
    home.with_family()
    home.close()
    lock(lockable_disk)
    with pytest.raises(CompanionError, match="backup-failed"):
        back_up(home.places.diary, lockable_disk / "other", EVENING, Why.START)


def test_a_damaged_diary_is_told_and_put_aside_by_the_next_start(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.storage.inspection.THOROUGH_BYTES", 0)  # as in a diary of many years
    home.with_family().play("one")
    home.vault.back_up(Why.START)
    root = home.database.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'event'")[0][0]
    home.close()
    content = bytearray(home.places.diary.read_bytes())
    content[(root - 1) * 4096] = 0xFF
    home.places.diary.write_bytes(content)
    home.open()
    assert home.opened.notice is None
    with pytest.raises(CompanionError, match="diary-damaged"):
        home.vault.back_up(Why.REGULAR)
    home.close()
    home.open()
    assert home.opened.notice
    assert home.opened.notice.restored == EVENING.replace(microsecond=0)
    assert home.journal.events("one") == EVENTS
    home.vault.back_up(Why.REGULAR)
    home.close()
    home.open()
    assert home.opened.notice is None


def test_a_diary_that_cannot_even_be_looked_through_is_told_as_damaged(home: Home) -> None:
    home.with_family().play("one")
    home.close()
    content = home.places.diary.read_bytes()
    home.places.diary.write_bytes(content[: len(content) // 2])
    with pytest.raises(CompanionError, match="diary-damaged"):
        home.vault.back_up(Why.START)
    assert home.vault.backups() == ()


def test_a_diary_that_cannot_be_reached_is_not_taken_for_damaged(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.storage.connection.BUSY_MILLISECONDS", 10)
    with closing(connect(home.places.diary)) as other:
        home.close()
        other.execute("PRAGMA journal_mode=DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CompanionError, match="backup-failed"):
            home.vault.back_up(Why.START)
    home.open()
    assert home.opened.notice is None


def test_a_restored_diary_is_as_it_was_and_can_be_written(home: Home) -> None:
    home.with_family().play("one")
    made = home.vault.back_up(Why.START)
    home.play("two")
    home.vault.restore(home.vault.file_of(made))
    assert home.diary.session("two") is None
    assert home.diary.session("one") is not None
    home.play("three")
    home.close()
    home.open()
    assert [entry.id for entry in home.entries.entries(Filter())] == ["one", "three"]
    assert home.opened.notice is None


@pytest.mark.parametrize("what", ["spoilt", "text", "future", "another"])
def test_what_cannot_be_restored_leaves_the_diary_as_it_is(what: str, home: Home, tmp_path: Path) -> None:
    home.with_family().play("one")
    file = tmp_path / "copy.sqlite3"
    file.write_bytes(home.vault.file_of(home.vault.back_up(Why.START)).read_bytes())
    if what == "spoilt":
        spoil(file)
    elif what == "text":
        file.write_text("Dear diary")
    else:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("PRAGMA user_version=99" if what == "future" else "PRAGMA application_id=7")
    before = file.read_bytes()
    with pytest.raises(CompanionError) as told:
        home.vault.restore(file)
    assert told.value.key == {"future": "diary-newer", "another": "diary-not-ours"}.get(
        what, "backup-damaged"
    )
    assert home.diary.session("one") is not None
    assert file.read_bytes() == before


def test_a_file_that_is_not_there_is_told(home: Home, tmp_path: Path) -> None:
    with pytest.raises(CompanionError, match="diary-unwritable"):
        home.vault.preview(tmp_path / "nowhere.sqlite3")


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_a_copy_of_an_older_schema_is_brought_up_to_date(version: int, tmp_path: Path) -> None:
    database = open_diary(tmp_path / "diary.sqlite3", TODAY, Form(NEXT)).database
    old = tmp_path / "old.sqlite3"
    old.write_bytes(file_of(version).read_bytes())
    restore(database, old)
    assert database.rows("PRAGMA user_version") == [(len(NEXT),)]
    assert database.rows("SELECT count(*) FROM session") == [(3,)]
    assert old.read_bytes() == file_of(version).read_bytes()
    database.close()


def test_a_copy_whose_migration_fails_restores_nothing(home: Home) -> None:
    home.with_family().play("one")
    file = home.vault.file_of(home.vault.back_up(Why.START))
    broken = (*MIGRATIONS, Migration("broken", ("UPDATE session SET routine = NULL",)))
    with pytest.raises(sqlite3.IntegrityError):
        ready_copy(file, home.places.diary, Form(broken))
    assert not list(home.folder.glob("*.part"))
    assert not list(home.folder.glob(".*.part"))


def test_a_diary_that_another_window_has_open_is_not_replaced(home: Home) -> None:
    home.with_family().play("one")
    file = home.vault.file_of(home.vault.back_up(Why.START))
    home.play("two")
    with closing(connect(home.places.diary)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM session").fetchone()
        home.play("three")
        with pytest.raises(CompanionError, match="diary-busy"):
            home.vault.restore(file)
    assert home.diary.session("three") is not None


def test_a_damaged_diary_is_put_aside_and_the_newest_sound_copy_opens(home: Home) -> None:
    home.with_family().play("one")
    home.vault.back_up(Why.START)
    home.later(hours=1).play("two")
    spoil(home.vault.file_of(home.vault.back_up(Why.BEFORE_IMPORT)))
    home.close()
    spoil(home.places.diary)
    damaged = home.places.diary.read_bytes()
    home.open()
    assert home.opened.notice
    assert home.opened.notice.kept_as
    assert home.opened.notice.kept_as.read_bytes() == damaged
    assert home.opened.notice.restored == EVENING.replace(microsecond=0)
    assert (home.diary.session("one") is None, home.diary.session("two") is None) == (False, True)


def test_a_diary_that_is_gone_comes_back_from_its_newest_copy(home: Home) -> None:
    home.with_family().play("one")
    made = home.vault.back_up(Why.START)
    home.close()
    home.places.diary.unlink()
    home.open()
    assert home.opened.notice
    assert (home.opened.notice.kept_as, home.opened.notice.restored) == (None, made.taken)
    assert home.diary.session("one") is not None


def test_a_first_start_has_nothing_to_bring_back_and_nothing_to_tell(home: Home) -> None:
    assert home.opened.notice is None


def test_a_log_whose_diary_is_gone_is_put_aside_before_a_copy_opens(home: Home) -> None:
    home.with_family().play("one")
    home.vault.back_up(Why.START)
    log = home.places.diary.with_name("diary.sqlite3-wal")
    content = log.read_bytes()
    home.close()
    home.places.diary.unlink()
    log.write_bytes(content)
    home.open()
    assert home.opened.notice
    assert home.opened.notice.restored
    assert home.diary.session("one") is not None


def test_a_start_with_nothing_but_bad_copies_begins_anew_and_says_so(home: Home) -> None:
    home.with_family().play("one")
    spoil(home.vault.file_of(home.vault.back_up(Why.START)))
    home.close()
    spoil(home.places.diary)
    home.open()
    assert home.opened.notice
    assert home.opened.notice.restored is None
    assert len(backups_in(home.places.backups)) == 1


def test_a_migration_that_fails_leaves_the_old_file_byte_for_byte(home: Home) -> None:
    home.with_family().play("one")
    home.close()
    before = bytes_beside(home.places.diary)["diary.sqlite3"]
    broken = (*MIGRATIONS, Migration("broken", ("UPDATE session SET routine = NULL",)))
    with pytest.raises(sqlite3.IntegrityError):
        open_diary(home.places.diary, TODAY + timedelta(days=1), Form(broken))
    assert bytes_beside(home.places.diary)["diary.sqlite3"] == before
