"""Time is asked, never counted: everything that needs the time is handed a Clock."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> float:
        """Seconds on a steady clock that never goes back; only differences mean anything."""
        ...

    def wall(self) -> datetime:
        """The date and time on the wall, with its time zone; may jump."""
        ...
