"""Measures a diary of ten years: 2 sessions a day, 20 steps and 70 events each, a day card for each day.

Prints one JSON object a line, in milliseconds and megabytes: ``python -m benchmarks.diary``. ``--keep FILE`` leaves the
generated diary behind.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from companion.domain.baby import BabyProfile
from companion.domain.backup import Why
from companion.domain.body import Area, Side
from companion.domain.body import Position as Lying
from companion.domain.check import ALL_FINE
from companion.domain.day_card import DayCard, Doing
from companion.domain.entry_list import EVERYTHING, Filter
from companion.domain.events import (
    CueSeen,
    Event,
    Finished,
    MomentBegan,
    MomentEnded,
    Outcome,
    RepetitionDone,
)
from companion.domain.family import Baby, Caregiver
from companion.domain.occasion import Occasion
from companion.domain.plan import PlannedStep, SessionPlan
from companion.domain.safety import Verdict
from companion.domain.session import BabyState, Position, Reflection, SessionStatus, StepDone
from companion.domain.stroke import Pressure, StrokeKind
from companion.storage.day_cards import SqliteDayCards
from companion.storage.entries import SqliteEntries
from companion.storage.erasing import Places
from companion.storage.families import SqliteFamilies
from companion.storage.form import PLAIN, Form
from companion.storage.journal import SqliteJournal
from companion.storage.opening import open_diary
from companion.storage.sessions import SqliteDiary
from companion.storage.vault import SqliteVault

FIRST = datetime(2016, 1, 1, 9, 0, tzinfo=UTC)
YEARS_DAYS = 3650
STEPS = 20
NOTES = (
    "liked the legs",
    "éveillé, then sleepy",
    "",
    "",
    "tummy was tight",
    "short today",
    "grandma was there",
)


class Wall:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = FIRST

    def now(self) -> float:
        return 0.0

    def wall(self) -> datetime:
        return self.time


def a_step(index: int) -> PlannedStep:
    side = (Side.RIGHT, Side.LEFT)[index % 2]
    pressure = (Pressure.P1, Pressure.P2)
    return PlannedStep(
        "hip-to-ankle-glide", StrokeKind.STROKE, side, Area.LEGS, Lying.ON_BACK, 3, 4.0, pressure
    )


PLAN = SessionPlan("full-body", tuple(a_step(index) for index in range(STEPS)))
DONE = tuple(
    StepDone(index, step.stroke, step.side, 12.0, 3, Outcome.DONE) for index, step in enumerate(PLAN.steps)
)


def events() -> tuple[Event, ...]:
    """The 103 events of one session: each step begins, has three repetitions and ends; two cues."""
    found: list[Event] = []
    for index in range(STEPS):
        at = index * 18.0
        found.append(MomentBegan(at, index * 2 + 1))
        found += [RepetitionDone(at + 4 * (number + 1), index * 2 + 1, number + 1) for number in range(3)]
        found.append(MomentEnded(at + 12, index * 2 + 1, 12.0, 3, Outcome.DONE))
    return (*found, CueSeen(100.0, 5, "looks-at-you"), CueSeen(200.0, 11, "turns-away"), Finished(360.0))


def grow(path: Path, days: int) -> None:
    """Years of use, through the same adapters that the program writes with."""
    clock, chance = Wall(), random.Random(1)
    database = open_diary(path, FIRST.date()).database
    database.rows("PRAGMA synchronous=OFF")  # only here: made quickly, then measured as it is opened for real
    families, journal = SqliteFamilies(database, clock), SqliteJournal(database)
    diary, cards = SqliteDiary(database, clock), SqliteDayCards(database, clock)
    families.keep_baby(Baby(BabyProfile("mila", "Mila")))
    families.keep_caregiver(Caregiver("ana", "Ana"))
    occasion = Occasion("mila", "ana", check=ALL_FINE, verdict=Verdict.GO)
    happened = events()
    for number in range(days * 2):
        clock.time = FIRST + timedelta(hours=12 * number)
        over = clock.time + timedelta(seconds=360)
        name = f"session-{number}"
        journal.begin(name, PLAN, clock.time, occasion)
        journal.append(name, happened, Position(40, 0.0), over)
        journal.end(name, SessionStatus.FINISHED, None, DONE, 360.0, over)
        note = f"{chance.choice(NOTES)} {number}"
        diary.reflect(
            name, Reflection(BabyState.QUIET_ALERT, BabyState.DROWSY, note, comfort=chance.randrange(5))
        )
        if number % 2:
            day = DayCard("mila", clock.time.date()).drawn(0, 24, Doing.SLEEP).drawn(60, 63, Doing.CRYING)
            cards.keep_card(replace(day, feeding=chance.choice(NOTES)))
    database.close()


def summary(work: Callable[[], object], times: int) -> dict[str, float]:
    samples: list[float] = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        samples.append((time.perf_counter() - start) * 1000)
    ordered = sorted(samples)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return {"median_ms": round(statistics.median(ordered), 2), "p95_ms": round(p95, 2)}


def start(path: Path, today: date, form: Form = PLAIN) -> None:
    """What a start asks of the diary before the window is there."""
    opened = open_diary(path, today, form).database
    clock = Wall()
    diary = SqliteDiary(opened, clock)
    diary.unfinished()
    diary.sessions_between(today - timedelta(days=today.weekday()), today)
    SqliteFamilies(opened, clock).babies()
    opened.close()


def reading(path: Path, last: date, times: int, form: Form = PLAIN) -> dict[str, dict[str, float]]:
    database = open_diary(path, last, form).database
    diary, entries = SqliteDiary(database, Wall()), SqliteEntries(database, Wall())
    cards = SqliteDayCards(database, Wall())
    month = last.replace(day=1) - timedelta(days=1)
    first = month.replace(day=1)
    found = {
        "diary.month": summary(lambda: diary.sessions_between(first, month), times),
        "diary.month-of-days": summary(lambda: cards.cards_between("mila", first, month), times),
        "diary.history": summary(lambda: entries.entries(EVERYTHING), times),
        "diary.history-page": summary(lambda: entries.entries(EVERYTHING, limit=50), times),
        "diary.search": summary(lambda: entries.entries(Filter(text="eveille")), times),
        "diary.search-one": summary(lambda: entries.entries(Filter(text="grandma was there 77")), times),
        "diary.eight-weeks": summary(lambda: diary.sessions_between(last - timedelta(days=56), last), times),
        "diary.entry": summary(lambda: entries.plan("session-100") and entries.history("session-100"), times),
    }
    database.close()
    return found


def keeping(path: Path, last: date, folder: Path, form: Form = PLAIN) -> dict[str, dict[str, float]]:
    """What is done beside the screen: copies, export and import."""
    database = open_diary(path, last, form).database
    vault = SqliteVault(database, Places(path, folder / "backups"), Wall())
    file = folder / "diary.json"
    found = {
        "diary.backup": summary(lambda: vault.back_up(Why.START), 1),
        "diary.backup-unchanged": summary(lambda: vault.back_up(Why.REGULAR), 1),
        "diary.export": summary(lambda: vault.export_json(file), 1),
        "diary.import-of-the-same": summary(lambda: vault.bring_in(file), 1),
    }
    found["diary.export"]["mb"] = round(file.stat().st_size / 1e6, 1)
    database.close()
    return found


def tell(name: str, figures: dict[str, float]) -> None:
    print(json.dumps({"name": name, **figures}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=YEARS_DAYS)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--screens", type=int, default=6, help="how often each screen is opened")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    if asked.keep and asked.keep.name != "diary.sqlite3":
        parser.error("--keep: the file has to be called diary.sqlite3, as the program calls it")
    last = (FIRST + timedelta(days=asked.days - 1)).date()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        small, big = folder / "small" / "diary.sqlite3", asked.keep or folder / "big" / "diary.sqlite3"
        grow(small, 3)
        if not big.exists():
            grow(big, asked.days)
        database = open_diary(big, last).database
        counted = {
            name: database.rows(f"SELECT count(*) FROM {name}")[0][0] for name in ("session", "step", "event")
        }
        database.close()
        tell("diary.size", {**counted, "mb": round(big.stat().st_size / 1e6, 1)})
        little = summary(lambda: start(small, FIRST.date()), asked.times)
        much = summary(lambda: start(big, last), asked.times)
        growth = round(much["median_ms"] - little["median_ms"], 2)
        tell("diary.start", {**much, "small_median_ms": little["median_ms"], "growth_ms": growth})
        for name, figures in (reading(big, last, asked.times) | keeping(big, last, folder)).items():
            tell(name, figures)
        from benchmarks.diary_screens import screens  # not before: Qt would be part of what a start takes

        for name, figures in screens(big, last, asked.screens).items():
            tell(name, figures)


if __name__ == "__main__":
    main()
