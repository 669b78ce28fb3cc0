"""The voice: shipped lines, stale lines, words that have to be made, and silence."""

import json
import sys
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from companion.domain.spoken import text_hash
from companion.sound.mixer import Mixer
from companion.sound.speech import NO_SPEECH, Speech
from companion.sound.voice import READY, NarrationVoice

TEXT = "Rest your warm hands on your baby's legs."
SHIPPED_LEVEL, MADE_LEVEL = 4000, 6000

HELPER = f"""
import array, json, sys, wave
for line in sys.stdin:
    order = json.loads(line)
    with wave.open(order["out"], "wb") as file:
        file.setnchannels(1); file.setsampwidth(2); file.setframerate(24000)
        file.writeframes((array.array("h", [{MADE_LEVEL}]) * 24000).tobytes())
    print(json.dumps({{"made": order["out"]}}), flush=True)
"""
Settle = Callable[..., None]


@pytest.fixture
def folder(tmp_path: Path, sound_file: Callable[..., Path]) -> Path:
    """A narration folder with one shipped line."""
    sound_file(tmp_path / "en" / "stroke.legs.first.ogg", SHIPPED_LEVEL, 1.0)
    ship(tmp_path / "en", {"stroke.legs.first": TEXT})
    return tmp_path / "en"


def ship(folder: Path, lines: dict[str, str]) -> None:
    told = {line: {"text_hash": text_hash(text), "seconds": 1.0} for line, text in lines.items()}
    (folder / "manifest.json").write_text(json.dumps(told))


@pytest.fixture
def speech(tmp_path: Path, notices: Any) -> Iterator[Speech]:
    speech = Speech(tmp_path / "cache", notices, (sys.executable, "-c", HELPER))
    yield speech
    speech.close()


@pytest.fixture
def voice(folder: Path, mixer: Mixer, speech: Speech) -> NarrationVoice:
    return NarrationVoice(folder, mixer, speech)


@pytest.fixture
def quiet(mixer: Mixer, speech: Speech, settle: Settle) -> Callable[[], None]:
    """Wait until everything that was asked of the voice has been done."""

    class Spoken:
        def submit(self, job: Callable[[], None]) -> None:
            speech._worker.submit(job)

    def wait() -> None:
        settle(mixer, Spoken(), mixer, mixer)

    return wait


def level(device: Any) -> int:
    heard: array[int] = device.turn(0.08)
    return heard[-1]


def test_a_shipped_line_that_says_what_is_written_is_played(
    voice: NarrationVoice, quiet: Any, device: Any, speech: Speech
) -> None:
    voice.say("stroke.legs.first", TEXT)
    quiet()
    assert level(device) == SHIPPED_LEVEL
    assert speech.helper_pid is None


def test_spacing_does_not_make_a_line_stale(voice: NarrationVoice, quiet: Any, device: Any) -> None:
    voice.say("stroke.legs.first", f"  {TEXT}\n")
    quiet()
    assert level(device) == SHIPPED_LEVEL


def test_a_line_that_says_something_else_than_is_written_is_made_anew(
    voice: NarrationVoice, quiet: Any, device: Any
) -> None:
    voice.say("stroke.legs.first", "Rest one hand on each leg.")
    quiet()
    assert level(device) == MADE_LEVEL


def test_a_line_that_is_not_shipped_is_made(voice: NarrationVoice, quiet: Any, device: Any) -> None:
    voice.say("greeting", "Hello, Rosalind.")
    quiet()
    assert level(device) == MADE_LEVEL


@pytest.mark.parametrize("damage", ["gone", "empty", "nonsense"])
def test_a_damaged_shipped_file_is_made_anew(
    voice: NarrationVoice, folder: Path, quiet: Any, device: Any, damage: str
) -> None:
    file = folder / "stroke.legs.first.ogg"
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(b"" if damage == "empty" else b"OggS nonsense" * 100)
    voice.say("stroke.legs.first", TEXT)
    quiet()
    assert level(device) == MADE_LEVEL


@pytest.mark.parametrize("manifest", ["", "[]", "{", '{"stroke.legs.first": 3}', '{"stroke.legs.first": {}}'])
def test_a_damaged_list_of_lines_means_that_lines_are_made(
    voice: NarrationVoice, folder: Path, quiet: Any, device: Any, manifest: str
) -> None:
    (folder / "manifest.json").write_text(manifest)
    voice.say("stroke.legs.first", TEXT)
    quiet()
    assert level(device) == MADE_LEVEL


def test_a_language_without_shipped_lines_is_still_spoken(
    tmp_path: Path, mixer: Mixer, speech: Speech, quiet: Any, device: Any
) -> None:
    NarrationVoice(tmp_path / "fr", mixer, speech).say("stroke.legs.first", TEXT)
    quiet()
    assert level(device) == MADE_LEVEL


def test_a_damaged_cached_file_is_made_again(
    voice: NarrationVoice, speech: Speech, sound_file: Any, quiet: Any, device: Any
) -> None:
    cached = sound_file(speech.file_of("Hello."))
    cached.write_bytes(b"")
    voice.say("greeting", "Hello.")
    quiet()
    assert level(device) == MADE_LEVEL


def test_a_prepared_text_is_spoken_without_a_helper(
    voice: NarrationVoice, mixer: Mixer, speech: Speech, quiet: Any, settle: Settle, device: Any, shelf: Any
) -> None:
    voice.prepare("greeting", "Hello, Rosalind.")
    quiet()
    assert shelf.asked == 0
    speech.close()
    voice.say("greeting", "Hello, Rosalind.")
    settle(mixer, mixer)
    assert level(device) == MADE_LEVEL


def test_a_prepared_shipped_line_needs_its_file_no_more(
    voice: NarrationVoice, folder: Path, quiet: Any, device: Any
) -> None:
    voice.prepare("stroke.legs.first", TEXT)
    quiet()
    (folder / "stroke.legs.first.ogg").unlink()
    voice.say("stroke.legs.first", TEXT)
    quiet()
    assert level(device) == SHIPPED_LEVEL


def test_only_the_last_few_lines_stay_in_memory(voice: NarrationVoice, quiet: Any) -> None:
    for i in range(READY + 4):
        voice.prepare("greeting", f"Hello, number {i}.")
    quiet()
    assert len(voice._ready) == READY


def test_a_new_line_makes_the_old_one_give_way(voice: NarrationVoice, quiet: Any, device: Any) -> None:
    voice.say("stroke.legs.first", TEXT)
    quiet()
    device.turn(0.08)
    voice.say("greeting", "Hello.")
    assert device.turn(0.08)[-1] == 0
    quiet()
    assert level(device) == MADE_LEVEL


def test_hush_is_heard_at_once(voice: NarrationVoice, quiet: Any, device: Any) -> None:
    voice.say("stroke.legs.first", TEXT)
    quiet()
    device.turn(0.08)
    voice.hush()
    heard = device.turn(0.04)
    assert not any(heard[round(0.03 * 24_000) :])


def test_a_line_that_is_made_too_late_is_not_spoken(voice: NarrationVoice, quiet: Any, shelf: Any) -> None:
    voice.say("greeting", "Hello.")
    voice.hush()
    quiet()
    assert shelf.asked == 0


def test_of_two_lines_asked_for_at_once_only_the_last_is_spoken(
    voice: NarrationVoice, quiet: Any, device: Any
) -> None:
    voice.say("greeting", "Hello.")
    voice.say("stroke.legs.first", TEXT)
    quiet()
    heard: array[int] = device.turn(2.4)
    assert set(heard) == {SHIPPED_LEVEL, 0}


def test_the_volume_of_the_voice_is_its_own(voice: NarrationVoice, quiet: Any, device: Any) -> None:
    voice.set_volume(0.5)
    voice.say("stroke.legs.first", TEXT)
    quiet()
    assert level(device) == SHIPPED_LEVEL // 4


@pytest.mark.parametrize("text", ["", "  \n"])
def test_empty_words_are_silence(
    voice: NarrationVoice, quiet: Any, shelf: Any, notices: Any, text: str
) -> None:
    voice.say("greeting", text)
    voice.prepare("greeting", text)
    quiet()
    assert shelf.asked == 0
    assert notices.told == []


def test_a_voice_turned_down_to_nothing_makes_nothing(
    voice: NarrationVoice, speech: Speech, quiet: Any, shelf: Any
) -> None:
    voice.set_volume(0.0)
    voice.prepare("greeting", "Hello.")
    voice.say("greeting", "Hello.")
    quiet()
    assert shelf.asked == 0
    assert speech.helper_pid is None


def test_words_that_cannot_be_made_give_one_notice_and_shipped_lines_are_still_spoken(
    folder: Path, tmp_path: Path, mixer: Mixer, notices: Any, settle: Settle, device: Any
) -> None:
    voice = NarrationVoice(folder, mixer, Speech(tmp_path / "cache", notices, ("no such program",)))
    for text in ("Hello.", "Good night."):
        voice.say("greeting", text)
        settle(mixer)
    assert notices.came.wait(10)
    voice.say("stroke.legs.first", TEXT)
    settle(mixer, mixer)
    voice.close()
    assert notices.told == [NO_SPEECH]


def test_closing_ends_the_helper_and_the_line(
    voice: NarrationVoice, speech: Speech, quiet: Any, device: Any
) -> None:
    voice.say("greeting", "Hello.")
    quiet()
    device.turn(0.08)
    voice.close()
    assert speech.helper_pid is None
    assert device.turn(0.08)[-1] == 0
