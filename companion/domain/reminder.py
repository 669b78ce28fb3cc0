"""When a reminder comes: once a day at its usual time, never in quiet hours, and not when today is done."""

from datetime import UTC, date, datetime, time, timedelta

from companion.domain.settings import Reminder, Settings

LATE = timedelta(hours=1)
"""A reminder that was missed by more than this (the computer slept) is not made up for."""


def is_quiet(settings: Settings, minute: int) -> bool:
    """Whether a minute of the day lies in the quiet hours, which may go over midnight; where both ends are the same
    there are none."""
    first, after = settings.quiet_from, settings.quiet_until
    if first <= after:
        return first <= minute < after
    return minute >= first or minute < after


def is_silent(settings: Settings) -> bool:
    """Whether no reminder can come: none is wished for, or its time lies in the quiet hours."""
    return settings.reminder is Reminder.OFF or is_quiet(settings, settings.reminder_minute)


def next_reminder(settings: Settings, now: datetime, done_today: bool) -> datetime | None:
    """The next reminder after ``now`` (which has a zone), in that zone; None: there is none.

    A time that a clock change skips comes when the clock has been put on, one that comes twice comes the first time.
    """
    if is_silent(settings):
        return None
    first = 1 if done_today else 0
    days = (now.date() + timedelta(days=ahead) for ahead in range(first, first + 4))
    moments = (_at(day, settings, now) for day in days)
    return next((when for when in moments if when is not None and _utc(when) > _utc(now)), None)


def is_due(settings: Settings, since: datetime, now: datetime, done_today: bool) -> bool:
    """Whether a reminder came between two looks at the clock and may still be given now.

    Given late, it must not come in the quiet hours, nor on the next day. A clock that was put back is no reminder.
    """
    if done_today or is_quiet(settings, now.hour * 60 + now.minute):
        return False
    from_then = max(_utc(since), _utc(now) - LATE).astimezone(now.tzinfo)
    when = next_reminder(settings, from_then, done_today=False)
    return when is not None and when.date() == now.date() and _utc(when) <= _utc(now)


def _at(day: date, settings: Settings, now: datetime) -> datetime | None:
    """The reminder of a day; None where a change of the clocks moves it into the quiet hours."""
    hour, minute = divmod(settings.reminder_minute, 60)
    wanted = datetime.combine(day, time(hour, minute), now.tzinfo)
    when = _utc(wanted).astimezone(now.tzinfo)
    return None if is_quiet(settings, when.hour * 60 + when.minute) else when


def _utc(when: datetime) -> datetime:
    """Compared in UTC: two times of one zone are compared by their faces, which lie in a night of clock changes."""
    return when.astimezone(UTC)
