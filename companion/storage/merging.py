"""Knows how two diaries are laid together so that neither order nor repetition makes a difference.

What is one person's word at one time (a profile, a day, a revision, what was measured) is replaced by what was said
later; of two things said at the same moment, the one whose text sorts last. What only grows is united. Nothing here
removes anything: what was deleted on one side and is in the other's file comes back.
"""

import dataclasses
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from companion.storage.exchange_format import (
    BabyPart,
    CaregiverPart,
    DayPart,
    DiaryFile,
    RevisionPart,
    SessionPart,
    UnlockPart,
)

P = TypeVar("P", BabyPart, CaregiverPart, DayPart, RevisionPart, SessionPart, UnlockPart)
Weight = tuple[datetime, bytes]
_NEVER = datetime.min.replace(tzinfo=UTC)


def merged(ours: DiaryFile, theirs: DiaryFile) -> DiaryFile:
    """Both diaries in one. Commutative, associative and idempotent, but for ``exported``, which stays ours."""
    return replace(
        ours,
        babies=_united(ours.babies, theirs.babies, lambda part: part.id, _baby),
        caregivers=_united(ours.caregivers, theirs.caregivers, lambda part: part.id, _caregiver),
        unlocks=_united(ours.unlocks, theirs.unlocks, lambda part: part.id, _unlock),
        sessions=_united(ours.sessions, theirs.sessions, lambda part: part.id, _session),
        days=_united(ours.days, theirs.days, lambda part: f"{part.baby} {part.day}", _day),
    )


def _united(
    ours: Iterable[P], theirs: Iterable[P], key: Callable[[P], str], one_of: Callable[[P, P], P]
) -> list[P]:
    found: dict[str, P] = {}
    for part in (*ours, *theirs):
        name = key(part)
        if name not in found:
            found[name] = part
        elif found[name] != part:
            found[name] = one_of(found[name], part)
    return [found[name] for name in sorted(found)]


def _baby(one: BabyPart, other: BabyPart) -> BabyPart:
    said_last = max(one, other, key=lambda part: _weight(part.changed, replace(part, added=_NEVER)))
    return replace(said_last, added=min(one.added, other.added))


def _caregiver(one: CaregiverPart, other: CaregiverPart) -> CaregiverPart:
    said_last = max(one, other, key=lambda part: _weight(part.changed, replace(part, added=_NEVER)))
    return replace(said_last, added=min(one.added, other.added))


def _unlock(one: UnlockPart, other: UnlockPart) -> UnlockPart:
    """The same yes: withdrawn from the earliest day on which either side says so."""
    days = [part.unlock.withdrawn for part in (one, other) if part.unlock.withdrawn is not None]
    first: date | None = min(days, default=None)
    return max(_withdrawn(one, first), _withdrawn(other, first), key=lambda part: _weight(part.noted, part))


def _withdrawn(part: UnlockPart, day: date | None) -> UnlockPart:
    return replace(part, unlock=dataclasses.replace(part.unlock, withdrawn=day))


def _session(one: SessionPart, other: SessionPart) -> SessionPart:
    seen_last = max(one, other, key=lambda part: _weight(part.last_seen, replace(part, revisions=[])))
    revisions = _united(one.revisions, other.revisions, lambda part: part.id, _revision)
    return replace(seen_last, revisions=revisions)


def _revision(one: RevisionPart, other: RevisionPart) -> RevisionPart:
    return max(one, other, key=lambda part: _weight(part.at, part))


def _day(one: DayPart, other: DayPart) -> DayPart:
    return max(one, other, key=lambda part: _weight(part.changed, part))


def _weight(at: datetime, part: object) -> Weight:
    return at, msgspec.json.encode(part, order="deterministic")
