"""Collects garbage on the window's thread alone: a widget that another thread collects takes the program with it.

Python collects on whichever thread happens to allocate, the one that writes a report or plays a sound too, and Qt's
objects may only be deleted on their own thread. So the collector is off, and asked for on a timer of the window's.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 2000


def sweep() -> int | None:
    """Collect what Python itself would collect by now; returns the oldest generation that was looked at, or None.
    Call it on the thread of the widgets, with Python's own collecting turned off."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [age for age in range(3) if counts[age] > thresholds[age]]
    if not due:
        return None
    gc.collect(due[-1])  # an older generation takes the younger ones along
    return due[-1]


class Sweeper(QObject):
    """Sweeps every so many milliseconds, from ``begin`` on."""

    def __init__(self, every: int = EVERY_MS) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setInterval(every)

    def begin(self) -> None:
        """Turn Python's own collecting off, and sweep from now on."""
        gc.disable()
        gc.freeze()  # what a start has made stays: no sweep need look at it again
        self._timer.timeout.connect(sweep)
        self._timer.start()
