"""The sound track of a film: shipped lines when they say what is written, other words spoken, chimes beneath."""

from array import array
from pathlib import Path

import pytest

from companion.domain.spoken import text_hash
from companion.sound.device import RATE
from companion.sound.narration import ShippedLine, line_file, write_manifest
from companion.sound.track import SoundTrack

CHIMES = Path(__file__).parents[2] / "media" / "chimes"
SHIPPED = Path(__file__).parents[2] / "media" / "narration" / "en"
LINE, TEXT = "phrase.say.half-way", "You are half way."
MADE = array("h", [9000] * RATE)


class Speaker:
    """Says a second of anything, and remembers what."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def __call__(self, text: str) -> "array[int] | None":
        self.said.append(text)
        return MADE


@pytest.fixture
def speaker() -> Speaker:
    return Speaker()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Narration of one line."""
    line_file(tmp_path, LINE).write_bytes(line_file(SHIPPED, LINE).read_bytes())
    write_manifest(tmp_path, {LINE: ShippedLine(text_hash(TEXT), 1.0)})
    return tmp_path


def loudest(samples: "bytes | array[int]") -> int:
    return max(abs(sample) for sample in memoryview(bytes(samples)).cast("h"))


def test_a_shipped_line_is_heard_as_it_was_recorded(folder: Path, speaker: Speaker) -> None:
    track = SoundTrack(folder, CHIMES, speaker)
    track.say(LINE, TEXT)
    assert track.speaking
    assert loudest(track.mix(RATE)) > 1000
    assert speaker.said == []


def test_a_line_that_says_something_else_by_now_is_spoken_anew(folder: Path, speaker: Speaker) -> None:
    track = SoundTrack(folder, CHIMES, speaker)
    track.say(LINE, "You are nearly there.")
    assert speaker.said == ["You are nearly there."]
    assert loudest(track.mix(RATE)) == 9000
    assert not track.speaking


def test_a_line_that_cannot_be_spoken_is_noted_and_takes_its_time(folder: Path) -> None:
    track = SoundTrack(folder, CHIMES, lambda _text: None)
    track.say("phrase.other", "Five words are said here.")
    track.mix(2 * RATE)
    assert track.speaking
    track.mix(RATE)
    assert not track.busy
    assert track.silent == ["phrase.other"]


def test_hush_ends_a_line_at_once(folder: Path, speaker: Speaker) -> None:
    track = SoundTrack(folder, CHIMES, speaker)
    track.say(LINE, "Something new.")
    track.mix(100)
    track.hush()
    assert not track.speaking
    track.mix(RATE)
    assert not track.busy


def test_volumes_are_those_of_the_settings(folder: Path, speaker: Speaker) -> None:
    track = SoundTrack(folder, CHIMES, speaker)
    track.set_volumes(0.0, 0.0)
    track.play("change")
    track.play("tick")
    assert loudest(track.mix(RATE)) == 0
    track.set_volumes(1.0, 0.0)
    track.play("change")
    assert loudest(track.mix(RATE)) > 5000


def test_a_chime_that_is_not_shipped_is_silence(folder: Path, speaker: Speaker) -> None:
    track = SoundTrack(folder, folder, speaker)
    track.play("change")
    assert not track.busy
