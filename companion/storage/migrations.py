"""Knows each shape that the diary file has had, and how a file of one shape becomes one of the next."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from companion.storage.schema_v1 import FIRST_TABLES


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from a schema to the next. Its place in the list, from 1, is the file's ``user_version`` after it.

    A released migration is never edited: files that were made by it exist.
    """

    name: str
    statements: tuple[str, ...]


Shape = frozenset[tuple[str, str, str, int, int]]
"""Each column of each table as (table, column, type, required, place in the key): tells a diary from damage."""

MIGRATIONS: tuple[Migration, ...] = (Migration("sessions, steps, reasons and events", FIRST_TABLES),)


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version that the file says it has."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Bring the file to the newest schema, each step whole or not at all.

    Foreign keys are unchecked while tables change and checked before each commit (a statement can rebuild a table).
    Raises sqlite3.Error; the file then has the schema of the last step that was completed.
    """
    done = version_of(connection)
    connection.execute("PRAGMA foreign_keys=OFF")
    for version, migration in enumerate(migrations[done:], start=done + 1):
        _step(connection, version, migration)
    connection.execute("PRAGMA foreign_keys=ON")


def shape(connection: sqlite3.Connection) -> Shape:
    """The shape of an open file."""
    rows = connection.execute(
        'SELECT t.name, c.name, c.type, c."notnull", c.pk FROM sqlite_schema AS t, pragma_table_info(t.name) AS c'
        " WHERE t.type = 'table'"
    )
    return frozenset(rows)


def shapes(migrations: Sequence[Migration]) -> tuple[Shape, ...]:
    """The shape that a sound file has after each migration."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        found: list[Shape] = []
        for done in range(1, len(migrations) + 1):
            migrate(connection, migrations[:done])
            found.append(shape(connection))
        return tuple(found)


def _step(connection: sqlite3.Connection, version: int, migration: Migration) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version_of(connection) < version:  # asked inside: another start may have been quicker
            for statement in migration.statements:
                connection.execute(statement)
            dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
            if dangling:
                raise sqlite3.IntegrityError(f"{migration.name}: {len(dangling)} rows point nowhere")
            connection.execute(f"PRAGMA user_version={version}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
