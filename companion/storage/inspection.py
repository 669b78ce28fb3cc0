"""Knows what makes a file that was found a sound diary of ours, and looks without changing a byte of it."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from companion.domain.errors import CompanionError
from companion.storage.connection import APPLICATION_ID, beside, left_by_a_crash
from companion.storage.faults import DiaryDamaged, error_told, sql_errors
from companion.storage.form import Form
from companion.storage.migrations import shape, shapes, version_of

THOROUGH_BYTES = 16 * 1024 * 1024
"""Up to this size each start checks the whole file (25 ms); a bigger one after a crash, before a migration, or when a
copy of it turned out bad; else all but the tables that are big. Each copy is checked whole, beside the screen."""
THOROUGH_LOCKED_BYTES = 1024 * 1024
"""As above, for a locked diary: reading all of it takes ten times as long, and each page that is read is proved."""
BIG_TABLES = frozenset({"event", "step"})
BIG_LOCKED_TABLES = BIG_TABLES | {"session", "revision", "day_card"}
_SUSPECT = "-suspect"


def inspect(path: Path, form: Form, thorough_bytes: int | None = None) -> int:
    """The version of the sound diary of ours at ``path``.

    Raises CompanionError ``diary-not-ours`` or ``diary-newer``, DiaryDamaged, OSError, or sqlite3.Error when the file
    cannot be reached.
    """
    # First: an SQLite too old for our tables must not take a sound diary for a damaged one.
    known = shapes(form.migrations)
    size = path.stat().st_size
    if size == 0:  # a new diary gets its name when it is whole: an empty file is never one of ours
        raise DiaryDamaged(path, "the file is empty")
    doubtful = left_by_a_crash(path) or beside(path, _SUSPECT).exists()
    # Only a rollback journal (disks that cannot keep a write-ahead log) must be played back for the file to be read.
    with closing(form.connect(path, "rw" if beside(path, "-journal").exists() else "ro")) as connection:
        try:
            version = _version_of_ours(connection, path, form.newest)
            if shape(connection) != known[version - 1]:
                raise DiaryDamaged(path, "its tables are not those of a diary")
            usual = THOROUGH_BYTES if form.key is None else THOROUGH_LOCKED_BYTES
            limit = usual if thorough_bytes is None else thorough_bytes
            thorough = doubtful or size <= limit or version < form.newest
            big = BIG_TABLES if form.key is None else BIG_LOCKED_TABLES
            tables = {table for table, *_ in known[version - 1]} - big
            _check(connection, path, () if thorough else sorted(tables))
        except sql_errors() as error:
            if error_told(error, path) is None:  # plain questions that every sound file answers
                raise DiaryDamaged(path, str(error)) from error
            raise
    return version


def suspect(path: Path) -> None:
    """Let the next start look at every page of the diary. Raises OSError."""
    beside(path, _SUSPECT).touch()


def trust_again(path: Path) -> None:
    """The diary was looked at, or has made way for another. Raises OSError."""
    beside(path, _SUSPECT).unlink(missing_ok=True)


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
