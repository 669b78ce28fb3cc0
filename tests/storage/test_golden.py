"""A diary of each released version opens in this one with all that was in it."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest

from companion.domain.events import Event
from companion.domain.session import UnfinishedSession
from companion.storage.connection import connect
from companion.storage.database import open_database
from companion.storage.day_cards import SqliteDayCards
from companion.storage.entries import SqliteEntries
from companion.storage.families import SqliteFamilies
from companion.storage.form import Form
from companion.storage.journal import SqliteJournal
from companion.storage.migrations import MIGRATIONS, Migration, migrate
from companion.storage.sessions import SqliteDiary
from tests.storage.family import ANA, FINE_DAY, MILA, POOR_DAY
from tests.storage.golden import (
    BABIES,
    CARD,
    EVERY_EVENT,
    FINISHED,
    HERE,
    NEXT_EVENING,
    STOPPED,
    UNFINISHED,
    file_of,
)
from tests.storage.samples import PLAN, TODAY, StillClock, opened

VERSIONS = range(1, len(MIGRATIONS) + 1)
SCHEMA = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"


@pytest.fixture(params=VERSIONS)
def golden(request: pytest.FixtureRequest, path: Path) -> Path:
    path.parent.mkdir()
    return shutil.copyfile(file_of(request.param), path)


def test_every_diary_that_was_ever_written_still_reads(golden: Path) -> None:
    opening = opened(golden)
    diary, journal = SqliteDiary(opening.database, StillClock()), SqliteJournal(opening.database)
    assert opening.notice is None
    assert diary.sessions_between(date(2026, 7, 29), date(2026, 7, 29)) == (FINISHED, STOPPED)
    seen = NEXT_EVENING + timedelta(seconds=960)
    assert diary.unfinished() == UnfinishedSession(UNFINISHED, PLAN, NEXT_EVENING, seen, HERE, 960.0)
    assert journal.events(UNFINISHED) == EVERY_EVENT
    assert (diary.occasion(FINISHED.id), diary.occasion(STOPPED.id)) == (FINE_DAY, POOR_DAY)
    opening.database.close()


def test_every_family_that_was_ever_written_still_reads(golden: Path) -> None:
    database = opened(golden).database
    families = SqliteFamilies(database, StillClock())
    assert (families.babies(), families.caregivers()) == (BABIES, (ANA,))
    assert SqliteDayCards(database, StillClock()).card(MILA.id, CARD.day) == CARD
    history = SqliteEntries(database, StillClock()).history(STOPPED.id)
    assert [revision.told.steps for revision in history if revision.told] == [None, STOPPED.steps]
    database.close()


def test_an_old_diary_goes_through_the_next_migration_too(golden: Path) -> None:
    later = Migration("later", ("ALTER TABLE session ADD COLUMN later TEXT NOT NULL DEFAULT 'yes'",))
    database = open_database(golden, TODAY, Form((*MIGRATIONS, later)))
    assert database.rows("SELECT DISTINCT later FROM session") == [("yes",)]
    assert SqliteDiary(database, StillClock()).session(FINISHED.id) == FINISHED
    database.close()


def test_the_kept_diaries_hold_every_kind_of_event() -> None:
    assert {type(event) for event in EVERY_EVENT} == set(get_args(Event))


@pytest.mark.parametrize("version", VERSIONS)
def test_a_released_migration_is_never_edited(version: int, tmp_path: Path) -> None:
    """When this fails before a release, remove the file and make it anew; after one, add a migration instead."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        migrate(made, MIGRATIONS[:version])
        schema = made.execute(SCHEMA).fetchall()
    with closing(connect(shutil.copyfile(file_of(version), tmp_path / "kept.sqlite3"), "ro")) as kept:
        assert kept.execute(SCHEMA).fetchall() == schema
