"""Knows how the parts of an exchanged diary are written into the tables, each in the place of what was there."""

import sqlite3
from datetime import date

from companion.domain.day_card import BLOCKS, DayCard, Doing
from companion.domain.entry import Revision, Told
from companion.domain.events import Event
from companion.domain.plan import SessionPlan
from companion.storage.day_cards import write_card
from companion.storage.event_codec import encode, made
from companion.storage.exchange_format import (
    BabyPart,
    CaregiverPart,
    DayPart,
    EventPart,
    RevisionPart,
    SessionPart,
    UnlockPart,
)
from companion.storage.families import BABY_COLUMNS, UNLOCK_COLUMNS, unlock_columns
from companion.storage.occasion_rows import OCCASION_COLUMNS
from companion.storage.plain import clean, written
from companion.storage.plan_rows import insert_done, insert_plan
from companion.storage.revisions import add_revision, settle
from companion.storage.walls import wall_text

_BABY = f"""
INSERT INTO baby (id, added_at, changed_at, {BABY_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET (added_at, changed_at, {BABY_COLUMNS}) = (excluded.added_at, excluded.changed_at,
excluded.nickname, excluded.birth_earliest, excluded.birth_latest, excluded.weeks_early, excluded.navel_healed,
excluded.conditions, excluded.likes, excluded.caregivers, excluded.tone, excluded.archived)
"""  # noqa: S608 - our own words
_CAREGIVER = """
INSERT INTO caregiver (id, name, archived, added_at, changed_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET (name, archived, added_at, changed_at) =
(excluded.name, excluded.archived, excluded.added_at, excluded.changed_at)
"""
_UNLOCK = f"""
INSERT INTO unlock (id, baby, noted_at, withdrawn, {UNLOCK_COLUMNS})
VALUES (?, (SELECT nr FROM baby WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET (baby, noted_at, withdrawn, {UNLOCK_COLUMNS}) = (excluded.baby, excluded.noted_at,
excluded.withdrawn, excluded.routine, excluded.therapist, excluded.given, excluded.areas, excluded.conditions,
excluded.doses)
"""  # noqa: S608
_SESSION = f"""
INSERT INTO session (id, routine, status, stop_reason, started_at, start_day, last_seen_at, ended_at, elapsed, by_hand,
{OCCASION_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""  # noqa: S608
_EVENT = "INSERT INTO event (session, seq, at, kind, body) VALUES (?, ?, ?, ?, ?)"


def write_baby(connection: sqlite3.Connection, part: BabyPart) -> None:
    """Add a baby or change it; its sessions stay with it."""
    values = (
        clean(part.nickname) or None,
        part.earliest,
        part.latest,
        part.weeks_early,
        part.navel_healed,
        None if part.conditions is None else written(tuple(part.conditions)),
        written(tuple(part.likes)) if part.likes else None,
        written(tuple(part.caregivers)) if part.caregivers else None,
        part.tone,
        part.archived,
    )
    connection.execute(_BABY, (part.id, wall_text(part.added), wall_text(part.changed), *values))


def write_caregiver(connection: sqlite3.Connection, part: CaregiverPart) -> None:
    """Add a caregiver or change them."""
    times = (wall_text(part.added), wall_text(part.changed))
    connection.execute(_CAREGIVER, (part.id, clean(part.name) or None, part.archived, *times))


def write_unlock(connection: sqlite3.Connection, part: UnlockPart) -> None:
    """Add a yes, or its end. IntegrityError when it would become another yes."""
    withdrawn = None if part.unlock.withdrawn is None else part.unlock.withdrawn.isoformat()
    values = (part.id, part.baby, wall_text(part.noted), withdrawn, *unlock_columns(part.unlock))
    connection.execute(_UNLOCK, values)


def write_session(connection: sqlite3.Connection, part: SessionPart) -> None:
    """Write a session in the place of the one with its id, if there is one. Raises ValueError, CompanionError,
    OverflowError or KeyError for what does not fit together."""
    connection.execute("DELETE FROM session WHERE id = ?", (part.id,))
    nr = connection.execute(_SESSION, _facts(part)).lastrowid
    assert nr is not None
    insert_plan(connection, nr, SessionPlan(part.routine, part.planned, part.reasons))
    insert_done(connection, nr, part.done)
    events = (encode(event_of(event)) for event in part.events)
    connection.executemany(_EVENT, ((nr, seq, *event) for seq, event in enumerate(events)))
    for revision in part.revisions:
        add_revision(connection, nr, revision_in(revision))
    settle(connection, nr)


def write_day(connection: sqlite3.Connection, part: DayPart) -> None:
    """Write a day in the place of what was said of it."""
    write_card(connection, card_in(part), wall_text(part.changed))


def revision_in(part: RevisionPart) -> Revision:
    """The revision in a part."""
    told = part.told
    if told is None:
        return Revision(part.id, part.at, undoes=part.undoes)
    said = Told(
        told.baby, told.caregiver, told.practice, told.started, told.steps, told.reflection, told.removed
    )
    return Revision(part.id, part.at, said)


def event_of(part: EventPart) -> Event:
    """The event in a part. Raises CompanionError for one that is not ours."""
    return made(part.at, part.kind, dict(part.body))


def card_in(part: DayPart) -> DayCard:
    """The day in a part. Raises ValueError for a day that no calendar has."""
    blocks = part.blocks or (Doing.UNKNOWN,) * BLOCKS
    day = date.fromisoformat(part.day)
    return DayCard(part.baby, day, blocks, part.stools, part.tummy_minutes, part.wakes, part.feeding)


def _facts(part: SessionPart) -> tuple[str | float | None, ...]:
    started = wall_text(part.started)
    return (
        part.id,
        part.routine,
        part.status,
        part.stop_reason,
        started,
        started[:10],
        wall_text(part.last_seen),
        wall_text(part.ended),
        part.elapsed,
        part.by_hand,
        part.twins or None,
        None if part.check is None else written(part.check),
        part.verdict,
        written(part.verdict_reasons) if part.verdict_reasons else None,
    )
