"""The folder of own routines: laid over ours, never overwritten, and never in the way of a start."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from companion.app.check_file import own_problems
from companion.app.own_shelf import Listed, OwnShelf, open_library
from companion.app.paths import Paths
from companion.content.library import Library, load_library
from companion.domain.editing import Draft, new_draft, own_of, with_say
from companion.domain.errors import CompanionError
from companion.domain.events import MomentBegan
from companion.domain.own_routine import OwnRoutine
from companion.domain.plan import compile_plan
from companion.domain.timeline import build
from companion.services.narration import Heard, Line, Scene, line_for

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load_library(ROOT / "data", "en")


@pytest.fixture
def shelf(tmp_path: Path, shipped: Library) -> OwnShelf:
    return OwnShelf(tmp_path / "routines", shipped)


def made(shelf: OwnShelf, title: str = "Moon time") -> OwnRoutine:
    draft: Draft = new_draft(title, shelf.shelf)
    return own_of(with_say(draft, "hand-hug", "Sing the moon song."), shelf.shelf)


def test_a_kept_routine_is_there_at_once_and_after_a_restart(
    shelf: OwnShelf, shipped: Library, tmp_path: Path
) -> None:
    routines = Listed(shelf.library.routines)
    kept = shelf.keep(made(shelf))
    assert routines[-1].id == kept.id == "moon-time"
    assert [routine.id for routine in routines[-1:]] == ["moon-time"]
    for _ in range(3):
        again = OwnShelf(tmp_path / "routines", shipped)
        assert again.load(tmp_path / "cache" / "own.json") == ()
        assert again.all() == (kept,)
    (tmp_path / "cache" / "own.json").write_text('{"stamp": 1', encoding="utf-8")
    assert OwnShelf(tmp_path / "routines", shipped).load(tmp_path / "cache" / "own.json") == ()


def test_two_of_one_name_stand_side_by_side(shelf: OwnShelf) -> None:
    assert [shelf.keep(made(shelf)).id for _ in range(2)] == ["moon-time", "moon-time-2"]
    assert shelf.keep(made(shelf, "First massage")).id == "first-massage-2"
    shelf.remove("moon-time")
    assert shelf.keep(made(shelf)).id == "moon-time-3"
    assert shelf.bring_back("moon-time").id == "moon-time"


def test_what_is_not_in_order_is_left_out_and_told(shelf: OwnShelf, shipped: Library, tmp_path: Path) -> None:
    kept = shelf.keep(made(shelf))
    good = (tmp_path / "routines" / "moon-time.toml").read_text(encoding="utf-8")
    (tmp_path / "routines" / "other.toml").write_text(good, encoding="utf-8")
    (tmp_path / "routines" / "broken.toml").write_text("x", encoding="utf-8")
    again = OwnShelf(tmp_path / "routines", shipped)
    told = again.load(tmp_path / "own.json")
    assert [(error.key, error.details["file"]) for error in told] == [
        ("own-routine-left-out", "broken.toml"),
        ("own-routine-left-out", "other.toml"),
    ]
    assert again.all() == (kept,)
    assert (tmp_path / "routines" / "broken.toml").read_text(encoding="utf-8") == "x"


def test_words_are_cleaned_before_they_are_kept(shelf: OwnShelf) -> None:
    kept = shelf.keep(replace(made(shelf), title="  Moon\n\u202etime ", note="a\tb"))
    assert (kept.title, kept.note) == ("Moon time", "a b")


def test_a_routine_that_breaks_the_rules_is_not_kept(shelf: OwnShelf, tmp_path: Path) -> None:
    own = made(shelf)
    first = own.routine.blocks[0]
    bad = replace(own, say={}, routine=replace(own.routine, blocks=(replace(first, steps=first.steps[1:]),)))
    with pytest.raises(CompanionError, match="routine-unfit"):
        shelf.keep(bad)
    assert not (tmp_path / "routines").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_told(shelf: OwnShelf, tmp_path: Path) -> None:
    (tmp_path / "routines").mkdir(mode=0o500)
    with pytest.raises(CompanionError, match="routine-unwritable"):
        shelf.keep(made(shelf))


def test_where_a_file_stands_in_the_way_of_the_folder_it_is_told(shelf: OwnShelf, tmp_path: Path) -> None:
    (tmp_path / "routines").write_text("in the way", encoding="utf-8")
    with pytest.raises(CompanionError, match="routine-unwritable"):
        shelf.keep(made(shelf))
    with pytest.raises(CompanionError, match="routine-unwritable"):
        shelf.remove("moon-time")


def test_own_words_are_said_in_the_place_of_ours(shelf: OwnShelf) -> None:
    kept = shelf.keep(made(shelf))
    plan = compile_plan(kept.routine, shelf.library.strokes)
    scene = Scene(plan, build(plan), shelf.library.words)
    line, _ = line_for(MomentBegan(0.0, scene.timeline.leads[1]), scene, Heard())
    assert line == Line("own.hand-hug", "Sing the moon song.")
    shelf.remove(kept.id)
    assert line_for(MomentBegan(0.0, scene.timeline.leads[1]), scene, Heard())[0] != line


def test_the_command_line_knows_own_routines_and_checks_them(shelf: OwnShelf, tmp_path: Path) -> None:
    shelf.keep(made(shelf))
    paths = Paths(ROOT / "data", ROOT / "media", tmp_path, tmp_path / "cache")
    assert "moon-time" in open_library(paths, "en").routines
    assert own_problems(tmp_path / "routines", paths) == []
    (tmp_path / "routines" / "x.toml").write_text("x", encoding="utf-8")
    assert len(own_problems(tmp_path / "routines", paths)) == 1
    assert own_problems(tmp_path / "routines" / "moon-time.toml", paths) == []
