"""Everything the content holds in one language, as the domain wants it, or one error that says what is wrong."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from companion.content.assemble import routines_of, strokes_of, words_of
from companion.content.kept import keep, read_kept
from companion.content.problems import Problem
from companion.content.tables import Tables, read_messages, read_strokes, read_tables
from companion.domain.errors import CompanionError
from companion.domain.routine import Routine
from companion.domain.stroke import Stroke
from companion.domain.words import Words

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Library:
    """Strokes in the order of the areas, routines in the order of the lists, and all words, each by id."""

    strokes: Mapping[str, Stroke]
    routines: Mapping[str, Routine]
    words: Words


def load_library(data: Path, language: str, cache: Path | None = None) -> Library:
    """All content. With ``cache`` (a folder that may be deleted at any time), what was found to be in order is
    kept there and an unchanged data folder is not read again.

    Raises CompanionError "content-broken" (file, where, what) at the first file, field, name or drawing that is
    wrong: nothing is left out silently.
    """
    if cache and (kept := _kept_library(cache, data, language)):
        return kept
    tables, problems = read_tables(data, language)
    _refuse(problems or loose_ends(tables, language))
    library = _library(tables, language)
    _build_drawings(library.strokes, tables)
    if cache:
        keep(tables, cache, data, language)
    return library


def load_strokes(data: Path) -> Mapping[str, Stroke]:
    """The strokes alone. Raises CompanionError "content-broken"."""
    tables, problems = read_strokes(data)
    _refuse(problems)
    strokes = strokes_of(tables)
    _build_drawings(strokes, tables)
    return strokes


def load_messages(data: Path, language: str) -> Mapping[str, str]:
    """The sentences for errors and the command line alone. Raises CompanionError "content-broken"."""
    messages, problems = read_messages(data, language)
    _refuse(problems)
    return messages


def loose_ends(tables: Tables, language: str) -> list[Problem]:
    """Names that lead nowhere: strokes that no file has, words that are missing for a stroke or a routine.

    Where a file could not be read at all, nothing is said to be missing from it.
    """
    problems = list[Problem]()
    if not any(file.startswith("data/strokes/") for file in tables.unread):
        problems += _unknown_strokes(tables)
    if (words := f"data/text/{language}/strokes.toml") not in tables.unread:
        problems += [Problem(words, key, what) for key, what in _missing_words(tables)]
    if (words := f"data/text/{language}/routines.toml") not in tables.unread:
        told = tables.routine_words.keys() | tables.broken_words
        missing = [routine for routine in tables.routines if routine not in told]
        problems += [Problem(words, routine, "the words for this routine are missing") for routine in missing]
    return problems


def _unknown_strokes(tables: Tables) -> list[Problem]:
    return [
        Problem(tables.files[routine], f"block {b}.steps {s}.stroke", f"there is no stroke {step['stroke']}")
        for routine, entry in tables.routines.items()
        for b, block in enumerate(entry["block"], start=1)
        for s, step in enumerate(block["steps"], start=1)
        if step["stroke"] not in tables.strokes and step["stroke"] not in tables.broken
    ]


def _missing_words(tables: Tables) -> Iterator[tuple[str, str]]:
    told = tables.stroke_words.keys() | tables.broken_words
    for stroke, entry in tables.strokes.items():
        for key in _word_keys(stroke, entry.get("variants", ())):
            if key not in told:
                yield key, "the words for this stroke are missing"
    for key in tables.stroke_words:
        if key.partition("@")[0] not in told:
            yield key, "the words of the plain stroke are missing"


def _word_keys(stroke: str, variants: Sequence[str]) -> list[str]:
    return [stroke, *(f"{stroke}@{variant}" for variant in variants)]


def _kept_library(cache: Path, data: Path, language: str) -> Library | None:
    tables = read_kept(cache, data, language)
    try:
        return _library(tables, language) if tables else None
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        log.info("kept content is of no use and is made again: %s", type(error).__name__)
        return None


def _library(tables: Tables, language: str) -> Library:
    strokes = strokes_of(tables)
    return Library(strokes, routines_of(tables, strokes), words_of(tables, language))


def _build_drawings(strokes: Mapping[str, Stroke], tables: Tables) -> None:
    """Build every choreography once, so that none can fail later, during a session."""
    for stroke in strokes.values():
        for problem in drawing_problems(stroke, tables.files[stroke.id]):
            _refuse([problem])


def drawing_problems(stroke: Stroke, file: str) -> list[Problem]:
    """What is wrong with a stroke's choreographies."""
    problems = list[Problem]()
    for variant in stroke.choreographies:
        try:
            stroke.choreographies[variant]
        except CompanionError as error:
            where = str(error.details.get("where", f"{stroke.id} {variant}".strip()))
            problems.append(Problem(file, where, str(error.details.get("what", error))))
    return problems


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        first = problems[0]
        raise CompanionError("content-broken", file=first.file, where=first.where, what=first.what)
