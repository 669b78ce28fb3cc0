"""Plays, copies, exports, imports and restores without end, and says what is safe, until it is killed:
``busy_child.py HOME GIVEN``."""

import itertools
import os
import sys
from pathlib import Path

from companion.domain.backup import Why
from companion.services import keeping
from companion.storage.erasing import tidy
from tests.storage.home import Home, places_in


def tell(word: str) -> None:
    os.write(sys.stdout.fileno(), f"{word}\n".encode())


def live_on(folder: Path, given: Path) -> None:
    """Say "safe NAME" only after all calls for that session have returned."""
    tidy(places_in(folder))
    home = Home(folder).with_family()
    tell("opened")
    for number in itertools.count():
        home.later(minutes=31).play(f"{number}", days=number)
        tell(f"safe {number}")
        home.vault.back_up(Why.REGULAR)
        tell("copied")
        home.vault.export_json(folder / "diary.json")
        tell("exported")
        keeping.bring_in(home.vault, given)
        tell("safe theirs")
        made = home.vault.back_up(Why.REGULAR)
        keeping.restore(home.vault, home.vault.file_of(made))
        tell("restored")


if __name__ == "__main__":
    live_on(Path(sys.argv[1]), Path(sys.argv[2]))
