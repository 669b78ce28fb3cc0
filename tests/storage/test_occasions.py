"""A session knows whose it was, on what day of the baby's life, and who may say so differently later."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from companion.domain.baby import Answer
from companion.domain.check import TodayCheck
from companion.domain.errors import CompanionError
from companion.domain.occasion import NO_OCCASION, Occasion
from companion.domain.session import BabyState, Reflection
from companion.storage.database import Database
from companion.storage.families import SqliteFamilies
from companion.storage.journal import SqliteJournal
from companion.storage.sessions import SqliteDiary
from tests.storage.family import ANA, BEN, FINE_DAY, MILA, NEW, POOR_DAY, POORLY
from tests.storage.samples import EVENING, PLAN, SESSION, StillClock

EVERYTHING = Reflection(
    BabyState.CRYING, BabyState.DROWSY, "toes!", 3, "red spots", Answer.YES, confidence=7, who=BEN.id
)


@pytest.fixture(autouse=True)
def at_home(database: Database, clock: StillClock) -> None:
    families = SqliteFamilies(database, clock)
    for baby in (MILA, NEW):
        families.keep_baby(baby)
    for caregiver in (ANA, BEN):
        families.keep_caregiver(caregiver)


@pytest.mark.parametrize("occasion", [NO_OCCASION, FINE_DAY, POOR_DAY])
def test_the_occasion_comes_back_as_it_was(
    occasion: Occasion, journal: SqliteJournal, diary: SqliteDiary
) -> None:
    journal.begin(SESSION, PLAN, EVENING, occasion)
    assert diary.occasion(SESSION) == occasion
    record = diary.session(SESSION)
    assert record
    told = (record.baby, record.caregiver, record.practice, record.twins)
    assert told == (occasion.baby, occasion.caregiver, occasion.practice, occasion.twins)
    assert record.reflection == Reflection(who=occasion.caregiver)


def test_every_answer_of_the_check_is_tried() -> None:
    plain = TodayCheck()
    left = {f.name for f in fields(TodayCheck) if getattr(POORLY, f.name) == getattr(plain, f.name)}
    assert left == {"fever", "tummy", "navel_trouble", "hungry", "new_mark", "jaundice", "caregiver_well"}


def test_a_session_without_an_occasion_has_nothing_made_up(
    journal: SqliteJournal, diary: SqliteDiary, database: Database
) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    unknown = "baby, caregiver, twins, check_answers, verdict, verdict_reasons, comfort, oil, reaction, note"
    assert database.rows(f"SELECT {unknown} FROM session") == [(None,) * 10]
    assert diary.occasion("another") is None


def test_a_baby_that_nobody_added_is_our_bug(journal: SqliteJournal, diary: SqliteDiary) -> None:
    with pytest.raises(KeyError):
        journal.begin(SESSION, PLAN, EVENING, Occasion("nobody"))
    assert diary.session(SESSION) is None


def test_all_answers_of_the_wrap_up_come_back(journal: SqliteJournal, diary: SqliteDiary) -> None:
    assert all(getattr(EVERYTHING, field.name) != field.default for field in fields(Reflection))
    journal.begin(SESSION, PLAN, EVENING, FINE_DAY)
    diary.reflect(SESSION, EVERYTHING)
    record = diary.session(SESSION)
    assert record
    assert (record.reflection, record.caregiver, record.baby) == (EVERYTHING, BEN.id, MILA.id)


def test_who_massaged_stays_as_it_was_said_before(journal: SqliteJournal, diary: SqliteDiary) -> None:
    journal.begin(SESSION, PLAN, EVENING, FINE_DAY)
    diary.reflect(SESSION, Reflection(note="fine"))
    record = diary.session(SESSION)
    assert record
    assert (record.caregiver, record.reflection) == (ANA.id, Reflection(note="fine", who=ANA.id))


def test_the_last_answers_count_also_when_the_clock_was_set_back(
    journal: SqliteJournal, diary: SqliteDiary, clock: StillClock, database: Database
) -> None:
    journal.begin(SESSION, PLAN, EVENING)
    diary.reflect(SESSION, EVERYTHING)
    clock.time = EVENING - timedelta(hours=1)
    diary.reflect(SESSION, replace(EVERYTHING, note="later"))
    record = diary.session(SESSION)
    assert record
    assert record.reflection.note == "later"
    assert database.rows("SELECT count(*) FROM revision") == [(2,)]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE session SET verdict = 'maybe'",
        'UPDATE session SET check_answers = \'{"fever":"a bit"}\'',
        "UPDATE session SET check_answers = '{\"sneezes\":3}'",
        "UPDATE session SET verdict_reasons = '[{}]'",
        "UPDATE session SET verdict_reasons = '" + "[" * 5000 + "'",
        "UPDATE session SET check_answers = '{\"fed_minutes\":Infinity}'",
    ],
)
def test_an_occasion_that_is_not_ours_is_told_not_guessed(
    damage: str, journal: SqliteJournal, diary: SqliteDiary, database: Database
) -> None:
    journal.begin(SESSION, PLAN, EVENING, POOR_DAY)
    database.rows(damage)
    with pytest.raises(CompanionError, match="diary-entry-unreadable"):
        diary.occasion(SESSION)


def test_a_change_that_is_not_ours_is_told_before_anything_is_added(
    journal: SqliteJournal, diary: SqliteDiary, database: Database
) -> None:
    journal.begin(SESSION, PLAN, EVENING, POOR_DAY)
    database.rows('UPDATE revision SET told = \'{"started":"2026-07-29T19:05:00"}\'')
    with pytest.raises(CompanionError, match="diary-entry-unreadable"):
        diary.reflect(SESSION, EVERYTHING)
    assert database.rows("SELECT count(*) FROM revision") == [(1,)]
