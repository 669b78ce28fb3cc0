"""Knows how a file that somebody hands over is read without trust, and how what it brings gets into the diary."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from companion.domain.day_card import BLOCKS
from companion.domain.entry import current
from companion.domain.errors import CompanionError
from companion.domain.exchange import Arrivals
from companion.storage.database import Database
from companion.storage.exchange_format import (
    FORMAT,
    VERSION,
    BabyPart,
    CaregiverPart,
    DayPart,
    DiaryFile,
    SessionPart,
    UnlockPart,
    decoded,
)
from companion.storage.exporting import diary_parts
from companion.storage.faults import sql_errors
from companion.storage.merging import merged
from companion.storage.writing import (
    event_of,
    revision_in,
    write_baby,
    write_caregiver,
    write_day,
    write_session,
    write_unlock,
)

LARGEST_FILE_BYTES = 512 * 1024 * 1024
_EXPORTED = datetime(1970, 1, 1, tzinfo=UTC)
"""No file is written of the diary's own side, so it has no time."""
YEARS = range(1970, 3000)
LARGEST_NUMBER = 2**31
P = TypeVar("P", BabyPart, CaregiverPart, DayPart, SessionPart, UnlockPart)


class _Head(msgspec.Struct, frozen=True):
    """Enough of a file to tell whose it is."""

    format: str = ""
    version: int = 0


def import_json(database: Database, file: Path, *, dry: bool = False) -> Arrivals:
    """Lay an exported diary into this one and tell what came; ``dry``: only tell what would come.

    All of it is in the diary when this returns, or nothing is. Raises CompanionError: ``import-unreadable`` (file),
    ``import-too-big`` (file), ``import-not-ours`` (file), ``import-newer`` (file), ``import-invalid`` (file, what).
    """
    theirs = read_file(file)
    if dry:
        return _arrivals(*_coming(database, theirs), theirs)
    try:
        with database.transaction() as connection:  # from the reading on: nothing is written in between
            ours, coming = _coming(database, theirs)
            _write(connection, coming)
            return _arrivals(ours, coming, theirs)
    except sql_errors("IntegrityError") as error:
        raise _invalid(file, str(error)) from error


def _coming(database: Database, theirs: DiaryFile) -> tuple[DiaryFile, DiaryFile]:
    """The diary as it is, and the parts of both that are new in it or not as they were."""
    ours = diary_parts(database, _EXPORTED)
    both = merged(ours, theirs)
    coming = replace(
        both,
        babies=_changed(ours.babies, both.babies),
        caregivers=_changed(ours.caregivers, both.caregivers),
        unlocks=_changed(ours.unlocks, both.unlocks),
        sessions=_changed(ours.sessions, both.sessions),
        days=_changed(ours.days, both.days),
    )
    return ours, coming


def read_file(file: Path) -> DiaryFile:
    """What a file holds, checked through and through: what passes can be written. Raises CompanionError."""
    content = _content(file)
    try:
        diary = decoded(content)
    except (ValueError, RecursionError) as error:
        raise _told(file, content, error) from error
    try:
        _check(diary)
    except (ValueError, OverflowError, RecursionError, CompanionError) as error:
        raise _invalid(file, str(error)) from error
    return diary


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST_FILE_BYTES:
            raise CompanionError("import-too-big", file=str(file))
        return file.read_bytes()
    except OSError as error:
        raise CompanionError("import-unreadable", file=str(file)) from error


def _told(file: Path, content: bytes, error: Exception) -> CompanionError:
    """Why a file could not be decoded: not ours at all, of a newer program, or damaged."""
    try:
        head = msgspec.json.decode(content, type=_Head)
    except (ValueError, RecursionError):
        head = _Head()
    if head.format != FORMAT:
        return CompanionError("import-not-ours", file=str(file))
    if head.version > VERSION:
        return CompanionError("import-newer", file=str(file))
    return _invalid(file, str(error))


def _invalid(file: Path, what: str) -> CompanionError:
    return CompanionError("import-invalid", file=str(file), what=what[:200])


def _check(diary: DiaryFile) -> None:
    """Raises ValueError, OverflowError or CompanionError for parts that do not fit each other."""
    for time in _times(diary):
        if time.year not in YEARS:
            raise ValueError(f"the year {time.year}")
    babies = {part.id for part in diary.babies}
    caregivers = {part.id for part in diary.caregivers}
    for baby in diary.babies:
        _check_birth(baby)
    for unlock in diary.unlocks:
        _check_known("baby", unlock.baby, babies)
    for day in diary.days:
        _check_known("baby", day.baby, babies)
        date.fromisoformat(day.day)
        if len(day.blocks) not in {0, BLOCKS}:
            raise ValueError(f"day {day.day}: {len(day.blocks)} quarters of an hour")
    for session in diary.sessions:
        _check_session(session, babies, caregivers)


def _times(diary: DiaryFile) -> Iterator[datetime]:
    yield from (time for part in (*diary.babies, *diary.caregivers) for time in (part.added, part.changed))
    yield from (part.noted for part in diary.unlocks)
    yield from (part.changed for part in diary.days)
    for session in diary.sessions:
        yield from (session.started, session.last_seen, session.ended)
        yield from (part.at for part in session.revisions)
        yield from (part.told.started for part in session.revisions if part.told and part.told.started)


def _check_birth(baby: BabyPart) -> None:
    days = [date.fromisoformat(day) for day in (baby.earliest, baby.latest) if day is not None]
    if len(days) == 1 or days != sorted(days):
        raise ValueError(f"baby {baby.id}: days of birth")


def _check_session(session: SessionPart, babies: set[str], caregivers: set[str]) -> None:
    for part in session.revisions:
        if (part.told is None) == (part.undoes == ""):
            raise ValueError(f"session {session.id}: revision {part.id}")
        if part.told is not None:
            _check_known("baby", part.told.baby, {"", *babies})
            _check_known("caregiver", part.told.caregiver, {"", *caregivers})
    current([revision_in(part) for part in session.revisions])
    if len({done.index for done in session.done}) != len(session.done):
        raise ValueError(f"session {session.id}: a step done twice")
    for done in session.done:
        step = session.planned[done.index] if 0 <= done.index < len(session.planned) else None
        if step is None or (step.stroke, step.side) != (done.stroke, done.side):
            raise ValueError(f"session {session.id}: step {done.index} was not planned")
    for event in session.events:
        event_of(event)
    _check_numbers(session)


def _check_numbers(session: SessionPart) -> None:
    """Whole numbers that no table can hold are refused here, not in the middle of writing."""
    numbers = [number for step in session.planned for number in (step.times, step.block)]
    numbers += [done.repetitions for done in session.done]
    said = [part.told.reflection for part in session.revisions if part.told]
    numbers += [number for part in said for number in (part.comfort, part.confidence) if number is not None]
    if any(not 0 <= number < LARGEST_NUMBER for number in numbers):
        raise ValueError(f"session {session.id}: a number out of range")


def _check_known(kind: str, name: str, known: set[str]) -> None:
    if name not in known:
        raise ValueError(f"{kind} {name} is not in the file")


def _changed(ours: Sequence[P], both: Sequence[P]) -> list[P]:
    """The parts that are new or not as they were; both are sorted by id."""
    known = {_key(part): part for part in ours}
    return [part for part in both if known.get(_key(part)) != part]


def _key(part: BabyPart | CaregiverPart | DayPart | SessionPart | UnlockPart) -> str:
    return f"{part.baby} {part.day}" if isinstance(part, DayPart) else part.id


def _write(connection: sqlite3.Connection, coming: DiaryFile) -> None:
    for baby in coming.babies:
        write_baby(connection, baby)
    for caregiver in coming.caregivers:
        write_caregiver(connection, caregiver)
    for unlock in coming.unlocks:
        write_unlock(connection, unlock)
    for session in coming.sessions:
        write_session(connection, session)
    for day in coming.days:
        write_day(connection, day)


def _arrivals(ours: DiaryFile, coming: DiaryFile, theirs: DiaryFile) -> Arrivals:
    changing = {session.id for session in coming.sessions}
    return Arrivals(
        *_counts(ours.sessions, coming.sessions),
        *_counts(ours.babies, coming.babies),
        *_counts(ours.caregivers, coming.caregivers),
        *_counts(ours.unlocks, coming.unlocks),
        *_counts(ours.days, coming.days),
        here_already=sum(session.id not in changing for session in theirs.sessions),
    )


def _counts(ours: Sequence[P], coming: Sequence[P]) -> tuple[int, int]:
    """How many are new, and how many change."""
    known = {_key(part) for part in ours}
    new = sum(_key(part) not in known for part in coming)
    return new, len(coming) - new
