"""Two babies together: each is asked about, each has its plan, and the player says whose turn it is."""

import pytest
from PySide6.QtCore import Qt

from companion.domain.family import Caregiver
from companion.domain.session import SessionStatus
from companion.ui.actions import Press
from tests.fakes import MemoryFamilies
from tests.ui.conftest import OpenHouse
from tests.ui.house import House, a_baby, family_of
from tests.ui.walker import Walker

DIFFERENT = "Something is different"


@pytest.fixture
def both(open_house: OpenHouse) -> Walker:
    """In front of the window of a family with two well babies, past the first question."""
    walker = open_house(House(families=family_of(a_baby(weeks=20), a_baby("Noah", 20))))
    walker.click("Begin")
    walker.click("For: Both")
    return walker


def test_each_is_asked_about_and_both_begin(both: Walker) -> None:
    assert "Mila · 20 weeks old" in both.reads()
    both.click("All fine today")
    assert "Noah · 20 weeks old" in both.reads()
    both.click("All fine today")
    assert both.house.voice.said == ["phrase.say.plan.both"]
    both.click("Begin")
    words = both.reads()
    assert "Mila · You and baby" in words
    (first, _), (second, _) = both.presenter._playing.parts
    occasions = [both.house.journal.occasion(session) for session in (first, second)]
    assert [one.baby for one in occasions if one] == ["baby-mila", "baby-noah"]


def test_the_turn_of_the_other_is_shown(both: Walker) -> None:
    both.click("All fine today")
    both.click("All fine today")
    both.click("How do they take turns?: Each stroke on both")
    both.click("Begin")
    both.reach_step(1)
    assert "Noah · You and baby" in both.reads()


def test_one_that_may_not_leaves_the_other_alone(both: Walker) -> None:
    both.click("All fine today")
    both.click(DIFFERENT)
    both.click("A fever")
    both.click("Go on")
    words = both.reads()
    assert "Not both today" in words
    assert "Baby has a fever." in words
    assert not both.sees("Begin")
    both.click("Only Mila")
    assert "Good to go" in both.reads()
    both.click("Begin")
    assert both.presenter._playing.whose == ()


def test_one_that_needs_help_comes_first(both: Walker) -> None:
    both.click("I see a sign that worries me")
    both.click("Go on")
    both.click("All fine today")
    assert not both.sees("Begin")
    assert not both.sees("Only Noah")
    assert both.sees("Get help")


def test_each_has_a_wrap_up_and_an_entry_of_its_own(both: Walker) -> None:
    both.click("All fine today")
    both.click("All fine today")
    both.click("Begin")
    sessions = [session for session, _ in both.presenter._playing.parts]
    both.let_pass(30)
    both.presenter.act(Press.FINISH_KINDLY)
    assert "Mila ·" in both.reads()
    both.click("Save")
    assert "Noah ·" in both.reads()
    both.click("Save")
    assert both.sees("Choose another")
    for session in sessions:
        record = both.house.journal.session(session)
        assert record
        assert record.status is SessionStatus.STOPPED


def test_a_window_closed_in_the_middle_goes_on_with_both(both: Walker, open_house: OpenHouse) -> None:
    both.click("All fine today")
    both.click("All fine today")
    both.click("How do they take turns?: Each stroke on both")
    both.click("Begin")
    both.reach_step(9, into=3.0)
    before = both.state.index
    both.window.close()
    later = House(journal=both.house.journal, families=both.house.families, clock=both.house.clock)
    walker = open_house(later)
    walker.click("Carry on")
    assert walker.state.index == before
    assert set(walker.presenter._playing.whose) == {"Mila", "Noah"}


def test_one_of_two_can_still_be_massaged_alone(both: Walker) -> None:
    both.click("For: Noah")
    both.all_fine()
    occasion = both.house.journal.occasion(both.presenter._playing.session)
    assert occasion
    assert (occasion.baby, occasion.twins) == ("baby-noah", "")


def test_who_massages_both_is_one_tap(open_house: OpenHouse) -> None:
    families = family_of(a_baby(weeks=20), a_baby("Noah", 20))
    families.keep_caregiver(Caregiver("ana", "Ana"))
    families.keep_caregiver(Caregiver("sam", "Sam"))
    walker = open_house(House(families=families))
    for name in ("Begin", "For: Both", "All fine today", "All fine today", "Who massages?: Ana", "Begin"):
        walker.click(name)
    occasions = [walker.house.journal.occasion(session) for session, _ in walker.presenter._playing.parts]
    assert [one.caregiver for one in occasions if one] == ["ana", "ana"]


def test_a_single_baby_is_not_offered_as_two(walker: Walker) -> None:
    walker.click("Begin")
    assert not walker.sees("For: Both")


def test_three_babies_are_massaged_one_by_one(open_house: OpenHouse) -> None:
    families: MemoryFamilies = family_of(a_baby(), a_baby("Noah"), a_baby("Zoe"))
    walker = open_house(House(families=families))
    walker.click("Begin")
    assert walker.sees("For: Zoe")
    assert not walker.sees("For: Both")


def test_a_no_of_one_is_not_held_against_the_other(both: Walker) -> None:
    both.click("All fine today")
    both.click("All fine today")
    both.click("How do they take turns?: Each stroke on both")
    both.click("Begin")
    for step in (0, 1):
        both.reach_step(step, into=1.0)
        both.key(Qt.Key.Key_S)
        both.click("Looks away")
        assert "Baby may need a little break." in both.reads()
        both.click("Carry on")
    both.key(Qt.Key.Key_S)
    both.click("Frowns")
    assert "A few small signs at once mean no." in both.reads()
