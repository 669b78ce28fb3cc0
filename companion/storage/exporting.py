"""Knows how a diary becomes the parts of an exported file; the same diary always becomes the same parts."""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from companion.domain.check import TodayCheck
from companion.domain.entry import Told
from companion.domain.errors import CompanionError
from companion.domain.plan import PlannedStep, Reason
from companion.domain.session import StepDone
from companion.storage.database import Database
from companion.storage.day_cards import card_of
from companion.storage.exchange_format import (
    FORMAT,
    VERSION,
    BabyPart,
    CaregiverPart,
    DayPart,
    DiaryFile,
    EventPart,
    RevisionPart,
    SessionPart,
    ToldPart,
    UnlockPart,
    encoded,
)
from companion.storage.families import unlock_of
from companion.storage.faults import is_full
from companion.storage.files import write_whole
from companion.storage.plain import read
from companion.storage.plan_rows import planned_step, step_done
from companion.storage.sessions import rows_told

T = TypeVar("T")

_BABIES = """
SELECT id, nickname, birth_earliest, birth_latest, weeks_early, navel_healed, conditions, likes, caregivers, tone,
    archived, added_at, changed_at FROM baby ORDER BY id
"""
_CAREGIVERS = "SELECT id, name, archived, added_at, changed_at FROM caregiver ORDER BY id"
_UNLOCKS = """
SELECT unlock.id, baby.id, noted_at, routine, therapist, given, areas, unlock.conditions, doses, withdrawn
FROM unlock JOIN baby ON baby.nr = baby ORDER BY unlock.id
"""
_DAYS = """
SELECT baby.id, day, card, feeding, day_card.changed_at FROM day_card JOIN baby ON baby.nr = baby ORDER BY baby.id, day
"""
_SESSIONS = """
SELECT nr, id, routine, status, stop_reason, started_at, last_seen_at, ended_at, elapsed, by_hand, twins,
    check_answers, verdict, verdict_reasons FROM session WHERE status <> 'running' ORDER BY id
"""
_STEPS = """
SELECT session, stroke, variant, kind, side, area, position, times, seconds, pressure, block, advance
FROM step ORDER BY session, idx
"""
_DONE = """
SELECT session, idx, stroke, side, done_seconds, done_repetitions, outcome FROM step
WHERE outcome IS NOT NULL ORDER BY session, idx
"""
_REASONS = "SELECT session, key, about, source FROM reason ORDER BY session, idx"
_EVENTS = "SELECT session, at, kind, body FROM event ORDER BY session, seq"
_REVISIONS = "SELECT session, id, at, told, undoes FROM revision ORDER BY session, id"


def export_json(database: Database, file: Path, now: datetime) -> int:
    """Write the whole diary, but for a session that is running, to ``file``, whole or not at all; returns how many
    sessions it holds. Raises CompanionError ``export-failed`` (file), ``disk-full``, ``diary-entry-unreadable``."""
    diary = diary_parts(database, now)
    write_export(file, encoded(diary))
    return len(diary.sessions)


def write_export(file: Path, content: bytes) -> None:
    """Write an exported file whole or not at all. Raises CompanionError ``export-failed`` (file) or ``disk-full``."""
    with _export_told(file):
        write_whole(file, content)


def make_folder(folder: Path) -> None:
    """Make the folder for exported files when there is none. Raises CompanionError as ``write_export`` does."""
    with _export_told(folder):
        folder.mkdir(parents=True, exist_ok=True)


@contextmanager
def _export_told(file: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise CompanionError("disk-full", folder=str(file.parent)) from error
        raise CompanionError("export-failed", file=str(file)) from error


def diary_parts(database: Database, now: datetime) -> DiaryFile:
    """All of a diary, sorted by id, but for a session that is running. Raises CompanionError."""
    with rows_told():
        return DiaryFile(
            format=FORMAT,
            version=VERSION,
            exported=now,
            babies=[_baby(*row) for row in database.rows(_BABIES)],
            caregivers=[_caregiver(*row) for row in database.rows(_CAREGIVERS)],
            unlocks=[_unlock(*row) for row in database.rows(_UNLOCKS)],
            sessions=list(_sessions(database)),
            days=[_day(*row) for row in database.rows(_DAYS)],
        )


def _sessions(database: Database) -> Iterator[SessionPart]:
    planned = _grouped(database, _STEPS, planned_step)
    done = _grouped(database, _DONE, step_done)
    reasons = _grouped(database, _REASONS, Reason)
    events = _grouped(database, _EVENTS, _event)
    revisions = _grouped(database, _REVISIONS, _revision)
    for nr, *columns in database.rows(_SESSIONS):
        lists = (planned.get(nr, []), reasons.get(nr, []), done.get(nr, []))
        yield _session(columns, *lists, events.get(nr, []), revisions[nr])


def _grouped(database: Database, question: str, made: Callable[..., T]) -> dict[int, list[T]]:
    rows = groupby(database.rows(question), key=itemgetter(0))
    return {nr: [made(*row[1:]) for row in group] for nr, group in rows}


def _session(
    columns: list[Any],
    planned: list[PlannedStep],
    reasons: list[Reason],
    done: list[StepDone],
    events: list[EventPart],
    revisions: list[RevisionPart],
) -> SessionPart:
    name, routine, status, stop, started, seen, ended, elapsed, by_hand, twins, check, verdict, why = columns
    return SessionPart(
        id=name,
        routine=routine,
        status=status,
        stop_reason=stop,
        started=_wall(started),
        last_seen=_wall(seen),
        ended=_wall(ended),
        elapsed=elapsed,
        by_hand=bool(by_hand),
        twins=twins or "",
        check=None if check is None else read(TodayCheck, check),
        verdict=verdict,
        verdict_reasons=() if why is None else read(tuple[Reason, ...], why),
        planned=tuple(planned),
        reasons=tuple(reasons),
        done=tuple(done),
        events=events,
        revisions=revisions,
    )


def _event(at: float, kind: str, body: str) -> EventPart:
    return EventPart(at=at, kind=kind, body=msgspec.json.decode(body))


def _revision(name: str, at: str, told: str | None, undoes: str | None) -> RevisionPart:
    return RevisionPart(
        id=name, at=_wall(at), told=None if told is None else _told(told), undoes=undoes or ""
    )


def _told(text: str) -> ToldPart:
    told = read(Told, text)
    return ToldPart(
        baby=told.baby,
        caregiver=told.caregiver,
        practice=told.practice,
        started=told.started,
        steps=told.steps,
        reflection=told.reflection,
        removed=told.removed,
    )


def _baby(name: str, nickname: str | None, *columns: Any) -> BabyPart:  # noqa: ANN401 - as SQLite has them
    earliest, latest, early, healed, conditions, likes, caregivers, tone, archived, added, changed = columns
    return BabyPart(
        id=name,
        nickname=nickname or "",
        earliest=earliest,
        latest=latest,
        weeks_early=early,
        navel_healed=healed,
        conditions=None if conditions is None else list(read(tuple[str, ...], conditions)),
        likes=list(read(tuple[str, ...], likes or "[]")),
        caregivers=list(read(tuple[str, ...], caregivers or "[]")),
        tone=tone,
        archived=bool(archived),
        added=_wall(added),
        changed=_wall(changed),
    )


def _caregiver(name: str, called: str | None, archived: int, added: str, changed: str) -> CaregiverPart:
    return CaregiverPart(
        id=name, name=called or "", archived=bool(archived), added=_wall(added), changed=_wall(changed)
    )


def _unlock(name: str, baby: str, noted: str, *columns: Any) -> UnlockPart:  # noqa: ANN401 - as SQLite has them
    return UnlockPart(id=name, baby=baby, noted=_wall(noted), unlock=unlock_of(*columns))


def _day(baby: str, day: str, card: str, feeding: str | None, changed: str) -> DayPart:
    told = card_of(baby, day, card, feeding)
    return DayPart(
        baby=baby,
        day=day,
        blocks=told.blocks if told.is_drawn else (),
        stools=told.stools,
        tummy_minutes=told.tummy_minutes,
        wakes=told.wakes,
        feeding=told.feeding,
        changed=_wall(changed),
    )


def _wall(text: str) -> datetime:
    return datetime.fromisoformat(text)
