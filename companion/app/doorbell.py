"""A second start knocks by a small file in the data folder, and the window that is open comes to the front."""

import contextlib
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from companion.storage.files import write_whole

KNOCK = "companion.knock"
PATIENCE = 1.0
"""Seconds in which an open window answers."""
_LOOK_EVERY = 0.02
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - with it the desktop lets another program's window come to the front
_LONGEST_TOKEN = 200


class Doorbell(QObject):
    """Rings when another start knocks at this data folder, which this program holds."""

    rang = Signal(str)

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._knock = home / KNOCK
        self._watcher = QFileSystemWatcher(self)

    def listen(self) -> None:
        """Answer knocks from now on; one from before is answered by this start itself."""
        self._watcher.directoryChanged.connect(self._answer)
        self._watcher.addPath(str(self._knock.parent))
        self._answered()

    def _answer(self) -> None:
        token = self._answered()
        if token is not None:
            self.rang.emit(token)

    def _answered(self) -> str | None:
        """What the knock says; None when there is none. It is gone then, which is the answer."""
        try:
            told = self._knock.read_bytes()[:_LONGEST_TOKEN].decode("ascii", "ignore")
            self._knock.unlink()
        except OSError:
            return None
        return told if told.isprintable() else ""


def knock(home: Path, patience: float = PATIENCE) -> bool:
    """Ask the program that holds ``home`` to show its window; whether it has answered."""
    file = home / KNOCK
    _let_others_come_to_the_front()
    try:
        write_whole(file, os.environ.get(_TOKEN, "").encode("ascii", "ignore"))
    except OSError:
        return False
    last = time.monotonic() + patience
    while file.exists():
        if time.monotonic() > last:
            with contextlib.suppress(OSError):
                file.unlink()
            return False
        time.sleep(_LOOK_EVERY)
    return True


def come_to_the_front(window: QWidget, token: str) -> None:
    """Show a window before all others, as far as the desktop allows; ``token`` is the desktop's leave to do so."""
    if token:
        os.environ[_TOKEN] = token
    window.setWindowState(
        (window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive
    )
    window.show()
    window.raise_()
    window.activateWindow()


def _let_others_come_to_the_front() -> None:
    """Windows lets the program that was started last give that right away."""
    if sys.platform == "win32":  # pragma: no cover - on Windows alone
        import ctypes  # noqa: PLC0415

        any_program = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_program)
