"""Checks all content at once and tells every problem it finds, never only the first."""

from collections.abc import Callable
from pathlib import Path

from companion.content.assemble import routine_of, strokes_of, words_of
from companion.content.checks.known import read_known
from companion.content.checks.routines import routine_problems
from companion.content.checks.strokes import stroke_problems
from companion.content.checks.teaching import teaching_problems
from companion.content.checks.words import word_problems
from companion.content.library import loose_ends
from companion.content.narration import NONE, narration_problems
from companion.content.problems import Problem
from companion.content.safety import read_safety_words
from companion.content.tables import Tables, read_tables

__all__ = ["Problem", "check_content"]


def check_content(data: Path, media: Path, *, reading_grade: Callable[[str], float] | None) -> list[Problem]:
    """All problems of strokes, routines, evidence, words and narration in all languages, sorted by file.

    ``reading_grade`` gives the school grade of a text (Flesch-Kincaid); None leaves that check out. Narration is
    compared only where all words could be read.
    """
    known, problems = read_known(data)
    languages = sorted(path.name for path in (data / "text").glob("*") if path.is_dir())
    if not languages:
        problems.append(Problem("data/text", "the folder", "there are no words in any language"))
    for language in languages or ["en"]:
        tables, found = read_tables(data, language)
        problems += found + (loose_ends(tables, language) if languages else [])
        strokes = strokes_of(tables)
        routines = {
            name: routine_of(entry, strokes)
            for name, entry in tables.routines.items()
            if _playable(tables, name)
        }
        problems += stroke_problems(tables, strokes, known)
        problems += routine_problems(tables, routines, strokes, known)
        problems += word_problems(tables, strokes, known, language, reading_grade)
        if not any(file.startswith("data/strokes/") for file in tables.unread):
            taught = tables.strokes.keys() | tables.broken
            problems += teaching_problems(data, language, taught, known, reading_grade)
        if not tables.unread and not tables.broken_words:
            safety, _ = read_safety_words(data, language)
            phrases = safety.phrases if safety else NONE
            problems += narration_problems(words_of(_with_plain_words(tables), language), media, phrases)
    return sorted(set(problems))


def _playable(tables: Tables, routine: str) -> bool:
    """Whether all strokes that a routine names are there in the right shape."""
    return all(
        step["stroke"] in tables.strokes
        for block in tables.routines[routine]["block"]
        for step in block["steps"]
    )


def _with_plain_words(tables: Tables) -> Tables:
    """The tables without the words of variants whose plain stroke has none."""
    words = {
        key: entry
        for key, entry in tables.stroke_words.items()
        if key.partition("@")[0] in tables.stroke_words
    }
    return Tables(
        stroke_words=words,
        routine_words=tables.routine_words,
        phrases=tables.phrases,
        messages=tables.messages,
    )
