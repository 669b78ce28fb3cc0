"""Reads the diary's lists for its pages; an error is told once, where the list itself was asked for."""

from companion.domain.entry_list import EVERYTHING, Entry, Filter, Total
from companion.domain.errors import CompanionError
from companion.ui.places import Shell


class Lists:
    """The lists of one diary."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def entries(self, narrowed: Filter, limit: int = -1, offset: int = 0) -> tuple[Entry, ...]:
        """Read a list, newest first; an error is told, and the list is then empty."""
        try:
            return self._shell.context.entries.entries(narrowed, limit, offset)
        except CompanionError as error:
            self._shell.refuse(error)
            return ()

    def total(self, narrowed: Filter) -> Total:
        """What a list adds up to; nothing where it cannot be read."""
        try:
            return self._shell.context.entries.total(narrowed)
        except CompanionError:
            return Total()

    def is_empty(self) -> bool:
        """Whether nothing was ever written, what was taken out included."""
        entries = self._shell.context.entries
        asked = (EVERYTHING, Filter(removed=True))
        try:
            return not any(entries.entries(narrowed, limit=1) for narrowed in asked)
        except CompanionError:
            return False
