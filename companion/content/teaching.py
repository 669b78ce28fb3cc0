"""Reads what a therapist says of each stroke, or tells in one error what is wrong with it."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from companion.content.problems import Problem, Table, read_toml, shape_problems
from companion.domain.errors import CompanionError
from companion.domain.teaching import Teaching


def load_teaching(data: Path, language: str) -> Mapping[str, Teaching]:
    """Teaching words by stroke id. Raises CompanionError "content-broken" (file, where, what)."""
    entries, problems = read_teaching(data, language)
    if problems:
        first = problems[0]
        raise CompanionError("content-broken", file=first.file, where=first.where, what=first.what)
    return MappingProxyType({stroke: _teaching(entry) for stroke, entry in entries.items()})


def read_teaching(data: Path, language: str) -> tuple[Mapping[str, Table], list[Problem]]:
    """The tables of the right shape by stroke id, and every problem of syntax and shape."""
    from companion.content.teaching_format import TeachingText  # noqa: PLC0415 - it needs msgspec

    shown = shown_file(language)
    tables, problems = read_toml(data / "text" / language / "teaching.toml", shown)
    kept = dict[str, Table]()
    for stroke, entry in tables.items():
        wrong = shape_problems(entry, TeachingText, shown, stroke)
        problems += wrong
        if not wrong:
            kept[stroke] = entry
    return kept, problems


def shown_file(language: str) -> str:
    """The file's name as problems tell it."""
    return f"data/text/{language}/teaching.toml"


def _teaching(entry: Table) -> Teaching:
    return Teaching(entry["direction"], tuple(entry["points"]), tuple(entry["mistakes"]), entry["ask"])
