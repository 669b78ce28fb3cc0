"""Knows which errors of SQLite and of the operating system are the world's, and how each is told to people."""

import errno
import shutil
import sqlite3
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from companion.domain.errors import CompanionError

FULL_BELOW_BYTES = 256 * 1024
"""A disk with less room than this cannot take a write-ahead log and counts as full."""

_FULL_ERRNOS = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class DiaryDamaged(CompanionError):  # noqa: N818 - a sentence for people, named like the state it tells
    """The diary file, or a row in it, is not what we once wrote. Key ``diary-damaged``; details ``file``, ``what``."""

    def __init__(self, file: Path, what: str) -> None:
        super().__init__("diary-damaged", file=str(file), what=what)


@contextmanager
def world_told(file: Path) -> Generator[None]:
    """Turn the world's errors about ``file`` into CompanionError; what is left is a bug of ours and passes."""
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite complains of a damaged schema and quotes it
        raise DiaryDamaged(file, "its text is not text") from error
    except (*sql_errors(), OSError) as error:
        told = error_told(error, file)
        if told is None:
            raise
        raise told from error


def error_told(error: Exception, file: Path) -> CompanionError | None:
    """The CompanionError for an error about ``file``, or None when it is none of the world's doing.

    Keys: ``disk-full`` (folder), ``diary-unwritable`` (folder), ``diary-busy`` (file), ``diary-damaged`` (file, what).
    """
    if isinstance(error, OSError):
        key = "disk-full" if is_full(error) else "diary-unwritable"
        return CompanionError(key, folder=str(file.parent))
    if type(error).__name__ == "OperationalError" and not hasattr(error, "sqlite_errorcode"):
        return DiaryDamaged(file, str(error))  # the one such error: text that is not UTF-8
    match getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF:
        case code if code in _DAMAGED:
            return DiaryDamaged(file, str(error))
        case code if code in _READ_ONLY:
            return _unwritable(file)
        case code if code in _BUSY:
            return CompanionError("diary-busy", file=str(file))
        case sqlite3.SQLITE_FULL:
            return CompanionError("disk-full", folder=str(file.parent))
        case sqlite3.SQLITE_IOERR:
            return _unwritable(file)
        case _:
            return None


def sql_errors(name: str = "Error") -> tuple[type[Exception], ...]:
    """What SQLite raises under this name: the standard library's, and that of the library for locked diaries where
    it is in use."""
    libraries = (sqlite3, sys.modules.get("sqlcipher3.dbapi2"))
    return tuple(getattr(library, name) for library in libraries if library is not None)


def is_full(error: OSError) -> bool:
    """Whether the disk, or this user's share of it, has no room left."""
    return error.errno in _FULL_ERRNOS


def _unwritable(file: Path) -> CompanionError:
    """A full disk often shows as an I/O error or a file that cannot be made: ask the disk which it is."""
    full = file.parent.is_dir() and shutil.disk_usage(file.parent).free < FULL_BELOW_BYTES
    return CompanionError("disk-full" if full else "diary-unwritable", folder=str(file.parent))
