"""Knows how sessions are read back out of the diary, and how the wrap-up's answers are added to them."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from companion.domain.clock import Clock
from companion.domain.errors import CompanionError
from companion.domain.events import StopReason
from companion.domain.session import (
    BabyState,
    Position,
    Reflection,
    SessionRecord,
    SessionStatus,
    StepDone,
    UnfinishedSession,
)
from companion.storage.database import Database
from companion.storage.journal import wall_text
from companion.storage.plan_rows import read_plan, step_done

_RUNNING = """
SELECT nr, id, routine, started_at, last_seen_at, moment, moment_seconds, elapsed FROM session WHERE status = 'running'
"""
_REFLECT = "UPDATE session SET baby_before = ?, baby_after = ?, note = ?, reflected_at = ? WHERE id = ?"
_RECORD = """
SELECT nr, id, routine, status, stop_reason, started_at, ended_at, elapsed, baby_before, baby_after, note FROM session
"""
_ONE = _RECORD + "WHERE id = ?"
_BETWEEN = _RECORD + "WHERE start_day BETWEEN ? AND ?"
_DONE = """
SELECT step.session, idx, stroke, side, done_seconds, done_repetitions, outcome
FROM step JOIN session ON session.nr = step.session
WHERE outcome IS NOT NULL AND {which} ORDER BY step.session, idx
"""
_DONE_ONE = _DONE.format(which="session.id = ?")
_DONE_BETWEEN = _DONE.format(which="session.start_day BETWEEN ? AND ?")


class SqliteDiary:
    """The Diary port on a diary file. Raises CompanionError (``diary-entry-unreadable`` for a row that is not ours)."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def unfinished(self) -> UnfinishedSession | None:
        """The newest session that is still marked as running, if any."""
        with _rows_told():
            found = [(datetime.fromisoformat(row[3]), row) for row in self._database.rows(_RUNNING)]
            if not found:
                return None
            started, row = max(found, key=itemgetter(0))
            nr, session, routine, _, seen, moment, seconds, elapsed = row
            plan = read_plan(self._database, nr, routine)
            position = Position(moment, seconds)
            return UnfinishedSession(session, plan, started, datetime.fromisoformat(seen), position, elapsed)

    def reflect(self, session: str, reflection: Reflection) -> None:
        """Store the wrap-up's answers of a session (again and again: the last ones count).

        KeyError for a session that was never begun is our bug.
        """
        note = reflection.note.encode(
            errors="replace"
        ).decode()  # half a symbol from a broken keyboard is no reason to fail
        with self._database.transaction() as connection:
            values = (reflection.before, reflection.after, note, wall_text(self._clock.wall()), session)
            if connection.execute(_REFLECT, values).rowcount != 1:
                raise KeyError(session)

    def session(self, session: str) -> SessionRecord | None:
        """One session, or None."""
        records = self._records(_ONE, _DONE_ONE, session)
        return records[0] if records else None

    def sessions_between(self, first: date, last: date) -> tuple[SessionRecord, ...]:
        """Sessions whose local start day lies in [first, last], oldest first."""
        return self._records(_BETWEEN, _DONE_BETWEEN, first.isoformat(), last.isoformat())

    def _records(self, select: str, select_done: str, *values: str) -> tuple[SessionRecord, ...]:
        with _rows_told():
            done = groupby(self._database.rows(select_done, *values), key=itemgetter(0))
            steps = {nr: tuple(step_done(*row[1:]) for row in rows) for nr, rows in done}
            records = [_record(row, steps.get(row[0], ())) for row in self._database.rows(select, *values)]
            return tuple(sorted(records, key=lambda record: record.started))


def _record(row: tuple[Any, ...], steps: tuple[StepDone, ...]) -> SessionRecord:
    _, session, routine, status, reason, started, ended, elapsed, before, after, note = row
    return SessionRecord(
        id=session,
        routine=routine,
        status=SessionStatus(status),
        stop_reason=None if reason is None else StopReason(reason),
        started=datetime.fromisoformat(started),
        ended=None if ended is None else datetime.fromisoformat(ended),
        elapsed=elapsed,
        steps=steps,
        reflection=Reflection(_state(before), _state(after), note),
    )


def _state(number: int | None) -> BabyState | None:
    return None if number is None else BabyState(number)


@contextmanager
def _rows_told() -> Generator[None]:
    """A word or time that no version of ours wrote is damage, not a bug."""
    try:
        yield
    except ValueError as error:
        raise CompanionError("diary-entry-unreadable", what=str(error)) from error
