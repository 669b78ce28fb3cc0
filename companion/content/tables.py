"""Knows which files hold the content and reads them as plain tables of the right shape."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from companion.content.problems import Problem, Table, read_toml, shape_problems
from companion.domain.body import Area

TEXT_FILES = ("strokes", "routines", "phrases", "messages")


@dataclass(slots=True)
class Tables:
    """Everything that was read and has the right shape, by id, as TOML gave it.

    ``files`` says where each stroke and routine stands (``data/strokes/legs.toml``); ``broken`` names those
    that are there but are not in the right shape, ``broken_words`` does so for their words,
    ``unread`` files that could not be read at all.
    """

    strokes: dict[str, Table] = field(default_factory=dict[str, Table])
    routines: dict[str, Table] = field(default_factory=dict[str, Table])
    stroke_words: dict[str, Table] = field(default_factory=dict[str, Table])
    routine_words: dict[str, Table] = field(default_factory=dict[str, Table])
    phrases: dict[str, str] = field(default_factory=dict[str, str])
    messages: dict[str, str] = field(default_factory=dict[str, str])
    files: dict[str, str] = field(default_factory=dict[str, str])
    broken: set[str] = field(default_factory=set[str])
    broken_words: set[str] = field(default_factory=set[str])
    unread: set[str] = field(default_factory=set[str])


def content_files(data: Path, language: str) -> list[Path]:
    """All files that make up the content in one language, in a fixed order."""
    return [*_in_folder(data / "strokes"), *_in_folder(data / "routines"), *_text_files(data, language)]


def read_tables(data: Path, language: str) -> tuple[Tables, list[Problem]]:
    """All content of one language, and every problem of syntax and shape."""
    tables, problems = read_strokes(data)
    problems += _read_routines(data, tables)
    problems += _read_texts(data, language, tables)
    return tables, problems


def read_strokes(data: Path) -> tuple[Tables, list[Problem]]:
    """The strokes alone, in the order of the areas, and every problem of syntax and shape."""
    from companion.content.formats import StrokeEntry  # noqa: PLC0415 - it needs msgspec

    tables, problems = Tables(), list[Problem]()
    for path in _in_folder(data / "strokes"):
        shown = _shown(data, path)
        entries, found = _read(path, shown, tables)
        for stroke, entry in entries.items():
            if stroke in tables.files:
                found.append(Problem(shown, stroke, f"this stroke stands in {tables.files[stroke]} too"))
                continue
            tables.files[stroke] = shown
            wrong = shape_problems(entry, StrokeEntry, shown, stroke)
            _keep(entry, stroke, wrong, tables.strokes, tables.broken)
            found += wrong
        problems += found
    if not _in_folder(data / "strokes"):
        problems.append(Problem("data/strokes", "the folder", "there are no strokes in it"))
    order = [str(area) for area in Area]
    ordered = sorted(tables.strokes.items(), key=lambda item: order.index(item[1]["area"]))
    tables.strokes = dict(ordered)
    return tables, problems


def read_messages(data: Path, language: str) -> tuple[Mapping[str, str], list[Problem]]:
    """The messages of one language, and what is wrong with their file."""
    return _read_flat(data, language, "messages")


def _read_routines(data: Path, tables: Tables) -> list[Problem]:
    from companion.content.formats import RoutineEntry  # noqa: PLC0415

    problems = list[Problem]()
    for path in _in_folder(data / "routines"):
        shown, routine = _shown(data, path), path.stem
        entry, found = _read(path, shown, tables)
        found = found or shape_problems(entry, RoutineEntry, shown, "")
        if not found and entry["id"] != routine:
            found.append(Problem(shown, "id", f"must be {routine}, as the file is named"))
        tables.files[routine] = shown
        _keep(entry, routine, found, tables.routines, tables.broken)
        problems += found
    if not _in_folder(data / "routines"):
        problems.append(Problem("data/routines", "the folder", "there are no routines in it"))
    ordered = sorted(tables.routines.items(), key=lambda item: (item[1]["order"], item[0]))
    tables.routines = dict(ordered)
    return problems


def _read_texts(data: Path, language: str, tables: Tables) -> list[Problem]:
    from companion.content.formats import RoutineText, StrokeText, VariantText  # noqa: PLC0415

    problems = list[Problem]()
    folder = data / "text" / language
    for name, kept in (("strokes", tables.stroke_words), ("routines", tables.routine_words)):
        shown = _shown(data, folder / f"{name}.toml")
        entries, found = _read(folder / f"{name}.toml", shown, tables)
        for key, entry in entries.items():
            shape = RoutineText if name == "routines" else VariantText if "@" in key else StrokeText
            wrong = shape_problems(entry, shape, shown, key)
            _keep(entry, key, wrong, kept, tables.broken_words)
            found += wrong
        problems += found
    for name, kept in (("phrases", tables.phrases), ("messages", tables.messages)):
        texts, found = _read_flat(data, language, name)
        kept.update(texts)
        problems += found
    return problems


def _read_flat(data: Path, language: str, name: str) -> tuple[Mapping[str, str], list[Problem]]:
    from companion.content.formats import MessagesFile, PhrasesFile  # noqa: PLC0415

    path = data / "text" / language / f"{name}.toml"
    shown = _shown(data, path)
    entries, problems = read_toml(path, shown)
    if problems:
        return {}, problems
    problems = shape_problems(entries, PhrasesFile if name == "phrases" else MessagesFile, shown, "")
    return ({}, problems) if problems else (entries[name], [])


def _read(path: Path, shown: str, tables: Tables) -> tuple[Table, list[Problem]]:
    entries, problems = read_toml(path, shown)
    if problems:
        tables.unread.add(shown)
    return entries, problems


def _keep(entry: Table, key: str, problems: list[Problem], kept: dict[str, Table], broken: set[str]) -> None:
    """Keep an entry of the right shape; note that it is broken otherwise."""
    if problems:
        broken.add(key)
    else:
        kept[key] = entry


def _text_files(data: Path, language: str) -> Iterator[Path]:
    return (data / "text" / language / f"{name}.toml" for name in TEXT_FILES)


def _in_folder(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def _shown(data: Path, path: Path) -> str:
    return f"data/{path.relative_to(data).as_posix()}"
