"""Routines that somebody has put together, as files: written and read back, and files that may come from anybody."""

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from companion.content.library import Library
from companion.content.own import MOST_BYTES, ReadRoutine, read_own, read_own_file
from companion.content.own_writing import clean_line, free_id, own_toml
from companion.domain import editing
from companion.domain.own_routine import OwnRoutine, Shelf
from companion.domain.settings import Advance
from companion.domain.stroke import Pressure
from tests.content.wild_files import GOOD, wild_file

FEW = 300
"""How many wild files a test run reads; ``python -m benchmarks.wild_files`` reads ten thousand."""


def read(library: Library, text: str | bytes) -> ReadRoutine:
    content = text if isinstance(text, bytes) else text.encode()
    return read_own(content, "ours.toml", Shelf(library.strokes, library.routines), library.words.phrases)


def told(library: Library, text: str | bytes) -> str:
    """All problems of a file that must have some."""
    result = read(library, text)
    assert result.own is None
    return "\n".join(str(problem) for problem in result.problems)


def known(library: Library, text: str = GOOD) -> OwnRoutine:
    result = read(library, text)
    assert result.own is not None, result.problems
    return result.own


def test_a_file_is_read_as_its_author_meant_it(library: Library) -> None:
    own = known(library)
    assert (own.id, own.title, own.note) == ("ours", "Ours", "After the bath.")
    assert own.say == {"hand-hug": "Sing the moon song."}
    assert [step.stroke for step in own.routine.blocks[1].steps] == ["hip-to-ankle-glide", "toe-roll"]
    assert not own.routine.locked


@pytest.mark.parametrize("name", ["first-massage", "full-body", "bedtime", "tummy-comfort", "evening-legs"])
def test_what_the_editor_writes_is_read_back_as_the_same(library: Library, name: str) -> None:
    shelf = Shelf(library.strokes, library.routines)
    draft = replace(editing.copy_of(library.routines[name], 'Our "own" \\ 💧 ü'), id="copy", note="One\nTwo")
    own = editing.own_of(editing.with_say(draft, draft.steps[-1].words, "Hush, “now”."), shelf)
    assert known(library, own_toml(own, library.strokes)) == own


def test_what_differs_from_the_stroke_is_written(library: Library) -> None:
    shelf = Shelf(library.strokes, library.routines)
    draft = editing.draft_of(known(library))
    step = draft.steps[3]
    other = replace(step.step, advance=Advance.BY_HAND, optional=True, pressure=(Pressure.P1,), seconds=2.5)
    own = editing.own_of(replace(editing.changed(draft, 3, replace(step, step=other)), clothed=True), shelf)
    assert known(library, own_toml(own, library.strokes)) == own


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('id = "ours"', 'id = "../ours"', "id: small letters, digits and hyphens only"),
        ('id = "ours"', 'id = "first-massage"', "id: the id first-massage is taken"),
        ('id = "ours"', 'id = "con"', "id: the id con is taken"),
        ('id = "ours"', 'id = "ours"\nid = "ours"', "overwrite"),
        ("format = 1", "format = 2", "format: a newer version"),
        ("format = 1", 'format = "1"', "format:"),
        ('title = "Ours"', 'title = "O\\u202eurs"', "title: unseen characters"),
        ('title = "Ours"', f'title = "{"x" * 61}"', "title:"),
        ("seconds = 30.0", "seconds = nan", "this is not a number"),
        ("times = 3", "times = 50", "times:"),
        ("times = 3", "times = 9", "step 3: “hip-to-ankle-glide” is done 3 to 8 times."),
        ('"toe-roll"', '"nonsense"', "there is no stroke nonsense"),
        ('"hand-hug" = "Sing', '"leg-roll" = "Sing', "no step of this routine is this stroke"),
        ("rounds = 2", "rounds = 2\nlocked = true", "locked: unknown field"),
        ('{ stroke = "permission" }', '{ stroke = "permission", optional = true }', "Ask baby first"),
        ("[say]", "[say.a.b.c.d.e]", "a name of too many parts"),
        ("[say]", "#" + "x" * 5000, "a line of more than 4000 characters"),
        ("[say]", "x = [[[[[[[[[[1]]]]]]]]]]\n[say]", "too deep"),
        ("times = 3", f"times = {'9' * 3900}", ""),
    ],
)
def test_what_is_wrong_in_a_file_is_told(library: Library, old: str, new: str, says: str) -> None:
    assert old in GOOD
    assert says in told(library, GOOD.replace(old, new))


def test_text_that_is_none_and_files_that_are_too_big_are_refused(library: Library) -> None:
    assert "this is not UTF-8" in told(library, b"\xff\xfe" + GOOD.encode())
    assert "bigger than" in told(library, b"#" * (MOST_BYTES + 1))
    assert "not TOML" in told(library, "x = " + "[\n" * 30_000)


def test_steps_that_are_all_extra_leave_nothing_to_do(library: Library) -> None:
    text = GOOD.replace("permission", "hand-hug")
    assert "Ask baby first" in told(library, text)


def test_what_is_no_file_is_not_waited_for(library: Library, tmp_path: Path) -> None:
    shelf = Shelf(library.strokes, library.routines)
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    for path, says in (
        (pipe, "this is not a file"),
        (tmp_path, "not a file"),
        (tmp_path / "x.toml", "missing"),
    ):
        assert says in str(read_own_file(path, path.name, shelf, {}).problems[0])


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Our evening", "our-evening"),
        ("../../etc/passwd", "etc-passwd"),
        ("Ünsere Massage!", "unsere-massage"),
        ("夜のマッサージ", "routine"),
        ("CON", "my-con"),
        ("First massage", "first-massage-2"),
        ("x" * 300, "x" * 48),
    ],
)
def test_an_id_is_free_and_leads_nowhere_else(library: Library, title: str, expected: str) -> None:
    assert free_id(title, library.routines) == expected


def test_words_are_cleaned_to_one_line() -> None:
    assert clean_line("  Sing\n\tthe \u202emoon\x00 song  ", 60) == "Sing the moon song"
    assert clean_line("word " * 40, 9) == "word word"


def test_wild_files_are_read_or_refused_in_words_and_in_no_time(library: Library) -> None:
    shelf, slowest = Shelf(library.strokes, library.routines), 0.0
    taken = 0
    for seed in range(FEW):
        content = wild_file(seed)
        began = time.monotonic()
        result = read_own(content, "wild.toml", shelf, library.words.phrases)
        slowest = max(slowest, time.monotonic() - began)
        assert (result.own is None) == bool(result.problems), seed
        assert all(len(str(problem)) < 600 for problem in result.problems), seed
        if result.own is not None:
            taken += 1
            assert known(library, own_toml(result.own, library.strokes)) == result.own, seed
    assert 0 < taken < FEW
    assert slowest < 2.0
