"""Knows how a diary file is locked, or its lock taken off: as a new file beside it, proved row by row, then renamed."""

import hashlib
import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

from companion.domain.errors import CompanionError
from companion.storage.connection import SIDE_FILES, beside, left_by_a_crash
from companion.storage.copies import verified_copy
from companion.storage.faults import DiaryDamaged, sql_errors
from companion.storage.files import sync_file, sync_folder, unfinished_name
from companion.storage.form import Form
from companion.storage.locked import connect_locked, connect_plain, key_text


def relock(file: Path, old: bytes | None, new: bytes | None) -> None:
    """Give a file that nobody has open another lock: ``old`` and ``new`` are keys, None is no lock.

    The old file is there until the new one has been proved and synced. Raises OSError, SQLite's errors or
    CompanionError; the old file then stands.
    """
    with ExitStack() as done:
        with closing(_connected(file, old)) as source:
            part = relocked(source, file, new)
            done.callback(part.unlink, missing_ok=True)
        if left_by_a_crash(file):
            raise CompanionError("diary-busy", file=str(file))
        for suffix in SIDE_FILES:
            beside(file, suffix).unlink(missing_ok=True)
        part.replace(file)
        sync_folder(file.parent)


def relocked(source: sqlite3.Connection, target: Path, new: bytes | None) -> Path:
    """A copy of an open file, under another lock, in the folder of ``target``; proved and synced.

    Raises OSError, SQLite's errors, or CompanionError ``diary-copy-failed`` (folder) when the copy is not the same.
    """
    part = unfinished_name(target)
    with ExitStack() as on_failure:
        on_failure.callback(part.unlink, missing_ok=True)
        source.execute("ATTACH ? AS made KEY ?", (f"{part.absolute().as_uri()}?mode=rw", key_text(new)))
        source.execute("BEGIN")
        try:  # from here on, what is compared is what is copied, whoever writes meanwhile
            _export(source, target)
            for number in ("application_id", "user_version"):
                value = int(source.execute(f"PRAGMA main.{number}").fetchone()[0])
                source.execute(f"PRAGMA made.{number}={value}")
            told = digest(source)
            source.execute("COMMIT")
        finally:
            if source.in_transaction:
                source.execute("ROLLBACK")
            source.execute("DETACH made")
        sync_file(part)
        _prove(part, new, told)
        on_failure.pop_all()
    return part


def _export(source: sqlite3.Connection, target: Path) -> None:
    """Copy all tables. What goes wrong inside has lost its number and is known by its words alone."""
    try:
        source.execute("SELECT sqlcipher_export('made')").fetchone()
    except sql_errors() as error:
        words = str(error)
        if any(word in words for word in ("malformed", "not a database", "corrupt")):
            raise DiaryDamaged(target, words) from error
        key = "disk-full" if "full" in words else "diary-copy-failed"
        raise CompanionError(key, folder=str(target.parent)) from error


def relocked_beside(path: Path, form: Form, new: bytes | None) -> Path:
    """A copy of the diary that is open, under another lock, beside it; as ``relocked``.

    One that lies open is copied by its own library first: two of them with one file open in one process would take
    each other's locks away, and the ground from under each other's feet.
    """
    if form.key is not None:
        with closing(connect_locked(path, form.key)) as source:
            return relocked(source, path, new)
    still = unfinished_name(path)
    still.unlink()
    with ExitStack() as done:
        done.callback(still.unlink, missing_ok=True)
        with closing(form.connect(path)) as source:
            verified_copy(source, still, form)
        with closing(connect_plain(still)) as source:
            return relocked(source, path, new)


def digest(connection: sqlite3.Connection) -> str:
    """A figure that differs when any row of any table does."""
    found = hashlib.sha256()
    tables = "SELECT name, sql FROM main.sqlite_schema WHERE type = 'table' ORDER BY name"
    for name, sql in connection.execute(tables).fetchall():
        found.update(repr((name, sql)).encode())
        for row in connection.execute(f'SELECT * FROM main."{name}"'):  # noqa: S608 - out of the schema itself
            found.update(repr(row).encode(errors="replace"))
    return found.hexdigest()


def _prove(part: Path, key: bytes | None, told: str) -> None:
    with closing(_connected(part, key, "ro")) as made:
        sound = made.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        if not (sound and digest(made) == told):
            raise CompanionError("diary-copy-failed", folder=str(part.parent))


def _connected(file: Path, key: bytes | None, mode: str = "rw") -> sqlite3.Connection:
    return connect_plain(file, mode) if key is None else connect_locked(file, key, mode)
