"""The clocks that tell the time: the machine's own, and one that runs as fast as a rehearsal asks."""

import sys
import time
from datetime import UTC, datetime, timedelta


class SystemClock:
    """The machine's clock: steady seconds, and local wall time with its zone."""

    def now(self) -> float:
        """Seconds on the machine's steady clock, those in which it slept included: a closed lid must be noticed."""
        if sys.platform == "linux":
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        if sys.platform == "darwin":
            return time.clock_gettime(time.CLOCK_MONOTONIC)
        return time.monotonic()

    def wall(self) -> datetime:
        """Local date and time."""
        return datetime.now(UTC).astimezone()


class RehearsalClock:
    """A clock that moves only when told to, so that a rehearsal may run at any speed and always alike."""

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._seconds = 0.0

    def now(self) -> float:
        """Seconds that were let pass so far."""
        return self._seconds

    def wall(self) -> datetime:
        """The start's wall time plus the seconds that were let pass."""
        return self._start + timedelta(seconds=self._seconds)

    def let_pass(self, seconds: float) -> None:
        """Move on by this many seconds."""
        self._seconds += seconds
