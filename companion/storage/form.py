"""Knows what a diary file is like: the steps that made its tables, and the key that it is locked with, if any."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from companion.storage.connection import connect
from companion.storage.migrations import MIGRATIONS, Migration


@dataclass(frozen=True, slots=True, repr=False)
class Form:
    """The form of a diary. ``key`` (32 bytes) locks it; None: it lies open, as plain SQLite."""

    migrations: Sequence[Migration] = MIGRATIONS
    key: bytes | None = None

    @property
    def newest(self) -> int:
        """The newest version of the tables."""
        return len(self.migrations)

    def connect(self, path: Path, mode: str = "rw") -> sqlite3.Connection:
        """A connection as ``connection.connect`` makes it. With a key, to a file that is locked with it or lies open;
        what is made in an empty file is locked."""
        if self.key is None:
            return connect(path, mode)
        from companion.storage.locked import connect_locked  # noqa: PLC0415 - only where there is a passcode

        return connect_locked(path, self.key, mode)


PLAIN = Form()
"""A diary that lies open."""
