"""An older diary becomes a newer one whole or not at all, and a copy of it is kept first."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from companion.domain.errors import CompanionError
from companion.storage.connection import connect
from companion.storage.database import open_database
from companion.storage.form import Form
from companion.storage.journal import SqliteJournal
from companion.storage.migrations import MIGRATIONS, Migration, migrate, version_of
from companion.storage.sessions import SqliteDiary
from tests.storage.samples import EVENING, PLAN, SESSION, TODAY, StillClock, bytes_beside, opened

DOLLS = Migration(
    "dolls",
    (
        "CREATE TABLE doll (nr INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
        "ALTER TABLE session ADD COLUMN doll INTEGER REFERENCES doll (nr)",
        "INSERT INTO doll (nr, name) VALUES (1, '')",
        "UPDATE session SET doll = 1",
    ),
)
NEXT = (*MIGRATIONS, DOLLS)
COPY = f"diary.before-v{len(NEXT)}-2026-07-30.sqlite3"


@pytest.fixture
def old(path: Path) -> Path:
    """A diary of today's schema with a session in it, closed well."""
    database = opened(path).database
    SqliteJournal(database).begin(SESSION, PLAN, EVENING)
    database.close()
    return path


def test_a_migration_changes_the_file_and_its_version(old: Path) -> None:
    database = open_database(old, TODAY, Form(NEXT))
    assert database.rows("PRAGMA user_version") == [(len(NEXT),)]
    assert database.rows("SELECT doll FROM session") == [(1,)]
    assert database.rows("PRAGMA foreign_keys") == [(1,)]
    database.close()


def test_the_diary_as_it_was_is_kept_before_a_migration(old: Path) -> None:
    open_database(old, TODAY, Form(NEXT)).close()
    copy = old.with_name(COPY)
    assert {file.name for file in old.parent.iterdir()} == {"diary.sqlite3", COPY}
    diary = opened(copy)
    unfinished = SqliteDiary(diary.database, StillClock()).unfinished()
    assert diary.notice is None
    assert unfinished
    assert unfinished.plan == PLAN
    diary.database.close()


def test_a_new_diary_is_made_by_all_migrations_and_has_nothing_to_copy(path: Path) -> None:
    open_database(path, TODAY, Form(NEXT)).close()
    assert [file.name for file in path.parent.iterdir()] == ["diary.sqlite3"]
    assert open_database(path, TODAY, Form(NEXT)).rows("PRAGMA user_version") == [(len(NEXT),)]


def test_a_migration_that_fails_leaves_the_diary_as_it_was(old: Path) -> None:
    broken = Migration(
        "broken", ("ALTER TABLE session ADD COLUMN half TEXT", "UPDATE session SET routine = NULL")
    )
    with pytest.raises(sqlite3.IntegrityError, match="NOT NULL"):
        open_database(old, TODAY, Form((*MIGRATIONS, broken)))
    assert old.with_name(COPY).exists()
    diary = opened(old)
    assert diary.notice is None
    assert diary.database.rows("SELECT count(*) FROM pragma_table_info('session') WHERE name = 'half'") == [
        (0,)
    ]
    diary.database.close()


def test_a_migration_that_leaves_rows_pointing_nowhere_is_taken_back(old: Path) -> None:
    careless = Migration("careless", ("DELETE FROM session",))
    with pytest.raises(sqlite3.IntegrityError, match="careless: 4 rows point nowhere"):
        open_database(old, TODAY, Form((*MIGRATIONS, careless)))
    diary = opened(old)
    assert diary.database.rows("SELECT count(*) FROM session") == [(1,)]
    diary.database.close()


def test_a_start_that_was_quicker_has_done_the_work(old: Path) -> None:
    def be_quicker(statement: str) -> None:
        if statement == "BEGIN IMMEDIATE":
            slower.set_trace_callback(None)
            with closing(connect(old)) as quicker:
                migrate(quicker, NEXT)

    with closing(connect(old)) as slower:
        slower.set_trace_callback(be_quicker)
        migrate(slower, NEXT)
        assert version_of(slower) == len(NEXT)
        assert slower.execute("SELECT count(*) FROM doll").fetchone() == (1,)


def test_a_migrated_diary_is_too_new_for_the_program_before(old: Path) -> None:
    open_database(old, TODAY, Form(NEXT)).close()
    before = bytes_beside(old)
    with pytest.raises(CompanionError, match="diary-newer"):
        opened(old)
    assert bytes_beside(old) == before
