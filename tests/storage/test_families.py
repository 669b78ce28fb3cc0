"""Babies, caregivers and the yes of clinicians come back as they were told; what nobody knows stays unknown."""

import sqlite3
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from companion.domain.baby import BabyProfile
from companion.domain.family import Baby
from companion.services.ports import Families
from companion.storage.database import Database
from companion.storage.families import SqliteFamilies
from tests.storage.family import ANA, BEN, DOSED, LEGS, MILA, MONTH_KNOWN, NEW
from tests.storage.samples import EVENING, StillClock


@pytest.fixture
def families(database: Database, clock: StillClock) -> SqliteFamilies:
    return SqliteFamilies(database, clock)


def test_the_families_fit_their_port(families: Families) -> None:
    assert families.babies() == ()
    assert families.caregivers() == ()


def test_a_baby_comes_back_as_it_was_told(families: SqliteFamilies) -> None:
    plain = BabyProfile("x")
    drawn = {f.name for f in fields(BabyProfile) if getattr(MILA.profile, f.name) != getattr(plain, f.name)}
    assert drawn == {f.name for f in fields(BabyProfile)} - {"unlocks", "unsure"}
    families.keep_baby(MILA)
    assert families.babies() == (MILA,)


def test_what_is_not_known_of_a_baby_is_null(families: SqliteFamilies, database: Database) -> None:
    families.keep_baby(NEW)
    assert families.babies() == (NEW,)
    row = database.rows("SELECT * FROM baby")[0]
    assert [value for value in row if value is not None] == [1, NEW.id, 0, *[EVENING.isoformat()] * 2]


def test_no_conditions_is_another_answer_than_none_given(families: SqliteFamilies) -> None:
    families.keep_baby(MONTH_KNOWN)
    families.keep_baby(NEW)
    assert [baby.profile.conditions for baby in families.babies()] == [(), None]
    assert families.babies()[0].profile.birth == MONTH_KNOWN.profile.birth


def test_what_nobody_is_sure_of_is_no_yes(families: SqliteFamilies) -> None:
    asked = replace(MILA, profile=replace(MILA.profile, unsure=("hip-click", "central-line")))
    families.keep_baby(asked)
    assert families.babies() == (asked,)


def test_the_newest_profile_counts_and_keeps_its_place(families: SqliteFamilies) -> None:
    families.keep_baby(MILA)
    families.keep_baby(NEW)
    older = replace(MILA, archived=True, tone=None, profile=replace(MILA.profile, nickname=""))
    families.keep_baby(older)
    assert families.babies() == (older, NEW)


def test_half_a_symbol_in_a_nickname_loses_only_itself(families: SqliteFamilies) -> None:
    families.keep_baby(Baby(BabyProfile("x", "Bo\ud83d")))
    assert families.babies()[0].profile.nickname == "Bo?"


def test_caregivers_come_back_in_the_order_in_which_they_came(families: SqliteFamilies) -> None:
    families.keep_caregiver(BEN)
    families.keep_caregiver(ANA)
    families.keep_caregiver(replace(BEN, name="Benjamin"))
    assert families.caregivers() == (replace(BEN, name="Benjamin"), ANA)


def test_each_yes_stays_in_the_history_of_its_baby(families: SqliteFamilies) -> None:
    families.keep_baby(MILA)
    families.keep_baby(NEW)
    families.note_unlock(MILA.id, LEGS)
    families.note_unlock(NEW.id, DOSED)
    families.note_unlock(MILA.id, DOSED)
    assert [baby.profile.unlocks for baby in families.babies()] == [(LEGS, DOSED), (DOSED,)]


def test_a_yes_noted_after_the_clock_was_set_back_still_comes_last(
    families: SqliteFamilies, clock: StillClock
) -> None:
    families.keep_baby(MILA)
    families.note_unlock(MILA.id, LEGS)
    clock.time = EVENING - timedelta(hours=1)
    families.note_unlock(MILA.id, DOSED)
    assert families.babies()[0].profile.unlocks == (LEGS, DOSED)


def test_changing_a_baby_does_not_touch_its_history(families: SqliteFamilies) -> None:
    families.keep_baby(MILA)
    families.note_unlock(MILA.id, LEGS)
    families.keep_baby(MILA)
    assert families.babies()[0].profile.unlocks == (LEGS,)


def test_a_withdrawn_yes_stays_with_its_day(families: SqliteFamilies) -> None:
    families.keep_baby(MILA)
    families.note_unlock(MILA.id, LEGS)
    families.note_unlock(MILA.id, DOSED)
    families.withdraw_unlock(MILA.id, LEGS, date(2026, 7, 20))
    assert families.babies()[0].profile.unlocks == (replace(LEGS, withdrawn=date(2026, 7, 20)), DOSED)
    with pytest.raises(KeyError):
        families.withdraw_unlock(MILA.id, LEGS, date(2026, 7, 21))


def test_a_yes_that_came_with_its_end_is_kept_with_it(families: SqliteFamilies) -> None:
    families.keep_baby(MILA)
    over = replace(LEGS, withdrawn=date(2026, 7, 3))
    families.note_unlock(MILA.id, over)
    assert families.babies()[0].profile.unlocks == (over,)


@pytest.mark.parametrize("change", ["therapist = 'me'", "areas = '[\"tummy\"]'", "withdrawn = NULL"])
def test_not_even_our_own_mistakes_change_a_yes(
    change: str, families: SqliteFamilies, database: Database
) -> None:
    families.keep_baby(MILA)
    families.note_unlock(MILA.id, replace(LEGS, withdrawn=date(2026, 7, 3)))
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        database.rows(f"UPDATE unlock SET {change}")


def test_a_yes_for_no_baby_is_our_bug(families: SqliteFamilies) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        families.note_unlock("nobody", LEGS)
