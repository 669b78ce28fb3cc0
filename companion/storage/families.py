"""Knows how babies, caregivers and the yes of clinicians lie in the diary."""

import sqlite3
import uuid
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from companion.domain.baby import Answer, BabyProfile, Birth
from companion.domain.body import Area
from companion.domain.clock import Clock
from companion.domain.family import Baby, Caregiver
from companion.domain.unlock import TherapistDose, Unlock
from companion.storage.database import Database
from companion.storage.plain import clean, read, written
from companion.storage.sessions import rows_told
from companion.storage.walls import after, wall_text

BABY_COLUMNS = (
    "nickname, birth_earliest, birth_latest, weeks_early, navel_healed, "
    "conditions, likes, caregivers, tone, archived"
)
_BABIES = f"SELECT nr, id, {BABY_COLUMNS} FROM baby ORDER BY added_at, id"  # noqa: S608 - our own words
_KEEP_BABY = f"""
INSERT INTO baby (id, {BABY_COLUMNS}, changed_at, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET ({BABY_COLUMNS}, changed_at) = (
excluded.nickname, excluded.birth_earliest, excluded.birth_latest, excluded.weeks_early, excluded.navel_healed,
excluded.conditions, excluded.likes, excluded.caregivers, excluded.tone, excluded.archived, excluded.changed_at)
"""  # noqa: S608
_CAREGIVERS = "SELECT id, name, archived FROM caregiver ORDER BY added_at, id"
_KEEP_CAREGIVER = """
INSERT INTO caregiver (id, name, archived, changed_at, added_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET (name, archived, changed_at) = (excluded.name, excluded.archived, excluded.changed_at)
"""
UNLOCK_COLUMNS = "routine, therapist, given, areas, conditions, doses"
_UNLOCKS = f"SELECT baby, {UNLOCK_COLUMNS}, withdrawn FROM unlock ORDER BY noted_at, id"  # noqa: S608
_NOTE_UNLOCK = f"""
INSERT INTO unlock (id, baby, noted_at, withdrawn, {UNLOCK_COLUMNS})
VALUES (?, (SELECT nr FROM baby WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?)
"""  # noqa: S608
_WITHDRAW = f"""
UPDATE unlock SET withdrawn = ? WHERE id = (
    SELECT id FROM unlock WHERE baby = (SELECT nr FROM baby WHERE id = ?) AND withdrawn IS NULL
    AND ({UNLOCK_COLUMNS}) = (?, ?, ?, ?, ?, ?) ORDER BY noted_at DESC LIMIT 1)
"""  # noqa: S608
_UNSURE = "unsure:"
"""Stands before a condition of which nobody knows: who does not know the mark takes it as one to ask about first."""
_TIMES = {
    "baby": "SELECT changed_at FROM baby",
    "caregiver": "SELECT changed_at FROM caregiver",
    "unlock": "SELECT noted_at FROM unlock",
}


class SqliteFamilies:
    """The Families port on a diary file. Raises CompanionError (``diary-entry-unreadable`` for a row that is not
    ours)."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def babies(self) -> tuple[Baby, ...]:
        """All babies, archived ones too, in the order in which they were added, each with its unlocks as noted."""
        with rows_told():
            unlocks = [(row[0], unlock_of(*row[1:])) for row in self._database.rows(_UNLOCKS)]
            return tuple(
                baby_of(*row[1:], unlocks=(unlock for owner, unlock in unlocks if owner == row[0]))
                for row in self._database.rows(_BABIES)
            )

    def keep_baby(self, baby: Baby) -> None:
        """Add a baby, or change it. Its unlocks are not looked at: they are noted and withdrawn one by one."""
        with self._database.transaction() as connection:
            now = self._next(connection, "baby")
            connection.execute(_KEEP_BABY, (baby.id, *baby_columns(baby), now, now))

    def caregivers(self) -> tuple[Caregiver, ...]:
        """All caregivers, archived ones too, in the order in which they were added."""
        return tuple(caregiver_of(*row) for row in self._database.rows(_CAREGIVERS))

    def keep_caregiver(self, caregiver: Caregiver) -> None:
        """Add a caregiver, or change one."""
        with self._database.transaction() as connection:
            now = self._next(connection, "caregiver")
            connection.execute(_KEEP_CAREGIVER, (caregiver.id, *caregiver_columns(caregiver), now, now))

    def note_unlock(self, baby: str, unlock: Unlock) -> None:
        """Add a clinician's yes to a baby's history, for good."""
        withdrawn = None if unlock.withdrawn is None else unlock.withdrawn.isoformat()
        with self._database.transaction() as connection:
            noted = self._next(connection, "unlock")
            values = (str(uuid.uuid4()), baby, noted, withdrawn, *unlock_columns(unlock))
            connection.execute(_NOTE_UNLOCK, values)

    def withdraw_unlock(self, baby: str, unlock: Unlock, day: date) -> None:
        """Say from which day on a yes does not count any more; it stays in the history.

        KeyError for a yes that was never noted, or is withdrawn already, is our bug.
        """
        with self._database.transaction() as connection:
            values = (day.isoformat(), baby, *unlock_columns(unlock))
            if connection.execute(_WITHDRAW, values).rowcount != 1:
                raise KeyError(baby)

    def _next(self, connection: sqlite3.Connection, table: str) -> str:
        """The time of a change: always after the last one of its kind, also where the clock was set back."""
        times = [datetime.fromisoformat(at) for (at,) in connection.execute(_TIMES[table])]
        return wall_text(after(self._clock.wall(), max(times, default=None)))


def baby_columns(baby: Baby) -> tuple[str | int | None, ...]:
    """A baby as its row holds it; what is not known is NULL."""
    profile, birth = baby.profile, baby.profile.birth
    healed = profile.navel_healed
    return (
        clean(profile.nickname) or None,
        None if birth is None else birth.earliest.isoformat(),
        None if birth is None else birth.latest.isoformat(),
        profile.weeks_early,
        None if healed is Answer.UNKNOWN else healed,
        None if profile.conditions is None else written(_answers(profile)),
        written(profile.likes) if profile.likes else None,
        written(profile.caregivers) if profile.caregivers else None,
        baby.tone,
        baby.archived,
    )


def _answers(profile: BabyProfile) -> tuple[str, ...]:
    return (*(profile.conditions or ()), *(_UNSURE + name for name in profile.unsure))


def baby_of(name: str, *columns: Any, unlocks: Iterable[Unlock] = ()) -> Baby:  # noqa: ANN401 - as SQLite has them
    """A baby from its row. Raises ValueError for a row that is not ours."""
    nickname, earliest, latest, early, healed, conditions, likes, caregivers, tone, archived = columns
    known = None if conditions is None else read(tuple[str, ...], conditions)
    profile = BabyProfile(
        id=name,
        nickname=nickname or "",
        birth=None if earliest is None else Birth(date.fromisoformat(earliest), date.fromisoformat(latest)),
        weeks_early=early,
        navel_healed=Answer(healed or Answer.UNKNOWN),
        conditions=None if known is None else tuple(name for name in known if not name.startswith(_UNSURE)),
        likes=read(tuple[str, ...], likes or "[]"),
        unlocks=tuple(unlocks),
        caregivers=read(tuple[str, ...], caregivers or "[]"),
        unsure=tuple(name.removeprefix(_UNSURE) for name in known or () if name.startswith(_UNSURE)),
    )
    return Baby(profile, tone, bool(archived))


def caregiver_columns(caregiver: Caregiver) -> tuple[str | int | None, ...]:
    """A caregiver as their row holds it."""
    return clean(caregiver.name) or None, caregiver.archived


def caregiver_of(name: str, called: str | None, archived: int) -> Caregiver:
    """A caregiver from their row."""
    return Caregiver(name, called or "", bool(archived))


def unlock_columns(unlock: Unlock) -> tuple[str, ...]:
    """A yes as its row holds it, but for its withdrawal; sets are sorted, so that equal ones are equal rows."""
    return (
        unlock.routine,
        clean(unlock.therapist),
        unlock.given.isoformat(),
        written(unlock.areas),
        written(unlock.conditions),
        written(unlock.doses),
    )


def unlock_of(*columns: Any) -> Unlock:  # noqa: ANN401 - as SQLite has them
    """A yes from its row. Raises ValueError for a row that is not ours."""
    routine, therapist, given, areas, conditions, doses, withdrawn = columns
    return Unlock(
        therapist=therapist,
        given=date.fromisoformat(given),
        areas=read(frozenset[Area], areas),
        conditions=read(frozenset[str], conditions),
        routine=routine,
        doses=read(tuple[TherapistDose, ...], doses),
        withdrawn=None if withdrawn is None else date.fromisoformat(withdrawn),
    )
