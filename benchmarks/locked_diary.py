"""Measures the diary of ten years with a passcode: what setting it takes, a guess, a start, a step, and each reading.

Prints one JSON object a line: ``python -m benchmarks.locked_diary``. ``--days N`` for a smaller one.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from benchmarks.diary import (
    FIRST,
    PLAN,
    YEARS_DAYS,
    Wall,
    events,
    grow,
    keeping,
    reading,
    start,
    summary,
    tell,
)
from companion.domain.backup import Why
from companion.domain.session import Position
from companion.services.passcodes import Ready
from companion.storage.erasing import Places
from companion.storage.form import PLAIN, Form
from companion.storage.journal import SqliteJournal
from companion.storage.opening import open_diary
from companion.storage.passcode import Slot, unwrapped
from companion.storage.passcodes import SqlitePasscodes
from companion.storage.vault import SqliteVault

PASSCODE = "moon and stars"


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return round(time.perf_counter() - began, 2)


def lock(path: Path, folder: Path) -> Form:
    """Set a passcode on a diary with one copy, and tell what that takes."""
    database = open_diary(path, FIRST.date()).database
    places = Places(path, folder)
    SqliteVault(database, places, Wall()).back_up(Why.START)
    passcodes = SqlitePasscodes(database, places)
    chosen = passcodes.choose(PASSCODE)
    ready: list[Ready] = []
    figures = {"lock_s": seconds(lambda: ready.append(passcodes.lock_up(chosen)))}
    figures["swap_s"] = seconds(lambda: passcodes.finish(ready[0]))
    figures["one_copy_s"] = seconds(passcodes.settle)
    figures["guess_s"] = seconds(lambda: unwrapped(chosen.lock, Slot.PASSCODE, PASSCODE))  # pyright: ignore[reportArgumentType]
    database.close()
    figures["mb"] = round(path.stat().st_size / 1e6, 1)
    tell("locked.set", figures)
    return Form(key=chosen.key)


def steps(path: Path, form: Form, times: int = 200) -> dict[str, float]:
    """How long one step takes until it is safe."""
    database = open_diary(path, FIRST.date(), form).database
    journal, happened = SqliteJournal(database), iter(range(times))
    journal.begin(f"bench-{form.key is None}", PLAN, FIRST)

    def one() -> None:
        number = next(happened)
        now = FIRST + timedelta(seconds=number)
        journal.append(f"bench-{form.key is None}", events()[:4], Position(number, 0.0), now)

    figures = summary(one, times)
    database.close()
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=YEARS_DAYS)
    parser.add_argument("--times", type=int, default=10)
    asked = parser.parse_args()
    last = (FIRST + timedelta(days=asked.days - 1)).date()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        small, big = folder / "small" / "diary.sqlite3", folder / "big" / "diary.sqlite3"
        grow(small, 3)
        grow(big, asked.days)
        tell("open.step", steps(small, PLAIN))
        of_small = lock(small, folder / "small-copies")
        tell("locked.step", steps(small, of_small))
        of_big = lock(big, folder / "big-copies")
        little = summary(lambda: start(small, FIRST.date(), of_small), asked.times)
        much = summary(lambda: start(big, last, of_big), asked.times)
        growth = round(much["median_ms"] - little["median_ms"], 2)
        tell("locked.start", {**much, "small_median_ms": little["median_ms"], "growth_ms": growth})
        figures = reading(big, last, asked.times, of_big) | keeping(big, last, folder, of_big)
        for name, figure in figures.items():
            tell(name.replace("diary.", "locked."), figure)


if __name__ == "__main__":
    main()
