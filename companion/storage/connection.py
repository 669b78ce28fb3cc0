"""Knows how a connection to a diary file is made, to write in it or only to look, and which files lie beside it."""

import sqlite3
from pathlib import Path

APPLICATION_ID = 0x494D4331
"""“IMC1” in the file's header: this file is a diary of ours."""

_BEGIN = b"SQLite format 3\0"

BUSY_MILLISECONDS = 2000
"""How long another program may keep us waiting; the window stands still meanwhile."""

SIDE_FILES = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file: log of what was committed last, index of that log, and log for going back."""


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection that never creates a file; ``mode`` is "rw", or "ro" to look without changing a byte."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    return connection


def beside(path: Path, suffix: str) -> Path:
    """The side file of ``path`` with this suffix."""
    return path.with_name(path.name + suffix)


def is_plain(path: Path) -> bool:
    """Whether a file begins as an open SQLite file does; not for one that is connected to, whose locks would go.
    Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_BEGIN)) == _BEGIN


def left_by_a_crash(path: Path) -> bool:
    """Whether a log lies beside the file: its last writer did not close it, or has it open now."""
    sides = (beside(path, suffix) for suffix in ("-wal", "-journal"))
    return any(side.is_file() and side.stat().st_size > 0 for side in sides)
