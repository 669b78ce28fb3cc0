"""A baby's day comes back quarter by quarter, also in the night when the clocks change."""

import sqlite3
from dataclasses import replace
from datetime import date, timedelta

import pytest

from companion.domain.day_card import DayCard, Doing, Stool
from companion.domain.errors import CompanionError
from companion.services.ports import DayCards
from companion.storage.database import Database
from companion.storage.day_cards import SqliteDayCards
from companion.storage.families import SqliteFamilies
from tests.storage.family import MILA, NEW
from tests.storage.samples import EVENING, StillClock

DAY = date(2026, 10, 25)
CARD = replace(
    DayCard(MILA.id, DAY).drawn(0, 11, Doing.SLEEP).drawn(12, 13, Doing.CRYING).drawn(14, 14, Doing.FUSSING),
    stools=(Stool.LOOSE, Stool.FORMED),
    tummy_minutes=12,
    wakes=3,
    feeding="Bébé took 90 ml",
)


@pytest.fixture
def cards(database: Database, clock: StillClock) -> SqliteDayCards:
    families = SqliteFamilies(database, clock)
    families.keep_baby(MILA)
    families.keep_baby(NEW)
    return SqliteDayCards(database, clock)


def test_the_cards_fit_their_port(cards: DayCards) -> None:
    assert cards.card(MILA.id, DAY) == DayCard(MILA.id, DAY)


def test_a_day_comes_back_as_it_was_told(cards: SqliteDayCards) -> None:
    cards.keep_card(CARD)
    assert cards.card(MILA.id, DAY) == CARD


def test_every_doing_has_a_letter_of_its_own(cards: SqliteDayCards) -> None:
    card = DayCard(MILA.id, DAY)
    for place, doing in enumerate(Doing):
        card = card.drawn(place, place, doing)
    cards.keep_card(card)
    assert cards.card(MILA.id, DAY) == card


def test_no_stool_is_another_answer_than_none_given(cards: SqliteDayCards) -> None:
    cards.keep_card(replace(CARD, stools=()))
    assert cards.card(MILA.id, DAY).stools == ()


def test_the_day_as_told_last_counts(cards: SqliteDayCards, clock: StillClock, database: Database) -> None:
    cards.keep_card(CARD)
    clock.time = EVENING - timedelta(hours=1)
    cards.keep_card(replace(CARD, wakes=0))
    assert cards.card(MILA.id, DAY).wakes == 0
    assert database.rows("SELECT changed_at > ? FROM day_card", EVENING.isoformat()) == [(1,)]


def test_each_baby_has_its_own_days(cards: SqliteDayCards) -> None:
    days = [replace(CARD, day=DAY + timedelta(days=number)) for number in range(4)]
    for card in (*reversed(days), replace(CARD, baby=NEW.id)):
        cards.keep_card(card)
    assert cards.cards_between(MILA.id, DAY, DAY + timedelta(days=2)) == tuple(days[:3])


def test_feeding_notes_are_found_whatever_their_case_and_accents(cards: SqliteDayCards) -> None:
    cards.keep_card(CARD)
    cards.keep_card(replace(CARD, baby=NEW.id, feeding=""))
    assert cards.cards_with(" BEBE") == (CARD,)
    assert cards.cards_with("spoon") == ()


def test_a_day_of_a_baby_that_nobody_added_is_our_bug(cards: SqliteDayCards) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        cards.keep_card(DayCard("nobody", DAY))


def test_a_day_of_another_length_is_our_bug(cards: SqliteDayCards) -> None:
    with pytest.raises(ValueError, match="quarters"):
        cards.keep_card(replace(CARD, blocks=CARD.blocks[:-1]))


@pytest.mark.parametrize("blocks", ["." * 95, "." * 95 + "x"])
def test_a_day_that_is_not_ours_is_told_not_guessed(
    blocks: str, cards: SqliteDayCards, database: Database
) -> None:
    cards.keep_card(CARD)
    database.rows("UPDATE day_card SET card = json_object('blocks', ?)", blocks)
    with pytest.raises(CompanionError, match="diary-entry-unreadable"):
        cards.card(MILA.id, DAY)
