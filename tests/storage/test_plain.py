"""Values of the domain are read back exactly, or not at all."""

from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.baby import Answer
from companion.domain.body import Side
from companion.domain.check import TodayCheck, Tummy, Vaccine
from companion.domain.entry import Told
from companion.domain.events import Outcome
from companion.domain.parts import Part
from companion.domain.session import BabyState, Reflection, StepDone
from companion.domain.unlock import Unlock
from companion.storage.plain import read, written
from tests.storage.strategies import COUNTS, SECONDS, WALL_TIMES, WORDS

ANSWERS = st.sampled_from(Answer)
VACCINES = st.builds(Vaccine, st.none() | st.sampled_from(Part), st.none() | COUNTS, ANSWERS)
CHECKS = st.builds(
    TodayCheck,
    fever=ANSWERS,
    unwell=ANSWERS,
    tummy=st.sampled_from(Tummy),
    skin=st.none() | st.frozensets(st.sampled_from(Part)),
    navel_trouble=ANSWERS,
    vaccines=st.none() | st.lists(VACCINES, max_size=3).map(tuple),
    fed_minutes=st.none() | COUNTS,
    hungry=ANSWERS,
    new_mark=ANSWERS,
    jaundice=ANSWERS,
    state=st.none() | st.sampled_from(BabyState),
    caregiver_well=ANSWERS,
    flags=st.none() | st.frozensets(WORDS, max_size=3),
)
CHECK_FIELDS_DRAWN = {
    "fever", "unwell", "tummy", "skin", "navel_trouble", "vaccines", "fed_minutes", "hungry", "new_mark", "jaundice",
    "state", "caregiver_well", "flags"
}  # fmt: skip
STATES = st.none() | st.sampled_from(BabyState)
TOLD = st.builds(
    Told,
    baby=WORDS,
    caregiver=WORDS,
    practice=st.booleans(),
    started=st.none() | WALL_TIMES,
    steps=st.none()
    | st.lists(
        st.builds(StepDone, COUNTS, WORDS, st.sampled_from(Side), SECONDS, COUNTS, st.sampled_from(Outcome)),
        max_size=3,
    ).map(tuple),
    reflection=st.builds(
        Reflection, STATES, STATES, WORDS, st.none() | COUNTS, WORDS, ANSWERS, st.none() | COUNTS, WORDS
    ),
    removed=st.booleans(),
)


def test_every_answer_of_the_check_is_drawn() -> None:
    assert {field.name for field in fields(TodayCheck)} == CHECK_FIELDS_DRAWN


@given(CHECKS)
def test_any_check_reads_back_as_it_was_written(check: TodayCheck) -> None:
    assert read(TodayCheck, written(check)) == check


@given(TOLD)
def test_anything_told_reads_back_as_it_was_written(told: Told) -> None:
    assert read(Told, written(told)) == told


def test_what_is_unknown_takes_no_room() -> None:
    assert written(TodayCheck()) == "{}"


def test_equal_sets_are_equal_texts() -> None:
    assert written(frozenset({"b", "a", "c"})) == '["a","b","c"]'


def test_half_a_symbol_loses_only_itself() -> None:
    assert read(Reflection, written(Reflection(note="good \ud83d night"))).note == "good ? night"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Told, "[]"),
        (Told, '{"practice":1}'),
        (Told, '{"colour":"red"}'),
        (Told, '{"started":"2026-07-29T19:05:00"}'),
        (Told, '{"started":7}'),
        (Told, '{"steps":[{"index":0}]}'),
        (Told, '{"steps":{}}'),
        (Told, "{"),
        (TodayCheck, '{"state":"3"}'),
        (TodayCheck, '{"state":true}'),
        (TodayCheck, '{"fever":null}'),
        (TodayCheck, '{"skin":[["tummy"]]}'),
        (TodayCheck, '{"flags":"none"}'),
        (StepDone, '{"index":0,"stroke":"","side":"left","seconds":true,"repetitions":1,"outcome":"done"}'),
        (StepDone, '{"index":0,"stroke":"","side":"left","seconds":NaN,"repetitions":1,"outcome":"done"}'),
        (StepDone, '{"index":0,"stroke":"","side":"left","seconds":1e999,"repetitions":1,"outcome":"done"}'),
        (StepDone, '{"index":0,"stroke":"","side":"left","seconds":1' + "0" * 400 + "}"),
        (Unlock, '{"therapist":"x","given":"yesterday","areas":[]}'),
        (tuple[str, ...], "[" * 100_000),
    ],
)
def test_what_no_version_of_ours_wrote_is_refused(kind: type[Any], text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(kind, text)


def test_whole_seconds_are_seconds() -> None:
    text = '{"index":0,"stroke":"","side":"left","seconds":12,"repetitions":1,"outcome":"done"}'
    assert type(read(StepDone, text).seconds) is float


def test_a_number_that_is_none_is_our_bug() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        written((float("nan"),))


def test_a_day_is_not_a_time() -> None:
    assert read(Unlock, '{"therapist":"x","given":"2026-07-29","areas":[]}').given == date(2026, 7, 29)
