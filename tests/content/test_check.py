"""Every kind of problem is found in a copy of the content that was damaged on purpose, and all at once."""

from collections.abc import Callable

import pytest

from companion.content.check import check_content
from tests.content.copies import Copy
from tests.content.damages import DAMAGES, LEGS, TUMMY, write


def test_an_untouched_copy_has_no_problems(copy: Copy) -> None:
    assert copy.problems() == []


@pytest.mark.parametrize(("damage", "told"), [d[1:] for d in DAMAGES], ids=[d[0] for d in DAMAGES])
def test_the_check_finds(copy: Copy, damage: Callable[[Copy], object], told: str) -> None:
    damage(copy)
    assert any(problem.startswith(told) for problem in copy.problems()), copy.problems()


def test_all_problems_are_told_at_once(copy: Copy) -> None:
    copy.append("strokes/legs.toml", "\n[oops\n")
    copy.in_table(TUMMY, "paddle-down", '"R1"', '"R0"')
    copy.in_table(TUMMY, "paddle-down", "times = 6", "times = 9")
    copy.replace("routines/face.toml", "touch_seconds = 139", "touch_seconds = 1")
    write(copy, "sun-and-moon", "purpose", "A proven cure.")
    files = {problem.split(": ")[0] for problem in copy.problems()}
    told = "\n".join(copy.problems())
    assert {"data/strokes/legs.toml", "data/strokes/tummy.toml", "data/routines/face.toml"} <= files
    assert "paddle-down.readiness" in told
    assert "paddle-down.times" in told
    assert "“proven”" in told
    assert "“cure”" in told


def test_a_file_that_cannot_be_read_is_one_problem_and_not_one_for_each_stroke(copy: Copy) -> None:
    copy.append("strokes/legs.toml", "\n[oops\n")
    assert len(copy.problems()) == 1


def test_one_mistake_is_one_line(copy: Copy) -> None:
    copy.in_table(LEGS, "leg-roll", "times = 4", "times = 9")
    assert [p.split(": ")[1] for p in copy.problems() if "strokes" in p] == ["leg-roll.times"]


def test_a_text_that_is_hard_to_read_is_told(copy: Copy) -> None:
    def grade(text: str) -> float:
        return 9.2 if "toe" in text.lower() else 3.0

    problems = [str(problem) for problem in check_content(copy.data, copy.media, reading_grade=grade)]
    assert (
        "data/text/en/strokes.toml: toe-roll: reads like grade 9.2, 6 at most: use shorter words and sentences"
        in problems
    )


def test_a_word_that_only_contains_a_claim_is_free(copy: Copy) -> None:
    write(copy, "toe-roll", "purpose", "A secure hold, once the navel has healed.")
    assert [problem for problem in copy.problems() if "claims" in problem] == []


def test_a_claim_may_be_denied(copy: Copy) -> None:
    write(copy, "toe-roll", "purpose", "It is not a cure.")
    assert [problem for problem in copy.problems() if "claims" in problem] == []
