"""Knows how what people want forgotten leaves the disk: diary, copies, files put aside and what was spoken."""

import shutil
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from companion.storage.backups import remove_all
from companion.storage.connection import SIDE_FILES, beside
from companion.storage.database import Database, empty_diary
from companion.storage.faults import world_told
from companion.storage.files import sync_folder, write_whole
from companion.storage.form import PLAIN

_MARK = "forgetting"
PASSCODE_FILE = "passcode.json"
"""Where the key of a locked diary is kept, beside the diary and beside its copies."""


class _Forgetting(StrEnum):
    """What has been begun to be forgotten, in a small file: a power cut in the middle is made good at the next
    start."""

    BABY = "baby"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Places:
    """Where a family's data lie: the diary, the folder of its copies, ``spoken`` (folders of speech that was made
    for this family), and what goes with everything: ``settings`` (files), ``films`` and ``own`` (folders;
    films are locked with the diary)."""

    diary: Path
    backups: Path
    spoken: Sequence[Path] = ()
    settings: Sequence[Path] = ()
    films: Sequence[Path] = ()
    own: Sequence[Path] = ()


def forget_baby(database: Database, baby: str, places: Places) -> None:
    """Remove a baby with its sessions, days and unlocks, from the diary and from every copy.

    All copies go, and what was put aside: the caller makes a new copy afterwards. Raises CompanionError: the baby is
    then still there, with all copies, or what was begun is ended by ``tidy`` at the next start. KeyError for a baby
    that is not there is our bug.
    """
    with _marked(places, _Forgetting.BABY), database.transaction() as connection:
        connection.execute("PRAGMA secure_delete=ON")
        if connection.execute("DELETE FROM baby WHERE id = ?", (baby,)).rowcount != 1:
            raise KeyError(baby)
    _compact(database)
    _remove_copies(places)
    _unmark(places)


def forget_everything(database: Database, places: Places) -> None:
    """Put an empty diary in the place of the open one and remove all copies and settings.

    Raises CompanionError: all is then still there, or what was begun is ended by ``tidy`` at the next start.
    """
    with (
        _marked(places, _Forgetting.EVERYTHING),
        world_told(database.path),
        empty_diary(database.path) as part,
    ):
        database.replace_by(part, PLAIN)
    _remove_copies(places)
    _remove_settings(places)
    _unmark(places)


def tidy(places: Places) -> None:
    """Before a diary is opened, with its folder held: end a forgetting that a power cut interrupted, and remove files
    that were never finished. Raises CompanionError."""
    mark = places.diary.with_name(_MARK)
    with world_told(places.diary):
        for file in (*_unfinished(places.diary.parent), *_unfinished(places.backups)):
            file.unlink(missing_ok=True)
        begun = mark.read_text(encoding="utf-8", errors="replace") if mark.exists() else ""
        if begun == _Forgetting.EVERYTHING:
            for suffix in ("", *SIDE_FILES):
                beside(places.diary, suffix).unlink(missing_ok=True)
            _remove_settings(places)
    if begun:
        _remove_copies(places)
        _unmark(places)


def _unfinished(folder: Path) -> Iterator[Path]:
    """Files that a program was making when it died, with what SQLite kept beside them."""
    return folder.glob(".*.part*")


def _compact(database: Database) -> None:
    """Leave no old page in the file or in its log."""
    database.rows("VACUUM")
    database.rows("PRAGMA wal_checkpoint(TRUNCATE)")


def _remove_copies(places: Places) -> None:
    """Everything that may hold what is to be forgotten, but for the diary itself."""
    remove_all(places.backups)
    diary = places.diary
    with world_told(diary):
        aside = [
            *diary.parent.glob(f"{diary.stem}.*-*{diary.suffix}*"),
            *diary.parent.glob(f".{diary.name}.*.part*"),
        ]
        for file in aside:
            file.unlink(missing_ok=True)
        forget_spoken(places)
        sync_folder(diary.parent)


def forget_spoken(places: Places) -> None:
    """Remove what was spoken for this family: names can be heard in it."""
    for folder in places.spoken:
        shutil.rmtree(folder, ignore_errors=True)


def _remove_settings(places: Places) -> None:
    with world_told(places.diary):
        locks = [home / PASSCODE_FILE for home in (places.diary.parent, places.backups)]
        for file in (*places.settings, *locks):
            for found in file.parent.glob(f"{file.stem}*{file.suffix}"):
                found.unlink(missing_ok=True)
        for folder in (*places.films, *places.own):
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _marked(places: Places, what: _Forgetting) -> Generator[None]:
    """Note what is about to be forgotten, so that a power cut does not stop half-way; nothing is noted any more when
    it fails before anything is gone."""
    with world_told(places.diary):
        write_whole(places.diary.with_name(_MARK), what.encode())
    with ExitStack() as on_failure:
        on_failure.callback(_unmark, places)
        yield
        on_failure.pop_all()


def _unmark(places: Places) -> None:
    with world_told(places.diary):
        places.diary.with_name(_MARK).unlink(missing_ok=True)
        sync_folder(places.diary.parent)
