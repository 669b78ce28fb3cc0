"""What the use cases about a passcode need from the world, and the values that go to and fro."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, repr=False)
class NewPasscode:
    """A passcode that was chosen and locks nothing yet; ``code`` is the recovery code, to be shown this once. The
    rest is for whoever made it."""

    code: str
    lock: object
    key: bytes


@dataclass(frozen=True, slots=True, repr=False)
class NewCode:
    """A recovery code that does not count yet."""

    code: str
    lock: object


@dataclass(frozen=True, slots=True, repr=False)
class Ready:
    """A diary under another lock, ready to take the place of the one that is open."""

    part: Path
    state: object
    lock: object
    key: bytes | None


class Passcodes(Protocol):
    """Locks the diary and its copies, and takes the lock off. Safe on any thread but for ``finish``, which belongs to
    the thread of the open diary; slow but for ``is_set`` and ``finish``.

    Raises CompanionError (``passcode-wrong`` among others), and then leaves all as it was.
    """

    def is_set(self) -> bool:
        """Whether the diary that is open is locked."""
        ...

    def choose(self, passcode: str) -> NewPasscode:
        """Take this passcode, and make a recovery code; nothing is written."""
        ...

    def lock_up(self, chosen: NewPasscode) -> Ready:
        """Make the locked diary, beside the one that is open."""
        ...

    def take_away(self, passcode: str) -> Ready:
        """Make the diary without a lock, beside the one that is open."""
        ...

    def finish(self, ready: Ready) -> None:
        """Let the diary that was made take the place of the open one."""
        ...

    def settle(self) -> int:
        """Bring the copies under the lock that the diary has; returns how many could not be."""
        ...

    def open_files(self) -> tuple[Path, ...]:
        """Copies, and damaged diaries that were put aside, that anyone can read."""
        ...

    def change(self, passcode: str, new: str) -> None:
        """From now on another passcode unlocks."""
        ...

    def new_code(self, passcode: str) -> NewCode:
        """Another recovery code, which counts from ``keep_code`` on."""
        ...

    def keep_code(self, made: NewCode) -> None:
        """The recovery code that was made counts, the one before does not."""
        ...
