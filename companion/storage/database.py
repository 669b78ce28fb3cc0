"""Knows how a diary file is opened, what makes it sound, and how its transactions are told when they fail."""

import sqlite3
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from companion.domain.errors import CompanionError
from companion.storage.copies import verified_copy
from companion.storage.faults import DiaryDamaged, world_told
from companion.storage.files import dated_name, place_new, unfinished_name
from companion.storage.migrations import MIGRATIONS, Migration, migrate, shape, shape_at, version_of

APPLICATION_ID = 0x494D4331
"""“IMC1” in the file's header: this file is a diary of ours."""

BUSY_MILLISECONDS = 2000
SIDE_FILES = ("-wal", "-shm", "-journal")
THOROUGH_BYTES = 16 * 1024 * 1024
"""Up to this size each start checks the whole file (25 ms); a bigger one after a crash, else all but its events."""


class Database:
    """An open diary file. Used by one thread, the one that opened it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @contextmanager
    def transaction(self) -> Generator[sqlite3.Connection]:
        """All that is done inside is on the disk when it ends, or nothing is. Raises CompanionError."""
        with world_told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # some errors have rolled back already
                    self._connection.execute("ROLLBACK")
                raise

    def rows(self, sql: str, *values: str | int) -> list[tuple[Any, ...]]:
        """The rows of a query. Raises CompanionError."""
        with world_told(self.path):
            return self._connection.execute(sql, values).fetchall()

    def close(self) -> None:
        """Fold the write-ahead log back into the file and let go of it. May be called twice."""
        self._connection.close()


def open_database(path: Path, today: date, migrations: Sequence[Migration] = MIGRATIONS) -> Database:
    """Open the diary at ``path``, make it when there is none, and bring an older one to the newest schema.

    ``today`` names the copy that is kept before a migration. Raises CompanionError: ``diary-newer`` and
    ``diary-not-ours`` (nothing was touched), ``diary-unwritable``, ``diary-busy``, ``disk-full``, or DiaryDamaged (the
    files are as they were found).
    """
    with world_told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            version = _inspect(path, migrations)
            if version < len(migrations):
                _keep_copy(path, today)
        else:
            if _side_file_with_content(path):
                raise DiaryDamaged(path, "the file is gone, its write-ahead log is not")
            _create(path, migrations)
        return Database(path, _connect_ready(path, migrations))


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection that never creates a file; ``mode`` is "rw", or "ro" to look without changing a byte."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    return connection


def _connect_ready(path: Path, migrations: Sequence[Migration]) -> sqlite3.Connection:
    connection = connect(path)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA cell_size_check=ON")
        migrate(connection, migrations)
        connection.execute(
            "BEGIN IMMEDIATE"
        )  # a folder that cannot be written is told now, not in mid-session
        connection.execute("ROLLBACK")
    except BaseException:
        connection.close()
        raise
    return connection


def _create(path: Path, migrations: Sequence[Migration]) -> None:
    """Make a whole diary under another name, then give it its own: an empty file at ``path`` is never ours."""
    part = unfinished_name(path)
    try:
        connection = connect(part)
        try:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            migrate(connection, migrations)
        finally:
            connection.close()
        place_new(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _inspect(path: Path, migrations: Sequence[Migration]) -> int:
    """The version of a sound diary of ours; looks without changing a byte of the file or its log."""
    if path.stat().st_size == 0:
        raise DiaryDamaged(path, "the file is empty")
    crashed = _side_file_with_content(path)
    # Only a rollback journal (disks that cannot keep a write-ahead log) has to be played back to be read at all.
    connection = connect(path, "rw" if path.with_name(path.name + "-journal").exists() else "ro")
    try:
        version = _version_of_ours(connection, path, len(migrations))
        tables = shape(connection)
        if tables != shape_at(version, migrations):
            raise DiaryDamaged(path, "its tables are not those of a diary")
        thorough = crashed or path.stat().st_size <= THOROUGH_BYTES
        _check(connection, path, () if thorough else sorted({table for table, *_ in tables} - {"event"}))
    finally:
        connection.close()
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


def _side_file_with_content(path: Path) -> bool:
    sides = (path.with_name(path.name + suffix) for suffix in ("-wal", "-journal"))
    return any(side.is_file() and side.stat().st_size > 0 for side in sides)


def _keep_copy(path: Path, today: date) -> None:
    connection = connect(path)
    try:
        label = f"before-v{version_of(connection) + 1}"
        verified_copy(connection, dated_name(path, label, today))
    finally:
        connection.close()
