"""Keeps the routines that somebody has put together, and lays them over the shipped ones for everybody who looks."""

import json
import logging
from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from companion.app.paths import Paths
from companion.content.library import Library, load_library
from companion.content.problems import Problem
from companion.domain.errors import CompanionError
from companion.domain.routine import Routine
from companion.domain.words import RoutineWords
from companion.storage.faults import is_full
from companion.storage.files import sync_folder, write_whole

if TYPE_CHECKING:  # a start without own routines needs none of it
    from companion.content.own import ReadRoutine
    from companion.domain.own_routine import OwnRoutine, Shelf

log = logging.getLogger(__name__)

MOST_FILES = 300
REMOVED = "removed"
KEPT_FORMAT = 1
ENDING = ".massage.toml"
"""How the name of a routine ends that is handed over."""


class OwnShelf:
    """The port ``OwnRoutines`` on a folder with one TOML file a routine. ``library`` is the shipped one with them laid
    over it: whoever holds it sees what is kept and removed from now on."""

    def __init__(self, folder: Path, shipped: Library) -> None:
        self._folder = folder
        self._own: dict[str, OwnRoutine] = {}
        self._routines: dict[str, Routine] = {}
        self._words: dict[str, RoutineWords] = {}
        self._phrases: dict[str, str] = {}
        self._shipped = shipped
        words = replace(
            shipped.words,
            routines=ChainMap(self._words, dict(shipped.words.routines)),
            phrases=ChainMap(self._phrases, dict(shipped.words.phrases)),
        )
        self.library = Library(shipped.strokes, ChainMap(self._routines, dict(shipped.routines)), words)

    @property
    def shelf(self) -> "Shelf":
        """The catalogue and the routines of ours."""
        from companion.domain.own_routine import Shelf  # noqa: PLC0415

        return Shelf(self._shipped.strokes, self._shipped.routines)

    def load(self, cache: Path | None = None) -> tuple[CompanionError, ...]:
        """Read the folder; what cannot be used is left out, each with an error to tell. ``cache`` (a file) keeps what
        was found to have the right shape."""
        files = sorted(self._folder.glob("*.toml"))[:MOST_FILES] if self._folder.is_dir() else []
        if not files:
            return ()
        found = self._kept(cache, files) or self._read(cache, files)
        left_out = list[CompanionError]()
        for file, read in zip(files, found, strict=True):
            own, problems = read.own, read.problems
            if own is not None and own.id != file.stem:
                own, problems = (
                    None,
                    (Problem(file.name, "id", f"must be {file.stem}, as the file is named"),),
                )
            if own is None:
                left_out.append(_unfit("own-routine-left-out", file, problems))
            else:
                self._own[own.id] = own
        self._lay()
        return tuple(left_out)

    def all(self) -> "tuple[OwnRoutine, ...]":
        """All that there are, by title."""
        return tuple(self._own.values())

    def keep(self, own: "OwnRoutine") -> "OwnRoutine":
        """Keep a routine; it is read back first, so that nothing is kept that could not be loaded."""
        from companion.content.own_writing import (  # noqa: PLC0415
            MOST_NOTE,
            MOST_SAY,
            MOST_TITLE,
            clean_line,
            free_id,
        )

        own = replace(
            own,
            title=clean_line(own.title, MOST_TITLE) or own.id,
            note=clean_line(own.note, MOST_NOTE),
            say={key: clean_line(words, MOST_SAY) for key, words in own.say.items()},
        )
        if not own.id:
            taken = {*self.library.routines, *(file.stem for file in self._folder.glob("**/*.toml"))}
            own = replace(own, routine=replace(own.routine, id=free_id(own.title, taken)))
        file = self._folder / f"{own.id}.toml"
        content = self._checked(own, file)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(file, content)
        except OSError as error:
            raise _unwritable(self._folder, error) from error
        self._own[own.id] = own
        self._lay()
        return own

    def remove(self, routine: str) -> None:
        """Put a routine aside, into a folder of its own."""
        aside = self._folder / REMOVED
        try:
            aside.mkdir(parents=True, exist_ok=True)
            (self._folder / f"{routine}.toml").replace(aside / f"{routine}.toml")
            sync_folder(self._folder)
        except OSError as error:
            raise _unwritable(self._folder, error) from error
        self._own.pop(routine, None)
        self._lay()

    def bring_back(self, routine: str) -> "OwnRoutine":
        """Bring back a routine that was put aside."""
        aside = self._folder / REMOVED / f"{routine}.toml"
        own = self.look_at(aside)
        try:
            aside.replace(self._folder / f"{routine}.toml")
            sync_folder(self._folder)
        except OSError as error:
            raise _unwritable(self._folder, error) from error
        self._own[own.id] = own
        self._lay()
        return own

    def hand_over(self, routine: str, file: Path) -> None:
        """Write a routine to a file."""
        from companion.content.own_writing import own_toml  # noqa: PLC0415

        try:
            write_whole(file, own_toml(self._own[routine], self.shelf.strokes).encode())
        except OSError as error:
            raise CompanionError("export-failed", file=str(file)) from error

    def look_at(self, file: Path) -> "OwnRoutine":
        """The routine in a file, checked."""
        from companion.content.own import read_own_file  # noqa: PLC0415

        read = read_own_file(file, file.name, self.shelf, self._shipped.words.phrases)
        if read.own is None:
            raise _unfit("routine-unfit", file, read.problems)
        return read.own

    def bring_in(self, own: "OwnRoutine") -> "OwnRoutine":
        """Keep a routine that came in a file, under an id that is free."""
        from companion.content.own_writing import free_id  # noqa: PLC0415

        taken = {*self.library.routines, *(file.stem for file in self._folder.glob("**/*.toml"))}
        if own.id in taken:
            own = replace(own, routine=replace(own.routine, id=free_id(own.id, taken)))
        return self.keep(own)

    def _checked(self, own: "OwnRoutine", file: Path) -> bytes:
        from companion.content.own import read_own  # noqa: PLC0415
        from companion.content.own_writing import own_toml  # noqa: PLC0415

        content = own_toml(own, self.shelf.strokes).encode()
        read = read_own(content, file.name, self.shelf, self._shipped.words.phrases)
        if read.own is None:
            raise _unfit("routine-unfit", file, read.problems)
        return content

    def _lay(self) -> None:
        """Show what there is now, by title."""
        from companion.domain.own_routine import phrases_of, words_of  # noqa: PLC0415

        self._own = dict(sorted(self._own.items(), key=lambda item: (item[1].title.casefold(), item[0])))
        phrases = self._shipped.words.phrases
        for_whom, not_for = phrases.get("own-routine.for-whom", ""), phrases.get("own-routine.not-for", "")
        for shown in (self._routines, self._words, self._phrases):
            shown.clear()
        for own in self._own.values():
            self._routines[own.id] = own.routine
            self._words[own.id] = words_of(own, for_whom, not_for)
            self._phrases.update(phrases_of(own))

    def _read(self, cache: Path | None, files: Sequence[Path]) -> "list[ReadRoutine]":
        from companion.content.own import read_own_file  # noqa: PLC0415

        sentences = self._shipped.words.phrases
        found = [read_own_file(file, file.name, self.shelf, sentences) for file in files]
        if cache is not None and all(read.own is not None for read in found):
            tables = [read.table for read in found]
            _keep(cache, {"stamp": _stamp(files), "tables": tables})
        return found

    def _kept(self, cache: Path | None, files: Sequence[Path]) -> "list[ReadRoutine] | None":
        """What was found to have the right shape at an earlier start, checked against the rules again."""
        from companion.content.own import own_of_table  # noqa: PLC0415

        if cache is None or not cache.is_file():
            return None
        try:
            kept: Any = json.loads(cache.read_bytes())
            if kept["stamp"] != _stamp(files):
                return None
            sentences = self._shipped.words.phrases
            pairs = zip(files, kept["tables"], strict=True)
            return [own_of_table(table, file.name, self.shelf, sentences) for file, table in pairs]
        except (OSError, ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
            log.info("kept routines are of no use and are read again: %s", type(error).__name__)
            return None


def open_library(paths: Paths, language: str, cache: Path | None = None) -> Library:
    """The shipped content with the own routines laid over it, for the command line: what is broken is left out."""
    own = OwnShelf(paths.routines, load_library(paths.data, language, cache))
    own.load()
    return own.library


class Listed(Sequence[Routine]):
    """The routines of a library as a list that follows it."""

    def __init__(self, routines: Mapping[str, Routine]) -> None:
        self._routines = routines

    def __len__(self) -> int:
        return len(self._routines)

    @overload
    def __getitem__(self, index: int) -> Routine: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Routine]: ...
    def __getitem__(self, index: int | slice) -> Routine | Sequence[Routine]:
        return tuple(self._routines.values())[index]

    def __iter__(self) -> Iterator[Routine]:
        return iter(tuple(self._routines.values()))


def _keep(cache: Path, content: Mapping[str, object]) -> None:
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        write_whole(cache, json.dumps(content, separators=(",", ":")).encode())
    except (OSError, ValueError) as error:
        log.info("own routines are not kept for the next start: %s", type(error).__name__)


def _stamp(files: Sequence[Path]) -> list[Any]:
    stats = [(file, file.stat()) for file in files]
    return [KEPT_FORMAT, [[file.name, told.st_mtime_ns, told.st_size] for file, told in stats]]


def _unfit(key: str, file: Path, problems: Sequence[Problem]) -> CompanionError:
    first = problems[0]
    return CompanionError(key, file=file.name, where=first.where, what=first.what)


def _unwritable(folder: Path, error: OSError) -> CompanionError:
    return CompanionError("disk-full" if is_full(error) else "routine-unwritable", folder=str(folder))
