"""A session is written down as it happens, and each word of it is safe when the call returns."""

import math
import sqlite3
import tempfile
from dataclasses import fields
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.domain.errors import CompanionError
from companion.domain.events import Event, Finished, MomentBegan, StopReason, TimeAdded
from companion.domain.plan import PlannedStep, SessionPlan
from companion.domain.session import Position, SessionStatus
from companion.services.ports import Journal
from companion.storage.connection import connect
from companion.storage.database import Database
from companion.storage.journal import SqliteJournal
from companion.storage.sessions import SqliteDiary
from tests.storage import strategies
from tests.storage.samples import DONE, EVENING, EVENTS, PLAN, SESSION, StillClock, opened

LATER = EVENING + timedelta(seconds=75)
HERE = Position(1, 2.5)


def test_the_journal_fits_its_port(journal: Journal) -> None:
    assert journal.events(SESSION) == ()


def test_events_come_back_in_the_order_they_were_added(journal: SqliteJournal) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    journal.append(SESSION, EVENTS[:3], HERE, LATER)
    journal.append(SESSION, (), HERE, LATER)
    journal.append(SESSION, EVENTS[3:], HERE, LATER)
    assert journal.events(SESSION) == EVENTS


def test_sessions_keep_their_events_apart(journal: SqliteJournal) -> None:
    journal.begin("one", PLAN, EVENING)
    journal.begin("two", PLAN, EVENING)
    journal.append("one", [MomentBegan(1.0, 0)], HERE, LATER)
    journal.append("two", [Finished(2.0)], HERE, LATER)
    journal.append("one", [Finished(3.0)], HERE, LATER)
    assert journal.events("one") == (MomentBegan(1.0, 0), Finished(3.0))
    assert journal.events("two") == (Finished(2.0),)


def test_a_call_that_returned_can_be_read_by_another_program(journal: SqliteJournal, path: Path) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    journal.append(SESSION, EVENTS[:2], HERE, LATER)
    other = connect(path, "ro")
    assert other.execute("SELECT count(*) FROM event").fetchone() == (2,)
    assert other.execute("SELECT moment, moment_seconds FROM session").fetchone() == (1, 2.5)
    other.close()


def test_events_and_position_are_saved_together_or_not_at_all(
    journal: SqliteJournal, diary: SqliteDiary
) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    journal.append(SESSION, EVENTS[:2], HERE, LATER)
    with pytest.raises(ValueError, match="JSON compliant"):
        journal.append(SESSION, [Finished(9.0), TimeAdded(9.0, 1, math.inf)], Position(9, 9.0), LATER)
    unfinished = diary.unfinished()
    assert unfinished
    assert unfinished.position == HERE
    assert journal.events(SESSION) == EVENTS[:2]


def test_a_mark_moves_the_place_where_play_would_carry_on(journal: SqliteJournal, diary: SqliteDiary) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    journal.mark(SESSION, Position(1, 3.5), 61.0, LATER)
    unfinished = diary.unfinished()
    assert unfinished
    assert (unfinished.position, unfinished.elapsed, unfinished.last_seen) == (Position(1, 3.5), 61.0, LATER)


def test_elapsed_time_never_goes_back(journal: SqliteJournal, diary: SqliteDiary) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    journal.mark(SESSION, HERE, 61.0, LATER)
    journal.append(SESSION, [MomentBegan(60.5, 1)], HERE, LATER)
    journal.append(SESSION, [], HERE, LATER)
    unfinished = diary.unfinished()
    assert unfinished
    assert unfinished.elapsed == 61.0


def test_a_session_is_begun_once(journal: SqliteJournal) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    with pytest.raises(sqlite3.IntegrityError):
        journal.begin(SESSION, PLAN, EVENING)
    journal.append(SESSION, EVENTS[:1], HERE, LATER)
    assert journal.events(SESSION) == EVENTS[:1]


def test_a_session_that_was_never_begun_is_our_bug(journal: SqliteJournal) -> None:
    with pytest.raises(KeyError):
        journal.append(SESSION, EVENTS, HERE, LATER)
    with pytest.raises(KeyError):
        journal.mark(SESSION, HERE, 1.0, LATER)
    with pytest.raises(KeyError):
        journal.end(SESSION, SessionStatus.FINISHED, None, (), 1.0, LATER)


def test_a_time_without_its_offset_is_our_bug(journal: SqliteJournal) -> None:
    with pytest.raises(ValueError, match="no offset"):
        journal.begin(SESSION, PLAN, datetime(2026, 7, 29, 19, 5))


def test_an_ended_session_must_have_a_status_of_ending(journal: SqliteJournal) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    with pytest.raises(sqlite3.IntegrityError):
        journal.end(SESSION, SessionStatus.RUNNING, None, DONE, 75.0, LATER)


def test_a_step_that_was_not_planned_ends_nothing(journal: SqliteJournal, diary: SqliteDiary) -> None:
    journal.begin(SESSION, SessionPlan("first-massage", PLAN.steps[:1]), EVENING)
    with pytest.raises(ValueError, match="step 1 was not planned as resting-hands"):
        journal.end(SESSION, SessionStatus.STOPPED, StopReason.CAREGIVER, DONE, 75.0, LATER)
    assert diary.unfinished() is not None


def test_an_entry_of_another_kind_is_told_when_read(journal: SqliteJournal, database: Database) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    journal.append(SESSION, EVENTS, HERE, LATER)
    with database.transaction() as connection:
        connection.execute("UPDATE event SET kind = 'sneezed' WHERE seq = 2")
    with pytest.raises(CompanionError, match="diary-entry-unreadable"):
        journal.events(SESSION)


def test_text_that_is_not_text_is_damage(journal: SqliteJournal, database: Database) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    journal.append(SESSION, EVENTS, HERE, LATER)
    with database.transaction() as connection:
        connection.execute("UPDATE event SET kind = CAST(x'fffe' AS TEXT) WHERE seq = 2")
    with pytest.raises(CompanionError, match="diary-damaged"):
        journal.events(SESSION)


def test_plans_are_drawn_with_all_their_fields() -> None:
    assert {field.name for field in fields(PlannedStep)} == strategies.STEP_FIELDS_DRAWN


@settings(max_examples=60, deadline=None)
@given(strategies.PLANS, st.lists(strategies.EVENTS, max_size=8), strategies.WALL_TIMES)
def test_any_plan_and_any_events_read_back_exactly(
    plan: SessionPlan, events: list[Event], started: datetime
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = opened(Path(folder) / "diary.sqlite3").database
        journal = SqliteJournal(database)
        journal.begin(SESSION, plan, started)
        journal.append(SESSION, events, HERE, started)
        unfinished = SqliteDiary(database, StillClock()).unfinished()
        assert unfinished
        assert (unfinished.plan, unfinished.started) == (plan, started)
        assert unfinished.started.utcoffset() == started.utcoffset()
        assert journal.events(SESSION) == tuple(events)
        database.close()


def test_a_clock_set_back_in_the_middle_of_a_session_costs_nothing(
    journal: SqliteJournal, diary: SqliteDiary
) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    back = EVENING - timedelta(hours=1)
    journal.append(SESSION, EVENTS[:2], HERE, back)
    journal.mark(SESSION, HERE, 3600.0, back)
    left = diary.unfinished()
    assert left
    assert (left.started, left.last_seen, left.elapsed) == (EVENING, back, 3600.0)
    journal.end(SESSION, SessionStatus.FINISHED, None, DONE, 3600.0, back)
    record = diary.session(SESSION)
    assert record
    assert (record.started, record.ended, record.elapsed) == (EVENING, back, 3600.0)
    assert diary.sessions_between(EVENING.date(), EVENING.date()) == (record,)
