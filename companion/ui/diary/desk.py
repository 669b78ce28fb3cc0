"""What the pages of the diary share: the window, the words, what the lists are narrowed to, and the ways to and fro."""

from datetime import date
from typing import Protocol

from companion.domain.entry_list import Entry, Filter, Total
from companion.ui.diary.telling import Telling
from companion.ui.places import Shell


class Desk(Protocol):
    """The diary's place, as its pages see it."""

    @property
    def shell(self) -> Shell:
        """The window."""
        ...

    @property
    def telling(self) -> Telling:
        """How things are said, with the names of the family as of now."""
        ...

    @property
    def narrowed(self) -> Filter:
        """The baby and the caregiver that lists and calendar are narrowed to."""
        ...

    def narrow(self, narrowed: Filter) -> None:
        """Narrow lists and calendar from now on."""
        ...

    def entries(self, narrowed: Filter, limit: int = -1, offset: int = 0) -> tuple[Entry, ...]:
        """Read a list, newest first; an error is told, and the list is then empty."""
        ...

    def total(self, narrowed: Filter) -> Total:
        """What a list adds up to; nothing where it cannot be read."""
        ...

    def is_empty(self) -> bool:
        """Whether nothing was ever written."""
        ...

    def open_entry(self, session: str) -> None:
        """Show the page of a session."""
        ...

    def write_one(self, day: date | None = None) -> None:
        """Show the form for a massage that was given without the program, on this day (None: today)."""
        ...
