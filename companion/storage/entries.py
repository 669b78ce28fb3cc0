"""Knows how the diary is listed, searched and written by hand, and how corrections are added and taken back."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from companion.domain.clock import Clock
from companion.domain.entry import BEGUN, Revision, Told, current, standing
from companion.domain.entry_list import Entry, Filter, Total
from companion.domain.events import StopReason
from companion.domain.occasion import Occasion
from companion.domain.plan import SessionPlan
from companion.domain.session import BabyState, Reflection, SessionStatus, StepDone
from companion.storage.database import Database
from companion.storage.folding import folded
from companion.storage.occasion_rows import OCCASION_COLUMNS, occasion_columns
from companion.storage.plan_rows import insert_done, insert_plan, read_plan
from companion.storage.revisions import add_revision, nr_of, revision_of, revisions_of, say, settle
from companion.storage.sessions import rows_told
from companion.storage.walls import after, wall_text

_LIST = """
SELECT session.id, routine, status, stop_reason, coalesce(told_started_at, started_at), touch, baby.id, caregiver.id,
    practice, by_hand, baby_before, baby_after, comfort, note, edits
FROM session LEFT JOIN baby ON baby.nr = session.baby LEFT JOIN caregiver ON caregiver.nr = session.caregiver
WHERE removed = ?{narrowed}
ORDER BY start_day DESC, julianday(coalesce(told_started_at, started_at)) DESC, session.id
LIMIT ? OFFSET ?
"""
_TOTAL = """
SELECT coalesce(sum(NOT practice), 0), coalesce(sum(touch * NOT practice), 0.0), coalesce(sum(practice), 0)
FROM session WHERE status <> 'running' AND removed = ?{narrowed}
"""
_NARROWED = {
    "baby": " AND session.baby = (SELECT nr FROM baby WHERE id = ?)",
    "caregiver": " AND session.caregiver = (SELECT nr FROM caregiver WHERE id = ?)",
    "routine": " AND routine = ?",
    "first": " AND start_day >= ?",
    "last": " AND start_day <= ?",
    "practice": " AND practice = ?",
    "text": " AND (instr(folded(note), ?) OR instr(folded(reaction), ?))",
}
_PLAN = "SELECT nr, routine FROM session WHERE id = ?"
_HISTORY = "SELECT id, at, told, undoes FROM revision WHERE session = (SELECT nr FROM session WHERE id = ?)"
_BY_HAND = f"""
INSERT INTO session (id, routine, status, started_at, start_day, last_seen_at, ended_at, elapsed, by_hand,
{OCCASION_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
"""  # noqa: S608 - our own words
ALL = -1


class SqliteEntries:
    """The Entries port on a diary file. Raises CompanionError (``diary-entry-unreadable`` for a row that is not
    ours); KeyError for a session that the diary does not know is our bug."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def entries(self, narrowed: Filter, limit: int = ALL, offset: int = 0) -> tuple[Entry, ...]:
        """The diary as a list, newest first; ``limit`` -1 means all."""
        conditions, values = _conditions(narrowed)
        with rows_told():
            rows = self._database.rows(_LIST.format(narrowed=conditions), *values, limit, offset)
            return tuple(_entry(*row) for row in rows)

    def total(self, narrowed: Filter) -> Total:
        """What such a list adds up to."""
        conditions, values = _conditions(narrowed)
        return Total(*self._database.rows(_TOTAL.format(narrowed=conditions), *values)[0])

    def plan(self, session: str) -> SessionPlan:
        """What was planned, with the reasons for each change."""
        with rows_told():
            for nr, routine in self._database.rows(_PLAN, session):
                return read_plan(self._database, nr, routine)
            raise KeyError(session)

    def told(self, session: str) -> Told:
        """What is told of a session now: change it and hand it to ``amend``."""
        history = self.history(session)
        if not history:
            raise KeyError(session)
        with rows_told():
            return current(history)

    def history(self, session: str) -> tuple[Revision, ...]:
        """All changes, taken back or not, oldest first."""
        with rows_told():
            found = [revision_of(*row) for row in self._database.rows(_HISTORY, session)]
            return tuple(sorted(found, key=lambda revision: (revision.at, revision.id)))

    def amend(self, session: str, told: Told) -> None:
        """Correct an entry; what was told before stays in its history."""
        with self._database.transaction() as connection, rows_told():
            say(connection, nr_of(connection, session), str(uuid.uuid4()), told, self._clock.wall())

    def undo(self, session: str) -> bool:
        """Take the newest change back; False when only what was said at the beginning is left."""
        with self._database.transaction() as connection, rows_told():
            nr = nr_of(connection, session)
            revisions = revisions_of(connection, nr)
            newest = standing(revisions)[-1]
            if newest.id == BEGUN:
                return False
            at = after(self._clock.wall(), max(revision.at for revision in revisions))
            add_revision(connection, nr, Revision(str(uuid.uuid4()), at, undoes=newest.id))
            settle(connection, nr)
            return True

    def add(
        self,
        session: str,
        plan: SessionPlan,
        started: datetime,
        ended: datetime,
        steps: Sequence[StepDone],
        occasion: Occasion,
        reflection: Reflection,
    ) -> None:
        """Write down by hand a session that was not played."""
        begun, over = wall_text(started), wall_text(ended)
        facts = (session, plan.routine, SessionStatus.FINISHED, begun, begun[:10], over, over)
        told = Told(occasion.baby, occasion.caregiver, occasion.practice, reflection=reflection)
        with self._database.transaction() as connection:
            elapsed = (ended - started).total_seconds()
            nr = connection.execute(_BY_HAND, (*facts, elapsed, *occasion_columns(occasion))).lastrowid
            assert nr is not None
            insert_plan(connection, nr, plan)
            insert_done(connection, nr, steps)
            add_revision(connection, nr, Revision(BEGUN, self._clock.wall(), told))
            settle(connection, nr)


def _conditions(narrowed: Filter) -> tuple[str, list[str | int]]:
    """What comes after ``removed = ?``, and all values."""
    asked = _asked(narrowed)
    values = [value for name, value in asked.items() for _ in range(_NARROWED[name].count("?"))]
    return "".join(_NARROWED[name] for name in asked), [int(narrowed.removed), *values]


def _asked(narrowed: Filter) -> dict[str, str | int]:
    """What narrows the list, as SQL takes it."""
    asked: dict[str, str | int | None] = {
        "text": folded(narrowed.text.strip()),
        "baby": narrowed.baby,
        "caregiver": narrowed.caregiver,
        "routine": narrowed.routine,
        "first": narrowed.first and narrowed.first.isoformat(),
        "last": narrowed.last and narrowed.last.isoformat(),
        "practice": narrowed.practice,
    }
    return {name: value for name, value in asked.items() if value is not None and value != ""}


def _entry(*columns: Any) -> Entry:  # noqa: ANN401 - as SQLite has them
    name, routine, status, reason, started, touch, baby, caregiver, practice, by_hand, *said = columns
    before, then, comfort, note, edits = said
    return Entry(
        id=name,
        routine=routine,
        status=SessionStatus(status),
        stop_reason=None if reason is None else StopReason(reason),
        started=datetime.fromisoformat(started),
        touch=touch,
        baby=baby or "",
        caregiver=caregiver or "",
        practice=bool(practice),
        by_hand=bool(by_hand),
        before=None if before is None else BabyState(before),
        after=None if then is None else BabyState(then),
        comfort=comfort,
        note=note or "",
        edits=edits,
    )
