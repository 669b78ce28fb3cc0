"""Rendering of the shipped lines: only what changed, and what came out sounds right by its numbers."""

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from companion.domain.spoken import text_hash
from companion.sound import reading
from companion.sound.device import RATE, decoded
from companion.sound.render import RenderReport, oddities, render_narration

LINES = {
    "stroke.a.first": "Glide from the hip down to the ankle. Slow and steady. One hand follows the other.",
    "phrase.say.b": "Now the other leg.",
}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RenderReport]:
    out = tmp_path_factory.mktemp("narration") / "en"
    return out, render_narration(LINES, out)


def again(
    rendered: tuple[Path, RenderReport], tmp_path: Path, lines: Mapping[str, str]
) -> tuple[Path, RenderReport]:
    """Render once more, into a copy of the first run."""
    out = tmp_path / "en"
    out.mkdir()
    for file in rendered[0].iterdir():
        (out / file.name).write_bytes(file.read_bytes())
    return out, render_narration(lines, out)


def test_every_line_has_a_file_and_an_entry(rendered: tuple[Path, RenderReport]) -> None:
    out, report = rendered
    manifest = json.loads((out / "manifest.json").read_text())
    assert {file.stem for file in out.glob("*.ogg")} == set(LINES)
    assert {line: entry["text_hash"] for line, entry in manifest.items()} == {
        line: text_hash(text) for line, text in LINES.items()
    }
    assert report.rendered == tuple(LINES)
    assert report.odd == {}


def test_the_manifest_tells_how_long_a_line_takes(rendered: tuple[Path, RenderReport]) -> None:
    manifest = json.loads((rendered[0] / "manifest.json").read_text())
    for line in LINES:
        samples = decoded(rendered[0] / f"{line}.ogg")
        assert samples is not None
        assert manifest[line]["seconds"] == pytest.approx(len(samples) / RATE, abs=0.02)


def test_what_says_the_same_is_not_rendered_again(
    rendered: tuple[Path, RenderReport], tmp_path: Path
) -> None:
    out, report = again(rendered, tmp_path, LINES)
    assert (report.rendered, report.kept, report.removed) == ((), 2, ())
    for file in out.iterdir():
        assert file.read_bytes() == (rendered[0] / file.name).read_bytes()


def test_only_a_changed_line_is_rendered_again(rendered: tuple[Path, RenderReport], tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    out = again(rendered, tmp_path, LINES)[0]
    changed = {**LINES, "phrase.say.b": "Now the other foot."}
    report = render_narration(changed, out, lambda done, count, line: told.append((done, count, line)))
    assert (report.rendered, report.kept) == (("phrase.say.b",), 1)
    assert told == [(0, 1, "phrase.say.b")]


def test_a_line_whose_file_is_lost_is_rendered_again(
    rendered: tuple[Path, RenderReport], tmp_path: Path
) -> None:
    out = again(rendered, tmp_path, LINES)[0]
    (out / "phrase.say.b.ogg").unlink()
    assert render_narration(LINES, out).rendered == ("phrase.say.b",)


def test_lines_that_are_gone_are_removed(rendered: tuple[Path, RenderReport], tmp_path: Path) -> None:
    out, report = again(rendered, tmp_path, {"phrase.say.b": LINES["phrase.say.b"]})
    assert report.removed == ("stroke.a.first.ogg",)
    assert {file.name for file in out.iterdir()} == {"phrase.say.b.ogg", "manifest.json"}


def test_the_same_words_are_read_the_same_way_each_time() -> None:
    read = reading.load_reading()
    assert np.array_equal(read("Now the other leg."), read("Now the other leg."))


def test_a_line_that_says_nothing_is_reported() -> None:
    assert oddities("...", np.zeros(0, np.float32)) == "nothing is said"


def test_a_line_read_far_too_fast_is_reported() -> None:
    tone = tone_of(1.0)
    assert "words a second" in oddities("one two three four five six seven eight nine", tone)


def test_a_long_hole_in_a_line_is_reported() -> None:
    holed = np.concatenate([tone_of(1.0), np.zeros(RATE * 3 // 2, np.float32), tone_of(1.0)])
    assert "a gap of 1.5 s" in oddities("one two three four five", holed)


def test_a_line_that_is_too_soft_is_reported() -> None:
    assert "dB loud" in oddities("one two", tone_of(1.0, 0.014))


def test_mastering_trims_silence_and_pads_forty_milliseconds() -> None:
    raw = np.concatenate([np.zeros(RATE, np.float32), tone_of(1.0), np.zeros(RATE, np.float32)])
    assert len(reading.mastered(raw)) == RATE + 2 * reading.PAD


def test_mastering_shortens_long_pauses() -> None:
    raw = np.concatenate([tone_of(1.0), np.zeros(2 * RATE, np.float32), tone_of(1.0)])
    assert reading.longest_gap(reading.mastered(raw)) == pytest.approx(0.65, abs=0.03)


@pytest.mark.parametrize("gain", [0.01, 1.0, 5.0])
def test_mastering_makes_every_line_equally_loud(gain: float) -> None:
    assert reading.loudness(reading.mastered(tone_of(1.0) * gain)) == pytest.approx(reading.LOUDNESS, abs=0.3)


def test_mastering_never_clips() -> None:
    spiky = tone_of(1.0) * 0.01
    spiky[RATE // 2] = 1.0
    assert np.abs(reading.mastered(spiky)).max() <= reading.PEAK + 1e-6


def test_mastering_of_silence_is_nothing() -> None:
    assert len(reading.mastered(np.zeros(RATE, np.float32))) == 0


def test_samples_out_of_range_are_held() -> None:
    samples = np.frombuffer(reading.pcm16(np.array([2.0, -2.0, 0.5], np.float32)), "<i2")
    assert list(samples) == [32_767, -32_767, 16_383]


def tone_of(seconds: float, loud: float = 0.14) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    time = np.arange(round(seconds * RATE)) / RATE
    return (loud * np.sin(2 * np.pi * 200 * time)).astype(np.float32)
