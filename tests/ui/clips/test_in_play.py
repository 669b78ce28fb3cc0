"""Films and music in a session: turned to by hand or key, in step with it, and let go of at its end."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from companion.domain.clip import ClipPhase
from companion.services.clip_ports import MusicChoice
from companion.ui.actions import Press
from tests.clip_fakes import HandPlayer, a_clip
from tests.ui.clips.family import STROKE
from tests.ui.conftest import OpenHouse
from tests.ui.house import House
from tests.ui.walker import Walker

SONGS = MusicChoice((Path("/music/lullaby.mp3"),), 0.3)


@pytest.fixture
def player(house: House, open_house: OpenHouse, qtbot: QtBot) -> Walker:
    """At the first step that has a film, of a session with music."""
    house.films.shelf.listed = (a_clip(STROKE),)
    house.films.store.choice = SONGS
    walker = open_house(house)
    walker.window.play(lambda: house.start_session("first-massage"))
    walker.presenter._films.get_ready()
    walker.presenter.act(Press.YES)
    while walker.presenter._playing.state().moment.step < 3:
        walker.presenter.act(Press.YES)
        walker.presenter.act(Press.NEXT)
    return walker


def shown(walker: Walker) -> HandPlayer:
    (player,) = walker.house.films.players
    return player


def test_a_stroke_with_a_film_offers_it_and_the_drawing_comes_first(player: Walker) -> None:
    assert player.sees("Show your film")
    assert not player.house.films.players, "nothing is played before somebody asks"


def test_a_click_turns_to_the_film_and_back(player: Walker) -> None:
    player.click("Show your film")
    assert player.sees("Pause film")
    player.click("Show drawing")
    assert not player.sees("Pause film")
    assert shown(player).state().phase is ClipPhase.EMPTY


def test_the_key_for_films_turns_too(player: Walker) -> None:
    player.key(Qt.Key.Key_F)
    assert player.sees("Show drawing")


def test_a_film_stands_while_the_session_stands(player: Walker) -> None:
    player.click("Show your film")
    player.click("Pause")
    assert shown(player).state().phase is ClipPhase.PAUSED
    player.click("Go on")
    assert shown(player).state().phase is ClipPhase.PLAYING


def test_a_film_that_was_stopped_by_hand_stays_so(player: Walker) -> None:
    player.click("Show your film")
    player.click("Pause film")
    player.click("Pause")
    player.click("Go on")
    assert shown(player).state().phase is ClipPhase.PAUSED


def test_a_pause_is_told_below_the_film(player: Walker) -> None:
    player.click("Show your film")
    player.click("Pause")
    assert "Paused. Take your time." in player.reads()


def test_a_stroke_without_a_film_shows_its_drawing(player: Walker) -> None:
    player.click("Show your film")
    player.presenter.act(Press.NEXT)
    assert not player.sees("Show drawing")
    assert not player.sees("Show your film")


def test_the_music_begins_with_the_session_and_ends_with_it(player: Walker) -> None:
    music = player.house.films.music
    assert music.heard == [SONGS]
    player.window.close()
    assert music.heard == [SONGS, "stop"]


def test_the_end_lets_go_of_the_films(player: Walker) -> None:
    player.click("Show your film")
    player.window.close()
    assert shown(player).closed


def test_a_family_without_music_hears_none(house: House, open_house: OpenHouse) -> None:
    walker = open_house(house)
    walker.window.play(lambda: house.start_session("first-massage"))
    walker.presenter._films.get_ready()
    assert house.films.music.heard == []
