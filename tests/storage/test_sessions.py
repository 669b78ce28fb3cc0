"""The diary gives back what was done, by the days that people remember."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from companion.domain.errors import CompanionError
from companion.domain.events import StopReason
from companion.domain.occasion import NO_OCCASION, Occasion
from companion.domain.session import BabyState, Position, Reflection, SessionRecord, SessionStatus
from companion.services.ports import Diary
from companion.storage.database import Database
from companion.storage.journal import SqliteJournal
from companion.storage.sessions import SqliteDiary
from tests.storage.samples import DONE, EVENING, EVENTS, PLAN, SESSION, SUMMER, WINTER, StillClock

LATER = EVENING + timedelta(seconds=75)
RECORD = SessionRecord(
    id=SESSION,
    routine="first-massage",
    status=SessionStatus.STOPPED,
    stop_reason=StopReason.BABY_SAID_NO,
    started=EVENING,
    ended=LATER,
    elapsed=75.0,
    steps=DONE,
    reflection=Reflection(),
)


@pytest.fixture
def stopped(journal: SqliteJournal) -> SqliteJournal:
    journal.begin(SESSION, PLAN, EVENING)
    journal.append(SESSION, EVENTS, Position(1, 4.5), LATER)
    journal.end(SESSION, SessionStatus.STOPPED, StopReason.BABY_SAID_NO, DONE, 75.0, LATER)
    return journal


def test_the_diary_fits_its_port(diary: Diary) -> None:
    assert diary.session(SESSION) is None


def test_a_new_diary_has_nothing_to_carry_on(diary: SqliteDiary) -> None:
    assert diary.unfinished() is None
    assert diary.sessions_between(date.min, date.max) == ()


@pytest.mark.usefixtures("stopped")
def test_an_ended_session_reads_back_as_it_went(diary: SqliteDiary) -> None:
    assert diary.session(SESSION) == RECORD


@pytest.mark.usefixtures("stopped")
def test_an_ended_session_is_not_offered_again(diary: SqliteDiary) -> None:
    assert diary.unfinished() is None


def test_a_session_that_ran_to_its_end_has_no_reason(journal: SqliteJournal, diary: SqliteDiary) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    journal.end(SESSION, SessionStatus.FINISHED, None, DONE, 75.0, LATER)
    assert diary.session(SESSION) == replace(RECORD, status=SessionStatus.FINISHED, stop_reason=None)


def test_a_session_of_which_nothing_is_known_yet_has_no_steps_done(
    journal: SqliteJournal, diary: SqliteDiary
) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    record = diary.session(SESSION)
    assert record
    assert (record.status, record.ended, record.steps) == (SessionStatus.RUNNING, None, ())


def test_of_two_unfinished_sessions_the_newest_is_offered(journal: SqliteJournal, diary: SqliteDiary) -> None:
    # 00:10 in winter time is 20 minutes after 00:50 in summer time; as text it would sort before it.
    journal.begin("before", PLAN, datetime(2026, 10, 25, 0, 50, tzinfo=SUMMER))
    journal.begin("after", PLAN, datetime(2026, 10, 25, 0, 10, tzinfo=WINTER))
    unfinished = diary.unfinished()
    assert unfinished
    assert unfinished.id == "after"
    assert unfinished.plan == PLAN


def test_the_answers_of_the_wrap_up_are_kept(
    stopped: SqliteJournal, diary: SqliteDiary, database: Database, clock: StillClock
) -> None:
    answers = Reflection(BabyState.CRYING, BabyState.QUIET_ALERT, "Liked the toes.\n“Again!” 👣\0")
    clock.time = LATER
    diary.reflect(SESSION, answers)
    assert diary.session(SESSION) == replace(RECORD, reflection=answers)
    said = database.rows("SELECT id, at FROM revision ORDER BY at")
    assert said == [
        ("begun", "2026-07-29T19:05:07.250000+02:00"),
        ("wrap-up", "2026-07-29T19:06:22.250000+02:00"),
    ]


@pytest.mark.usefixtures("stopped")
def test_the_last_answers_count(diary: SqliteDiary) -> None:
    diary.reflect(SESSION, Reflection(BabyState.CRYING, BabyState.DROWSY, "first"))
    diary.reflect(SESSION, Reflection(None, BabyState.DROWSY, ""))
    assert diary.session(SESSION) == replace(RECORD, reflection=Reflection(None, BabyState.DROWSY, ""))


@pytest.mark.usefixtures("stopped")
def test_half_a_symbol_in_a_note_loses_only_itself(diary: SqliteDiary) -> None:
    diary.reflect(SESSION, Reflection(note="good \ud83d night"))
    record = diary.session(SESSION)
    assert record
    assert record.reflection.note == "good ? night"


def test_answers_about_no_session_are_our_bug(diary: SqliteDiary) -> None:
    with pytest.raises(KeyError):
        diary.reflect(SESSION, Reflection())


def test_a_session_lies_on_the_day_that_the_wall_showed(journal: SqliteJournal, diary: SqliteDiary) -> None:
    # Half past midnight on the 25th: still the 24th in UTC.
    journal.begin("night", PLAN, datetime(2026, 10, 25, 0, 30, tzinfo=SUMMER))
    assert diary.sessions_between(date(2026, 10, 24), date(2026, 10, 24)) == ()
    found = diary.sessions_between(date(2026, 10, 25), date(2026, 10, 25))
    assert [record.id for record in found] == ["night"]


def test_both_ends_of_a_span_belong_to_it(journal: SqliteJournal, diary: SqliteDiary) -> None:
    for day in (28, 29, 30, 31):
        journal.begin(str(day), PLAN, datetime(2026, 7, day, 23, 59, tzinfo=SUMMER))
    found = diary.sessions_between(date(2026, 7, 29), date(2026, 7, 30))
    assert [record.id for record in found] == ["29", "30"]


def test_the_hour_that_comes_twice_keeps_its_order(journal: SqliteJournal, diary: SqliteDiary) -> None:
    journal.begin("second", PLAN, datetime(2026, 10, 25, 2, 10, tzinfo=WINTER))
    journal.begin("first", PLAN, datetime(2026, 10, 25, 2, 40, tzinfo=SUMMER))
    found = diary.sessions_between(date(2026, 10, 1), date(2026, 10, 31))
    assert [record.id for record in found] == ["first", "second"]


def test_each_session_of_a_month_has_its_own_steps(journal: SqliteJournal, diary: SqliteDiary) -> None:
    for name, done in (("one", DONE), ("two", DONE[:1]), ("three", ())):
        journal.begin(name, PLAN, EVENING + timedelta(days=len(name)))
        journal.end(name, SessionStatus.FINISHED, None, done, 75.0, LATER)
    found = diary.sessions_between(date(2026, 7, 1), date(2026, 8, 31))
    assert {record.id: record.steps for record in found} == {"one": DONE, "two": DONE[:1], "three": ()}


@pytest.mark.usefixtures("stopped")
@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE session SET status = 'half'",
        "UPDATE session SET stop_reason = 'bored'",
        "UPDATE session SET started_at = 'yesterday'",
        "UPDATE session SET baby_after = 9",
        "UPDATE step SET outcome = 'maybe'",
        "UPDATE step SET side = 'up'",
    ],
)
def test_a_word_that_is_not_ours_is_told_not_guessed(
    damage: str, database: Database, diary: SqliteDiary
) -> None:
    with database.transaction() as connection:
        connection.execute(damage)
    with pytest.raises(CompanionError, match="diary-entry-unreadable"):
        diary.session(SESSION)


@pytest.mark.parametrize("column", ["kind", "area", "position", "advance", "pressure"])
def test_a_plan_with_a_strange_word_is_not_carried_on(
    column: str, journal: SqliteJournal, database: Database, diary: SqliteDiary
) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    with database.transaction() as connection:
        connection.execute(f"UPDATE step SET {column} = 'strange'")
    with pytest.raises(CompanionError, match="diary-entry-unreadable"):
        diary.unfinished()


def test_a_month_is_found_without_reading_the_whole_diary(database: Database) -> None:
    by_day = database.rows(
        "EXPLAIN QUERY PLAN SELECT * FROM session WHERE start_day BETWEEN ? AND ?", "a", "b"
    )
    running = database.rows("EXPLAIN QUERY PLAN SELECT * FROM session WHERE status = 'running'")
    assert "session_by_day" in by_day[0][3]
    assert "session_running" in running[0][3]


def test_the_session_of_a_twin_is_found_while_it_runs(journal: SqliteJournal, diary: SqliteDiary) -> None:
    both, alone = Occasion(twins="together"), Occasion(twins="others")
    for session, occasion in (("first", both), ("second", both), ("third", alone), ("fourth", NO_OCCASION)):
        journal.begin(session, PLAN, EVENING, occasion)
    journal.append("second", EVENTS, Position(1, 4.5), LATER)
    found = diary.unfinished_twin("first")
    assert found
    assert (found.id, found.position) == ("second", Position(1, 4.5))
    assert diary.unfinished_twin("third") is None
    assert diary.unfinished_twin("fourth") is None
    journal.end("second", SessionStatus.STOPPED, StopReason.BABY_SAID_NO, DONE, 75.0, LATER)
    assert diary.unfinished_twin("first") is None
