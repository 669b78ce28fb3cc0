"""Reads routines that somebody has put together, as what may come from anybody: bounded, checked, told in words."""

import math
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from companion.content.assemble import routine_of
from companion.content.own_writing import FORMAT, RESERVED
from companion.content.problems import Problem, Table, is_table, shape_problems
from companion.domain.errors import CompanionError
from companion.domain.own_routine import OwnRoutine, Shelf, derived, steps_in, words_key
from companion.domain.own_rules import Finding, Weight, findings, rule_sentence
from companion.domain.routine import Routine

MOST_BYTES = 64 * 1024
MOST_LINE = 4000
MOST_DEPTH = 8
"""Bounds of a file: none that the editor writes comes near them, and a reader inside them takes no time."""

MANY_PARTS = re.compile(r"\s*\[{0,2}[^\s.=#\[\]]+(\s*\.\s*[^\s.=#\[\]]+){4,}\s*[\]=]")
"""A name of five parts or more; the shape has none of more than one, and long ones take TOML readers long."""

_UNTOLD: Mapping[str, Any] = {
    "minutes": [1, 1],
    "locked": False,
    "evidence": "C",
    "sources": [],
    "from_weeks": 0,
    "avoid": [],
}


@dataclass(frozen=True, slots=True)
class ReadRoutine:
    """What was found in a file: the routine (None: it cannot be used), everything that is wrong, and the table as it
    was read where it has the right shape."""

    own: OwnRoutine | None
    problems: tuple[Problem, ...] = ()
    table: Table | None = None


def read_own_file(path: Path, shown: str, shelf: Shelf, sentences: Mapping[str, str]) -> ReadRoutine:
    """The routine in a file; never raises for what the world does. ``sentences`` are the phrases of the rules."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return _refused(shown, "the file", "this is not a file")
        with path.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return _refused(shown, "the file", "the file is missing")
    except OSError as error:
        return _refused(shown, "the file", error.strerror or "the file cannot be opened")
    return read_own(content, shown, shelf, sentences)


def read_own(content: bytes, shown: str, shelf: Shelf, sentences: Mapping[str, str]) -> ReadRoutine:
    """The routine in the bytes of a file."""
    table, problems = _table(content, shown)
    if problems:
        return ReadRoutine(None, tuple(problems))
    return read_own_table(table, shown, shelf, sentences)


def read_own_table(table: Table, shown: str, shelf: Shelf, sentences: Mapping[str, str]) -> ReadRoutine:
    """The routine in a table as TOML gives it."""
    from companion.content.own_format import OwnRoutineEntry  # noqa: PLC0415 - msgspec takes 40 ms

    version = table.get("format")
    if isinstance(version, int) and version > FORMAT:
        return _refused(
            shown, "format", "a newer version of the program made this: update it, then try again"
        )
    problems = [_plain(problem) for problem in shape_problems(table, OwnRoutineEntry, shown, "")]
    problems += _numbers(table, shown)
    if problems:
        return ReadRoutine(None, tuple(problems))
    return own_of_table(table, shown, shelf, sentences)


def own_of_table(table: Table, shown: str, shelf: Shelf, sentences: Mapping[str, str]) -> ReadRoutine:
    """The routine in a table that has the right shape."""
    if RESERVED.fullmatch(table["id"]) or table["id"] in shelf.routines:
        return _refused(shown, "id", f"the id {table['id']} is taken: give it another one")
    unknown = [step["stroke"] for block in table["block"] for step in block["steps"]]
    missing = [stroke for stroke in unknown if stroke not in shelf.strokes]
    if missing:
        return _refused(shown, "block", f"there is no stroke {missing[0]}")
    routine = routine_of({**_UNTOLD, **_routine_fields(table)}, shelf.strokes)
    problems = [
        _problem(finding, shown, sentences) for finding in findings(routine, shelf) if _stops(finding)
    ]
    problems += _say_problems(table.get("say", {}), routine_words(routine), shown)
    if problems:
        return ReadRoutine(None, tuple(problems))
    try:
        routine = derived(routine, shelf, table.get("based_on", ""))
    except CompanionError:
        return _refused(shown, "block", "all steps are extra ones: nothing is left to do")
    return ReadRoutine(
        OwnRoutine(
            routine,
            table["title"],
            table.get("note", ""),
            dict(table.get("say", {})),
            table.get("based_on", ""),
        ),
        table=table,
    )


def routine_words(routine: Routine) -> frozenset[str]:
    """Keys of the words of all its steps."""
    return frozenset(words_key(step) for step in steps_in(routine.blocks))


def _routine_fields(table: Table) -> Mapping[str, Any]:
    return {"id": table["id"], "block": table["block"], "clothed": table.get("clothed", False)}


def _stops(finding: Finding) -> bool:
    return finding.weight is Weight.MUST


def _problem(finding: Finding, shown: str, sentences: Mapping[str, str]) -> Problem:
    where = f"step {finding.step + 1}" if finding.step >= 0 else "block"
    return Problem(shown, where, rule_sentence(finding, sentences))


def _say_problems(say: Table, known: frozenset[str], shown: str) -> Iterator[Problem]:
    for key in say:
        if key not in known:
            yield Problem(shown, f"say.{key[:80]}", "no step of this routine is this stroke")


def _table(content: bytes, shown: str) -> tuple[Table, list[Problem]]:
    import tomllib  # noqa: PLC0415

    if len(content) > MOST_BYTES:
        return {}, [Problem(shown, "the file", f"it is bigger than {MOST_BYTES // 1024} kB")]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return {}, [Problem(shown, f"byte {error.start}", "this is not UTF-8 text")]
    if bound := _out_of_bounds(text):
        return {}, [Problem(shown, f"line {bound[0]}", bound[1])]
    try:
        return tomllib.loads(text), []
    except (ValueError, RecursionError) as error:  # ValueError: no TOML, or a number of thousands of digits
        place = re.search(r" \(at (line \d+)[^)]*\)| \(at end of document\)", str(error))
        what = str(error)[: place.start()] if place else "this is not TOML"
        return {}, [Problem(shown, (place and place[1]) or "the file", what[:200])]


def _out_of_bounds(text: str) -> tuple[int, str] | None:
    """The first line that no author writes: too long, too deep, or with names of too many parts."""
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MOST_LINE:
            return number, f"a line of more than {MOST_LINE} characters"
        if line.count("[") > MOST_DEPTH * 10 or re.search(r"[\[{]\s*" * (MOST_DEPTH + 1), line):
            return number, "tables within tables, too deep"
        if MANY_PARTS.match(line):
            return number, "a name of too many parts"
    return None


def _numbers(value: object, shown: str, where: str = "") -> Iterator[Problem]:
    """Numbers that are none: TOML has ``nan`` and ``inf``."""
    if isinstance(value, float) and not math.isfinite(value):
        yield Problem(shown, where or "the file", "this is not a number")
    elif is_table(value):
        for name, inner in value.items():
            yield from _numbers(inner, shown, f"{where}.{name}".lstrip("."))
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
            yield from _numbers(inner, shown, f"{where} {number}")  # pyright: ignore[reportUnknownArgumentType]


def _plain(problem: Problem) -> Problem:
    """A pattern says nothing to people."""
    if "matching regex" not in problem.what:
        return problem
    what = (
        "small letters, digits and hyphens only"
        if problem.where in {"id", "based_on"}
        else "unseen characters"
    )
    return Problem(problem.file, problem.where[:80], what)


def _refused(shown: str, where: str, what: str) -> ReadRoutine:
    return ReadRoutine(None, (Problem(shown, where, what),))
