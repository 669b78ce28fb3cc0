"""The first start: a calm way in that may be skipped, and never more than a minute to the first stroke."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from companion.domain.baby import Answer, BabyProfile, born_in
from companion.domain.errors import CompanionError
from companion.domain.family import Baby
from companion.ui.main_window import open_window
from companion.ui.settings.context import HomeContext
from companion.ui.welcome.first import is_first_start
from tests.fakes import ManualClock, MemoryFamilies
from tests.ui.baby.hands import pick
from tests.ui.conftest import OpenHouse
from tests.ui.house import House, a_baby, family_of, keep_file
from tests.ui.real_house import real_house
from tests.ui.walker import Walker

EARLY, NAVEL, KNOW = (
    "Was baby born early?",
    "Has the cord come off, and is the navel dry and healed?",
    "Does any of this fit your baby?",
)


class BrokenFamilies(MemoryFamilies):
    """A family that can be read and not kept."""

    def keep_baby(self, baby: Baby) -> None:
        raise CompanionError("disk-full")


@pytest.fixture
def newcomer(open_house: OpenHouse) -> Walker:
    return open_house(House(families=family_of()))


def profile(walker: Walker) -> BabyProfile:
    (baby,) = walker.house.families.babies()
    return baby.profile


def test_welcome_comes_once_and_only_where_nobody_is_known(newcomer: Walker, open_house: OpenHouse) -> None:
    assert newcomer.sees("Welcome")
    newcomer.click("Start now, tell us later")
    again = open_house(House(families=newcomer.house.families))
    assert not again.sees("Welcome")
    assert again.sees("Begin")


def test_where_something_was_done_nobody_is_welcomed_again(open_house: OpenHouse) -> None:
    house = House(families=family_of())
    playback = house.start_session("first-massage")
    house.journal.begin(playback.session, playback.plan, house.clock.wall())
    assert not is_first_start(house.context())


def test_one_action_leads_past_it_and_nothing_is_taken_as_known(newcomer: Walker) -> None:
    newcomer.click("Start now, tell us later")
    assert newcomer.sees("Begin")
    known = profile(newcomer)
    assert known == BabyProfile(known.id)
    assert newcomer.house.settings.load().baby == known.id


def test_what_is_told_is_kept(newcomer: Walker, qtbot: QtBot) -> None:
    qtbot.keyClicks(newcomer.find("What do you call your baby?", QLineEdit), "Momo")
    pick(newcomer, qtbot, "Born: month", "August")
    pick(newcomer, qtbot, "Born: year", "2026")
    newcomer.click("Next")
    newcomer.click(f"{EARLY}: Yes, before 37 weeks")
    pick(newcomer, qtbot, "Weeks of pregnancy at birth", "35")
    newcomer.click(f"{NAVEL}: Yes")
    newcomer.click(f"{KNOW}: None of these")
    newcomer.click("Baby’s skin tone 6")
    newcomer.click("Your skin tone 1")
    newcomer.click("Start")
    known = profile(newcomer)
    assert known == BabyProfile(known.id, "Momo", born_in(2026, 8), 5, Answer.YES, ())
    settings = newcomer.house.settings.load()
    assert (settings.baby, settings.baby_tone, settings.adult_tone) == (known.id, 6, 1)
    assert "Momo · 6 weeks old, counted from the due date" in newcomer.reads()


def test_enter_in_the_name_leads_on_and_escape_back(newcomer: Walker, qtbot: QtBot) -> None:
    name = newcomer.find("What do you call your baby?", QLineEdit)
    qtbot.keyClicks(name, "Momo")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert newcomer.sees(EARLY)
    newcomer.key(Qt.Key.Key_Escape)
    assert newcomer.find("What do you call your baby?", QLineEdit).text() == "Momo"
    newcomer.click("Next")
    newcomer.click("Back")
    assert newcomer.sees("Next")


def test_something_that_fits_leads_to_the_whole_list(newcomer: Walker, qtbot: QtBot) -> None:
    newcomer.click("Next")
    newcomer.click(f"{KNOW}: Something fits")
    newcomer.click("Start")
    assert profile(newcomer).conditions is None
    qtbot.waitUntil(lambda: newcomer.sees("A hip that clicks, or hips not checked yet: Yes"))


def test_a_birth_to_come_is_not_taken(newcomer: Walker, qtbot: QtBot) -> None:
    pick(newcomer, qtbot, "Born: month", "December")
    qtbot.keyClicks(newcomer.find("Born: year"), "2026")
    assert "That day has not come yet" in newcomer.reads()
    newcomer.click("All right")
    newcomer.click("Start now, tell us later")
    assert profile(newcomer).birth is None


def test_help_is_one_tap_from_the_first_screen_on(newcomer: Walker) -> None:
    newcomer.click("Get help")
    assert "911" in newcomer.reads()


def test_what_cannot_be_kept_is_told_and_stops_nobody(open_house: OpenHouse) -> None:
    walker = open_house(House(families=BrokenFamilies()))
    walker.click("Start now, tell us later")
    assert "The disk is full" in walker.reads()
    assert walker.sees("Begin")


def test_the_language_is_asked_where_there_is_more_than_one(newcomer: Walker, open_house: OpenHouse) -> None:
    assert not newcomer.sees("Language")
    home = HomeContext(lambda: ("en", "fr"), keep_file, lambda: False)
    walker = open_house(House(families=family_of(), home=home))
    walker.click("Language: Français")
    assert walker.house.settings.load().language == "fr"
    assert "counts from the next start" in walker.reads()


def test_from_the_first_start_to_the_first_step_in_ten_actions_with_every_safety_answer(
    tmp_path: Path, qtbot: QtBot
) -> None:
    """On real files. Ten taps of a few seconds each; from then on three from Today."""
    with real_house(tmp_path, ManualClock()) as (app, context):
        window = open_window(context)
        qtbot.addWidget(window)
        window.show()
        walker = Walker(House(), window, qtbot)
        pick(walker, qtbot, "Born: month", "August")
        pick(walker, qtbot, "Born: year", "2026")
        way = [
            "Next",
            f"{EARLY}: No, at 37 weeks or later",
            f"{NAVEL}: Yes",
            f"{KNOW}: None of these",
            "Start",
        ]
        again = ["Begin", "All fine today", "Begin"]
        for name in (*way, *again):
            walker.click(name)
        actions = 2 + len(way) + len(again)
        assert walker.presenter.is_ticking
        assert walker.presenter._playing.plan.routine == "first-massage"
        assert actions <= 10
        (baby,) = app.families.babies()
        assert baby.profile.birth == born_in(2026, 8)
        occasion = app.diary.occasion(walker.presenter._playing.session)
        assert occasion is not None
        assert occasion.baby == baby.id
        window.close()


def test_afterwards_three_actions_lead_from_today_into_play(walker: Walker) -> None:
    for name in ("Begin", "All fine today", "Begin"):
        walker.click(name)
    assert walker.presenter.is_ticking


def test_a_baby_who_is_known_is_no_first_start() -> None:
    assert not is_first_start(House(families=family_of(a_baby())).context())
    assert is_first_start(House(families=family_of()).context())
