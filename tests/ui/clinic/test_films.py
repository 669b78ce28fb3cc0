"""A film of one's own in a demonstration: in place of the drawing for the family, and never in its way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from companion.domain.clip import ClipPhase
from companion.domain.errors import CompanionError
from companion.ui.clips.film import ClipWidget
from companion.ui.stage_show.audience import AudienceView
from companion.video.libvlc import LibVlc
from tests.clip_fakes import HandPlayer, a_clip
from tests.ui.clinic.conftest import OpenClinic
from tests.ui.clinic.show import Therapist
from tests.ui.clips.conftest import RealFilms
from tests.ui.house import House
from tests.video.films import LEFT_HALF, RIGHT_HALF
from tests.video.watching import is_near

K = Qt.Key
STROKE = "hip-to-ankle-glide"
RED, BLUE = (210, 40, 40), (40, 60, 200)


@pytest.fixture
def opened(house: House, open_clinic: OpenClinic) -> Therapist:
    """At a stroke with a film, the first of the legs; the family has a display."""
    house.films.shelf.listed = (a_clip(STROKE),)
    who = open_clinic(True)
    who.begin("What do you want to show?: One area", "Area: Legs & feet")
    return who


def player(who: Therapist) -> HandPlayer:
    (one,) = who.walker.house.films.players
    return one


def phase(who: Therapist) -> ClipPhase:
    return player(who).state().phase


def is_film(view: AudienceView) -> bool:
    return any(film.geometry() == view.figure.rect() for film in view.figure.findChildren(ClipWidget))


def colour(view: AudienceView, across: float) -> tuple[int, int, int]:
    """What the family sees at a share of the figure's width."""
    image = view.figure.grab().toImage()
    seen: QColor = image.pixelColor(round(image.width() * across), image.height() // 2)
    return seen.red(), seen.green(), seen.blue()


def test_the_drawing_comes_first_and_nothing_is_loaded(opened: Therapist) -> None:
    assert opened.walker.sees("Show film")
    assert not is_film(opened.family.view)
    assert not opened.walker.house.films.players


def test_the_key_shows_the_family_the_film_and_keeps_the_words(opened: Therapist) -> None:
    told = opened.family.view.panel.accessibleName()
    opened.key(K.Key_F)
    assert (colour(opened.family.view, 0.25), colour(opened.family.view, 0.75)) == (RED, BLUE)
    assert opened.family.view.panel.isVisible()
    assert opened.family.view.panel.accessibleName() == told
    opened.key(K.Key_F)
    assert colour(opened.family.view, 0.25) != RED
    assert phase(opened) is ClipPhase.EMPTY


def test_the_button_turns_too_and_the_presenter_sees_the_film(opened: Therapist) -> None:
    opened.walker.click("Show film")
    assert "The family sees your film." in opened.walker.reads()
    assert opened.director.screen.presenter.figure.findChildren(ClipWidget)
    assert not opened.walker.find("Faster").isEnabled()
    opened.walker.click("Show drawing")
    assert not is_film(opened.family.view)


def test_the_clip_says_how_it_is_played(house: House, open_clinic: OpenClinic) -> None:
    house.films.shelf.listed = (a_clip(STROKE, mirrored=True, slow=True, muted=False),)
    who = open_clinic(True)
    who.begin("What do you want to show?: One area", "Area: Legs & feet")
    who.key(K.Key_F)
    cue = player(who).cue
    assert cue is not None
    assert (cue.rate, cue.muted) == (0.5, False)
    assert (colour(who.family.view, 0.25), colour(who.family.view, 0.75)) == (BLUE, RED)


@pytest.mark.parametrize("away", [K.Key_PageDown, K.Key_Right])
def test_another_stroke_returns_to_the_drawing(opened: Therapist, away: Qt.Key) -> None:
    opened.key(K.Key_F, away)
    assert phase(opened) is ClipPhase.EMPTY
    assert not opened.walker.sees("Show film"), "this stroke has none"
    opened.key(K.Key_F, K.Key_PageUp)
    assert opened.walker.sees("Show film")
    assert not is_film(opened.family.view)


def test_freeze_halts_the_film(opened: Therapist) -> None:
    opened.key(K.Key_F, K.Key_F5)
    assert phase(opened) is ClipPhase.PAUSED
    opened.key(K.Key_F5)
    assert phase(opened) is ClipPhase.PLAYING


def test_a_film_that_is_turned_to_while_frozen_stands(opened: Therapist) -> None:
    opened.key(K.Key_K, K.Key_F)
    assert phase(opened) is ClipPhase.PAUSED
    assert is_film(opened.family.view)


def test_a_dark_screen_hides_and_halts_the_film(opened: Therapist) -> None:
    opened.key(K.Key_F, K.Key_B)
    assert phase(opened) is ClipPhase.PAUSED
    assert not any(film.isVisible() for film in opened.family.findChildren(ClipWidget))
    opened.key(K.Key_B)
    assert phase(opened) is ClipPhase.PLAYING
    assert colour(opened.family.view, 0.25) == RED


def test_one_display_shows_and_halts_it_too(opened: Therapist) -> None:
    opened.key(K.Key_F)
    opened.plugs.plug(plugged=False)
    here = opened.director.screen.one_screen.family
    assert colour(here, 0.25) == RED
    opened.key(K.Key_B, K.Key_B)
    assert phase(opened) is ClipPhase.PLAYING
    opened.plugs.plug(plugged=True)
    assert colour(opened.family.view, 0.25) == RED


def test_the_hints_have_the_switch_and_leave_the_key_alone(opened: Therapist) -> None:
    opened.plugs.plug(plugged=False)
    opened.walker.click("Hints")
    opened.walker.click("Show film")
    assert opened.walker.sees("Show drawing")
    opened.key(K.Key_F)
    assert opened.walker.sees("Show film")


def test_leaving_lets_go_of_the_film(opened: Therapist) -> None:
    opened.key(K.Key_F)
    playing = player(opened)
    opened.key(K.Key_Escape)
    assert playing.closed
    opened.walker.click("Carry on")
    opened.key(K.Key_F)
    assert len(opened.walker.house.films.players) == 2
    assert is_film(opened.family.view)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (CompanionError("no-libvlc"), "Films need VLC, and it is not on this computer."),
        (CompanionError("clip-not-a-film", name="legs.mp4"), "“legs.mp4” is not a film that can be played."),
    ],
    ids=["no-libvlc", "broken"],
)
def test_a_film_that_fails_is_told_to_the_presenter_and_the_drawing_stays(
    opened: Therapist, monkeypatch: pytest.MonkeyPatch, error: CompanionError, told: str
) -> None:
    def broken() -> HandPlayer:
        made = HandPlayer()
        made.broken = error
        return made

    clips = opened.walker.window.context.clips()
    object.__setattr__(clips, "open_player", broken)
    opened.key(K.Key_K)
    before = opened.family.view.figure.grab().toImage()
    opened.key(K.Key_F)
    assert told in opened.walker.reads()
    assert opened.walker.sees("Show film")
    assert not is_film(opened.family.view)
    films = opened.family.findChildren(ClipWidget)
    assert all(told not in film.picture.accessibleName() for film in films)
    assert opened.family.view.figure.grab().toImage() == before
    opened.key(K.Key_PageDown)
    assert told not in opened.walker.reads()


def test_a_real_film_plays_in_the_familys_window(
    house: House, open_clinic: OpenClinic, tmp_path: Path, vlc: LibVlc, h264: Path, qtbot: QtBot
) -> None:
    films = house.films = RealFilms(tmp_path / "home", vlc)
    who = open_clinic(True)
    library = who.walker.window.context.clips().library
    candidate = library.check(h264)
    library.keep(candidate, library.proposal(candidate, STROKE))
    who.begin("What do you want to show?: One area", "Area: Legs & feet")
    who.key(K.Key_F)
    view = who.family.view
    qtbot.waitUntil(lambda: is_film(view), timeout=8000)
    assert is_near(colour(view, 0.25), LEFT_HALF)
    assert is_near(colour(view, 0.75), RIGHT_HALF)
    who.key(K.Key_Escape)
    assert films.opened[0].frame() is None


def test_a_film_that_is_gone_from_the_disk_leaves_the_drawing(
    house: House, open_clinic: OpenClinic, tmp_path: Path, vlc: LibVlc, h264: Path, qtbot: QtBot
) -> None:
    house.films = RealFilms(tmp_path / "home", vlc)
    who = open_clinic(True)
    library = who.walker.window.context.clips().library
    candidate = library.check(h264)
    clip = library.keep(candidate, library.proposal(candidate, STROKE))
    library.cue(clip).file.unlink()
    who.begin("What do you want to show?: One area", "Area: Legs & feet")
    who.walker.click("Show film")
    qtbot.waitUntil(lambda: who.walker.sees("Show film"), timeout=8000)
    assert not is_film(who.family.view)
    assert "This film is no longer in your data folder." in who.walker.reads()
    who.key(K.Key_Escape)
