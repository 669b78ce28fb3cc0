"""What the pages of the diary share: the window, the words, what the lists are narrowed to, and the ways to and fro."""

from datetime import date
from typing import Protocol

from companion.domain.entry_list import Filter
from companion.ui.diary.lists import Lists
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
    def lists(self) -> Lists:
        """The diary's lists."""
        ...

    @property
    def narrowed(self) -> Filter:
        """The baby and the caregiver that lists and calendar are narrowed to."""
        ...

    def narrow(self, narrowed: Filter) -> None:
        """Narrow lists and calendar from now on."""
        ...

    def open_entry(self, session: str) -> None:
        """Show the page of a session."""
        ...

    def write_one(self, day: date | None = None) -> None:
        """Show the form for a massage that was given without the program, on this day (None: today)."""
        ...
