"""Knows the fixed columns of the CSV files: sessions, their steps, and days, one file each."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from companion.domain.day_card import Doing
from companion.domain.events import Outcome
from companion.domain.session import StepDone
from companion.storage.database import Database
from companion.storage.day_cards import card_of
from companion.storage.exporting import make_folder, write_export
from companion.storage.plain import read
from companion.storage.sessions import rows_told

SESSION_COLUMNS = (
    *("session_id", "date", "time", "utc_offset", "baby", "caregiver", "routine", "status", "stop_reason"),
    *(
        "practice",
        "by_hand",
        "twins",
        "total_seconds",
        "touch_seconds",
        "steps_planned",
        "steps_done",
        "verdict",
    ),
    *(
        "state_before",
        "state_after",
        "comfort_0_to_4",
        "confidence_0_to_10",
        "oil",
        "reaction",
        "note",
        "edits",
    ),
)
STEP_COLUMNS = (
    *("session_id", "step", "stroke", "variant", "side", "area", "planned_repetitions", "planned_seconds"),
    *("outcome", "done_repetitions", "done_seconds"),
)
DAY_COLUMNS = (
    *(
        "baby",
        "date",
        "sleep_minutes",
        "content_minutes",
        "feeding_minutes",
        "fussing_minutes",
        "crying_minutes",
    ),
    *("longest_crying_minutes", "stools", "tummy_minutes", "night_wakes", "feeding_notes"),
)
"""The columns never change their name or place; new ones come at the end."""

_SESSIONS = """
SELECT session.id, start_day, coalesce(told_started_at, started_at), coalesce(baby.nickname, baby.id),
    coalesce(caregiver.name, caregiver.id), routine, status, stop_reason, practice, by_hand, twins, elapsed, touch,
    (SELECT count(*) FROM step WHERE session = session.nr),
    (SELECT count(*) FROM step WHERE session = session.nr AND outcome <> 'skipped'), told_steps,
    verdict, baby_before, baby_after, comfort, confidence, oil, reaction, note, edits
FROM session LEFT JOIN baby ON baby.nr = session.baby LEFT JOIN caregiver ON caregiver.nr = session.caregiver
WHERE NOT removed ORDER BY start_day, session.id
"""
_STEPS = """
SELECT session.id, idx, stroke, variant, side, area, times, seconds, outcome, done_repetitions, done_seconds, told_steps
FROM step JOIN session ON session.nr = step.session WHERE NOT removed ORDER BY start_day, session.id, idx
"""
_DAYS = """
SELECT baby.id, coalesce(baby.nickname, baby.id), day, card, feeding FROM day_card JOIN baby ON baby.nr = baby
ORDER BY day, baby.id
"""
_IN_CSV = (Doing.SLEEP, Doing.CONTENT, Doing.FEEDING, Doing.FUSSING, Doing.CRYING)
_STATES = ("", "deep sleep", "light sleep", "drowsy", "quiet alert", "active alert", "crying")
_OFFSET = re.compile(r"[+-]\d{4}")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export_csv(database: Database, folder: Path) -> tuple[Path, ...]:
    """Write ``sessions.csv``, ``steps.csv`` and ``days.csv`` into ``folder``, each whole or not at all; the folder is
    made when there is none.

    Times are as the wall showed them, sessions as they stand after all corrections; a running one is told as such.
    Raises CompanionError ``export-failed`` (file) or ``disk-full``.
    """
    with rows_told():
        tables = {
            "sessions.csv": (SESSION_COLUMNS, [_session(*row) for row in database.rows(_SESSIONS)]),
            "steps.csv": (STEP_COLUMNS, list(_steps(database))),
            "days.csv": (DAY_COLUMNS, [_day(*row) for row in database.rows(_DAYS)]),
        }
    make_folder(folder)
    for name, (columns, rows) in tables.items():
        write_export(folder / name, _csv(columns, rows))
    return tuple(folder / name for name in tables)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table as spreadsheets read it; text that one would take for a formula is marked as text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA) and not _OFFSET.fullmatch(value):
        return f"'{value}"
    return f"{value:g}" if isinstance(value, float) else value


def _session(name: str, day: str, at: str, *columns: Any) -> list[object]:  # noqa: ANN401 - as SQLite has them
    baby, caregiver, routine, status, reason, practice, by_hand, twins, elapsed, touch, *rest = columns
    planned, done, told_steps, verdict, before, after, *said = rest
    if told_steps is not None:
        done = sum(step.outcome is not Outcome.SKIPPED for step in read(tuple[StepDone, ...], told_steps))
    started = datetime.fromisoformat(at)
    whose = (baby, caregiver, routine, status, reason, practice, by_hand, twins)
    states = (_STATES[before or 0], _STATES[after or 0])
    time, offset = started.strftime("%H:%M:%S"), started.strftime("%z")
    return [name, day, time, offset, *whose, elapsed, touch, planned, done, verdict, *states, *said]


def _steps(database: Database) -> Iterator[list[object]]:
    """Each planned step with what was done of it, as it was measured or corrected."""
    for name, index, *columns, outcome, repetitions, seconds, told_steps in database.rows(_STEPS):
        measured = (outcome, repetitions, seconds)
        done = measured if told_steps is None else _corrected(index, told_steps)
        yield [name, index + 1, *columns, *done]


def _corrected(index: int, told_steps: str) -> tuple[str, int, float]:
    for step in read(tuple[StepDone, ...], told_steps):
        if step.index == index:
            return step.outcome, step.repetitions, step.seconds
    return Outcome.SKIPPED, 0, 0.0


def _day(baby: str, called: str, day: str, card: str, feeding: str | None) -> list[object]:
    told = card_of(baby, day, card, feeding)
    minutes = [told.minutes(doing) if told.is_drawn else "" for doing in _IN_CSV]
    longest = told.longest(Doing.CRYING) if told.is_drawn else ""
    stools = "" if told.stools is None else " ".join(told.stools) or "none"
    return [called, day, *minutes, longest, stools, told.tummy_minutes, told.wakes, told.feeding]
