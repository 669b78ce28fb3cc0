"""What a film's pictures show, and that nothing is painted twice."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from companion.app.film import SIZE, easel_for
from companion.app.film_script import Script, views
from companion.app.paths import Paths
from companion.film.easel import CAPTION, Easel
from companion.film.shot import Page, Shot, View
from companion.sound.track import SoundTrack
from tests.film.conftest import OPENING, SMALL, STROKE


@pytest.fixture
def easel(short: Script, quiet_paths: Paths, qapp: QApplication) -> Easel:
    return easel_for(short, quiet_paths, SMALL)


@pytest.fixture
def track(quiet_paths: Paths) -> SoundTrack:
    return SoundTrack(quiet_paths.media / "narration", quiet_paths.media / "chimes", lambda _: None)


@pytest.fixture
def seen(short: Script, track: SoundTrack) -> list[View]:
    def watched() -> Iterator[View]:
        for view in views(short, track, 10):
            track.mix(2400)
            yield view

    return list(watched())


def shots(seen: list[View]) -> list[Shot]:
    return [view for view in seen if isinstance(view, Shot)]


def copy(canvas: QImage | None) -> QImage:
    assert canvas is not None
    return canvas.copy()


def test_a_film_begins_and_ends_with_a_page(seen: list[View]) -> None:
    assert isinstance(seen[0], Page)
    assert isinstance(seen[-1], Page)
    assert seen[0].title == "First massage"
    assert any("Stop when baby says no" in point for point in seen[0].points)


def test_the_stroke_lasts_as_long_as_it_is_to_last(seen: list[View]) -> None:
    assert len(shots(seen)) == STROKE * 10
    assert [view for view in seen[: round(OPENING * 10)] if not isinstance(view, Page)] == []


def test_the_caption_is_there_while_it_is_said(seen: list[View]) -> None:
    said = [shot.caption for shot in shots(seen)]
    assert said[0].startswith("Lay a flat hand")
    assert isinstance(seen[-1], Page)
    assert seen[-1].caption == ""


def test_the_same_view_is_not_painted_again(easel: Easel, seen: list[View]) -> None:
    assert easel.paint(seen[0]) is not None
    assert easel.paint(seen[1]) is None


def test_a_picture_that_grew_from_another_looks_as_if_painted_afresh(
    qapp: QApplication, seen: list[View], short: Script, quiet_paths: Paths
) -> None:
    first, *_, last = shots(seen)
    end = replace(last, caption="", count=replace(last.count, total=3, done=2, times="2 of 3"))
    easel = easel_for(short, quiet_paths, SIZE)
    for view in (seen[0], first, end):
        grown = copy(easel.paint(view))
    fresh = copy(easel_for(short, quiet_paths, SIZE).paint(end))
    assert grown == fresh


def test_a_caption_leaves_no_trace(easel: Easel, seen: list[View]) -> None:
    shot = shots(seen)[0]
    easel.paint(replace(shot, caption="Hold still, and breathe out slowly."))
    canvas = copy(easel.paint(replace(shot, caption="")))
    middle = CAPTION.center() * (SMALL[1] / 720)
    assert canvas.pixelColor(middle.toPoint()) == QColor(easel.tints.page)
