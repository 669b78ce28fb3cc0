"""Knows how what people say of a session is kept, change by change, and how the newest of it gets into its row."""

import sqlite3
from datetime import datetime

from companion.domain.baby import Answer
from companion.domain.entry import BEGUN, WRAP_UP, Revision, Told, current, standing
from companion.storage.plain import clean, read, written
from companion.storage.walls import after, wall_text

_REVISIONS = "SELECT id, at, told, undoes FROM revision WHERE session = ? ORDER BY at, id"
_ADD = "INSERT OR REPLACE INTO revision (session, id, at, told, undoes) VALUES (?, ?, ?, ?, ?)"
_SETTLE = """
UPDATE session SET baby = ?, caregiver = ?, practice = ?, start_day = coalesce(?, substr(started_at, 1, 10)),
told_started_at = ?, told_steps = ?, removed = ?, edits = ?, baby_before = ?, baby_after = ?, comfort = ?,
confidence = ?, oil = ?, reaction = ?, note = ?,
touch = coalesce(?, (SELECT sum(done_seconds) FROM step WHERE session = nr), 0)
WHERE nr = ?
"""


def nr_of(connection: sqlite3.Connection, session: str) -> int:
    """The row of a session. KeyError for one that the diary does not know is our bug."""
    return _nr(connection, "SELECT nr FROM session WHERE id = ?", session)


def revisions_of(connection: sqlite3.Connection, nr: int) -> tuple[Revision, ...]:
    """All changes of what is told of a session. Raises ValueError for a row that is not ours."""
    return tuple(revision_of(*row) for row in connection.execute(_REVISIONS, (nr,)))


def revision_of(name: str, at: str, told: str | None, undoes: str | None) -> Revision:
    """A revision from its columns. Raises ValueError for a row that is not ours."""
    return Revision(
        name, datetime.fromisoformat(at), None if told is None else read(Told, told), undoes or ""
    )


def add_revision(connection: sqlite3.Connection, nr: int, revision: Revision) -> None:
    """Write a change down, or a newer one of the same id. ``settle`` brings it into the session's row."""
    told = None if revision.told is None else written(revision.told)
    connection.execute(_ADD, (nr, revision.id, wall_text(revision.at), told, revision.undoes or None))


def say(connection: sqlite3.Connection, nr: int, name: str, told: Told, now: datetime) -> None:
    """Note what is told of a session from now on."""
    latest = max((revision.at for revision in revisions_of(connection, nr)), default=None)
    add_revision(connection, nr, Revision(name, after(now, latest), told))
    settle(connection, nr)


def wrap_up_id(revisions: tuple[Revision, ...], fresh: str) -> str:
    """The wrap-up changes its own revision while it is the newest one; afterwards its changes are edits, ``fresh``."""
    said = [revision.id for revision in revisions if revision.id != BEGUN]
    return WRAP_UP if said in ([], [WRAP_UP]) else fresh


def settle(connection: sqlite3.Connection, nr: int) -> None:
    """Bring the newest change that stands into the session's row, for lists, filters and searches."""
    revisions = revisions_of(connection, nr)
    told = current(revisions)
    edits = sum(revision.id not in {BEGUN, WRAP_UP} for revision in standing(revisions))
    connection.execute(_SETTLE, (*_columns(connection, told, edits), nr))


def _columns(connection: sqlite3.Connection, told: Told, edits: int) -> tuple[str | int | float | None, ...]:
    said = told.reflection
    started = None if told.started is None else wall_text(told.started)
    return (
        _nr(connection, "SELECT nr FROM baby WHERE id = ?", told.baby) if told.baby else None,
        _nr(connection, "SELECT nr FROM caregiver WHERE id = ?", told.caregiver) if told.caregiver else None,
        told.practice,
        None if started is None else started[:10],
        started,
        None if told.steps is None else written(told.steps),
        told.removed,
        edits,
        said.before,
        said.after,
        said.comfort,
        said.confidence,
        None if said.oil is Answer.UNKNOWN else said.oil,
        clean(said.reaction) or None,
        clean(said.note) or None,
        None if told.steps is None else sum(step.seconds for step in told.steps),
    )


def _nr(connection: sqlite3.Connection, question: str, name: str) -> int:
    found = connection.execute(question, (name,)).fetchone()
    if found is None:
        raise KeyError(name)
    return int(found[0])
