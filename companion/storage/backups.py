"""Knows how copies of the diary are made, named, proved, thinned out and looked into."""

import re
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from companion.domain.backup import Backup, DiaryPreview, Why, kept
from companion.domain.errors import CompanionError
from companion.storage.copies import contents, verified_copy
from companion.storage.faults import DiaryDamaged, error_told, sql_errors, world_told
from companion.storage.files import sync_folder
from companion.storage.form import PLAIN, Form
from companion.storage.inspection import inspect, suspect

_NAME = re.compile(r"diary\.(\d{6,})\.(\d{4}-\d\d-\d\dT\d{6}[+-]\d{4})\.([a-z-]+)\.sqlite3")
_TAKEN = "%Y-%m-%dT%H%M%S%z"
_LATEST = (
    "SELECT max(last_seen_at) FROM session",
    "SELECT max(at) FROM revision",
    "SELECT max(changed_at) FROM baby",
    "SELECT max(changed_at) FROM caregiver",
    "SELECT max(changed_at) FROM day_card",
    "SELECT count(withdrawn) FROM unlock",
)
_PREVIEW = "SELECT count(*), min(start_day), max(start_day) FROM session"


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """The copies in a folder, oldest first; other files are passed over. Raises OSError."""
    if not folder.is_dir():
        return ()
    found = [_backup(file.name) for file in folder.iterdir()]
    return tuple(sorted((backup for backup in found if backup), key=lambda backup: backup.number))


def back_up(diary: Path, folder: Path, now: datetime, why: Why, form: Form = PLAIN) -> Backup:
    """Copy the diary into ``folder``, prove that the copy opens and holds the same, and thin the older ones out.

    Safe on any thread, also while another connection writes. The diary is looked through first; when it is damaged,
    the next start puts it aside. When nothing has changed since the newest copy, and
    that one is still sound, it is the answer. Raises CompanionError: ``backup-failed`` (folder), ``disk-full``,
    DiaryDamaged.
    """
    try:
        with world_told(folder / diary.name):
            folder.mkdir(parents=True, exist_ok=True)
            known = backups_in(folder)
            with closing(form.connect(diary)) as source:
                _check_source(source, diary)
                if known and _is_current(source, folder / known[-1].name, form):
                    return known[-1]
                made = _named(known[-1].number + 1 if known else 1, now, why)
                verified_copy(source, folder / made.name, form)
            _prove(folder / made.name, form)
            _thin_out(folder)
            return made
    except CompanionError as error:
        if error.key in {"disk-full", "diary-damaged"}:
            raise
        raise CompanionError("backup-failed", folder=str(folder)) from error


def preview(file: Path, form: Form = PLAIN) -> DiaryPreview:
    """What a file would bring back. Raises CompanionError: ``backup-damaged`` (file), ``diary-newer``,
    ``diary-not-ours``, ``diary-unwritable``."""
    _prove(file, form)
    with world_told(file), closing(form.connect(file, "ro")) as connection:
        sessions, first, last = connection.execute(_PREVIEW).fetchone()
        babies = connection.execute("SELECT count(*) FROM baby").fetchone()[0]
        days = [None if day is None else date.fromisoformat(day) for day in (first, last)]
        return DiaryPreview(sessions, babies, *days)


def newest_sound(folder: Path, form: Form = PLAIN) -> Backup | None:
    """The newest copy that opens and is sound, if there is any; a bad one is passed over and stays where it is."""
    with world_told(folder / "diary"):
        for backup in reversed(backups_in(folder)):
            try:
                _prove(folder / backup.name, form)
            except CompanionError:
                continue
            return backup
    return None


def remove_all(folder: Path) -> None:
    """Remove every copy, finished or not. Raises CompanionError."""
    with world_told(folder / "diary"):
        if folder.is_dir():
            for file in folder.iterdir():
                if "diary." in file.name:
                    file.unlink()
            sync_folder(folder)


def _prove(file: Path, form: Form) -> None:
    with world_told(file):
        try:
            inspect(file, form, thorough_bytes=2**63)
        except (DiaryDamaged, *sql_errors()) as error:
            raise CompanionError("backup-damaged", file=str(file)) from error


def _check_source(source: sqlite3.Connection, diary: Path) -> None:
    """Raises DiaryDamaged, and lets the next start look at every page."""
    try:
        found = str(source.execute("PRAGMA quick_check").fetchone()[0])
    except sql_errors() as error:
        found = str(error)
        if not isinstance(error_told(error, diary), DiaryDamaged):
            raise
    if found != "ok":
        suspect(diary)
        raise DiaryDamaged(diary, found)


def _is_current(source: sqlite3.Connection, newest: Path, form: Form) -> bool:
    try:
        _prove(newest, form)
        with closing(form.connect(newest, "ro")) as copy:
            return state_of(copy) == state_of(source)
    except (CompanionError, *sql_errors()):
        return False


def state_of(connection: sqlite3.Connection) -> list[object]:
    """What changes with every change of a diary."""
    latest: list[object] = [connection.execute(question).fetchone()[0] for question in _LATEST]
    return [*latest, contents(connection)]


def _named(number: int, now: datetime, why: Why) -> Backup:
    taken = now.replace(microsecond=0)
    return Backup(f"diary.{number:06d}.{taken.strftime(_TAKEN)}.{why}.sqlite3", number, taken, why)


def _backup(name: str) -> Backup | None:
    found = _NAME.fullmatch(name)
    if not found or found[3] not in set(Why):
        return None
    try:
        return Backup(name, int(found[1]), datetime.strptime(found[2], _TAKEN), Why(found[3]))
    except ValueError:
        return None


def _thin_out(folder: Path) -> None:
    backups = backups_in(folder)
    for backup in set(backups) - kept(backups):
        (folder / backup.name).unlink()
    sync_folder(folder)
