"""A family in a few words: everything may be left out, and nothing that a clinician said is lost."""

import itertools
from dataclasses import replace
from datetime import date

import pytest

from companion.domain.baby import Answer
from companion.domain.body import Area
from companion.domain.errors import CompanionError
from companion.domain.occasion import Occasion
from companion.domain.session import Reflection
from companion.domain.unlock import Unlock
from companion.services import families as service
from companion.services.ports import Families
from tests.fakes import MORNING, MemoryFamilies, MemoryJournal, first_massage

TODAY = date(2026, 11, 18)
YES = Unlock("R. Tremblay", date(2026, 11, 1), frozenset({Area.LEGS}))


@pytest.fixture
def families() -> Families:
    return MemoryFamilies()


def new_ids() -> "itertools.count[int]":
    return itertools.count(1)


def test_a_baby_is_added_in_one_word_or_none(families: Families) -> None:
    ids = (f"id-{number}" for number in new_ids())
    mila = service.add_baby(families, lambda: next(ids), "  Mila ")
    nobody = service.add_baby(families, lambda: next(ids))
    assert (mila.id, mila.profile.nickname, nobody.profile.nickname) == ("id-1", "Mila", "")
    assert families.babies() == (mila, nobody)


def test_a_changed_baby_comes_back_as_it_is_kept(families: Families) -> None:
    mila = service.add_baby(families, lambda: "one", "Mila")
    healed = replace(mila, profile=replace(mila.profile, navel_healed=Answer.YES, nickname=" Mi "))
    kept = service.change_baby(families, healed)
    assert (kept.profile.navel_healed, kept.profile.nickname) == (Answer.YES, "Mi")


def test_an_archived_baby_is_offered_nowhere_and_can_come_back(families: Families) -> None:
    service.add_baby(families, lambda: "one")
    service.add_baby(families, lambda: "two")
    service.archive_baby(families, "one")
    offered = service.chosen_baby(families, "one")
    assert offered is not None
    assert offered.id == "two"
    service.archive_baby(families, "one", archived=False)
    again = service.chosen_baby(families, "one")
    assert again is not None
    assert again.id == "one"


def test_a_home_without_babies_offers_none(families: Families) -> None:
    assert service.chosen_baby(families, "") is None


def test_caregivers_are_added_and_renamed(families: Families) -> None:
    ana = service.add_caregiver(families, lambda: "ana", " Ana")
    service.change_caregiver(families, replace(ana, name="Anna ", archived=True))
    assert families.caregivers() == (replace(ana, name="Anna", archived=True),)


def test_a_yes_is_kept_with_its_baby_and_withdrawn_with_a_date(families: Families) -> None:
    service.add_baby(families, lambda: "one")
    noted = service.note_unlock(families, "one", replace(YES, therapist=" R. Tremblay "), TODAY)
    assert noted.profile.unlocks == (YES,)
    ended = service.withdraw_unlock(families, "one", YES, TODAY)
    assert ended.profile.unlocks == (replace(YES, withdrawn=TODAY),)


@pytest.mark.parametrize(
    ("unlock", "key"),
    [
        (replace(YES, therapist="  "), "unlock-incomplete"),
        (replace(YES, areas=frozenset()), "unlock-incomplete"),
        (replace(YES, given=date(2026, 11, 19)), "unlock-in-future"),
    ],
)
def test_a_yes_without_name_area_or_day_is_not_kept(unlock: Unlock, key: str, families: Families) -> None:
    service.add_baby(families, lambda: "one")
    with pytest.raises(CompanionError, match=key):
        service.note_unlock(families, "one", unlock, TODAY)
    assert service.baby_called(families, "one").profile.unlocks == ()


def test_who_massaged_is_one_tap_and_leaves_the_other_answers() -> None:
    journal = MemoryJournal()
    journal.begin("one", first_massage(), MORNING, Occasion(caregiver="ana"))
    service.wrap_up(journal, "one", Reflection(note="good", comfort=4, confidence=10))
    service.who_massaged(journal, "one", "ben")
    record = journal.session("one")
    assert record is not None
    assert (record.caregiver, record.reflection.note) == ("ben", "good")


def test_who_massaged_in_no_session_is_our_bug() -> None:
    with pytest.raises(KeyError):
        service.who_massaged(MemoryJournal(), "one", "ben")


@pytest.mark.parametrize("wrong", [Reflection(comfort=5), Reflection(confidence=11), Reflection(comfort=-1)])
def test_answers_that_no_screen_offers_are_our_bug(wrong: Reflection) -> None:
    with pytest.raises(ValueError, match="comfort"):
        service.wrap_up(MemoryJournal(), "one", wrong)
