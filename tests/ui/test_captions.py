"""What is said is written too, for as long as it is said."""

from PySide6.QtCore import Qt

from companion.domain.settings import Settings
from companion.ui.player.caption import Caption
from tests.fakes import MemorySettings
from tests.ui.conftest import OpenHouse
from tests.ui.house import House
from tests.ui.walker import Walker


def written(walker: Walker) -> str:
    captions = [one for one in walker.window.findChildren(Caption) if one.isVisible()]
    return captions[0].text() if captions else ""


def test_the_words_being_spoken_are_written_on_the_picture(walker: Walker) -> None:
    walker.begin()
    walker.let_pass(0.5)
    assert written(walker) == walker.house.voice.texts[-1]


def test_the_words_go_when_they_have_been_said(walker: Walker) -> None:
    walker.begin()
    walker.reach_step(1, into=20.0)
    assert written(walker) == ""


def test_captions_go_on_with_the_voice_off(open_house: OpenHouse) -> None:
    walker = open_house(House(settings=MemorySettings(Settings(lead_in=6.0, voice_on=False))))
    walker.begin()
    walker.let_pass(0.5)
    assert written(walker)


def test_captions_can_be_off(open_house: OpenHouse) -> None:
    walker = open_house(House(settings=MemorySettings(Settings(lead_in=6.0, captions=False))))
    walker.begin()
    walker.let_pass(0.5)
    assert written(walker) == ""


def test_a_pause_takes_the_words_away_and_going_on_brings_them_back(walker: Walker) -> None:
    walker.begin()
    walker.let_pass(0.5)
    walker.key(Qt.Key.Key_Space)
    assert written(walker) == ""
    walker.key(Qt.Key.Key_Space)
    walker.let_pass(0.3)
    assert written(walker)


def test_a_rest_is_captioned_too(walker: Walker) -> None:
    walker.begin()
    walker.reach_step(3, into=5.0)
    walker.click("Baby says no")
    assert written(walker).startswith("You heard baby.")
