"""A film file is there whole or not at all, and nothing is overwritten unasked."""

import os
import sys
from array import array
from pathlib import Path

import av
import pytest
from PySide6.QtGui import QImage

from companion.domain.errors import CompanionError
from companion.film.reel import Format, recording, video_encoder
from tests.film.conftest import Made

FORM = Format((64, 36), 20, 24_000, "A short one")
SILENCE = array("h", bytes(2 * 1200))


def picture(grey: int) -> QImage:
    image = QImage(*FORM.size, QImage.Format.Format_RGB32)
    image.fill(grey * 0x010101)
    return image


def write(out: Path, *, replace: bool = False, pictures: int = 4) -> None:
    with recording(out, FORM, replace=replace) as reel:
        for number in range(pictures):
            reel.add_picture(picture(40 * number))
            reel.add_sound(SILENCE)


def key_of(raised: pytest.ExceptionInfo[CompanionError]) -> str:
    return raised.value.key


def test_a_film_is_h264_and_aac_and_can_be_played_while_it_loads(short_film: Made) -> None:
    with av.open(str(short_film.file)) as box:
        video, audio = box.streams.video[0], box.streams.audio[0]
        assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert (audio.codec_context.name, audio.codec_context.sample_rate) == ("aac", 48_000)
        assert box.metadata["title"] == "First massage"
    head = short_film.file.read_bytes()
    assert head.index(b"moov") < head.index(b"mdat")


def test_sound_and_pictures_are_equally_long(short_film: Made) -> None:
    with av.open(str(short_film.file)) as box:
        lengths = [float((s.duration or 0) * (s.time_base or 0)) for s in box.streams]
    assert lengths == pytest.approx([short_film.length] * 2, abs=0.03)


def test_a_picture_that_stays_is_shown_once_more(tmp_path: Path) -> None:
    with recording(tmp_path / "a.mp4", FORM) as reel:
        for canvas in (picture(200), None, None):
            reel.add_picture(canvas)
            reel.add_sound(SILENCE)
    with av.open(str(tmp_path / "a.mp4")) as box:
        assert [frame.time for frame in box.decode(video=0)] == pytest.approx([0.0, 0.05, 0.1])


def test_a_film_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    out = tmp_path / "a.mp4"
    out.write_bytes(b"ours")
    with pytest.raises(CompanionError) as raised:
        write(out)
    assert key_of(raised) == "film-exists"
    assert out.read_bytes() == b"ours"


def test_a_file_that_appears_meanwhile_stays_too(tmp_path: Path) -> None:
    out = tmp_path / "a.mp4"
    with pytest.raises(CompanionError) as raised, recording(out, FORM) as reel:
        reel.add_picture(picture(10))
        reel.add_sound(SILENCE)
        out.write_bytes(b"ours")
    assert key_of(raised) == "film-exists"
    assert [file.name for file in tmp_path.iterdir()] == ["a.mp4"]


def test_force_replaces_it(tmp_path: Path) -> None:
    out = tmp_path / "a.mp4"
    out.write_bytes(b"old")
    write(out, replace=True)
    assert out.stat().st_size > 500


def test_breaking_off_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), recording(tmp_path / "a.mp4", FORM) as reel:
        reel.add_picture(picture(10))
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CompanionError) as raised:
        write(tmp_path / "nowhere" / "a.mp4")
    assert key_of(raised) == "film-unwritable"


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    part = tmp_path / f".a.mp4.{os.getpid()}.part"
    part.symlink_to("/dev/full")
    with pytest.raises(CompanionError) as raised:
        write(tmp_path / "a.mp4", pictures=40)
    assert key_of(raised) == "film-unwritable"
    assert "No space left" in str(raised.value.details["reason"])
    assert list(tmp_path.iterdir()) == []


def test_without_the_package_the_next_step_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(CompanionError) as raised:
        write(tmp_path / "a.mp4")
    assert key_of(raised) == "film-needs-av"
    assert raised.value.details["python"] == sys.executable


def test_an_encoder_of_h264_is_there() -> None:
    assert video_encoder() == "libx264"
