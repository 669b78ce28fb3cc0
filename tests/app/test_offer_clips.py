"""The films and the music of the whole program, as it is built for a person."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from companion.app.late_sound import LateSound, LateVoice, Sound
from companion.app.offer_clips import clip_context
from companion.services.clip_ports import MusicChoice
from companion.ui.background import Background
from tests.fakes import ManualClock, RecordingChimes, RecordingVoice
from tests.ui.films import RecordingMusic
from tests.ui.real_house import real_house
from tests.video.conftest import h264, reel

__all__ = ["h264", "reel"]


def test_a_film_that_was_kept_is_there_at_the_next_start(
    tmp_path: Path,
    h264: Path,
    qtbot: QtBot,
) -> None:
    with real_house(tmp_path, ManualClock()) as (_, context):
        films = context.clips().library
        candidate = films.check(h264)
        films.keep(candidate, films.proposal(candidate, "toe-roll"))
    with real_house(tmp_path, ManualClock()) as (_, context):
        (clip,) = context.clips().library.of_stroke("toe-roll")
        assert clip.film.seconds == pytest.approx(2.0, abs=0.1)
        assert context.clips().library.poster(clip)


def test_films_and_music_are_made_when_they_are_first_wanted(tmp_path: Path, qtbot: QtBot) -> None:
    with real_house(tmp_path, ManualClock()) as (app, context):
        assert app.sound.music.is_silent
        background = Background()
        made = clip_context(app, background)
        assert not app.sound.music.is_silent
        assert made.music_store.load() == MusicChoice()
        assert context.clips() is context.clips()
        background.close()


def test_music_gives_way_to_the_voice_once_there_is_some() -> None:
    spoken, music = RecordingVoice(), RecordingMusic()
    sound = LateSound(lambda: Sound(spoken, RecordingChimes(), lambda: None))
    voice = LateVoice(sound)
    voice.say("line", "Glide down the leg.")
    sound.music.lend(music)
    voice.say("line", "Glide down the leg.")
    voice.hush()
    assert music.heard == ["duck", "unduck"]


def test_all_that_music_can_do_is_passed_on_and_without_it_nothing_happens() -> None:
    music, choice = RecordingMusic(), MusicChoice((Path("song.mp3"),))
    late = LateSound(lambda: Sound(RecordingVoice(), RecordingChimes(), lambda: None)).music
    for _ in range(2):
        late.play(choice)
        late.set_volume(0.5)
        late.stop()
        late.lend(music)
    assert music.heard == [choice, 0.5, "stop"]


def test_a_voice_that_has_said_nothing_needs_no_sound_to_be_quiet() -> None:
    sound = LateSound(lambda: Sound(RecordingVoice(), RecordingChimes(), lambda: None))
    voice = LateVoice(sound)
    voice.hush()
    assert not sound.is_built
    voice.say("phrase.say.rest", "Rest")
    voice.hush()
    spoken = sound.get().voice
    assert isinstance(spoken, RecordingVoice)
    assert (spoken.said, spoken.speaking) == (["phrase.say.rest"], "")
