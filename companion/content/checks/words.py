"""What must hold of the words: a plain grade, short sentences, no claims, and words for things that exist."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from companion.content.checks.known import Known
from companion.content.problems import Problem, Table
from companion.content.tables import Tables
from companion.domain.stroke import Laterality, Stroke

HIGHEST_GRADE = 6.0
MOST_WORDS = 15
SPOKEN = ("line", "say_first", "say_again", "say_other_side")

Grade = Callable[[str], float]


def word_problems(
    tables: Tables, strokes: Mapping[str, Stroke], known: Known, language: str, reading_grade: Grade | None
) -> list[Problem]:
    """Everything wrong with the words of one language that have the right shape."""
    folder = f"data/text/{language}"
    problems = list[Problem]()
    for key, entry in tables.stroke_words.items():
        found = [
            *_stroke_rules(key, entry, strokes, tables),
            *long_sentences_in(entry),
            *claims_in(entry, known),
        ]
        found += grade_of(entry, reading_grade, ("line", "purpose", "cautions", "say_first", "say_again"))
        problems += [Problem(f"{folder}/strokes.toml", _at(key, where), what) for where, what in found]
    for key, entry in tables.routine_words.items():
        found = [
            *claims_in(entry, known),
            *grade_of(entry, reading_grade, ("summary", "for_whom", "not_for")),
        ]
        if key not in tables.routines and key not in tables.broken:
            found.append(("", "there is no such routine"))
        problems += [Problem(f"{folder}/routines.toml", _at(key, where), what) for where, what in found]
    for name, texts in (("phrases", tables.phrases), ("messages", tables.messages)):
        found = [*claims_in(texts, known), *_long_phrases(texts)]
        problems += [Problem(f"{folder}/{name}.toml", where, what) for where, what in found]
    return problems


def sentences(text: str) -> list[str]:
    """A text cut at full stops, question and exclamation marks and colons."""
    return [part for part in re.split(r"[.!?:…]+[”\"')]*(?:\s+|$)", text) if part.strip()]


Rule = tuple[str, str]


def _stroke_rules(key: str, entry: Table, strokes: Mapping[str, Stroke], tables: Tables) -> Iterator[Rule]:
    name, _, variant = key.partition("@")
    stroke = strokes.get(name)
    if stroke is None:
        unread = any(file.startswith("data/strokes/") for file in tables.unread)
        if name not in tables.broken and not unread:
            yield "", "there is no such stroke"
    elif variant and variant not in stroke.variants:
        yield "", f"{name} has no variant {variant}"
    elif stroke.laterality_of(variant) is Laterality.EACH and not entry.get("say_other_side"):
        yield "say_other_side", "this stroke has two sides: say what changes on the other one"


def long_sentences_in(entry: Table, fields: tuple[str, ...] = SPOKEN) -> Iterator[Rule]:
    """The sentences of these fields that are too long to be taken in by ear."""
    for field in fields:
        for sentence in (part for text in _texts(entry.get(field, "")) for part in sentences(text)):
            words = len(sentence.split())
            if words > MOST_WORDS:
                yield field, f"a sentence of {words} words, {MOST_WORDS} at most: “{sentence[:40]}…”"


def _long_phrases(texts: Mapping[str, str]) -> Iterator[Rule]:
    for key, text in texts.items():
        if key.startswith("say."):
            for sentence in sentences(text):
                if (words := len(sentence.split())) > MOST_WORDS:
                    yield key, f"a sentence of {words} words, {MOST_WORDS} at most: “{sentence[:40]}…”"


def claims_in(entry: Mapping[str, Any], known: Known) -> Iterator[Rule]:
    """The words that promise too much, and what to write instead."""
    for field, value in entry.items():
        text = " ".join(_texts(value)).lower()
        for phrase in known.allowed:
            text = text.replace(phrase.lower(), " ")
        for form, instead in known.banned.items():
            if re.search(rf"\b{re.escape(form)}\b", text):
                yield field, f"“{form}” claims too much: {instead}"


def grade_of(entry: Table, reading_grade: Grade | None, fields: tuple[str, ...]) -> Iterator[Rule]:
    """One grade a table: a single short line says little about how hard it is to read."""
    if reading_grade is None:
        return
    text = " ".join(part for field in fields for part in _texts(entry.get(field, "")) if part)
    grade = reading_grade(text)
    if grade > HIGHEST_GRADE:
        yield "", f"reads like grade {grade:.1f}, {HIGHEST_GRADE:g} at most: use shorter words and sentences"


def _texts(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case list() | tuple():
            return [text for text in value if isinstance(text, str)]  # pyright: ignore[reportUnknownVariableType]
        case _:
            return []


def _at(key: str, field: str) -> str:
    return f"{key}.{field}" if field else key
