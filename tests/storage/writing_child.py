"""Writes a session without end and says how many events are safe, until it is killed: ``writing_child.py DIARY``."""

import itertools
import os
import sys
from datetime import timedelta
from pathlib import Path

from companion.domain.events import RepetitionDone
from companion.domain.session import Position
from companion.storage.journal import SqliteJournal
from tests.storage.samples import EVENING, PLAN, SESSION, opened


def tell(word: str) -> None:
    os.write(sys.stdout.fileno(), f"{word}\n".encode())


def write_on(path: Path) -> None:
    """Say "safe N" only after the call that saved event N - 1 has returned."""
    journal = SqliteJournal(opened(path).database)
    tell("opened")
    journal.begin(SESSION, PLAN, EVENING)
    tell("begun")
    for number in itertools.count():
        now = EVENING + timedelta(seconds=number)
        here = Position(number, number / 2)
        if number % 3 == 2:
            journal.mark(SESSION, here, float(number), now)
        journal.append(SESSION, [RepetitionDone(float(number), number, 1)], here, now)
        tell(f"safe {number + 1}")


if __name__ == "__main__":
    write_on(Path(sys.argv[1]))
