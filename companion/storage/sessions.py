"""Knows how sessions are read back out of the diary, and how the wrap-up's answers are added to them."""

import uuid
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from companion.domain.baby import Answer
from companion.domain.clock import Clock
from companion.domain.entry import current
from companion.domain.errors import CompanionError
from companion.domain.events import StopReason
from companion.domain.occasion import Occasion
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
from companion.storage.occasion_rows import OCCASION_COLUMNS, occasion_of
from companion.storage.plain import read
from companion.storage.plan_rows import read_plan, step_done
from companion.storage.revisions import nr_of, revisions_of, say, wrap_up_id

_RUNNING = """
SELECT nr, id, routine, started_at, last_seen_at, moment, moment_seconds, elapsed FROM session WHERE status = 'running'
"""
_BESIDE = "AND id != ? AND twins IS NOT NULL AND twins = (SELECT twins FROM session WHERE id = ?)"
_TWIN = f"{_RUNNING} {_BESIDE}"
_RECORD = """
SELECT session.nr, session.id, routine, status, stop_reason, started_at, ended_at, elapsed, told_started_at, told_steps,
    baby_before, baby_after, note, comfort, reaction, oil, confidence,
    baby.id, caregiver.id, practice, twins, by_hand, edits
FROM session LEFT JOIN baby ON baby.nr = session.baby LEFT JOIN caregiver ON caregiver.nr = session.caregiver
"""
_ONE = _RECORD + "WHERE session.id = ?"
_BETWEEN = _RECORD + "WHERE start_day BETWEEN ? AND ? AND NOT removed"
_OCCASION = f"""
SELECT coalesce(baby.id, ''), coalesce(caregiver.id, ''), practice, {OCCASION_COLUMNS}
FROM session LEFT JOIN baby ON baby.nr = session.baby LEFT JOIN caregiver ON caregiver.nr = session.caregiver
WHERE session.id = ?
"""  # noqa: S608 - our own words
_DONE = """
SELECT step.session, idx, stroke, side, done_seconds, done_repetitions, outcome
FROM step JOIN session ON session.nr = step.session
WHERE outcome IS NOT NULL AND told_steps IS NULL AND {which} ORDER BY step.session, idx
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
        with rows_told():
            return self._newest(self._database.rows(_RUNNING))

    def unfinished_twin(self, session: str) -> UnfinishedSession | None:
        """The session that is still running and was played together with this one, if any."""
        with rows_told():
            return self._newest(self._database.rows(_TWIN, session, session))

    def reflect(self, session: str, reflection: Reflection) -> None:
        """Store the wrap-up's answers of a session (again and again: the last ones count).

        ``who`` "" leaves who massaged as it was said before. KeyError for a session that was never begun is our bug.
        """
        with self._database.transaction() as connection, rows_told():
            nr = nr_of(connection, session)
            revisions = revisions_of(connection, nr)
            before = current(revisions)
            told = replace(
                before, reflection=replace(reflection, who=""), caregiver=reflection.who or before.caregiver
            )
            say(connection, nr, wrap_up_id(revisions, str(uuid.uuid4())), told, self._clock.wall())

    def session(self, session: str) -> SessionRecord | None:
        """One session, or None."""
        records = self._records(_ONE, _DONE_ONE, session)
        return records[0] if records else None

    def sessions_between(self, first: date, last: date) -> tuple[SessionRecord, ...]:
        """Sessions whose local start day lies in [first, last], oldest first."""
        return self._records(_BETWEEN, _DONE_BETWEEN, first.isoformat(), last.isoformat())

    def occasion(self, session: str) -> Occasion | None:
        """What a session is about besides its plan, as it stands after all corrections; None: no such session."""
        with rows_told():
            rows = self._database.rows(_OCCASION, session)
            return occasion_of(*rows[0]) if rows else None

    def _newest(self, rows: Sequence[Any]) -> UnfinishedSession | None:
        found = [(datetime.fromisoformat(row[3]), row) for row in rows]
        if not found:
            return None
        started, row = max(found, key=itemgetter(0))
        nr, session, routine, _, seen, moment, seconds, elapsed = row
        plan = read_plan(self._database, nr, routine)
        position = Position(moment, seconds)
        return UnfinishedSession(session, plan, started, datetime.fromisoformat(seen), position, elapsed)

    def _records(self, select: str, select_done: str, *values: str) -> tuple[SessionRecord, ...]:
        with rows_told():
            done = groupby(self._database.rows(select_done, *values), key=itemgetter(0))
            steps = {nr: tuple(step_done(*row[1:]) for row in rows) for nr, rows in done}
            records = [_record(row, steps.get(row[0], ())) for row in self._database.rows(select, *values)]
            return tuple(sorted(records, key=lambda record: (record.started, record.id)))


def _record(row: tuple[Any, ...], steps: tuple[StepDone, ...]) -> SessionRecord:
    _, session, routine, status, reason, started, ended, elapsed, told_started, told_steps, *said = row
    *answers, baby, caregiver, practice, twins, by_hand, edits = said
    began, measured = datetime.fromisoformat(told_started or started), datetime.fromisoformat(started)
    return SessionRecord(
        id=session,
        routine=routine,
        status=SessionStatus(status),
        stop_reason=None if reason is None else StopReason(reason),
        started=began,
        ended=None if ended is None else datetime.fromisoformat(ended) + (began - measured),
        elapsed=elapsed,
        steps=steps if told_steps is None else read(tuple[StepDone, ...], told_steps),
        reflection=_reflection(*answers, caregiver or ""),
        baby=baby or "",
        caregiver=caregiver or "",
        practice=bool(practice),
        twins=twins or "",
        by_hand=bool(by_hand),
        edits=edits,
    )


def _reflection(before: int | None, after: int | None, note: str | None, *columns: Any) -> Reflection:  # noqa: ANN401
    comfort, reaction, oil, confidence, who = columns
    return Reflection(
        _state(before),
        _state(after),
        note or "",
        comfort,
        reaction or "",
        Answer(oil or Answer.UNKNOWN),
        confidence,
        who,
    )


def _state(number: int | None) -> BabyState | None:
    return None if number is None else BabyState(number)


@contextmanager
def rows_told() -> Generator[None]:
    """A word or time that no version of ours wrote is damage, not a bug."""
    try:
        yield
    except ValueError as error:
        raise CompanionError("diary-entry-unreadable", what=str(error)) from error
