"""The worked example of docs/writing-routines.md, typed in as it stands: it is checked, drawn and laid out in time."""

import re
from dataclasses import dataclass

import pytest

from companion.content.library import Library, load_library
from companion.domain.body import Side
from companion.domain.figure.body import BodyView
from companion.domain.figure.choreography import Manner
from companion.domain.figure.figure import drawing, round_seconds
from companion.domain.figure.hand import Grip
from companion.domain.plan import compile_plan
from companion.domain.settings import Settings
from companion.services.diary import laid_out
from tests.content.copies import ROOT, Copy, copied

GUIDE = (ROOT / "docs" / "writing-routines.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```toml data/(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STROKE, ROUTINE = "knee-to-ankle-glide", "after-the-bath"


@dataclass(frozen=True, slots=True)
class Typed:
    """The content with the example in it."""

    copy: Copy
    library: Library


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Typed:
    copy = copied(tmp_path_factory.mktemp("typed"))
    for file, text in BLOCK.findall(GUIDE):
        copy.append(file, text)
    return Typed(copy, load_library(copy.data, "en"))


def test_nothing_is_wrong_but_the_voice_that_is_still_to_be_recorded(typed: Typed) -> None:
    missing = [f"stroke.{STROKE}.{line}" for line in ("again", "first", "other")]
    shown = "media/narration/en/manifest.json"
    assert typed.copy.problems() == [
        f"{shown}: {line}: the line is missing: run companion narrate" for line in missing
    ]


def test_the_stroke_is_drawn_on_both_sides_and_its_loop_closes(typed: Typed) -> None:
    stroke = typed.library.strokes[STROKE]
    choreography = stroke.choreographies[""]
    length = round_seconds(choreography, stroke.seconds)
    for side in (Side.RIGHT, Side.LEFT):
        start, half, end = (
            drawing(choreography, side, t, period=stroke.seconds) for t in (0, length / 2, length)
        )
        assert start == end
        assert start != half


def test_the_routine_is_planned_and_laid_out_with_its_own_sum(typed: Typed) -> None:
    library = typed.library
    plan = compile_plan(library.routines[ROUTINE], library.strokes)
    glides = [(step.side, step.length) for step in plan.steps if step.stroke == STROKE]
    assert glides == [(Side.RIGHT, 12.0), (Side.LEFT, 12.0)]
    timeline = laid_out(plan, library.words, Settings())
    assert sum(moment.length for moment in timeline.moments if moment.is_touch) == 89.0


@pytest.mark.parametrize("kind", [BodyView, Manner, Grip])
def test_the_guide_names_every_value_that_may_be_written(kind: type[BodyView | Manner | Grip]) -> None:
    assert [value for value in kind if f"`{value}`" not in GUIDE] == []


def test_the_guide_goes_through_all_files_of_the_example() -> None:
    assert [file for file, _ in BLOCK.findall(GUIDE)] == [
        "strokes/legs.toml",
        "safety/touches.toml",
        "text/en/strokes.toml",
        "text/en/teaching.toml",
        "routines/after-the-bath.toml",
        "text/en/routines.toml",
    ]
