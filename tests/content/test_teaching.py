"""What a therapist says: there for every stroke, checked like all words, and loaded as it stands."""

import pytest

from companion.content.library import Library
from companion.content.teaching import load_teaching
from companion.domain.errors import CompanionError
from tests.content.copies import DATA, Copy

FILE = "text/en/teaching.toml"


def test_every_stroke_has_points_mistakes_a_direction_and_a_question(library: Library) -> None:
    teaching = load_teaching(DATA, "en")
    assert teaching.keys() == library.strokes.keys()
    assert all(told.direction and told.ask for told in teaching.values())
    assert all(len(told.points) >= 2 and told.mistakes for told in teaching.values())


def test_tummy_strokes_say_which_way_they_go() -> None:
    teaching = load_teaching(DATA, "en")
    assert "Clockwise" in teaching["sun-and-moon"].direction
    assert "baby’s left" in teaching["i-love-you"].direction


def test_a_stroke_without_teaching_words_is_noticed(copy: Copy) -> None:
    copy.replace(FILE, "[combing]", "[brushing]")
    told = copy.problems()
    assert f"data/{FILE}: combing: the teaching words for this stroke are missing" in told
    assert f"data/{FILE}: brushing: there is no such stroke" in told


def test_a_promise_and_a_long_sentence_are_noticed(copy: Copy) -> None:
    copy.in_table(FILE, "toe-roll", "Each toe, from base to tip", "This drains the toes")
    long = "This is a sentence that goes on and on and on and on and on until nobody listens."
    copy.in_table(FILE, "toe-roll", "Tugging the toe at the end.", long)
    told = " ".join(copy.problems())
    assert "toe-roll.direction: “drains” claims too much" in told
    assert "toe-roll.mistakes: a sentence of 18 words" in told


def test_a_table_of_the_wrong_shape_is_told_once(copy: Copy) -> None:
    copy.in_table(FILE, "toe-roll", "ask = ", "question = ")
    told = [line for line in copy.problems() if "toe-roll" in line]
    assert told == [
        f"data/{FILE}: toe-roll.ask: this field is missing",
        f"data/{FILE}: toe-roll.question: unknown field",
    ]


def test_a_file_that_is_missing_is_one_problem(copy: Copy) -> None:
    (copy.data / FILE).unlink()
    assert copy.problems() == [f"data/{FILE}: line 1: the file is missing"]


def test_broken_words_are_refused_with_the_place(copy: Copy) -> None:
    copy.in_table(FILE, "toe-roll", "ask = ", "question = ")
    with pytest.raises(CompanionError) as refused:
        load_teaching(copy.data, "en")
    assert refused.value.key == "content-broken"
    assert str(refused.value.details["where"]).startswith("toe-roll")
