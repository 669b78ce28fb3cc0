"""Knows how to read our own source as syntax trees."""

import ast
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GENERATED = {".venv", ".git", "__pycache__", "dist", "build", ".pytest_cache", ".ruff_cache", ".hypothesis"}


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: where it lies (relative to the repository), its text and its tree."""

    where: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    def is_under(self, *folders: str) -> bool:
        return any(self.where.startswith(f"{folder}/") for folder in folders)


def source(where: str, text: str) -> Source:
    """A source from text; what the checks' own tests use."""
    return Source(where, text, ast.parse(text))


def sources_under(*folders: str) -> list[Source]:
    """All Python files below these folders of the repository."""
    found = sorted(
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        if not GENERATED & set(path.relative_to(ROOT).parts)
    )
    return [_source_of(path) for path in found]


@cache
def _source_of(path: Path) -> Source:
    """A file, read and parsed once for all checks."""
    return source(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))


def repository_files() -> list[Path]:
    """Every file that is or will be committed."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        paths = [p for p in ROOT.rglob("*") if not GENERATED & set(p.relative_to(ROOT).parts)]
    return sorted({path for path in paths if path.is_file()})


def docstrings(tree: ast.AST) -> set[ast.expr]:
    """The constants that only document: docstrings, and the strings below constants and fields."""
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def none_of(found: Iterable[str]) -> None:
    """Fail with one line for each finding."""
    lines = list(found)
    assert not lines, "\n" + "\n".join(lines)


def calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Every call with the dotted name of what is called (``""`` where it has none)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, dotted(node.func)


def dotted(node: ast.expr) -> str:
    """``a.b.c`` for a chain of names; the known end of it (``.c``) when it starts from something else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full name of every import, wherever it stands: ``from a import b`` gives ``a.b``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
