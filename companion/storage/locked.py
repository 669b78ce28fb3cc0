"""Knows how a connection to a locked diary is made: SQLCipher encrypts each page of it, and each page of its logs."""

import sqlite3
from contextlib import ExitStack
from pathlib import Path
from typing import Any, cast

import sqlcipher3.dbapi2 as cipher  # pyright: ignore[reportMissingTypeStubs]

from companion.storage.connection import BUSY_MILLISECONDS, is_plain

_CIPHER = cast("Any", cipher)
_IN_USE = 4
"""The version of SQLCipher's file format that our files have."""


def connect_locked(path: Path, key: bytes, mode: str = "rw") -> sqlite3.Connection:
    """A connection that never creates a file, to one that is locked with this key, is empty, or lies open.

    It is used as one of ``sqlite3``, and raises errors of its own (``faults.sql_errors``).
    """
    try:
        return _connected(path, key, mode)
    except _CIPHER.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_NOTADB or not is_plain(path):
            raise
    return _connected(path, None, mode)


def connect_plain(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection to a file that lies open, by the library that can read locked ones too."""
    return _connected(path, None, mode)


def key_text(key: bytes | None) -> str:
    """The key as SQL has it; "" for no key."""
    return "" if key is None else f"x'{key.hex()}'"


def _connected(path: Path, key: bytes | None, mode: str) -> sqlite3.Connection:
    with ExitStack() as on_failure:
        made: sqlite3.Connection = _CIPHER.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None
        )
        on_failure.callback(made.close)
        made.execute("PRAGMA cipher_log_level=NONE")
        if key is not None:
            made.execute(f'PRAGMA key="{key_text(key)}"')
            made.execute(f"PRAGMA cipher_compatibility={_IN_USE}")
        made.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
        made.execute("PRAGMA temp_store=MEMORY")
        made.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # a wrong key shows now
        on_failure.pop_all()
    return made
