"""Things to know: nothing is kept before the list was looked at, and not being sure is an answer."""

import pytest

from companion.domain.baby import BabyProfile
from companion.domain.family import Baby
from companion.ui.places import Page
from tests.ui.baby.hands import open_page
from tests.ui.conftest import OpenHouse
from tests.ui.house import House, a_baby, family_of, safety, safety_words
from tests.ui.walker import Walker

ASK = "Does any of this fit your baby?"
HIP, SHUNT = "A hip that clicks, or hips not checked yet", "A shunt in the head"


def at_list(open_house: OpenHouse, baby: Baby) -> Walker:
    walker = open_house(House(families=family_of(baby)))
    open_page(walker, Page.BABY, "Baby: Things to know")
    return walker


def profile(walker: Walker) -> BabyProfile:
    return walker.house.families.babies()[0].profile


@pytest.fixture
def asked_first(open_house: OpenHouse) -> Walker:
    return at_list(open_house, a_baby(conditions=None))


def test_one_tap_is_enough_when_nothing_fits(asked_first: Walker) -> None:
    assert "A problem with the heart or the breathing" in asked_first.reads()
    asked_first.click(f"{ASK}: None of these")
    assert (profile(asked_first).conditions, profile(asked_first).unsure) == ((), ())


def test_nothing_is_kept_before_the_list_is_done(asked_first: Walker) -> None:
    asked_first.click(f"{ASK}: Something fits")
    asked_first.click(f"{HIP}: Yes")
    asked_first.click(f"{SHUNT}: Not sure")
    assert profile(asked_first).conditions is None
    asked_first.click("That is all")
    assert profile(asked_first).conditions == ("hip-click",)
    assert profile(asked_first).unsure == ("shunt",)


def test_once_answered_each_tap_is_kept(open_house: OpenHouse) -> None:
    walker = at_list(open_house, a_baby(conditions=("hip-click",)))
    walker.click(f"{SHUNT}: Yes")
    walker.click(f"{HIP}: No")
    assert profile(walker).conditions == ("shunt",)
    walker.click(f"{SHUNT}: No")
    assert profile(walker).conditions == ()


def test_the_answer_can_be_taken_back(open_house: OpenHouse) -> None:
    walker = at_list(open_house, a_baby(conditions=("hip-click",), unsure=("shunt",)))
    walker.click(f"{ASK}: Later")
    assert (profile(walker).conditions, profile(walker).unsure) == (None, ())


def test_the_whole_list_is_asked_but_for_the_early_birth(asked_first: Walker) -> None:
    asked_first.click(f"{ASK}: Something fits")
    wanted = {
        safety_words().conditions[name].title
        for name, condition in safety().conditions.items()
        if condition.always and name != "preterm"
    }
    assert len(wanted) > 30
    assert all(asked_first.sees(f"{title}: Not sure") for title in wanted)


def test_an_early_birth_known_from_the_list_stays(open_house: OpenHouse) -> None:
    walker = at_list(open_house, a_baby(weeks_early=None, conditions=("preterm",)))
    walker.click(f"{ASK}: None of these")
    assert profile(walker).conditions == ("preterm",)


def test_what_only_a_newer_list_knows_is_shown_by_its_name(open_house: OpenHouse) -> None:
    walker = at_list(open_house, a_baby(conditions=("glass-bones",)))
    assert walker.sees("glass-bones: Yes")
    walker.click("glass-bones: No")
    assert profile(walker).conditions == ()


def test_another_baby_has_a_list_of_its_own(open_house: OpenHouse) -> None:
    house = House(
        families=family_of(a_baby("Mila", conditions=("hip-click",)), a_baby("Noa", conditions=None))
    )
    walker = open_house(house)
    open_page(walker, Page.BABY, "Baby: Things to know")
    walker.click("Baby: Noa")
    walker.click(f"{ASK}: None of these")
    mila, noa = house.families.babies()
    assert (mila.profile.conditions, noa.profile.conditions) == (("hip-click",), ())
