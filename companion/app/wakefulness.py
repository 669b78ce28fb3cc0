"""Keeps the screen awake while a session plays, through wakepy, off the UI thread."""

import logging
import threading
from typing import Any

log = logging.getLogger("companion.wakefulness")


class WakepyWakefulness:
    """Wakefulness by wakepy; where the machine offers no way, nothing happens and play goes on."""

    def __init__(self) -> None:
        self._released: threading.Event | None = None

    def hold(self) -> None:
        """Keep the screen awake until release()."""
        if self._released is not None:
            return
        self._released = threading.Event()
        threading.Thread(target=_keep_until, args=(self._released,), name="wakefulness", daemon=True).start()

    def release(self) -> None:
        """Let the machine sleep again; returns at once."""
        if self._released is not None:
            self._released.set()
            self._released = None


def _keep_until(released: threading.Event) -> None:
    from wakepy import keep  # noqa: PLC0415 - 30 ms that no start needs

    mode: Any = keep.presenting(on_fail="pass")
    with mode:
        log.info("screen kept awake: %s", bool(mode.active))
        released.wait()


class NoWakefulness:
    """For rehearsals: the machine may sleep."""

    def hold(self) -> None:
        """Do nothing."""

    def release(self) -> None:
        """Do nothing."""
