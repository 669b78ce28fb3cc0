"""Knows how another diary takes the place of the one that is open, whole or not at all."""

from contextlib import ExitStack, closing
from pathlib import Path

from companion.storage.backups import preview
from companion.storage.connection import is_plain
from companion.storage.copies import verified_copy
from companion.storage.database import Database
from companion.storage.faults import world_told
from companion.storage.files import place_new, unfinished_name
from companion.storage.form import PLAIN, Form
from companion.storage.migrations import migrate


def restore(database: Database, file: Path) -> None:
    """Put the diary in ``file`` in the place of the open one, brought up to date; ``file`` itself is only read.

    The caller has backed the open one up. Raises CompanionError (``backup-damaged``, ``diary-newer``,
    ``diary-not-ours``, ``disk-full``, ``diary-busy``...): the open one then stands as it was, and is open.
    """
    if file.resolve() == database.path:
        return
    preview(file, database.form)
    with world_told(database.path):
        part = ready_copy(file, database.path, database.form)
        try:
            database.replace_by(part)
        finally:
            part.unlink(missing_ok=True)


def place_copy(file: Path, path: Path, form: Form = PLAIN) -> None:
    """Make the copy in ``file`` the diary at ``path``, where there is none. Raises OSError, sqlite3.Error or
    CompanionError."""
    part = ready_copy(file, path, form)
    try:
        place_new(part, path)
    finally:
        part.unlink(missing_ok=True)


def _copy(file: Path, part: Path, form: Form) -> None:
    if is_plain(file) == (form.key is None):
        with closing(form.connect(file, "ro")) as source:
            verified_copy(source, part, form)
        return
    from companion.storage.relocking import relocked  # noqa: PLC0415 - only where there is a passcode

    with closing(form.connect(file, "ro")) as source:
        relocked(source, part, form.key).replace(part)


def ready_copy(file: Path, beside: Path, form: Form) -> Path:
    """A verified copy of ``file`` in the folder of ``beside``, brought up to date and synced."""
    part = unfinished_name(beside)
    part.unlink()
    _copy(file, part, form)
    with ExitStack() as on_failure:
        on_failure.callback(part.unlink, missing_ok=True)
        with closing(form.connect(part)) as copy:
            copy.execute("PRAGMA synchronous=FULL")
            migrate(copy, form.migrations)
        on_failure.pop_all()
    return part
