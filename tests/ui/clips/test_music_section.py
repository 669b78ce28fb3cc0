"""The settings of music: files are added and removed, loudness is set and heard."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QSlider
from pytestqt.qtbot import QtBot

from companion.services.clip_ports import MusicChoice
from companion.ui.places import Page
from tests.ui.baby.hands import open_page
from tests.ui.conftest import OpenHouse
from tests.ui.house import House
from tests.ui.walker import Walker

SONGS = (Path("/music/Lullaby.mp3"), Path("/music/Rain.ogg"))


@pytest.fixture
def settings(house: House, open_house: OpenHouse) -> Walker:
    """At the section on music, with two songs at hand."""
    house.films.songs = SONGS
    walker = open_house(house)
    open_page(walker, Page.SETTINGS, "Settings: Music")
    return walker


def choice(walker: Walker) -> MusicChoice:
    return walker.house.films.store.choice


def test_songs_are_added_once_and_stay_in_order(settings: Walker) -> None:
    assert "No music yet." in settings.reads()
    settings.click("Add music")
    settings.click("Add music")
    assert choice(settings).files == SONGS
    assert settings.sees("Lullaby")


def test_a_song_is_removed(settings: Walker) -> None:
    settings.click("Add music")
    settings.click("Remove Lullaby")
    assert choice(settings).files == SONGS[1:]


def test_loudness_is_heard_at_once_and_kept(settings: Walker) -> None:
    settings.click("Add music")
    settings.find("Music volume", QSlider).setValue(65)
    assert choice(settings) == MusicChoice(SONGS, 0.65)
    assert settings.house.films.music.heard == [0.65]


def test_listening_ends_by_hand_or_by_going_away(settings: Walker, qtbot: QtBot) -> None:
    settings.click("Add music")
    settings.click("Listen")
    settings.click("Stop listening")
    settings.click("Listen")
    settings.window.go(Page.TODAY)
    assert [one for one in settings.house.films.music.heard if one == "stop"] == ["stop", "stop"]
