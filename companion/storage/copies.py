"""Knows how to copy an open diary to another file and to prove that the copy is good before it gets its name."""

import sqlite3
from pathlib import Path

from companion.storage.faults import DiaryDamaged
from companion.storage.files import place_new, sync_file, unfinished_name


def verified_copy(source: sqlite3.Connection, target: Path) -> None:
    """Copy the whole database to ``target``, a free name. The copy has been read back, checked and synced by then.

    Raises OSError or sqlite3.Error when it cannot be written, DiaryDamaged when it reads back differently;
    ``target`` then does not exist.
    """
    part = unfinished_name(target)
    try:
        copy = sqlite3.connect(part, isolation_level=None)
        try:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, complete without a log beside it
        finally:
            copy.close()
        _verify(source, part)
        sync_file(part)
        place_new(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _verify(source: sqlite3.Connection, part: Path) -> None:
    copy = sqlite3.connect(f"{part.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    try:
        if copy.execute("PRAGMA quick_check").fetchone()[0] != "ok" or _contents(copy) != _contents(source):
            raise DiaryDamaged(part, "the copy differs from the diary")
    finally:
        copy.close()


def _contents(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has, and the two numbers in the header."""
    tables = [
        str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    asked = {f'SELECT count(*) FROM "{name}"' for name in tables}  # noqa: S608 - names out of the schema itself
    asked |= {"PRAGMA application_id", "PRAGMA user_version"}
    return {question: int(connection.execute(question).fetchone()[0]) for question in asked}
