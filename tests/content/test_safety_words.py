"""The words of safety: plain, short for the ear, without claims, and never telling what a baby has."""

import re
import tomllib
from collections.abc import Iterator

import pytest

from companion.content.checks.known import read_known
from companion.content.checks.words import HIGHEST_GRADE, MOST_WORDS, sentences
from companion.content.safety import load_safety, load_safety_words
from tests.content.copies import DATA

SECTIONS = (
    "verdicts", "rules", "questions", "conditions", "cues", "advice", "cue_reasons", "bands", "clinic", "phrases",
)  # fmt: skip


def texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, str) and value:
        yield value


def section(name: str) -> list[str]:
    table = tomllib.loads((DATA / "text" / "en" / "safety.toml").read_text("utf-8"))
    return list(texts(table[name]))


def everything() -> list[str]:
    table = tomllib.loads((DATA / "text" / "en" / "safety.toml").read_text("utf-8"))
    return list(texts(table))


@pytest.mark.parametrize("name", SECTIONS)
def test_each_section_reads_at_grade_six_or_below(name: str) -> None:
    textstat = pytest.importorskip("textstat").textstat
    text = " ".join(line if line.endswith((".", "?", "!")) else f"{line}." for line in section(name))
    assert textstat.flesch_kincaid_grade(text) <= HIGHEST_GRADE


def test_no_sentence_is_too_long_to_hear() -> None:
    for line in section("phrases"):
        for part in sentences(line):
            assert len(part.split()) <= MOST_WORDS, part


def test_no_advice_has_a_sentence_of_more_than_eighteen_words() -> None:
    for name in ("rules", "questions", "verdicts", "advice", "bands", "clinic"):
        for line in section(name):
            for part in sentences(line):
                assert len(part.split()) <= 18, part


def test_no_word_claims_too_much() -> None:
    known, _ = read_known(DATA)
    for line in everything():
        for form in known.banned:
            assert not re.search(rf"\b{re.escape(form)}\b", line.lower()), line


def test_it_says_that_it_cannot_tell_if_baby_is_ill() -> None:
    words = load_safety_words(DATA, "en")
    assert "cannot tell you if baby is ill" in words.lines["plan.note"]
    assert "does not tell you what baby has" in words.questions["conditions"].help


def test_the_voice_says_no_symbols() -> None:
    for key, line in load_safety_words(DATA, "en").phrases.items():
        assert key.startswith("say.")
        assert not re.search(r"[0-9°%{}“”]", line), line


def test_a_rule_that_may_be_unanswered_says_so_in_words() -> None:
    words, safety = load_safety_words(DATA, "en"), load_safety(DATA)
    known_only = {"skin", "asleep", "crying", "drowsy", "drowsy-on-tummy", "active-alert"}
    known_only |= {"sign-now", "sign-today", "sign-call"}
    for rule in safety.rules:
        assert bool(words.rules[rule.id].unknown) is (rule.id not in known_only), rule.id


def test_what_stands_in_the_way_comes_with_advice() -> None:
    words = load_safety_words(DATA, "en")
    for rule in load_safety(DATA).rules:
        if rule.verdict:
            assert words.rules[rule.id].advice, rule.id
