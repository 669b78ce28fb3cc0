"""When a reminder comes: at its time, once a day, never in quiet hours, whatever the clocks do."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.reminder import is_due, is_quiet, is_silent, next_reminder
from companion.domain.settings import Reminder, Settings

WINNIPEG = ZoneInfo("America/Winnipeg")
EVENING = Settings(reminder=Reminder.AT_TIME)
"""At 18:30, quiet from 20:00 until 07:00."""
NO_QUIET = replace(EVENING, quiet_from=0, quiet_until=0)
NIGHTS = [datetime(2026, 3, 7, 12, tzinfo=WINNIPEG), datetime(2026, 10, 31, 12, tzinfo=WINNIPEG)]
"""The noons before the clocks are put on (at 2:00 to 3:00) and back (at 2:00 to 1:00)."""

MINUTES = st.integers(0, 24 * 60 - 1)
SETTINGS = st.builds(
    Settings,
    reminder=st.sampled_from(Reminder),
    reminder_minute=MINUTES,
    quiet_from=MINUTES,
    quiet_until=MINUTES,
)
NOWS = st.one_of(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(WINNIPEG)),
    st.tuples(st.sampled_from(NIGHTS), st.floats(0, 36)).map(
        lambda drawn: (drawn[0].astimezone(UTC) + timedelta(hours=drawn[1])).astimezone(WINNIPEG)
    ),
)


def at(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WINNIPEG, fold=fold)


def minute(hours: int, minutes: int = 0) -> int:
    return hours * 60 + minutes


@pytest.mark.parametrize(
    ("settings", "now", "done", "expected"),
    [
        (Settings(), "2026-11-22T10:00", False, None),
        (EVENING, "2026-11-22T10:00", False, "2026-11-22T18:30"),
        (EVENING, "2026-11-22T18:29:59", False, "2026-11-22T18:30"),
        (EVENING, "2026-11-22T18:30", False, "2026-11-23T18:30"),
        (EVENING, "2026-11-22T10:00", True, "2026-11-23T18:30"),
        (EVENING, "2026-11-22T23:00", False, "2026-11-23T18:30"),
        (EVENING, "2026-12-31T23:00", True, "2027-01-01T18:30"),
        (replace(EVENING, reminder=Reminder.AFTER_BATH), "2026-11-22T10:00", False, "2026-11-22T18:30"),
        (replace(EVENING, reminder_minute=minute(20)), "2026-11-22T10:00", False, None),
        (replace(EVENING, reminder_minute=minute(6, 59)), "2026-11-22T10:00", False, None),
        (replace(EVENING, reminder_minute=minute(7)), "2026-11-22T10:00", False, "2026-11-23T07:00"),
        (replace(NO_QUIET, reminder_minute=minute(3)), "2026-11-22T10:00", False, "2026-11-23T03:00"),
        # 2:30 is skipped when the clocks are put on, and comes twice when they are put back
        (replace(NO_QUIET, reminder_minute=minute(2, 30)), "2026-03-08T01:00", False, "2026-03-08T03:30"),
        (replace(NO_QUIET, reminder_minute=minute(1, 30)), "2026-11-01T00:30", False, "2026-11-01T01:30"),
    ],
)
def test_the_next_reminder_is_the_next_time_that_is_not_quiet(
    settings: Settings, now: str, done: bool, expected: str | None
) -> None:
    assert next_reminder(settings, at(now), done) == (at(expected) if expected else None)


def test_the_second_half_past_one_of_an_autumn_night_is_not_another_reminder() -> None:
    settings = replace(NO_QUIET, reminder_minute=minute(1, 30))
    assert next_reminder(settings, at("2026-11-01T01:10", fold=1), False) == at("2026-11-02T01:30")


def test_a_skipped_time_does_not_slip_into_the_quiet_hours() -> None:
    settings = replace(EVENING, reminder_minute=minute(2, 30), quiet_from=minute(3), quiet_until=minute(7))
    assert next_reminder(settings, at("2026-03-08T01:00"), False) == at("2026-03-09T02:30")


@pytest.mark.parametrize(
    ("first", "after", "quiet", "loud"),
    [
        (minute(20), minute(7), [minute(20), minute(23, 59), 0, minute(6, 59)], [minute(7), minute(19, 59)]),
        (minute(1), minute(5), [minute(1), minute(4, 59)], [0, minute(5), minute(12)]),
        (minute(8), minute(8), [], [minute(7, 59), minute(8), minute(8, 1)]),
        (0, 0, [], [0, minute(12)]),
    ],
)
def test_quiet_hours_may_go_over_midnight(first: int, after: int, quiet: list[int], loud: list[int]) -> None:
    settings = Settings(quiet_from=first, quiet_until=after)
    assert [is_quiet(settings, one) for one in quiet] == [True] * len(quiet)
    assert [is_quiet(settings, one) for one in loud] == [False] * len(loud)


def test_there_is_no_reminder_before_anyone_asks_for_one() -> None:
    assert is_silent(Settings())


@given(SETTINGS, NOWS, st.booleans())
def test_a_reminder_lies_ahead_and_never_in_quiet_hours(
    settings: Settings, now: datetime, done: bool
) -> None:
    when = next_reminder(settings, now, done)
    assert (when is None) == is_silent(settings)
    if when is not None:
        assert when.astimezone(UTC) > now.astimezone(UTC)
        assert not is_quiet(settings, when.hour * 60 + when.minute)
        assert not done or when.date() > now.date()


@given(SETTINGS, NOWS)
def test_a_day_has_one_reminder_at_the_most(settings: Settings, now: datetime) -> None:
    days = list[object]()
    when: datetime | None = now
    while len(days) < 4 and (when := next_reminder(settings, when, False)) is not None:
        days.append(when.date())
    assert len(days) == len(set(days))


@pytest.mark.parametrize(
    ("since", "now", "done", "due"),
    [
        ("2026-11-22T18:29:30", "2026-11-22T18:30", False, True),
        ("2026-11-22T18:29:30", "2026-11-22T18:30", True, False),
        ("2026-11-22T18:29:30", "2026-11-22T18:29:59", False, False),
        ("2026-11-22T18:30", "2026-11-22T18:31", False, False),
        ("2026-11-22T17:00", "2026-11-22T19:29", False, True),
        ("2026-11-22T17:00", "2026-11-22T19:31", False, False),
        ("2026-11-21T17:00", "2026-11-22T18:40", False, True),
        ("2026-11-22T18:40", "2026-11-22T18:20", False, False),
    ],
)
def test_a_reminder_is_given_once_and_a_little_late_at_the_most(
    since: str, now: str, done: bool, due: bool
) -> None:
    assert is_due(EVENING, at(since), at(now), done) is due


def test_a_late_reminder_does_not_come_in_the_quiet_hours() -> None:
    settings = replace(EVENING, quiet_from=minute(19))
    assert not is_due(settings, at("2026-11-22T18:00"), at("2026-11-22T19:10"), False)


def test_without_a_reminder_nothing_is_ever_due() -> None:
    assert not is_due(Settings(), at("2026-11-22T18:29"), at("2026-11-22T18:31"), False)


@given(SETTINGS, NOWS, st.lists(st.floats(1, 7200), min_size=1, max_size=60))
def test_however_often_one_looks_a_day_reminds_once_and_in_time(
    settings: Settings, now: datetime, gaps: list[float]
) -> None:
    given_on = list[object]()
    moment = now.astimezone(UTC)
    for gap in gaps:
        later = moment + timedelta(seconds=gap)
        here = later.astimezone(WINNIPEG)
        if is_due(settings, moment.astimezone(WINNIPEG), here, False):
            given_on.append(here.date())
            assert not is_quiet(settings, here.hour * 60 + here.minute)
        moment = later
    assert len(given_on) == len(set(given_on))
