"""What a routine is called, whatever it is."""

from dataclasses import replace

from companion.domain.words import RoutineWords, routine_title
from tests.fakes import first_massage, words_for


def test_a_routine_is_called_by_its_title() -> None:
    words = replace(words_for(first_massage()), routines={"bedtime": RoutineWords("Bedtime", "", "", "")})
    assert routine_title(words, "bedtime") == "Bedtime"


def test_one_stroke_alone_is_called_like_the_stroke() -> None:
    assert routine_title(words_for(first_massage()), "stroke:leg-sweep") == "leg-sweep"


def test_what_is_not_known_any_more_is_called_by_its_id() -> None:
    words = words_for(first_massage())
    assert routine_title(words, "dancing") == "dancing"
    assert routine_title(words, "stroke:dancing") == "stroke:dancing"
