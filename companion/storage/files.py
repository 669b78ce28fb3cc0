"""Knows how to put, move and name files so that a power cut leaves the old or the new, never half of one."""

import os
import tempfile
from datetime import date
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Make names just given in ``folder`` last; some systems keep them without being asked and cannot be asked."""
    directory_flag = getattr(os, "O_DIRECTORY", None)
    if directory_flag is None:
        return
    descriptor = os.open(folder, os.O_RDONLY | directory_flag)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_file(file: Path) -> None:
    """Make what was written to ``file`` by others last."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def unfinished_name(file: Path) -> Path:
    """A new empty file beside ``file``, readable by this user alone, to be filled and then moved into place."""
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".part")
    os.close(descriptor)
    return Path(name)


def write_whole(file: Path, content: bytes) -> None:
    """Replace ``file`` by ``content`` in one step. Raises OSError and then leaves the old file as it was."""
    part = unfinished_name(file)
    try:
        part.write_bytes(content)
        sync_file(part)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(file.parent)


def place_new(part: Path, file: Path) -> bool:
    """Give the finished ``part`` its name; False, and nothing done, when ``file`` exists by now.

    ``part`` may keep its old name too: it is the caller's to remove.
    """
    try:
        os.link(part, file)
    except OSError:
        if file.exists():
            return False
        part.rename(file)  # a disk that knows no second names (a memory stick)
    sync_folder(file.parent)
    return True


def dated_name(file: Path, label: str, day: date) -> Path:
    """A free name beside ``file``: ``diary.sqlite3`` becomes ``diary.LABEL-2026-07-29.sqlite3``, then ``...-2``."""
    stem = f"{file.stem}.{label}-{day.isoformat()}"
    taken = {entry.name for entry in file.parent.iterdir()}
    number = 1
    while True:
        name = f"{stem}{f'-{number}' if number > 1 else ''}{file.suffix}"
        if not any(entry.startswith(name) for entry in taken):
            return file.with_name(name)
        number += 1
