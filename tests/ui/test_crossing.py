"""From stroke to stroke the camera glides over the same baby, fades to another view, and in calm only fades."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from companion.domain.body import Side
from companion.ui.pictures import Artist
from companion.ui.player.crossing import CALM_SECONDS, Crossing
from companion.ui.player.stage import Stage
from companion.ui.scene import Scene
from companion.ui.theme import Look, read_theme
from tests.ui.house import assets, library

LEG, TUMMY = Scene("hip-to-ankle-glide", "", Side.RIGHT), Scene("sun-and-moon")
SOLE = Scene("thumb-over-thumb", "", Side.RIGHT)


@dataclass
class Theatre:
    """A stage that is on the screen, and how it looks."""

    stage: Stage
    look: Look

    def shot(self) -> QImage:
        return self.stage.grab().toImage()


@pytest.fixture
def theatre(qtbot: QtBot) -> Iterator[Theatre]:
    look = Look(read_theme(assets().themes / "day.toml"))
    stage = Stage(look, Artist(library().strokes, look, assets().themes / "figure.toml"))
    qtbot.addWidget(stage)
    stage.resize(330, 294)
    stage.show()
    stage.show_part(LEG, "", 0.0, paused=False)
    yield Theatre(stage, look)


def test_the_first_picture_is_there_at_once(theatre: Theatre) -> None:
    assert not theatre.stage.is_crossing


def test_over_the_same_baby_the_camera_glides_and_stops(theatre: Theatre, qtbot: QtBot) -> None:
    theatre.stage.show_part(TUMMY, "", 0.0, paused=False)
    on_its_way = theatre.shot()
    assert theatre.stage.is_crossing
    qtbot.waitUntil(lambda: not theatre.stage.is_crossing, timeout=3000)
    assert theatre.shot() != on_its_way
    assert theatre.shot() == theatre.shot()


def test_to_another_view_the_old_picture_fades(theatre: Theatre) -> None:
    before = theatre.shot()
    theatre.stage.show_part(SOLE, "", 0.0, paused=False)
    shown = theatre.shot()
    assert theatre.stage.is_crossing
    old, new = before.pixelColor(20, 147), shown.pixelColor(20, 147)
    assert abs(old.red() - new.red()) < 40  # hardly begun: still nearly the picture before


def test_under_reduced_motion_no_camera_glides(theatre: Theatre) -> None:
    theatre.look.calm = True
    theatre.stage.show_part(TUMMY, "", 0.0, paused=False)
    crossing = theatre.stage.findChild(Crossing)
    assert crossing is not None
    assert crossing.remains() is not None
    assert crossing.frame(Artist.baby_frame(), 1.0) is None
    assert CALM_SECONDS >= 1.0


def test_another_time_of_the_same_scene_is_no_crossing(theatre: Theatre) -> None:
    theatre.stage.show_part(LEG, "", 0.5, paused=False)
    assert not theatre.stage.is_crossing


def test_another_size_ends_it(theatre: Theatre) -> None:
    theatre.stage.show_part(TUMMY, "", 0.0, paused=False)
    theatre.stage.resize(400, 300)
    assert not theatre.stage.is_crossing


def test_a_pause_ends_it_and_begins_none(theatre: Theatre) -> None:
    theatre.stage.show_part(TUMMY, "", 0.0, paused=False)
    theatre.stage.show_part(TUMMY, "", 0.0, paused=True)
    assert not theatre.stage.is_crossing
    theatre.stage.show_part(LEG, "", 0.0, paused=True)
    assert not theatre.stage.is_crossing


def test_a_stage_that_nobody_sees_does_not_move(theatre: Theatre) -> None:
    theatre.stage.hide()
    theatre.stage.show_part(TUMMY, "", 0.0, paused=False)
    assert not theatre.stage.is_crossing


def test_after_it_no_more_frames_are_asked_for(theatre: Theatre) -> None:
    theatre.stage.show_part(TUMMY, "", 0.0, paused=False)
    crossing = theatre.stage.findChild(Crossing)
    assert crossing is not None
    beats = crossing.findChildren(QTimer)
    assert [beat.isActive() for beat in beats] == [True]
    crossing.cut()
    assert [beat.isActive() for beat in beats] == [False]
