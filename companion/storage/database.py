"""Knows how a diary file is made, opened and brought up to date, and how its transactions keep their promise."""

import sqlite3
from collections.abc import Generator
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from companion.domain.errors import CompanionError
from companion.storage.connection import APPLICATION_ID, SIDE_FILES, beside, left_by_a_crash
from companion.storage.copies import verified_copy
from companion.storage.faults import DiaryDamaged, world_told
from companion.storage.files import dated_name, place_new, sync_folder, unfinished_name
from companion.storage.folding import folded
from companion.storage.form import PLAIN, Form
from companion.storage.inspection import inspect, trust_again
from companion.storage.migrations import migrate, version_of


class Database:
    """An open diary file. Used by one thread, the one that opened it."""

    def __init__(self, path: Path, connection: sqlite3.Connection, form: Form) -> None:
        self.path = path
        self.form = form
        self._connection: sqlite3.Connection | None = connection

    @contextmanager
    def transaction(self) -> Generator[sqlite3.Connection]:
        """All that is done inside is on the disk when it ends, or nothing is. Raises CompanionError."""
        with world_told(self.path):
            connection = self._connected()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:  # it failed, and the error has not rolled it back already
                    connection.execute("ROLLBACK")

    def rows(self, sql: str, *values: str | int) -> list[tuple[Any, ...]]:
        """The rows of a query. Raises CompanionError."""
        with world_told(self.path):
            return self._connected().execute(sql, values).fetchall()

    def replace_by(self, part: Path, form: Form | None = None) -> None:
        """Let the finished file ``part`` take the place of this one in one step, and go on with it, in another
        ``form`` when one is given.

        Raises CompanionError (``diary-busy`` when another connection is open): this one then stands, and is open.
        """
        with world_told(self.path):
            self.close()
            try:
                if left_by_a_crash(self.path):  # a log that another connection needs
                    raise CompanionError("diary-busy", file=str(self.path))
                for suffix in SIDE_FILES:
                    beside(self.path, suffix).unlink(missing_ok=True)
                part.replace(self.path)
                self.form = form or self.form
                sync_folder(self.path.parent)
            finally:
                self._connected()

    def close(self) -> None:
        """Fold the write-ahead log back into the file and let go of it. May be called twice."""
        if self._connection:
            self._connection.close()
            self._connection = None

    def _connected(self) -> sqlite3.Connection:
        """The connection; made anew where the file was let go of and could not be opened at once."""
        if self._connection is None:
            self._connection = _connect_ready(self.path, self.form)
        return self._connection


def open_database(path: Path, today: date, form: Form = PLAIN) -> Database:
    """Open the diary at ``path``, make it when there is none, and bring an older one to the newest schema.

    ``today`` names the copy that is kept before a migration. Raises CompanionError: ``diary-newer`` and
    ``diary-not-ours`` (nothing was touched), ``diary-unwritable``, ``diary-busy``, ``disk-full``, or
    DiaryDamaged (the files are as they were found).
    """
    with world_told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            if inspect(path, form) < form.newest:
                _keep_copy(path, today, form)
            trust_again(path)
        elif left_by_a_crash(path):
            raise DiaryDamaged(path, "the file is gone, its log is not")
        else:
            _create(path, form)
        return Database(path, _connect_ready(path, form), form)


def open_beside(path: Path, form: Form = PLAIN) -> Database:
    """Another connection to a diary that is open already, for work on another thread. Raises CompanionError."""
    with world_told(path):
        return Database(path, _connect_ready(path, form), form)


def _connect_ready(path: Path, form: Form) -> sqlite3.Connection:
    with ExitStack() as on_failure:
        connection = form.connect(path)
        on_failure.callback(connection.close)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA cell_size_check=ON")
        connection.create_function("folded", 1, folded, deterministic=True)
        migrate(connection, form.migrations)
        # A folder that cannot be written is told now, not in the middle of a session.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
        on_failure.pop_all()
    return connection


def _create(path: Path, form: Form) -> None:
    """Make a whole diary under another name, then give it its own."""
    with empty_diary(path, form) as part:
        place_new(part, path)


@contextmanager
def empty_diary(diary: Path, form: Form = PLAIN) -> Generator[Path]:
    """A new diary under another name beside ``diary``; gone afterwards if it was not moved."""
    part = unfinished_name(diary)
    try:
        with closing(form.connect(part)) as connection:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            migrate(connection, form.migrations)
        yield part
    finally:
        part.unlink(missing_ok=True)


def _keep_copy(path: Path, today: date, form: Form) -> None:
    with closing(form.connect(path)) as connection:
        label = f"before-v{version_of(connection) + 1}"
        verified_copy(connection, dated_name(path, label, today), form)
