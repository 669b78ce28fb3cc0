"""A file gets another lock whole and the same, or keeps the one that it has."""

from contextlib import closing
from pathlib import Path

import pytest

from companion.domain.errors import CompanionError
from companion.storage.locked import connect_locked, connect_plain
from companion.storage.relocking import relock

KEY = bytes(range(32))
DOLL = ("CREATE TABLE doll (name TEXT)", "INSERT INTO doll VALUES ('5')")


def made(file: Path, *more: str) -> Path:
    """A small file that lies open."""
    file.touch()
    with closing(connect_plain(file)) as connection:
        for sql in (*DOLL, *more):
            connection.execute(sql)
    return file


def test_a_file_gets_a_lock_with_all_its_rows(tmp_path: Path) -> None:
    file = made(tmp_path / "copy.sqlite3")
    relock(file, None, KEY)
    with closing(connect_locked(file, KEY)) as connection:
        assert connection.execute("SELECT name FROM doll").fetchall() == [("5",)]
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    "schema",
    [
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE doll (name INTEGER)' WHERE name = 'doll'",
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX by_name ON doll(unknown(name))' WHERE name = 'by_name'",
    ],
    ids=["other-values", "cannot-be-made"],
)
def test_what_does_not_come_out_the_same_keeps_its_lock(schema: str, tmp_path: Path) -> None:
    file = made(
        tmp_path / "copy.sqlite3", "CREATE INDEX by_name ON doll(name)", "PRAGMA writable_schema=ON", schema
    )
    before = file.read_bytes()
    with pytest.raises(CompanionError) as told:
        relock(file, None, KEY)
    assert (told.value.key, told.value.details) == ("diary-copy-failed", {"folder": str(tmp_path)})
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_somebody_writes_in_keeps_its_lock(tmp_path: Path) -> None:
    file = made(tmp_path / "copy.sqlite3", "PRAGMA journal_mode=WAL")
    with closing(connect_plain(file)) as other:
        other.execute("INSERT INTO doll VALUES ('Bear')")
        with pytest.raises(CompanionError, match="diary-busy"):
            relock(file, None, KEY)
        assert not list(tmp_path.glob(".*.part*"))
    with closing(connect_plain(file)) as connection:
        assert connection.execute("SELECT name FROM doll").fetchall() == [("5",), ("Bear",)]
