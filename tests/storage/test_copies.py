"""A copy of the diary gets its name only when it has been read back and found the same."""

from contextlib import closing
from pathlib import Path

import pytest

from companion.domain.errors import CompanionError
from companion.domain.session import Position
from companion.storage.connection import connect
from companion.storage.copies import verified_copy
from companion.storage.database import Database
from companion.storage.journal import SqliteJournal
from tests.storage.samples import EVENING, EVENTS, PLAN, SESSION, opened


def test_a_copy_holds_what_is_still_in_the_log(
    journal: SqliteJournal, path: Path, tmp_path: Path, database: Database
) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    journal.append(SESSION, EVENTS, Position(0, 0.0), EVENING)
    with closing(connect(path)) as source:
        verified_copy(source, tmp_path / "copy.sqlite3")
    assert [file.name for file in tmp_path.glob("*copy*")] == ["copy.sqlite3"]
    copy = opened(tmp_path / "copy.sqlite3")
    assert copy.notice is None
    assert SqliteJournal(copy.database).events(SESSION) == EVENTS
    copy.database.close()


def test_a_copy_that_is_not_sound_gets_no_name(
    journal: SqliteJournal, path: Path, database: Database
) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    root = database.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'event'")[0][0]
    database.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096] = 0xFF
    path.write_bytes(content)
    with closing(connect(path)) as source, pytest.raises(CompanionError) as told:
        verified_copy(source, path.with_name("copy.sqlite3"))
    assert (told.value.key, told.value.details) == ("diary-copy-failed", {"folder": str(path.parent)})
    assert list(path.parent.glob("*copy*")) == []


def test_a_copy_never_takes_the_place_of_another_file(path: Path, database: Database) -> None:
    taken = path.with_name("copy.sqlite3")
    taken.write_text("mine")
    with closing(connect(path)) as source, pytest.raises(CompanionError, match="diary-copy-failed"):
        verified_copy(source, taken)
    assert taken.read_text() == "mine"
    assert list(path.parent.glob(".*")) == []
