"""A start gets a diary to write in, or one sentence why not; what was found is never overwritten."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from companion.domain.errors import CompanionError
from companion.domain.session import Position
from companion.storage.connection import APPLICATION_ID, beside, connect
from companion.storage.database import Database
from companion.storage.form import PLAIN
from companion.storage.inspection import inspect
from companion.storage.journal import SqliteJournal
from companion.storage.migrations import MIGRATIONS
from companion.storage.opening import Quarantined
from companion.storage.sessions import SqliteDiary
from tests.storage.samples import (
    EVENING,
    EVENTS,
    PLAN,
    SESSION,
    TODAY,
    StillClock,
    bytes_beside,
    copy_as_after_a_crash,
    opened,
)


def refused(path: Path) -> CompanionError:
    with pytest.raises(CompanionError) as told:
        opened(path)
    return told.value


def test_a_first_start_makes_the_folder_and_the_diary(path: Path) -> None:
    diary = opened(path)
    diary.database.close()
    assert diary.notice is None
    assert [file.name for file in path.parent.iterdir()] == ["diary.sqlite3"]


def test_a_new_diary_keeps_every_promise_about_safety(database: Database) -> None:
    told = {
        name: database.rows(f"PRAGMA {name}")[0][0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "user_version", "application_id")
    }
    assert told == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "user_version": len(MIGRATIONS),
        "application_id": APPLICATION_ID,
    }
    strict = database.rows("SELECT name FROM pragma_table_list WHERE strict = 0 AND name NOT LIKE 'sqlite_%'")
    assert strict == []


def test_the_diary_of_a_child_is_for_its_parents_eyes(path: Path, database: Database) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(beside(path, "-wal").stat().st_mode) == 0o600


def test_the_next_start_finds_what_was_written(path: Path) -> None:
    first = opened(path).database
    SqliteJournal(first).begin(SESSION, PLAN, EVENING)
    first.close()
    second = opened(path)
    assert second.notice is None
    assert SqliteDiary(second.database, StillClock()).unfinished()
    second.database.close()


def test_closing_twice_is_as_good_as_once(path: Path) -> None:
    database = opened(path).database
    database.close()
    database.close()
    assert not beside(path, "-wal").exists()


def test_a_diary_may_lie_elsewhere_behind_a_link(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "stick" / "diary.sqlite3"
    opened(elsewhere).database.close()
    path.parent.mkdir()
    path.symlink_to(elsewhere)
    database = opened(path).database
    assert beside(elsewhere, "-wal").exists()
    assert path.is_symlink()
    database.close()


def test_a_folder_with_odd_letters_is_a_folder_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "Zoë & Söhne? 100% #1" / "diary.sqlite3"
    opened(path).database.close()
    assert path.is_file()


def test_a_diary_from_the_future_is_refused_and_stays_as_it_is(path: Path) -> None:
    opened(path).database.close()
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA user_version=99")
    before = bytes_beside(path)
    assert refused(path).key == "diary-newer"
    assert bytes_beside(path) == before


def test_a_future_that_is_only_in_the_log_is_refused_too(path: Path, tmp_path: Path) -> None:
    opened(path).database.close()
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA user_version=99")
        (tmp_path / "crash").mkdir()
        left = copy_as_after_a_crash(path, tmp_path / "crash" / "diary.sqlite3")
    before = bytes_beside(left)
    assert len(before) == 2
    assert refused(left).key == "diary-newer"
    assert bytes_beside(left) == before


@pytest.mark.parametrize("application", [0, 0x47504B47])
def test_a_database_of_another_program_is_left_alone(path: Path, application: int) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id={application}")
        connection.execute("CREATE TABLE recipe (cake TEXT)")
    before = bytes_beside(path)
    assert refused(path).key == "diary-not-ours"
    assert bytes_beside(path) == before


def test_a_diary_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("not a folder")
    told = refused(tmp_path / "home" / "diary.sqlite3")
    assert (told.key, told.details) == ("diary-unwritable", {"folder": str(tmp_path / "home")})


def test_a_folder_in_the_place_of_the_diary_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    assert refused(path).key == "diary-unwritable"


def test_a_log_that_cannot_be_written_is_told_at_the_start(path: Path) -> None:
    opened(path).database.close()
    beside(path, "-wal").mkdir()
    assert refused(path).key == "diary-unwritable"


def test_a_diary_that_another_program_holds_is_told(path: Path) -> None:
    opened(path).database.close()
    with closing(connect(path)) as other:
        other.execute("PRAGMA journal_mode=DELETE")
        other.execute("BEGIN EXCLUSIVE")
        assert refused(path).key == "diary-busy"


def test_two_windows_can_share_a_diary(path: Path, database: Database) -> None:
    second = opened(path)
    SqliteJournal(second.database).begin("two", PLAN, EVENING)
    SqliteJournal(database).begin("one", PLAN, EVENING)
    assert second.notice is None
    assert second.database.rows("SELECT count(*) FROM session") == [(2,)]
    second.database.close()


def test_a_crash_on_a_disk_without_a_shared_log_is_played_back(path: Path, tmp_path: Path) -> None:
    opened(path).database.close()
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA cache_size=1")  # so that pages of an unfinished transaction reach the file
        connection.execute("BEGIN")
        for number in range(2000):
            connection.execute(
                "INSERT INTO session (id, routine, status, started_at, start_day, last_seen_at)"
                f" VALUES ('{number}', 'r', 'running', '', '', '')"
            )
        (tmp_path / "crash").mkdir()
        left = copy_as_after_a_crash(path, tmp_path / "crash" / "diary.sqlite3")
        connection.execute("ROLLBACK")
    assert beside(left, "-journal").stat().st_size > 0
    diary = opened(left)
    assert diary.notice is None
    assert diary.database.rows("SELECT count(*) FROM session") == [(0,)]
    diary.database.close()


def test_a_big_diary_that_was_closed_well_is_checked_without_its_events(path: Path) -> None:
    database = opened(path).database
    journal = SqliteJournal(database)
    journal.begin(SESSION, PLAN, EVENING)
    journal.append(SESSION, EVENTS * 200, Position(0, 0.0), EVENING)
    root = database.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'event'")[0][0]
    size = database.rows("PRAGMA page_size")[0][0]
    database.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * size : (root - 1) * size + 8] = b"\xff" * 8
    path.write_bytes(content)
    assert inspect(path, PLAIN, thorough_bytes=0) == len(MIGRATIONS)
    with pytest.raises((CompanionError, sqlite3.DatabaseError)):
        inspect(path, PLAIN)


def test_a_notice_names_the_file_and_the_day(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Dear diary")
    diary = opened(path)
    diary.database.close()
    kept = path.with_name("diary.damaged-2026-07-30.sqlite3")
    assert diary.notice == Quarantined(kept, TODAY)
    assert kept.read_text() == "Dear diary"
