"""Which copies of the diary are kept: the newest of each day, week and month, and those made before a big change."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

RECENT = 4
DAYS = 7
WEEKS = 4
MONTHS = 12
BIG_CHANGES = 5
EVERY = 30 * 60.0
"""Seconds of use between two copies."""


class Why(StrEnum):
    """Why a copy was made."""

    START = "start"
    REGULAR = "regular"
    BEFORE_IMPORT = "before-import"
    BEFORE_RESTORE = "before-restore"
    AFTER_DELETING = "after-deleting"

    @property
    def is_big_change(self) -> bool:
        """Whether the diary was about to become another one."""
        return self in {Why.BEFORE_IMPORT, Why.BEFORE_RESTORE}


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the diary. ``number`` counts up: it tells the newest even where the clock was set back. ``taken`` is
    what the wall showed."""

    name: str
    number: int
    taken: datetime
    why: Why


@dataclass(frozen=True, slots=True)
class DiaryPreview:
    """What a diary file holds: sessions (and the first and last day of them) and babies."""

    sessions: int
    babies: int
    first: date | None
    last: date | None


def kept(backups: Iterable[Backup]) -> frozenset[Backup]:
    """The copies worth keeping of all there are: the last four, the newest of 7 days, of 4 weeks and of 12 months
    in which there are any, and the last five made before an import or a restore."""
    newest_first = sorted(backups, key=lambda backup: -backup.number)
    tiers = (
        newest_first[:RECENT],
        _newest_of_each(newest_first, lambda day: day.toordinal(), DAYS),
        _newest_of_each(newest_first, lambda day: (day.toordinal() - 1) // 7, WEEKS),
        _newest_of_each(newest_first, lambda day: day.year * 12 + day.month, MONTHS),
        [backup for backup in newest_first if backup.why.is_big_change][:BIG_CHANGES],
    )
    return frozenset(backup for tier in tiers for backup in tier)


def is_due(last: float | None, now: float) -> bool:
    """Whether so much use went by since the last copy that another one is due; both in seconds of a steady clock."""
    return last is None or now - last >= EVERY


def _newest_of_each(newest_first: list[Backup], span_of: Callable[[date], int], spans: int) -> list[Backup]:
    found: dict[int, Backup] = {}
    for backup in newest_first:
        found.setdefault(span_of(backup.taken.date()), backup)
    return list(found.values())[:spans]
