"""The profile of a baby: kept at each change, honest about what is not known, and for several babies."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from companion.domain.baby import Answer, BabyProfile, Birth, born_in, born_on
from companion.domain.family import Baby
from companion.domain.safety import Verdict
from companion.domain.timed import Wish
from companion.ui.baby.ages import age_words, careful_lines
from companion.ui.places import Page
from tests.domain.safe import TUMMY, fitted, situation, strokes_in
from tests.domain.safe import baby as well_baby
from tests.ui.baby.hands import open_page, pick, write
from tests.ui.conftest import OpenHouse
from tests.ui.house import House, a_baby, family_of, library, safety_words
from tests.ui.walker import Walker

NOBODY_ASKED = Baby(BabyProfile("new"))


@pytest.fixture
def at_baby(walker: Walker) -> Walker:
    open_page(walker, Page.BABY)
    return walker


def profile(walker: Walker) -> BabyProfile:
    return walker.house.families.babies()[0].profile


def visit(open_house: OpenHouse, *babies: Baby) -> Walker:
    walker = open_house(House(families=family_of(*babies)))
    open_page(walker, Page.BABY)
    return walker


@pytest.mark.parametrize(
    ("press", "field", "expected"),
    [
        ("Navel healed: Not yet", "navel_healed", Answer.NO),
        ("Navel healed: Not sure", "navel_healed", Answer.UNKNOWN),
        ("Was baby born early?: Not sure", "weeks_early", None),
    ],
)
def test_each_answer_is_kept_at_once(at_baby: Walker, press: str, field: str, expected: object) -> None:
    at_baby.click(press)
    assert getattr(profile(at_baby), field) == expected


def test_a_name_is_kept_when_the_line_is_left(at_baby: Walker, qtbot: QtBot) -> None:
    write(at_baby, qtbot, "Name", "  Momo ")
    assert profile(at_baby).nickname == "Momo"


def test_a_birth_is_a_day_or_only_a_month(open_house: OpenHouse, qtbot: QtBot) -> None:
    walker = visit(open_house, NOBODY_ASKED)
    pick(walker, qtbot, "Born: month", "August")
    assert profile(walker).birth is None
    pick(walker, qtbot, "Born: year", "2026")
    assert profile(walker).birth == born_in(2026, 8)
    pick(walker, qtbot, "Born: day", "20")
    assert profile(walker).birth == born_on(date(2026, 8, 20))


def test_a_day_that_the_month_does_not_have_is_its_last(open_house: OpenHouse, qtbot: QtBot) -> None:
    walker = visit(open_house, NOBODY_ASKED)
    for name, words in (("day", "31"), ("month", "February"), ("year", "2026")):
        pick(walker, qtbot, f"Born: {name}", words)
    assert profile(walker).birth == born_on(date(2026, 2, 28))
    assert walker.find("Born: day", QComboBox).currentText() == "28"


def test_a_birth_that_has_not_come_yet_is_refused_and_what_was_known_stays(
    at_baby: Walker, qtbot: QtBot
) -> None:
    before = profile(at_baby).birth
    qtbot.keyClicks(at_baby.find("Born: month", QComboBox), "December")
    assert "That day has not come yet" in at_baby.reads()
    assert profile(at_baby).birth == before


def test_an_early_birth_counts_when_its_weeks_are_told(at_baby: Walker, qtbot: QtBot) -> None:
    at_baby.click("Was baby born early?: Yes, before 37 weeks")
    assert profile(at_baby).weeks_early is None
    pick(at_baby, qtbot, "Weeks of pregnancy at birth", "35")
    assert profile(at_baby).weeks_early == 5
    assert profile(at_baby).born_early is Answer.YES
    assert "12 weeks old · counted from the due date: 7 weeks old" in at_baby.reads()


def test_an_early_birth_of_which_only_the_list_knew_gives_way_to_its_weeks(
    open_house: OpenHouse, qtbot: QtBot
) -> None:
    walker = visit(open_house, a_baby(weeks_early=None, conditions=("preterm", "hip-click")))
    walker.click("Was baby born early?: No, at 37 weeks or later")
    assert profile(walker).conditions == ("hip-click",)
    assert profile(walker).born_early is Answer.NO


@pytest.mark.parametrize(
    ("birth", "told"),
    [
        (None, "Age not known yet"),
        (born_on(date(2026, 11, 14)), "less than a week old"),
        (born_in(2026, 11), "only a few weeks old"),
        (born_on(date(2026, 10, 1)), "6 weeks old"),
        (born_on(date(2025, 11, 1)), "12 months old"),
    ],
)
def test_the_age_is_told_in_plain_words(birth: Birth | None, told: str) -> None:
    known = a_baby(birth=birth).profile
    assert age_words(known, date(2026, 11, 18), safety_words(), library().words) == told


@pytest.mark.parametrize(
    ("unknown", "told"),
    [
        ({"birth": None}, "taken as a newborn"),
        ({"weeks_early": None}, "no massage yet"),
        ({"navel_healed": Answer.UNKNOWN}, "no strokes on the tummy"),
        ({"conditions": None}, "Look at the short list"),
        ({"unsure": ("hip-click",)}, "a clinician has to say yes first"),
    ],
)
def test_what_is_not_known_says_what_is_done_until_then(unknown: dict[str, object], told: str) -> None:
    lines = list(careful_lines(well_baby(12, **unknown)))
    assert len(lines) == 1
    assert told in lines[0]


def test_the_careful_path_is_told_until_all_is_known(open_house: OpenHouse) -> None:
    walker = visit(open_house, a_baby(navel_healed=Answer.UNKNOWN))
    assert "no strokes on the tummy" in walker.reads()
    walker.click("Navel healed: Yes")
    assert "While we do not know" not in walker.reads()


def test_what_is_said_of_the_careful_path_is_what_the_rules_do() -> None:
    assert list(careful_lines(well_baby())) == []
    newborn = fitted("first-massage", situation(well_baby(birth=None)))
    assert {"shorter.age.unknown", "lighter.light-only.unknown"} <= {reason.key for reason in newborn.reasons}
    assert fitted("full-body", situation(well_baby(birth=None))).plan is None
    for unknown in (well_baby(weeks_early=None), well_baby(conditions=None)):
        assert fitted("first-massage", situation(unknown)).verdict is Verdict.NOT_TODAY
    open_navel = fitted("full-body", situation(well_baby(navel_healed=Answer.UNKNOWN)), Wish())
    assert open_navel.plan is not None
    assert not TUMMY & strokes_in(open_navel)
    assert "no-oil.navel-open.unknown" in {reason.key for reason in open_navel.no_oil}


def test_a_tone_is_the_babys_own_and_worn_by_the_pictures(at_baby: Walker) -> None:
    at_baby.click("Baby’s skin tone 5")
    assert at_baby.house.families.babies()[0].tone == 5
    assert at_baby.house.settings.load().baby_tone == 5


def test_one_tap_means_another_baby_here_and_on_today(open_house: OpenHouse) -> None:
    walker = visit(open_house, a_baby("Mila"), replace(a_baby("Noa", 30), tone=6))
    walker.click("Baby: Noa")
    assert "6 months old" in walker.reads()
    walker.window.go(Page.TODAY)
    assert "Noa · 6 months old" in walker.reads()
    walker.click("Baby: Mila")
    assert "Mila · 12 weeks old" in walker.reads()
    assert walker.house.settings.load().baby == "baby-mila"


def test_one_baby_is_named_on_today_without_anything_to_choose(walker: Walker) -> None:
    assert "Mila · 12 weeks old" in walker.reads()
    assert not walker.sees("Babies")


def test_on_today_an_early_baby_is_as_old_as_counted_from_the_due_date(open_house: OpenHouse) -> None:
    walker = open_house(House(families=family_of(a_baby(weeks_early=5))))
    assert "Mila · 7 weeks old, counted from the due date" in walker.reads()


def test_a_baby_is_added_with_one_tap_and_named_later(at_baby: Walker, qtbot: QtBot) -> None:
    at_baby.click("Add a baby")
    assert at_baby.sees("Baby: Baby 2")
    write(at_baby, qtbot, "Name", "Noa")
    assert [one.profile.nickname for one in at_baby.house.families.babies()] == ["Mila", "Noa"]
    assert at_baby.sees("Baby: Noa")


def test_a_baby_is_put_away_and_taken_back_without_a_question(at_baby: Walker) -> None:
    at_baby.click("Put this baby away")
    assert "Nobody is here yet" in at_baby.reads()
    at_baby.click("Take Mila back")
    assert not at_baby.house.families.babies()[0].archived
    assert at_baby.sees("Name")


def test_where_nobody_is_known_one_tap_adds_a_baby(open_house: OpenHouse) -> None:
    archived = replace(a_baby(), archived=True)
    walker = visit(open_house, archived)
    walker.click("Add your baby")
    assert len(walker.house.families.babies()) == 2
    assert walker.sees("Name")


def test_what_a_baby_likes_is_picked_from_the_strokes(at_baby: Walker) -> None:
    at_baby.click("Choose what baby likes")
    at_baby.click("Legs & feet: Toe roll")
    at_baby.click("Chest: Butterfly")
    at_baby.click("Close")
    assert profile(at_baby).likes == ("toe-roll", "butterfly")
    assert "Toe roll · Butterfly" in at_baby.reads()
