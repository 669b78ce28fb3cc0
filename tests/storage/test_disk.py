"""A full disk and a locked disk cost nothing that was safe, and the next try works."""

import os
from pathlib import Path

import pytest

from companion.domain.errors import CompanionError
from companion.domain.events import Event, RepetitionDone
from companion.domain.session import Position
from companion.domain.settings import Settings
from companion.storage.connection import connect
from companion.storage.database import Database
from companion.storage.form import Form
from companion.storage.journal import SqliteJournal
from companion.storage.migrations import MIGRATIONS, Migration
from companion.storage.opening import open_diary
from companion.storage.settings_file import SettingsFile
from tests.storage.conftest import lock
from tests.storage.samples import EVENING, PLAN, SESSION, TODAY, StillClock, opened

HERE = Position(0, 0.0)
INDEX_OF_THE_LOG_BYTES = 32 * 1024


def fill(disk: Path) -> Path:
    """Leave no room on a disk; returns the file that takes it."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            while True:
                try:
                    file.write(bytes(size))
                except OSError:
                    break
    return filler


def append_until_told(journal: SqliteJournal) -> tuple[list[Event], CompanionError]:
    safe: list[Event] = []
    while True:
        events = [RepetitionDone(float(len(safe) + n), len(safe), n) for n in range(20)]
        try:
            journal.append(SESSION, events, HERE, EVENING)
        except CompanionError as told:
            return safe, told
        safe += events


def test_a_disk_that_fills_up_loses_nothing_that_was_safe(small_disk: Path) -> None:
    database = opened(small_disk / "diary.sqlite3").database
    journal = SqliteJournal(database)
    journal.begin(SESSION, PLAN, EVENING)
    filler = small_disk / "filler"
    filler.write_bytes(bytes(128 * 1024))
    safe, told = append_until_told(journal)
    assert (told.key, told.details) == ("disk-full", {"folder": str(small_disk)})
    assert journal.events(SESSION) == tuple(safe)
    filler.unlink()
    after = RepetitionDone(9e6, 0, 1)
    journal.append(SESSION, [after], HERE, EVENING)
    database.close()
    again = opened(small_disk / "diary.sqlite3")
    assert again.notice is None
    assert SqliteJournal(again.database).events(SESSION) == (*safe, after)
    again.database.close()


def test_a_first_start_on_a_full_disk_makes_no_half_a_diary(small_disk: Path) -> None:
    fill(small_disk)
    with pytest.raises(CompanionError, match="disk-full"):
        opened(small_disk / "diary.sqlite3")
    assert [file.name for file in small_disk.iterdir()] == ["filler"]


def test_a_start_on_a_full_disk_says_that_it_is_full(small_disk: Path) -> None:
    path = small_disk / "diary.sqlite3"
    opened(path).database.close()
    before = path.read_bytes()
    fill(small_disk)
    with pytest.raises(CompanionError, match="disk-full"):
        opened(path)
    assert path.read_bytes() == before


def test_a_migration_without_room_for_its_copy_does_not_begin(small_disk: Path) -> None:
    path = small_disk / "diary.sqlite3"
    opened(path).database.close()
    before = path.read_bytes()
    filler = fill(small_disk)
    os.truncate(filler, filler.stat().st_size - INDEX_OF_THE_LOG_BYTES - len(before) // 2)
    newer = (*MIGRATIONS, Migration("newer", ("CREATE TABLE newer (x TEXT) STRICT",)))
    with pytest.raises(CompanionError, match="disk-full"):
        open_diary(path, TODAY, Form(newer))
    assert path.read_bytes() == before
    left = {file.name.removesuffix("-wal").removesuffix("-shm") for file in small_disk.iterdir()}
    assert left == {"filler", "diary.sqlite3"}


def test_settings_on_a_full_disk_stay_as_they_were(small_disk: Path) -> None:
    store = SettingsFile(small_disk / "settings.json", StillClock())
    store.save(Settings(lead_in=9.0))
    fill(small_disk)
    with pytest.raises(CompanionError, match="disk-full"):
        store.save(Settings(lead_in=3.0))
    assert store.load() == Settings(lead_in=9.0)
    assert sorted(file.name for file in small_disk.iterdir()) == ["filler", "settings.json"]


def test_a_locked_disk_is_told_before_a_session_starts(lockable_disk: Path) -> None:
    path = lockable_disk / "diary.sqlite3"
    opened(path).database.close()
    before = path.read_bytes()
    lock(lockable_disk)
    with pytest.raises(CompanionError) as told:
        open_diary(path, TODAY)
    assert (told.value.key, told.value.details) == ("diary-unwritable", {"folder": str(lockable_disk)})
    assert path.read_bytes() == before


def test_a_first_start_on_a_locked_disk_is_told(lockable_disk: Path) -> None:
    lock(lockable_disk)
    with pytest.raises(CompanionError, match="diary-unwritable"):
        open_diary(lockable_disk / "home" / "diary.sqlite3", TODAY)


def test_settings_on_a_locked_disk_are_told(lockable_disk: Path) -> None:
    lock(lockable_disk)
    store = SettingsFile(lockable_disk / "home" / "settings.json", StillClock())
    with pytest.raises(CompanionError) as told:
        store.save(Settings())
    assert (told.value.key, told.value.details) == (
        "settings-unwritable",
        {"folder": str(lockable_disk / "home")},
    )
    assert store.load() == Settings()


def test_a_diary_that_may_not_grow_says_so_and_keeps_what_it_has(
    journal: SqliteJournal, database: Database
) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    database.rows(f"PRAGMA max_page_count={database.rows('PRAGMA page_count')[0][0] + 2}")
    safe, told = append_until_told(journal)
    assert told.key == "disk-full"
    assert journal.events(SESSION) == tuple(safe)
    database.rows("PRAGMA max_page_count=100000")
    journal.append(SESSION, [RepetitionDone(9e6, 0, 1)], HERE, EVENING)
    assert len(journal.events(SESSION)) == len(safe) + 1


def test_a_diary_that_became_read_only_says_so(journal: SqliteJournal, database: Database) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    database.rows("PRAGMA query_only=ON")
    with pytest.raises(CompanionError, match="diary-unwritable"):
        journal.mark(SESSION, HERE, 1.0, EVENING)


def test_another_program_that_writes_for_long_is_told(
    journal: SqliteJournal, database: Database, path: Path
) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    database.rows("PRAGMA busy_timeout=1")
    other = connect(path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(CompanionError) as told:
        journal.mark(SESSION, HERE, 1.0, EVENING)
    assert (told.value.key, told.value.details) == ("diary-busy", {"file": str(path)})
    other.execute("ROLLBACK")
    other.close()
    journal.mark(SESSION, HERE, 1.0, EVENING)
