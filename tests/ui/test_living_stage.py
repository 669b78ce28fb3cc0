"""The baby on the stage lives, smiles when the caregiver says that it likes it, and shows how far the skin gives."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from companion.domain.body import Side
from companion.domain.figure.portraits import cue_picture
from companion.domain.stroke import Pressure
from companion.ui.pictures import Artist
from companion.ui.player.pressure import PressureInset
from companion.ui.player.stage import SMILE_SECONDS, Stage
from companion.ui.scene import Scene
from companion.ui.theme import Look, read_theme
from companion.ui.widgets.portrait import PortraitWidget, portrait_pixmap
from tests.ui.house import assets, library
from tests.ui.walker import Walker

LEG, HOLD = Scene("hip-to-ankle-glide", "", Side.RIGHT), Scene("tummy-rest", "", Side.NONE, 30.0)


@dataclass
class Theatre:
    """A stage, who draws on it, and how it looks."""

    stage: Stage
    artist: Artist
    look: Look

    def at(self, life: float, *, paused: bool = False) -> QImage:
        self.stage.show_part(HOLD, "", 0.0, paused=paused, life=life)
        return self.stage.grab().toImage()


@pytest.fixture
def theatre(qtbot: QtBot) -> Iterator[Theatre]:
    look = Look(read_theme(assets().themes / "day.toml"))
    artist = Artist(library().strokes, look, assets().themes / "figure.toml")
    stage = Stage(look, artist)
    qtbot.addWidget(stage)
    stage.resize(330, 294)
    stage.show()
    yield Theatre(stage, artist, look)


def test_the_baby_breathes_while_the_hands_lie_still(theatre: Theatre) -> None:
    assert theatre.at(0.0) != theatre.at(0.7)


def test_in_a_pause_the_baby_keeps_still(theatre: Theatre) -> None:
    theatre.at(0.7)
    assert theatre.at(3.1, paused=True) == theatre.at(4.2, paused=True)


def test_under_reduced_motion_the_baby_keeps_still(theatre: Theatre) -> None:
    theatre.look.calm = True
    theatre.stage.forget()
    assert theatre.at(0.0) == theatre.at(0.7)


def test_the_baby_smiles_for_a_while_when_it_likes_it(theatre: Theatre) -> None:
    quiet, later = theatre.at(3.0), theatre.at(3.0 + SMILE_SECONDS)
    theatre.at(3.0)
    theatre.stage.note("", smiling=True)
    assert theatre.at(3.0) != quiet
    assert theatre.at(3.0 + SMILE_SECONDS) == later


def test_the_skin_gives_in_step_with_the_stroke(theatre: Theatre, qtbot: QtBot) -> None:
    inset = PressureInset(theatre.look, theatre.artist)
    qtbot.addWidget(inset)
    inset.show_part(LEG, Pressure.P2, 1.0, "medium")
    pressed = inset.grab().toImage()
    inset.show_part(LEG, Pressure.P2, 3.8, "medium")
    assert inset.grab().toImage() != pressed
    assert inset.accessibleName() == "Picture of the pressure: medium"
    inset.show_part(LEG, None, 0.0, "")
    assert not inset.is_wanted


def test_the_pressure_is_shown_for_a_touch_and_not_before_a_yes(walker: Walker) -> None:
    walker.window.resize(1280, 800)
    walker.begin()
    inset = walker.window.findChild(PressureInset)
    assert inset is not None
    assert not inset.isVisible()
    walker.reach_step(3, into=1.0)
    assert inset.isVisible()
    walker.window.resize(1024, 600)
    assert not inset.isVisible()


def test_a_portrait_is_drawn_after_the_words_of_its_screen(theatre: Theatre, qtbot: QtBot) -> None:
    portrait = PortraitWidget(theatre.look, lambda: theatre.artist, cue_picture("yawns"), 64)
    qtbot.addWidget(portrait)
    portrait.show()
    empty = portrait.grab().toImage()
    qtbot.waitUntil(lambda: portrait.grab().toImage() != empty)
    yawning = portrait.grab().toImage()
    portrait.show_part(cue_picture("smiles"))
    qtbot.waitUntil(lambda: portrait.grab().toImage() not in (empty, yawning))
    assert portrait.sizeHint().width() == 64


def test_a_portraits_corners_are_round(theatre: Theatre) -> None:
    pixmap = portrait_pixmap(lambda: theatre.artist, cue_picture("smiles"), theatre.stage.size() / 3, 2.0)
    image = pixmap.toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(image.width() // 2, 4).alpha() == 255
