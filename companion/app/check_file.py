"""``companion check-content FILE``: looks at routines that somebody has put together, file by file."""

from collections.abc import Iterator
from pathlib import Path

from companion.app.paths import Paths
from companion.content.library import load_library
from companion.content.own import read_own_file
from companion.content.problems import Problem
from companion.domain.own_routine import Shelf


def own_problems(path: Path, paths: Paths) -> list[Problem]:
    """All problems of a file, or of every TOML file in a folder. Raises CompanionError ``content-broken`` when our own
    content is not in order."""
    library = load_library(paths.data, "en", paths.cache / "content")
    shelf = Shelf(library.strokes, library.routines)
    found = list[Problem]()
    for file in _files(path):
        found += read_own_file(file, str(file), shelf, library.words.phrases).problems
    return found


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(path.glob("*.toml"))
    else:
        yield path
