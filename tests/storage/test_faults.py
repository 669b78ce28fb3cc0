"""Each error of the world gets its sentence; what is our bug stays a bug."""

import errno
import sqlite3
import tomllib
from pathlib import Path
from string import Formatter

import pytest

from companion.domain.errors import CompanionError
from companion.storage.database import Database
from companion.storage.faults import DiaryDamaged, error_told, world_told

MESSAGES = Path(__file__).resolve().parents[2] / "data" / "text" / "en" / "messages.toml"
TOLD_BY_STORAGE = {
    "disk-full": {"folder"},
    "diary-unwritable": {"folder"},
    "diary-busy": {"file"},
    "diary-damaged": {"file", "what"},
    "diary-newer": {"file"},
    "diary-not-ours": {"file"},
    "diary-copy-failed": {"folder"},
    "diary-entry-unreadable": {"what"},
    "diary-quarantined": {"kept", "date"},
    "settings-unwritable": {"folder"},
}


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("told by SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (sqlite3.SQLITE_FULL, "disk-full"),
        (sqlite3.SQLITE_READONLY, "diary-unwritable"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "diary-unwritable"),
        (sqlite3.SQLITE_CANTOPEN, "diary-unwritable"),
        (sqlite3.SQLITE_PERM, "diary-unwritable"),
        (sqlite3.SQLITE_IOERR_WRITE, "diary-unwritable"),
        (sqlite3.SQLITE_IOERR_FSYNC, "diary-unwritable"),
        (sqlite3.SQLITE_BUSY, "diary-busy"),
        (sqlite3.SQLITE_BUSY_RECOVERY, "diary-busy"),
        (sqlite3.SQLITE_LOCKED, "diary-busy"),
        (sqlite3.SQLITE_CORRUPT, "diary-damaged"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "diary-damaged"),
        (sqlite3.SQLITE_NOTADB, "diary-damaged"),
    ],
)
def test_an_error_of_the_world_has_its_sentence(tmp_path: Path, code: int, key: str) -> None:
    told = error_told(sqlite_error(code), tmp_path / "diary.sqlite3")
    assert told
    assert told.key == key


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_full_whoever_says_so(tmp_path: Path, number: int) -> None:
    told = error_told(OSError(number, "full"), tmp_path / "diary.sqlite3")
    assert told
    assert (told.key, told.details) == ("disk-full", {"folder": str(tmp_path)})


def test_a_folder_that_is_gone_is_not_called_full(tmp_path: Path) -> None:
    told = error_told(sqlite_error(sqlite3.SQLITE_CANTOPEN), tmp_path / "gone" / "diary.sqlite3")
    assert told
    assert told.key == "diary-unwritable"


def test_an_error_of_ours_passes_as_it_is(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        database.rows("SELECT * FROM nowhere")
    with pytest.raises(sqlite3.ProgrammingError):
        database.rows("SELECT ?")


def test_a_damaged_schema_that_sqlite_quotes_is_damage(tmp_path: Path) -> None:
    with pytest.raises(DiaryDamaged), world_told(tmp_path / "diary.sqlite3"):
        b"\xb4".decode()


def test_the_cause_of_a_told_error_is_kept_for_the_log(tmp_path: Path) -> None:
    with pytest.raises(CompanionError) as told, world_told(tmp_path / "diary.sqlite3"):
        raise OSError(errno.EACCES, "Permission denied")
    assert isinstance(told.value.__cause__, OSError)


def test_every_sentence_that_storage_needs_is_written() -> None:
    messages = tomllib.loads(MESSAGES.read_text("utf-8"))["messages"]
    for key, details in TOLD_BY_STORAGE.items():
        asked = {name for _, name, _, _ in Formatter().parse(messages[key]) if name}
        assert asked <= details, key
