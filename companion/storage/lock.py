"""Knows how a data folder is held by one program at a time, and let go of by the system when that program dies."""

import errno
import os
import sys
from pathlib import Path

from companion.domain.errors import CompanionError
from companion.storage.faults import world_told

LOCK_NAME = "companion.lock"
_HELD = {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}


class FolderLock:
    """A data folder that is held. The file stays when it is let go of: removing it would let two programs hold two
    files of one name."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let go of the folder. May be called twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)  # the system takes the lock away with the last descriptor
            self._descriptor = None


def hold_folder(folder: Path) -> FolderLock:
    """Hold a data folder, making it when there is none, until ``release`` or the end of this program, however it ends.

    Raises CompanionError: ``already-open`` (folder) when another program holds it, ``diary-unwritable``, ``disk-full``.
    """
    with world_told(folder / LOCK_NAME):
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno in _HELD:
                raise CompanionError("already-open", folder=str(folder)) from error
            raise
    return FolderLock(descriptor)


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:  # pragma: no cover - on Windows alone
        """Lock the first byte of an open file at once, or raise OSError."""
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        """Lock an open file at once, or raise OSError."""
        import fcntl  # noqa: PLC0415

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
