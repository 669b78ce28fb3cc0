"""Knows how a session is written down while it happens: begun, followed event by event, ended."""

from collections.abc import Sequence
from datetime import datetime

from companion.domain.entry import BEGUN, Revision, Told
from companion.domain.events import Event, StopReason
from companion.domain.occasion import NO_OCCASION, Occasion
from companion.domain.plan import SessionPlan
from companion.domain.session import Position, SessionStatus, StepDone
from companion.storage.database import Database
from companion.storage.event_codec import decode, encode
from companion.storage.occasion_rows import occasion_columns
from companion.storage.plan_rows import insert_done, insert_plan
from companion.storage.revisions import add_revision, nr_of, settle
from companion.storage.walls import wall_text

_BEGIN = """
INSERT INTO session (id, routine, status, started_at, start_day, last_seen_at, twins, check_answers, verdict,
verdict_reasons) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_NEXT_SEQ = "SELECT coalesce(max(seq) + 1, 0) FROM event WHERE session = ?"
_APPEND = "INSERT INTO event (session, seq, at, kind, body) VALUES (?, ?, ?, ?, ?)"
_MARK = """
UPDATE session SET moment = ?, moment_seconds = ?, elapsed = max(elapsed, ?), last_seen_at = ? WHERE nr = ?
"""
_END = """
UPDATE session SET status = ?, stop_reason = ?, elapsed = ?, ended_at = ?, last_seen_at = ? WHERE nr = ?
"""
_EVENTS = """
SELECT at, kind, body FROM event WHERE session = (SELECT nr FROM session WHERE id = ?) ORDER BY seq
"""


class SqliteJournal:
    """The Journal port on a diary file. Every call has reached the disk when it returns.

    Raises CompanionError (``disk-full``, ``diary-unwritable``, ``diary-busy``, ``diary-damaged``): nothing of that
    call is then stored and the call may be made again. KeyError for a session that was never begun is our bug.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(
        self, session: str, plan: SessionPlan, started: datetime, occasion: Occasion = NO_OCCASION
    ) -> None:
        """Open a session with this id (a UUID) and its whole plan; ``started`` carries its offset from UTC.

        KeyError for an occasion with a baby or a caregiver that the diary does not know is our bug.
        """
        with self._database.transaction() as connection:
            wall = wall_text(started)
            values = (session, plan.routine, SessionStatus.RUNNING, wall, started.date().isoformat(), wall)
            nr = connection.execute(_BEGIN, (*values, *occasion_columns(occasion))).lastrowid
            assert nr is not None
            insert_plan(connection, nr, plan)
            told = Told(occasion.baby, occasion.caregiver, occasion.practice)
            add_revision(connection, nr, Revision(BEGUN, started, told))
            settle(connection, nr)

    def append(self, session: str, events: Sequence[Event], position: Position, now: datetime) -> None:
        """Add events in order, and note how far the session has come, in one transaction."""
        with self._database.transaction() as connection:
            nr = nr_of(connection, session)
            first = connection.execute(_NEXT_SEQ, (nr,)).fetchone()[0]
            rows = [(nr, seq, *encode(event)) for seq, event in enumerate(events, start=first)]
            connection.executemany(_APPEND, rows)
            elapsed = max((event.at for event in events), default=0.0)
            connection.execute(_MARK, (position.moment, position.seconds, elapsed, wall_text(now), nr))

    def mark(self, session: str, position: Position, elapsed: float, now: datetime) -> None:
        """Note how far the session has come, about twice a second; ``elapsed`` never goes back."""
        with self._database.transaction() as connection:
            nr = nr_of(connection, session)
            connection.execute(_MARK, (position.moment, position.seconds, elapsed, wall_text(now), nr))

    def end(
        self,
        session: str,
        status: SessionStatus,
        reason: StopReason | None,
        steps: Sequence[StepDone],
        elapsed: float,
        ended: datetime,
    ) -> None:
        """Close a session with what was done of each planned step; ValueError for a step that was not planned."""
        with self._database.transaction() as connection:
            nr = nr_of(connection, session)
            wall = wall_text(ended)
            connection.execute(_END, (status, reason, elapsed, wall, wall, nr))
            insert_done(connection, nr, steps)
            settle(connection, nr)

    def events(self, session: str) -> tuple[Event, ...]:
        """All events of a session in order; none for a session that the diary does not know."""
        return tuple(decode(*row) for row in self._database.rows(_EVENTS, session))
