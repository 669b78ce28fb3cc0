"""Measures what keeping a session safe costs: one append, one mark, opening a new, a small and a two-year diary.

Prints one JSON object a line, in milliseconds: ``python -m benchmarks.journal``.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from companion.domain.body import Area, Side
from companion.domain.body import Position as Lying
from companion.domain.events import Event, MomentEnded, Outcome, RepetitionDone
from companion.domain.plan import PlannedStep, SessionPlan
from companion.domain.session import Position, SessionStatus, StepDone
from companion.domain.stroke import Pressure, StrokeKind
from companion.storage.journal import SqliteJournal
from companion.storage.opening import open_diary
from companion.storage.sessions import SqliteDiary

TODAY = date(2026, 7, 29)
BEGUN = datetime(2024, 7, 29, 19, 0, tzinfo=UTC)
HERE = Position(3, 1.5)
STEP = PlannedStep(
    stroke="hip-to-ankle-glide",
    kind=StrokeKind.STROKE,
    side=Side.RIGHT,
    area=Area.LEGS,
    position=Lying.ON_BACK,
    times=3,
    seconds=4.0,
    pressure=(Pressure.P1, Pressure.P2),
)
PLAN = SessionPlan("full-body", (STEP,) * 40)
EVENTS: tuple[Event, ...] = (
    RepetitionDone(4.0, 3, 1),
    MomentEnded(12.0, 3, 12.0, 3, Outcome.DONE),
)


class Wall:
    """Stands still: wall times are not what is measured."""

    def now(self) -> float:
        return 0.0

    def wall(self) -> datetime:
        return BEGUN


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def summary(samples: list[float]) -> dict[str, float]:
    ordered = sorted(samples)
    return {
        "median_ms": round(statistics.median(ordered), 3),
        "p95_ms": round(ordered[int(len(ordered) * 0.95)], 3),
        "worst_ms": round(ordered[-1], 3),
    }


def writing(path: Path, times: int) -> dict[str, dict[str, float]]:
    database = open_diary(path, TODAY).database
    journal = SqliteJournal(database)
    journal.begin("one", PLAN, BEGUN)
    appends = [milliseconds(lambda: journal.append("one", EVENTS[:1], HERE, BEGUN)) for _ in range(times)]
    marks = [milliseconds(lambda at=at: journal.mark("one", HERE, 1e4 + at, BEGUN)) for at in range(times)]
    database.close()
    return {"append": summary(appends), "mark": summary(marks)}


def grow(path: Path, sessions: int, events: int) -> None:
    """Years of use: ``sessions`` full massages of ``events`` events each, two a day."""
    database = open_diary(path, TODAY).database
    journal = SqliteJournal(database)
    database.rows("PRAGMA synchronous=OFF")  # only here: made quickly, then measured as it is opened for real
    for number in range(sessions):
        started = BEGUN + timedelta(hours=12 * number)
        journal.begin(str(number), PLAN, started)
        journal.append(str(number), EVENTS * (events // 2), HERE, started)
        done = [StepDone(index, STEP.stroke, STEP.side, 12.0, 3, Outcome.DONE) for index in range(40)]
        journal.end(str(number), SessionStatus.FINISHED, None, done, 1800.0, started)
    database.close()


def opening(path: Path, times: int) -> dict[str, float]:
    def open_and_close() -> None:
        open_diary(path, TODAY).database.close()

    return summary([milliseconds(open_and_close) for _ in range(times)])


def month(path: Path, times: int) -> dict[str, float]:
    database = open_diary(path, TODAY).database
    diary = SqliteDiary(database, Wall())
    samples = [
        milliseconds(lambda: diary.sessions_between(date(2025, 1, 1), date(2025, 1, 31)))
        for _ in range(times)
    ]
    database.close()
    return summary(samples)


def tell(name: str, figures: dict[str, float]) -> None:
    print(json.dumps({"name": name, **figures}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=300)
    parser.add_argument(
        "--sessions", type=int, default=1460, help="sessions in the big diary (two years of two a day)"
    )
    parser.add_argument("--events", type=int, default=400, help="events of each")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small, big, fresh = (Path(folder) / name / "diary.sqlite3" for name in ("small", "big", "fresh"))
        for name, figures in writing(small, asked.times).items():
            tell(f"journal.{name}", figures)
        tell("diary.first-opening", {"ms": round(milliseconds(lambda: open_diary(fresh, TODAY)), 3)})
        tell("diary.opening", opening(small, 30))
        grow(big, asked.sessions, asked.events)
        tell("diary.opening-two-years", {"file_mb": round(big.stat().st_size / 1e6, 1), **opening(big, 10)})
        tell("diary.month-of-two-years", month(big, 10))


if __name__ == "__main__":
    main()
