"""The caregiver's music goes round, gives way to the voice, and says so when it cannot be played."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from companion.domain.errors import CompanionError
from companion.services.clip_ports import MusicChoice
from companion.video.libvlc import LibVlc
from companion.video.loudness import FADE, GIVE_WAY, LINGER, UNDER_VOICE, Loudness
from companion.video.music import VlcMusic
from tests.video.conftest import until
from tests.video.films import make_sound


class Radio:
    """Music with what it told."""

    def __init__(self, vlc: LibVlc) -> None:
        self.told: list[CompanionError] = []
        self.heard: list[str] = []
        self.music = VlcMusic(vlc, self.told.append, lambda file: self.heard.append(file.name))


@pytest.fixture
def radio(qtbot: QtBot, vlc: LibVlc) -> Iterator[Radio]:
    made = Radio(vlc)
    yield made
    made.music.close()


@pytest.fixture(scope="session")
def tunes(reel: Path) -> tuple[Path, Path]:
    return make_sound(reel / "one.flac", codec="flac"), make_sound(reel / "two.ogg", 30.0, codec="libopus")


def test_files_play_one_after_the_other_and_round_again(
    radio: Radio, tunes: tuple[Path, Path], qtbot: QtBot
) -> None:
    one, _ = tunes
    radio.music.play(MusicChoice((one, one), 0.5))
    until(qtbot, lambda: len(radio.heard) >= 3)
    assert set(radio.heard) == {"one.flac"}


def test_a_file_that_is_no_sound_is_passed_over(
    radio: Radio, tunes: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    letter = tmp_path / "letter.mp3"
    letter.write_text("Dear caregiver")
    radio.music.play(MusicChoice((letter, tmp_path / "gone.mp3", tunes[1]), 0.5))
    until(qtbot, lambda: bool(radio.heard))
    assert radio.heard[0] == "two.ogg"
    assert radio.told == []


def test_a_list_of_addresses_in_the_dress_of_music_is_never_opened(
    radio: Radio, tmp_path: Path, qtbot: QtBot
) -> None:
    stream = tmp_path / "song.mp3"
    stream.write_text("#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:10,\nhttp://127.0.0.1:9/a.ts\n")
    radio.music.play(MusicChoice((stream,), 0.5))
    until(qtbot, lambda: bool(radio.told))
    assert [error.key for error in radio.told] == ["music-unplayable"]
    assert radio.heard == []


def test_music_gives_way_to_the_voice_and_comes_back(
    radio: Radio, tunes: tuple[Path, Path], qtbot: QtBot
) -> None:
    music = radio.music
    music.play(MusicChoice((tunes[1],), 0.8))
    until(qtbot, lambda: music.gain > 0.3)
    music.duck(30.0)
    until(qtbot, lambda: music.gain <= 0.8 * UNDER_VOICE + 0.001)
    music.unduck()
    until(qtbot, lambda: music.gain > 0.5)
    assert radio.told == []


def test_stopping_fades_out_and_playing_again_fades_in(
    radio: Radio, tunes: tuple[Path, Path], qtbot: QtBot
) -> None:
    music = radio.music
    music.play(MusicChoice((tunes[1],), 0.3))
    until(qtbot, lambda: music.gain > 0.05)
    music.stop()
    until(qtbot, lambda: music.gain == 0.0)
    music.play(MusicChoice((tunes[1],), 0.3))
    until(qtbot, lambda: len(radio.heard) == 2)
    assert radio.told == []


def test_a_voice_does_not_wait_for_the_fade_of_the_music() -> None:
    loud = Loudness()
    loud.volume = 0.6
    loud.fade_in(0.0)
    loud.step(FADE)
    assert loud.gain == pytest.approx(0.6)
    loud.duck(FADE, 2.0)
    loud.step(FADE + GIVE_WAY)
    assert loud.gain == pytest.approx(0.6 * UNDER_VOICE)


def test_music_comes_back_by_itself_when_the_words_are_over() -> None:
    loud = Loudness()
    loud.volume = 1.0
    loud.fade_in(0.0)
    loud.step(10.0)
    loud.duck(10.0, 2.0)
    loud.step(11.0)
    wait = loud.next_change(11.0, 0.04)
    assert wait == pytest.approx(1.0 + LINGER)
    loud.step(11.0 + LINGER + 1.0)
    loud.step(30.0)
    assert loud.gain == pytest.approx(1.0)
    assert loud.next_change(30.0, 0.04) is None


def test_another_line_in_time_keeps_the_music_low() -> None:
    loud = Loudness()
    loud.volume = 1.0
    loud.fade_in(0.0)
    loud.step(10.0)
    loud.duck(10.0, 1.0)
    loud.step(11.0)
    loud.duck(11.0, 5.0)
    loud.step(15.0)
    assert loud.gain == pytest.approx(UNDER_VOICE)
