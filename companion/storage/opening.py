"""Knows how a start gets a diary to write in, and how a damaged one is put aside, kept and told."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from companion.storage.backups import newest_sound
from companion.storage.connection import SIDE_FILES, beside, left_by_a_crash
from companion.storage.database import Database, open_database
from companion.storage.faults import DiaryDamaged, world_told
from companion.storage.files import dated_name, sync_folder
from companion.storage.form import PLAIN, Form
from companion.storage.inspection import trust_again
from companion.storage.restoring import place_copy


@dataclass(frozen=True, slots=True)
class Quarantined:
    """The diary was damaged, or gone. ``found`` is the day of this start, ``kept_as`` where the damaged file lies now
    (None: there was no file), ``restored`` when the copy was taken that is open now (None: a new diary begins).

    To be told: ``diary-corrupt`` (kept, date) with both, ``diary-restored`` (date) without a file,
    ``diary-quarantined`` (kept, date) without a copy.
    """

    kept_as: Path | None
    found: date
    restored: datetime | None = None


@dataclass(frozen=True, slots=True)
class OpenedDiary:
    """A diary ready to be written, and what happened on the way that a person must be told."""

    database: Database
    notice: Quarantined | None = None


def open_diary(path: Path, today: date, form: Form = PLAIN, backups: Path | None = None) -> OpenedDiary:
    """Open the diary at ``path``, making its folder and file when there is none.

    A damaged diary is renamed, with its log, to ``diary.damaged-DATE...`` beside it, and only when that has reached
    the disk the newest sound copy in ``backups`` takes its place, or a new diary begins; so it does when the file is
    gone and copies are there. Raises CompanionError (nothing was lost or overwritten): ``diary-newer``,
    ``diary-not-ours``, ``diary-unwritable``, ``diary-busy``, ``disk-full``.
    """
    with world_told(path):
        real = path.resolve()  # SQLite keeps its log beside the file that a link points to
        gone = not real.exists()
        kept = _kept_by_an_earlier_start(real) if gone else None
    try:
        restored = _restored(real, form, backups) if gone else None
        database = open_database(real, today, form)
    except DiaryDamaged:
        gone, kept = True, quarantine(real, today)
        restored = _restored(real, form, backups)
        database = open_database(real, today, form)
    told = Quarantined(kept, today, restored) if gone and (kept or restored) else None
    return OpenedDiary(database, told)


def _restored(path: Path, form: Form, backups: Path | None) -> datetime | None:
    """Put the newest sound copy where the diary is missing; returns when it was taken, None where there is none."""
    if backups is None or left_by_a_crash(path):
        return None
    newest = newest_sound(backups, form)
    if newest is None:
        return None
    with world_told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        place_copy(backups / newest.name, path, form)
    return newest.taken


def quarantine(path: Path, today: date) -> Path:
    """Put a damaged diary aside under a dated name; no byte of it changes. Raises CompanionError."""
    with world_told(path):
        kept = dated_name(path, "damaged", today)
        # The file goes first: should the power fail in between, a log without a file is put aside by the next start,
        # whereas a file without its log would look like a sound diary that has forgotten its last pages.
        for suffix in ("", *SIDE_FILES):
            part = beside(path, suffix)
            if part.exists():
                part.rename(beside(kept, suffix))
                sync_folder(path.parent)
        trust_again(path)
    return kept


def _kept_by_an_earlier_start(path: Path) -> Path | None:
    """The newest damaged diary, put aside by a start that ended before a new diary was made: still to be told."""
    kept = path.parent.glob(f"{path.stem}.damaged-*{path.suffix}")
    return max(kept, key=lambda file: file.stat().st_ctime_ns, default=None)
