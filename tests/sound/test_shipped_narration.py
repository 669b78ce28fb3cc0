"""What is shipped to be heard, judged by its numbers: nobody here can listen."""

import json
from array import array
from functools import cache
from pathlib import Path

import numpy as np

from companion.domain.spoken import text_hash
from companion.sound.device import RATE, decoded
from companion.sound.narration import read_manifest
from companion.sound.reading import longest_gap, loudness

ENGLISH = Path(__file__).resolve().parents[2] / "media" / "narration" / "en"
MOST_BYTES = 7_000_000


@cache
def sounds() -> dict[str, "array[int]"]:
    found = {file.stem: decoded(file) for file in sorted(ENGLISH.glob("*.ogg"))}
    return {line: samples for line, samples in found.items() if samples is not None}


@cache
def waves() -> dict[str, "np.ndarray[tuple[int], np.dtype[np.float32]]"]:
    return {line: (np.asarray(samples) / 32_768).astype(np.float32) for line, samples in sounds().items()}


def test_every_listed_line_is_there_and_can_be_played() -> None:
    assert len(sounds()) > 150
    assert set(read_manifest(ENGLISH)) == set(sounds()) == {file.stem for file in ENGLISH.glob("*.ogg")}


def test_nothing_else_lies_among_the_lines() -> None:
    assert {file.suffix for file in ENGLISH.iterdir()} == {".ogg", ".json"}


def test_the_list_tells_the_true_length_of_each_line() -> None:
    told = json.loads((ENGLISH / "manifest.json").read_text())
    wrong = [line for line, s in sounds().items() if abs(told[line]["seconds"] - len(s) / RATE) > 0.02]
    assert wrong == []


def test_the_lines_take_no_more_than_seven_megabytes() -> None:
    assert sum(file.stat().st_size for file in ENGLISH.iterdir()) <= MOST_BYTES


def test_all_lines_are_within_two_decibels_of_each_other() -> None:
    levels = {line: loudness(wave) for line, wave in waves().items()}
    assert max(levels.values()) - min(levels.values()) <= 2.0


def test_no_line_is_clipped() -> None:
    assert [line for line, wave in waves().items() if np.abs(wave).max() >= 0.99] == []


def test_no_line_has_a_hole_of_more_than_a_second() -> None:
    assert [line for line, wave in waves().items() if longest_gap(wave) > 1.0] == []


def test_lines_begin_and_end_with_a_breath_of_silence_only() -> None:
    edge = RATE * 30 // 1000
    loud = [
        line
        for line, wave in waves().items()
        if max(np.abs(wave[:edge]).max(), np.abs(wave[-edge:]).max()) > 0.02
    ]
    assert loud == []


def test_a_fingerprint_ignores_spacing_and_nothing_else() -> None:
    assert text_hash(" Now  the\nother leg. ") == text_hash("Now the other leg.")
    assert len({text_hash(text) for text in ("Now.", "now.", "Now", "Now!", "")}) == 5
    assert text_hash("caf\u00e9") == text_hash("cafe\u0301")
    assert len(text_hash("Now.")) == 16
