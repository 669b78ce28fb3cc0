"""A clinician's yes: put in as it was said, opens what it names, and can be withdrawn but never lost."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from companion.domain.body import Area
from companion.domain.fit import fit
from companion.domain.safety import Verdict
from companion.domain.timed import Wish
from companion.domain.unlock import TherapistDose, Unlock
from companion.domain.verdict import assess
from companion.ui.places import Page
from tests.domain.safe import situation
from tests.ui.baby.hands import open_page, pick, write
from tests.ui.conftest import OpenHouse
from tests.ui.house import House, a_baby, family_of, library, safety
from tests.ui.walker import Walker

TODAY = date(2026, 11, 18)
OLD = Unlock("Ana Roy", date(2026, 11, 2), frozenset({Area.LEGS}), frozenset({"hip-click"}))


@pytest.fixture
def at_yes(open_house: OpenHouse) -> Walker:
    walker = open_house(House(families=family_of(a_baby(conditions=("hip-click",)))))
    open_page(walker, Page.BABY, "Baby: Therapist’s yes")
    return walker


def unlocks(walker: Walker) -> tuple[Unlock, ...]:
    return walker.house.families.babies()[0].profile.unlocks


def test_a_general_yes_opens_the_parts_that_it_names(at_yes: Walker, qtbot: QtBot) -> None:
    assert "Because of: a hip that clicks" in at_yes.reads()
    at_yes.click("Add a yes")
    write(at_yes, qtbot, "Who said yes", "Ana Roy, PT")
    at_yes.click("Which parts: Chest")
    at_yes.click("Which parts: Face")
    at_yes.click("Keep this yes")
    assert unlocks(at_yes) == (
        Unlock("Ana Roy, PT", TODAY, frozenset({Area.CHEST, Area.FACE}), frozenset({"hip-click"})),
    )
    found = assess(situation(at_yes.house.families.babies()[0].profile), safety())
    assert found.verdict is Verdict.GO_WITH_CHANGES
    assert found.areas == {Area.CHEST, Area.FACE, Area.CONTACT}
    assert "Because of" not in at_yes.reads()
    assert "Counts now" in at_yes.reads()


@pytest.mark.parametrize("missing", ["name", "areas"])
def test_half_a_yes_is_refused_and_the_form_stays(at_yes: Walker, qtbot: QtBot, missing: str) -> None:
    at_yes.click("Add a yes")
    if missing != "name":
        write(at_yes, qtbot, "Who said yes", "Ana Roy")
    if missing != "areas":
        at_yes.click("Which parts: Face")
    at_yes.click("Keep this yes")
    assert "Add the name of your therapist and at least one area" in at_yes.reads()
    assert unlocks(at_yes) == ()
    assert at_yes.sees("A clinician’s yes")


def test_a_yes_of_tomorrow_is_refused(at_yes: Walker, qtbot: QtBot) -> None:
    at_yes.click("Add a yes")
    write(at_yes, qtbot, "Who said yes", "Ana Roy")
    at_yes.click("Which parts: Face")
    pick(at_yes, qtbot, "Given: day", "19")
    at_yes.click("Keep this yes")
    assert "has not come yet" in at_yes.reads()
    assert unlocks(at_yes) == ()


def test_a_yes_without_its_day_is_asked_for_it(at_yes: Walker, qtbot: QtBot) -> None:
    at_yes.click("Add a yes")
    pick(at_yes, qtbot, "Given: day", "Day")
    at_yes.click("Keep this yes")
    assert "Choose the day, month and year" in at_yes.reads()
    assert unlocks(at_yes) == ()


def test_a_withdrawn_yes_stays_in_the_history(open_house: OpenHouse) -> None:
    walker = open_house(House(families=family_of(a_baby(conditions=("hip-click",), unlocks=(OLD,)))))
    open_page(walker, Page.BABY, "Baby: Therapist’s yes")
    walker.click("Withdraw the yes of Ana Roy")
    assert unlocks(walker)[0].withdrawn == TODAY
    assert "Withdrawn on Wednesday, November 18, 2026" in walker.reads()
    assert "Because of: a hip that clicks" in walker.reads()


def test_a_yes_that_does_not_know_everything_says_so(open_house: OpenHouse) -> None:
    baby = a_baby(conditions=("hip-click", "shunt"), unlocks=(OLD,))
    walker = open_house(House(families=family_of(baby)))
    open_page(walker, Page.BABY, "Baby: Therapist’s yes")
    assert "Does not count: given without knowing of a shunt" in walker.reads()


@pytest.mark.parametrize(
    ("routine", "title", "step"),
    [
        ("still-touch", "Still touch", "Hand hug"),
        ("torticollis", "Head turning programme", "Forearm carry"),
        ("repositioning", "Head position card", "Cuddle"),
    ],
)
def test_a_locked_routine_opens_with_its_doses(
    open_house: OpenHouse, qtbot: QtBot, routine: str, title: str, step: str
) -> None:
    walker = open_house(House())
    open_page(walker, Page.BABY, "Baby: Therapist’s yes")
    walker.click("Add a yes")
    walker.click(f"What for: {title}")
    write(walker, qtbot, "Who said yes", "Ana Roy, PT")
    pick(walker, qtbot, f"{step}: how often", "2 times")
    pick(walker, qtbot, f"{step}: how long", "60 seconds")
    walker.click("Keep this yes")
    unlock = unlocks(walker)[0]
    assert unlock.routine == routine
    assert [(dose.times, dose.seconds) for dose in unlock.doses] == [(2, 60.0)]
    known = library()
    profile = walker.house.families.babies()[0].profile
    fitting = fit(known.routines[routine], known.strokes, safety(), situation(profile), Wish())
    assert fitting.plan is not None
    assert [(one.stroke, one.times, one.seconds) for one in fitting.plan.steps if one.times] == [
        (unlock.doses[0].stroke, 2, 60.0)
    ]


def test_a_dose_is_kept_with_its_variant(open_house: OpenHouse, qtbot: QtBot) -> None:
    walker = open_house(House())
    open_page(walker, Page.BABY, "Baby: Therapist’s yes")
    walker.click("Add a yes")
    walker.click("What for: Still touch")
    write(walker, qtbot, "Who said yes", "Ana Roy, PT")
    pick(walker, qtbot, "Resting hands on legs: how often", "Once")
    walker.click("Keep this yes")
    assert unlocks(walker)[0].doses == (TherapistDose("resting-hands", 1, 30.0, "legs"),)
