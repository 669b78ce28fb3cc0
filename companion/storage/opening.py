"""Knows how a start gets a diary to write in, and how a damaged one is put aside, kept and told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from companion.storage.connection import SIDE_FILES, beside
from companion.storage.database import Database, open_database
from companion.storage.faults import DiaryDamaged, world_told
from companion.storage.files import dated_name, sync_folder
from companion.storage.migrations import MIGRATIONS, Migration


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A damaged diary was put aside and a new one begun. To be told: message ``diary-quarantined`` with ``kept``
    (``kept_as``) and ``date`` (``found``, the day of this start)."""

    kept_as: Path
    found: date


@dataclass(frozen=True, slots=True)
class OpenedDiary:
    """A diary ready to be written, and what happened on the way that a person must be told."""

    database: Database
    notice: Quarantined | None = None


def open_diary(path: Path, today: date, migrations: Sequence[Migration] = MIGRATIONS) -> OpenedDiary:
    """Open the diary at ``path``, making its folder and file when there is none.

    A damaged diary is renamed, with its log, to ``diary.damaged-DATE...`` beside it, and only when that has reached
    the disk a new one begins. Raises CompanionError (nothing was lost or overwritten): ``diary-newer``,
    ``diary-not-ours``, ``diary-unwritable``, ``diary-busy``, ``disk-full``.
    """
    with world_told(path):
        real = path.resolve()  # SQLite keeps its log beside the file that a link points to
        kept = None if real.exists() else _kept_by_an_earlier_start(real)
    try:
        database = open_database(real, today, migrations)
    except DiaryDamaged:
        kept = quarantine(real, today)
        database = open_database(real, today, migrations)
    return OpenedDiary(database, Quarantined(kept, today) if kept else None)


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
    return kept


def _kept_by_an_earlier_start(path: Path) -> Path | None:
    """The newest damaged diary, put aside by a start that ended before a new diary was made: still to be told."""
    kept = path.parent.glob(f"{path.stem}.damaged-*{path.suffix}")
    return max(kept, key=lambda file: file.stat().st_ctime_ns, default=None)
