"""The page of a stroke: its drawing and words, and films that are added, changed and removed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from companion.domain.errors import CompanionError
from companion.domain.practice import is_practice
from companion.ui.clips.trim import TrimHandle
from companion.ui.player.stage import Stage
from tests.ui.clips.family import STROKE, TITLE, Family
from tests.ui.conftest import OpenHouse
from tests.ui.house import House
from tests.ui.walker import Walker


def test_the_page_tells_what_to_do_and_how_sure_we_are(
    house: House, open_house: OpenHouse, qtbot: QtBot
) -> None:
    told = Family(open_house(house), house, qtbot).to_stroke().walker.reads()
    words = house.context().words.strokes[STROKE]
    for part in (TITLE, words.line, *words.cautions, "Take care", "How sure are we?", "5 times on each side"):
        assert part in told


def test_the_drawing_moves(house: House, open_house: OpenHouse, qtbot: QtBot) -> None:
    walker = Family(open_house(house), house, qtbot).to_stroke().walker
    stage = next(one for one in walker.window.findChildren(Stage) if one.isVisible())
    walker.let_pass(1.0)
    qtbot.waitUntil(lambda: stage._t > 0.9)
    assert stage._t == pytest.approx(1.0)


def test_escape_leads_back_step_by_step(house: House, open_house: OpenHouse, qtbot: QtBot) -> None:
    family = Family(open_house(house), house, qtbot).to_stroke()
    family.escape()
    assert family.walker.sees("Back to routines")
    family.walker.click("Back to routines")
    assert family.walker.sees("All strokes")


def test_a_stroke_can_be_practised_on_a_doll(house: House, open_house: OpenHouse, qtbot: QtBot) -> None:
    walker = Family(open_house(house), house, qtbot).to_stroke().walker
    walker.click("Practise on a doll")
    walker.click("Begin")
    playing = walker.presenter._playing
    assert is_practice(playing.plan)
    assert {step.stroke for step in playing.plan.steps} == {STROKE}


def test_a_film_is_added_named_and_trimmed(family: Family, film: Path, qtbot: QtBot) -> None:
    family.bring(film)
    assert "0:08 · 1280 × 720 · 6 bytes · with sound" in family.walker.reads()
    name = family.walker.find("Name", QLineEdit)
    name.selectAll()
    qtbot.keyClicks(name, "With our doll")
    start = family.walker.find("Start of the part that is shown", TrimHandle)
    qtbot.keyClick(start, Qt.Key.Key_PageUp)
    family.walker.click("Keep film")
    (clip,) = family.clips
    assert (clip.title, clip.stroke, clip.start, clip.end) == ("With our doll", STROKE, 1.0, 8.0)


def test_a_film_that_cannot_be_kept_is_told_in_a_sentence(family: Family, film: Path) -> None:
    family.house.films.inspector.refusal = CompanionError("clip-not-a-film", name=film.name)
    family.bring(film)
    assert "“IMG_0231.mp4” is not a film that can be played." in family.walker.reads()
    assert not family.clips


def test_without_libvlc_one_sentence_says_how_to_get_it(family: Family, film: Path) -> None:
    family.house.films.inspector.refusal = CompanionError("no-libvlc")
    family.bring(film)
    assert "Install VLC to watch them; all else works." in family.walker.reads()


def test_a_sheet_that_is_closed_leaves_no_copy(family: Family, film: Path) -> None:
    family.bring(film)
    family.walker.click("Cancel")
    shelf = family.house.films.shelf
    assert (shelf.parts, shelf.kept, family.clips) == (set(), {}, ())


def test_half_speed_mirror_and_sound_are_kept(family: Family, film: Path) -> None:
    family.add(film)
    for name in ("Half speed", "Mirror", "Sound"):
        family.walker.click(name)
    (clip,) = family.clips
    assert (clip.slow, clip.mirrored, clip.muted) == (True, True, False)
    cue = family.house.films.players[0].cue
    assert cue is not None
    assert (cue.rate, cue.muted) == (0.5, False)


def test_a_removed_film_can_be_put_back(family: Family, film: Path) -> None:
    family.add(film)
    kept = family.clips
    family.walker.click("Remove this film")
    assert not family.clips
    family.walker.click("Put it back")
    assert family.clips == kept


def test_the_page_lets_go_of_its_player(family: Family, film: Path) -> None:
    family.add(film)
    family.escape()
    assert all(player.closed for player in family.house.films.players)


def test_a_film_stands_still_while_the_drawing_is_shown(family: Family, film: Path) -> None:
    family.add(film)
    family.walker.click("Show: Drawing")
    assert family.house.films.players[0].state().phase.name == "PAUSED"
    family.walker.click("Show: Your films")
    assert family.house.films.players[0].state().phase.name == "PLAYING"


def test_a_list_that_cannot_be_written_is_told(family: Family, film: Path) -> None:
    family.house.films.shelf.broken = CompanionError("disk-full", folder="here")
    family.add(film)
    walker: Walker = family.walker
    assert walker.sees("Choose another film")
    assert not family.clips
