"""The content that we ship is in order, in every way that the check knows."""

from pathlib import Path

import pytest

from companion.content.check import check_content
from companion.content.library import Library
from companion.content.schema import schemas, written
from tests.content.copies import DATA, MEDIA, copied

TODAY = (
    "first-massage",
    "full-body",
    "tummy-comfort",
    "constipation-comfort",
    "bedtime",
    "face",
    "feet-anywhere",
    "evening-legs",
    "back-and-tummy-time",
)
THERAPIST_ONLY = ("still-touch", "torticollis", "repositioning")


def test_the_shipped_content_has_no_problems() -> None:
    assert [str(problem) for problem in check_content(DATA, MEDIA, reading_grade=None)] == []


def test_the_shipped_words_read_like_grade_six_or_less(tmp_path: Path) -> None:
    textstat = pytest.importorskip("textstat").textstat
    copy = copied(tmp_path)
    problems = check_content(copy.data, copy.media, reading_grade=textstat.flesch_kincaid_grade)
    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_schema_files_are_what_the_types_say(name: str) -> None:
    shipped = (DATA / "schema" / name).read_text(encoding="utf-8")
    assert shipped == written(schemas()[name]), "write them again: companion.content.schema.write_schemas"


def test_routines_come_in_the_order_of_the_lists(library: Library) -> None:
    assert tuple(library.routines) == TODAY + THERAPIST_ONLY


def test_only_the_therapists_routines_are_locked(library: Library) -> None:
    assert tuple(name for name, routine in library.routines.items() if routine.locked) == THERAPIST_ONLY


@pytest.mark.parametrize("name", THERAPIST_ONLY)
def test_locked_routines_have_no_doses(library: Library, name: str) -> None:
    routine = library.routines[name]
    doses = {(step.times, step.seconds) for block in routine.blocks for step in block.steps}
    assert (doses, routine.minutes) == ({(0, 0.0)}, (0, 0))


def test_no_title_calls_tummy_comfort_a_colic_routine(library: Library) -> None:
    told = library.words.routines["tummy-comfort"]
    assert "colic" not in (told.title + told.summary).lower()


def test_plain_names_come_before_traditional_ones(library: Library) -> None:
    told = library.words.strokes["hip-to-ankle-glide"]
    assert "milking" not in told.title.lower()


def test_a_variant_takes_what_it_leaves_out_from_the_plain_stroke(library: Library) -> None:
    plain, chest = (library.words.strokes[key] for key in ("resting-hands", "resting-hands@chest"))
    assert (chest.purpose, chest.cautions) == (plain.purpose, plain.cautions)
    assert chest.line != plain.line
