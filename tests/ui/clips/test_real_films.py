"""Real films through libVLC into our own widget, from the file that somebody chose to the picture on the page."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.ui.clips.family import PATIENCE, Family
from tests.video.films import LEFT_HALF, RIGHT_HALF, Recipe, make_film
from tests.video.watching import is_near

FIRST_FRAME_MS = 300


def side(family: Family, across: float) -> tuple[int, int, int]:
    """The colour that is seen at a share of the picture's width, in the lower half."""
    grabbed = family.picture.grab().toImage()
    colour: QColor = grabbed.pixelColor(round(grabbed.width() * across), round(grabbed.height() * 0.6))
    return colour.red(), colour.green(), colour.blue()


@pytest.mark.parametrize("name", ["h264", "vp9"])
def test_a_film_is_taken_in_and_its_pictures_reach_the_widget(
    name: str, real_family: Family, request: pytest.FixtureRequest
) -> None:
    real_family.add(request.getfixturevalue(name))
    real_family.first_frame_ms()
    assert is_near(side(real_family, 0.25), LEFT_HALF)
    assert is_near(side(real_family, 0.75), RIGHT_HALF)


def test_the_first_picture_of_a_film_comes_within_300_ms(real_family: Family, h264: Path) -> None:
    real_family.add(h264)
    real_family.first_frame_ms()  # the library is loaded, and the film lies in the cache of the disk
    real_family.walker.click("Back to all strokes")
    real_family.walker.click("Hip-to-ankle glide")
    real_family.walker.click("Show: Your films")
    assert real_family.first_frame_ms() < FIRST_FRAME_MS


def test_a_mirrored_film_is_seen_the_other_way_round(real_family: Family, h264: Path, qtbot: QtBot) -> None:
    real_family.add(h264)
    real_family.first_frame_ms()
    real_family.walker.click("Mirror")
    qtbot.waitUntil(lambda: is_near(side(real_family, 0.25), RIGHT_HALF), timeout=PATIENCE)
    assert is_near(side(real_family, 0.75), LEFT_HALF)


def test_a_film_of_8k_is_told_before_it_is_played(real_family: Family, tmp_path: Path) -> None:
    large = make_film(tmp_path / "large.mp4", Recipe(seconds=1 / 30, size=(7680, 4320), audio=None))
    real_family.bring(large)
    assert "“large.mp4” is 7680 × 4320: too large to play smoothly." in real_family.walker.reads()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "“bad.mp4” is empty."),
        (b"Dear diary, today we went for a walk.\n" * 40, "“bad.mp4” is not a film that can be played."),
    ],
    ids=["nothing", "text"],
)
def test_a_file_that_is_no_film_is_told_in_a_sentence(
    content: bytes, told: str, real_family: Family, tmp_path: Path
) -> None:
    file = tmp_path / "bad.mp4"
    file.write_bytes(content)
    real_family.bring(file)
    assert told in real_family.walker.reads()


def test_a_film_that_stops_before_its_end_is_told(real_family: Family, h264: Path, tmp_path: Path) -> None:
    file = tmp_path / "cut.mp4"
    file.write_bytes(h264.read_bytes()[:-4000])
    real_family.bring(file)
    assert "“cut.mp4” stops before its end" in real_family.walker.reads()
