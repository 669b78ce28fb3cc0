"""Knows what makes a file that was found a sound diary of ours, and looks without changing a byte of it."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from companion.domain.errors import CompanionError
from companion.storage.connection import APPLICATION_ID, beside, connect, left_by_a_crash
from companion.storage.faults import DiaryDamaged, error_told
from companion.storage.migrations import Migration, shape, shapes, version_of

THOROUGH_BYTES = 16 * 1024 * 1024
"""Up to this size each start checks the whole file (25 ms); a bigger one after a crash or before a migration, else
all but its events."""


def inspect(path: Path, migrations: Sequence[Migration], thorough_bytes: int = THOROUGH_BYTES) -> int:
    """The version of the sound diary of ours at ``path``.

    Raises CompanionError ``diary-not-ours`` or ``diary-newer``, DiaryDamaged, OSError, or sqlite3.Error when the file
    cannot be reached.
    """
    known = shapes(
        migrations
    )  # first: an SQLite too old for our tables must not take a sound diary for a damaged one
    size = path.stat().st_size
    if size == 0:  # a new diary gets its name when it is whole: an empty file is never one of ours
        raise DiaryDamaged(path, "the file is empty")
    crashed = left_by_a_crash(path)
    # Only a rollback journal (disks that cannot keep a write-ahead log) must be played back for the file to be read.
    with closing(connect(path, "rw" if beside(path, "-journal").exists() else "ro")) as connection:
        try:
            version = _version_of_ours(connection, path, len(migrations))
            if shape(connection) != known[version - 1]:
                raise DiaryDamaged(path, "its tables are not those of a diary")
            thorough = crashed or size <= thorough_bytes or version < len(migrations)
            tables = {table for table, *_ in known[version - 1]} - {"event"}
            _check(connection, path, () if thorough else sorted(tables))
        except sqlite3.Error as error:
            if error_told(error, path) is None:  # plain questions that every sound file answers
                raise DiaryDamaged(path, str(error)) from error
            raise
    return version


def _version_of_ours(connection: sqlite3.Connection, path: Path, newest: int) -> int:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if application != APPLICATION_ID and (application or tables):
        raise CompanionError("diary-not-ours", file=str(path))
    version = version_of(connection)
    if version > newest:
        raise CompanionError("diary-newer", file=str(path))
    if application != APPLICATION_ID or version < 1:
        raise DiaryDamaged(path, "it is a database without a diary in it")
    return version


def _check(connection: sqlite3.Connection, path: Path, tables: Sequence[str]) -> None:
    """Look through these tables, or through the whole file when none is named."""
    for check in [f"quick_check({table})" for table in tables] or ["quick_check"]:
        found = connection.execute(f"PRAGMA {check}").fetchone()[0]
        if found != "ok":
            raise DiaryDamaged(path, str(found))
