"""Get help and the plan for crying: from every screen, by one tap or one key, with one hand, spoken."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from companion.domain.help import HelpChoice
from companion.domain.player import Phase
from companion.domain.settings import Settings
from companion.ui.places import PLACES, Page
from tests.fakes import MemorySettings
from tests.ui.conftest import OpenHouse
from tests.ui.house import House
from tests.ui.walker import Walker

K = Qt.Key
CRYING = "When the crying is too much"
FIRST = "Stop the massage. Hold baby close, skin to skin or upright."


def stay(walker: Walker) -> None:
    assert walker.sees("Begin")


def to_check(walker: Walker) -> None:
    walker.click("Begin")


def to_play(walker: Walker) -> None:
    walker.all_fine()
    walker.reach_step(3, into=5.0)


def to_rest(walker: Walker) -> None:
    walker.click("Baby says no")


def to_wrap_up(walker: Walker) -> None:
    walker.click("Finish kindly")


def playing(walker: Walker) -> None:
    to_check(walker)
    to_play(walker)


STAGES = (stay, to_check, to_play, to_rest, to_wrap_up)


def test_help_and_the_crying_plan_are_one_key_away_from_every_screen(walker: Walker) -> None:
    for reach in STAGES:
        reach(walker)
        walker.key(K.Key_F1)
        assert "911" in walker.reads(), reach
        walker.key(K.Key_Escape)
        walker.key(K.Key_F2)
        assert FIRST in walker.reads(), reach
        walker.key(K.Key_Escape)


def test_every_place_and_every_screen_over_the_window_has_both_in_sight(walker: Walker) -> None:
    for page in PLACES:
        walker.window.go(page)
        assert walker.sees("Get help"), page
        assert walker.sees(CRYING), page
    walker.window.go(Page.TODAY)
    for reach in STAGES[1:]:
        reach(walker)
        assert walker.sees("Get help"), reach
        assert walker.sees(CRYING), reach


def test_a_sign_leads_to_what_to_do_about_it_and_says_so(walker: Walker) -> None:
    walker.click("Get help")
    walker.click("Baby is choking.")
    assert walker.sees("Call 911 now")
    assert walker.house.voice.said[-1] == "phrase.say.help.now"
    walker.click("Another sign")
    walker.click("Stools have changed.")
    assert walker.sees("Call your clinic or a nurse")
    assert "204-788-8200" in walker.reads()


def test_a_number_can_be_selected_and_copied(walker: Walker) -> None:
    walker.click("Get help")
    number = walker.find("204-788-8200", QLabel)
    assert number.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert number.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_the_familys_own_numbers_take_the_place_of_the_regions(open_house: OpenHouse) -> None:
    own = HelpChoice(region="elsewhere", own=True, emergency="112", nurse="811", clinic="555-0101")
    walker = open_house(House(settings=MemorySettings(replace(Settings(lead_in=6.0), help=own))))
    walker.click("Get help")
    told = walker.reads()
    assert "Call 112 now" in told
    assert "555-0101" in told
    assert "911" not in told
    assert "204-788-8200" not in told


def test_elsewhere_without_a_number_says_so_and_shows_no_wrong_one(open_house: OpenHouse) -> None:
    away = HelpChoice(region="elsewhere")
    walker = open_house(House(settings=MemorySettings(replace(Settings(lead_in=6.0), help=away))))
    walker.click("Get help")
    assert "Call your emergency number now" in walker.reads()
    assert "911" not in walker.reads()


def test_the_crying_plan_goes_one_spoken_sentence_at_a_time_by_a_clicker(walker: Walker) -> None:
    walker.click(CRYING)
    said = [walker.house.voice.said[-1]]
    for _ in range(5):
        walker.key(K.Key_PageDown)
        said.append(walker.house.voice.said[-1])
    assert said == [f"phrase.help.crying.{number}" for number in range(1, 7)]
    assert "Never, ever shake a baby." in walker.reads()
    assert "9-8-8" in walker.reads()
    walker.key(K.Key_PageUp)
    assert "Take 5 to 10 minutes." in walker.reads()
    assert walker.sees("Breathe slowly")


def test_a_caregiver_at_the_limit_is_one_tap_from_the_crib(walker: Walker) -> None:
    walker.click(CRYING)
    walker.click("I am at my limit")
    assert "Lay baby on the back in the crib." in walker.reads()


def test_a_bouncing_clicker_does_not_skip_a_sentence(walker: Walker) -> None:
    walker.click(CRYING)
    walker.key(K.Key_PageDown)
    walker.bounce(K.Key_PageDown)
    assert "Check: hungry" in walker.reads()


def test_the_crying_plan_stops_the_clock_and_gives_the_session_back(walker: Walker) -> None:
    playing(walker)
    walker.click(CRYING)
    assert walker.phase is Phase.PAUSED
    walker.key(K.Key_PageDown)
    assert walker.state.moment.step == 3
    walker.key(K.Key_Escape)
    assert walker.phase is Phase.PLAYING


def test_crying_and_help_lead_to_each_other(walker: Walker) -> None:
    playing(walker)
    walker.click("Get help")
    walker.click(CRYING)
    assert FIRST in walker.reads()
    walker.click("I am at my limit")
    walker.click("Get help")
    assert walker.sees("Baby is choking.")
    walker.key(K.Key_Escape)
    assert walker.phase is Phase.PLAYING


def test_a_silent_program_stays_silent_in_the_crying_plan(open_house: OpenHouse) -> None:
    walker = open_house(House(settings=MemorySettings(Settings(voice_on=False))))
    walker.click(CRYING)
    assert walker.house.voice.said == []
    assert FIRST in walker.reads()
