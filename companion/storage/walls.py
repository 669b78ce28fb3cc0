"""Knows how a time on the wall is written down and which of two is the later one."""

from datetime import datetime, timedelta


def wall_text(moment: datetime) -> str:
    """ISO 8601 with the offset from UTC. Raises ValueError for a time without one: it could not be placed later."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no offset from UTC")
    return moment.isoformat()


def after(now: datetime, latest: datetime | None) -> datetime:
    """``now``, or the first moment after ``latest`` where the clock was set back: what is said last counts."""
    return now if latest is None or now > latest else latest + timedelta(microseconds=1)
