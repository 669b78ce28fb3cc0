"""Knows how to copy an open diary to another file and to prove that the copy is good before it gets its name."""

import sqlite3
from contextlib import closing
from pathlib import Path

from companion.domain.errors import CompanionError
from companion.storage.faults import sql_errors
from companion.storage.files import place_new, sync_file, unfinished_name
from companion.storage.form import PLAIN, Form


def verified_copy(source: sqlite3.Connection, target: Path, form: Form = PLAIN) -> None:
    """Copy the whole database to ``target``, a free name. The copy has been read back, checked and synced by then.
    ``source`` has this form already.

    Raises OSError or sqlite3.Error when it cannot be written, CompanionError ``diary-copy-failed`` (folder) when it
    reads back differently or ``target`` is taken. Nothing is left behind then.
    """
    part = unfinished_name(target)
    source.execute("BEGIN")
    try:
        # From this read on, what is compared is what is copied, whoever writes meanwhile.
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        with closing(form.connect(part)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, complete without a log beside it
        sync_file(part)
        if not (_is_same(source, part, form) and place_new(part, target)):
            raise CompanionError("diary-copy-failed", folder=str(target.parent))
    finally:
        source.rollback()
        part.unlink(missing_ok=True)


def _is_same(source: sqlite3.Connection, part: Path, form: Form) -> bool:
    try:
        with closing(form.connect(part, "ro")) as copy:
            sound = copy.execute("PRAGMA quick_check").fetchone()[0] == "ok"
            return sound and contents(copy) == contents(source)
    except sql_errors():  # the copy is bad, which says nothing of the diary
        return False


def contents(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has, and the two numbers in the header."""
    tables = [
        str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    asked = {f'SELECT count(*) FROM "{name}"' for name in tables}  # noqa: S608 - names out of the schema itself
    asked |= {"PRAGMA application_id", "PRAGMA user_version"}
    return {question: int(connection.execute(question).fetchone()[0]) for question in asked}
