"""Sets, changes and takes away a passcode without end, and says what is safe, until it is killed:
``passcode_child.py HOME``."""

import itertools
import os
import sys
from pathlib import Path

from companion.domain.backup import Why
from tests.storage.guarded import MOON, SUN, guarded


def tell(word: str) -> None:
    os.write(sys.stdout.fileno(), f"{word}\n".encode())


def live_on(folder: Path) -> None:
    """Say "safe NAME" only after the call for that session has returned."""
    home = guarded(folder)
    home.with_family().play("first")
    tell("safe first")
    for number in itertools.count():
        home.later(minutes=31).play(f"open {number}", days=2 * number + 1)
        tell(f"safe open {number}")
        home.vault.back_up(Why.REGULAR)
        home.lock(MOON)
        tell("locked")
        home.later(minutes=31).play(f"locked {number}", days=2 * number + 2)
        tell(f"safe locked {number}")
        home.vault.back_up(Why.REGULAR)
        home.passcodes.change(MOON, SUN)
        tell("changed")
        home.vault.restore(home.vault.file_of(home.vault.backups()[-1]))
        tell("restored")
        home.unlock(SUN)
        tell("opened")


if __name__ == "__main__":
    live_on(Path(sys.argv[1]))
