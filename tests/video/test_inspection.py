"""A film is opened and looked at: what it is, one picture of it, and a reason when it is none."""

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from companion.domain.errors import CompanionError
from companion.services.clip_ports import Cue
from companion.video.inspection import POSTER_WIDTH, VlcFilmInspector
from companion.video.libvlc import LibVlc
from companion.video.player import VlcClipPlayer
from tests.video.conftest import until
from tests.video.films import LEFT_HALF, RIGHT_HALF, Recipe, make_film
from tests.video.watching import colour_at, is_near


@pytest.fixture
def inspector(vlc: LibVlc) -> VlcFilmInspector:
    return VlcFilmInspector(vlc)


def turned(film: Path, to: Path) -> Path:
    """The same film as a phone held upright writes it: lying on its side, with a note that says so."""
    data = bytearray(film.read_bytes())
    track = data.find(b"tkhd")
    matrix = track + 4 + 4 + 20 + 8 + 8
    data[matrix : matrix + 36] = struct.pack(">9i", 0, 65536, 0, -65536, 0, 0, 720 * 65536, 0, 1 << 30)
    to.write_bytes(data)
    return to


def refused(inspector: VlcFilmInspector, file: Path) -> str:
    with pytest.raises(CompanionError) as caught:
        inspector.inspect(file, "film.mp4")
    return caught.value.key


@pytest.mark.parametrize("kind", ["h264", "vp9"])
def test_a_film_tells_its_length_size_and_sound(
    kind: str, inspector: VlcFilmInspector, request: pytest.FixtureRequest
) -> None:
    seen = inspector.inspect(request.getfixturevalue(kind), "film")
    assert seen.seconds == pytest.approx(2.0, abs=0.1)
    assert (seen.width, seen.height, seen.sound) == (1280, 720, True)


def test_the_poster_is_a_picture_of_the_film(h264: Path, inspector: VlcFilmInspector) -> None:
    poster = QImage.fromData(inspector.inspect(h264, "film").poster)
    assert poster.width() == POSTER_WIDTH
    left, right = (poster.pixelColor(x, poster.height() - 9) for x in (9, poster.width() - 9))
    assert is_near((left.red(), left.green(), left.blue()), LEFT_HALF)
    assert is_near((right.red(), right.green(), right.blue()), RIGHT_HALF)


def test_a_silent_film_has_no_sound(reel: Path, inspector: VlcFilmInspector) -> None:
    file = make_film(reel / "silent.mp4", Recipe(seconds=0.5, size=(320, 240), audio=None))
    assert not inspector.inspect(file, "film").sound


def test_a_film_from_an_upright_phone_stands_upright(
    h264: Path, tmp_path: Path, inspector: VlcFilmInspector, vlc: LibVlc, qtbot: QtBot
) -> None:
    file = turned(h264, tmp_path / "upright.mp4")
    seen = inspector.inspect(file, "film")
    assert (seen.width, seen.height) == (720, 1280)
    player = VlcClipPlayer(vlc)
    player.load(Cue(file, (seen.width, seen.height), 2.0, 0.0, 2.0))
    until(qtbot, lambda: player.frame() is not None)
    frame = player.frame()
    assert frame is not None
    assert (frame.width, frame.height) == (404, 720)
    assert is_near(colour_at(frame, 0.1, 0.05), LEFT_HALF)
    assert is_near(colour_at(frame, 0.1, 0.95), RIGHT_HALF)
    player.close()


def test_a_sound_without_a_picture_is_refused(tone: Path, inspector: VlcFilmInspector) -> None:
    assert refused(inspector, tone) == "clip-no-picture"


def test_a_film_larger_than_any_screen_is_refused_before_it_is_decoded(
    reel: Path, inspector: VlcFilmInspector
) -> None:
    file = make_film(reel / "8k.mp4", Recipe(seconds=1 / 30, size=(7680, 4320), audio=None))
    assert refused(inspector, file) == "clip-too-detailed"


def test_noise_in_the_dress_of_a_film_is_refused(tmp_path: Path, inspector: VlcFilmInspector) -> None:
    noise = tmp_path / "noise"
    noise.write_bytes(b"\x00\x00\x00\x18ftypisom" + bytes(range(256)) * 64)
    assert refused(inspector, noise) in {"clip-no-picture", "clip-not-a-film"}


def test_a_film_whose_pictures_are_noise_is_refused(h264: Path, tmp_path: Path, vlc: LibVlc) -> None:
    data = bytearray(h264.read_bytes())
    content = data.find(b"mdat") + 4
    index = data.find(b"moov") - 4
    data[content:index] = bytes(index - content)
    hollow = tmp_path / "hollow"
    hollow.write_bytes(data)
    assert refused(VlcFilmInspector(vlc, patience=1.0), hollow) == "clip-no-picture"
