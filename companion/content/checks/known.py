"""The evidence and safety files that other content refers to: sources, conditions and claims."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from companion.content.formats import ClaimsFile, ConditionEntry, SourceEntry
from companion.content.problems import Problem, Table, read_toml, shape_problems

SOURCES = "data/evidence/sources.toml"
CONDITIONS = "data/safety/conditions.toml"
CLAIMS = "data/evidence/claims.toml"


@dataclass(frozen=True, slots=True)
class Known:
    """Keys that may be named, and the words that may not be used (form -> what to write instead)."""

    sources: frozenset[str]
    conditions: frozenset[str]
    banned: dict[str, str]
    allowed: tuple[str, ...]


def read_known(data: Path) -> tuple[Known, list[Problem]]:
    """What the three files know, and everything that is wrong with them."""
    sources, problems = _entries(data / "evidence" / "sources.toml", SOURCES, SourceEntry)
    conditions, more = _entries(data / "safety" / "conditions.toml", CONDITIONS, ConditionEntry)
    claims, wrong = read_toml(data / "evidence" / "claims.toml", CLAIMS)
    wrong = wrong or shape_problems(claims, ClaimsFile, CLAIMS, "")
    banned: list[Table] = [] if wrong else claims["banned"]
    known = Known(
        sources=frozenset(sources),
        conditions=frozenset(conditions),
        banned={form.lower(): claim["say"] for claim in banned for form in claim["forms"]},
        allowed=() if wrong else tuple(claims["allowed"]),
    )
    problems += more + wrong
    for condition, entry in conditions.items():
        named: list[str] = entry.get("sources", []) if isinstance(entry.get("sources", []), list) else []
        problems += source_problems(named, known, CONDITIONS, condition)
    return known, problems


def source_problems(named: list[str], known: Known, file: str, where: str) -> list[Problem]:
    """Sources that are named but not cited."""
    return [
        Problem(file, f"{where}.sources" if where else "sources", f"there is no source {key} in {SOURCES}")
        for key in named
        if key not in known.sources
    ]


def condition_problems(named: list[str], known: Known, file: str, where: str) -> list[Problem]:
    """Conditions that are named but not listed."""
    return [
        Problem(file, f"{where}.avoid" if where else "avoid", f"there is no condition {key} in {CONDITIONS}")
        for key in named
        if key not in known.conditions
    ]


def _entries(path: Path, shown: str, shape: type[Any]) -> tuple[dict[str, Table], list[Problem]]:
    entries, problems = read_toml(path, shown)
    for key, entry in entries.items():
        problems += shape_problems(entry, shape, shown, key)
    return {key: entry for key, entry in entries.items() if isinstance(entry, dict)}, problems
