"""Old copies are thinned out, and the newest is never lost, whatever the clock shows."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.backup import EVERY, Backup, Why, is_due, kept

NOW = datetime(2026, 7, 30, 20, 0, tzinfo=UTC)


def taken(number: int, when: datetime, why: Why = Why.START) -> Backup:
    return Backup(f"b{number}", number, when, why)


def test_of_two_years_of_days_seven_days_four_weeks_and_twelve_months_stay() -> None:
    backups = [taken(number, NOW + timedelta(days=number)) for number in range(730)]
    days = sorted(backup.taken.date() for backup in kept(backups))
    assert days[-7:] == [(NOW + timedelta(days=number)).date() for number in range(723, 730)]
    assert len({(day.year, day.month) for day in days}) == 12
    assert len({day.isocalendar()[:2] for day in days[-10:]}) >= 4
    assert len(days) <= 7 + 4 + 12


def test_of_one_day_the_last_four_stay() -> None:
    backups = [taken(number, NOW + timedelta(minutes=number)) for number in range(9)]
    assert kept(backups) == set(backups[-4:])


def test_copies_before_big_changes_stay_longer() -> None:
    big = [taken(number, NOW, Why.BEFORE_IMPORT) for number in range(8)]
    assert kept([*big, taken(99, NOW)]) == {*big[-5:], taken(99, NOW)}


def test_a_clock_set_back_does_not_make_an_old_copy_the_newest() -> None:
    wrong, right = taken(1, NOW + timedelta(days=3000)), taken(2, NOW)
    assert right in kept([wrong, right])


@given(st.lists(st.tuples(st.integers(-4000, 4000), st.sampled_from(Why)), min_size=1, max_size=60))
def test_thinning_out_keeps_the_newest_and_is_done_once(days: list[tuple[int, Why]]) -> None:
    backups = [taken(number, NOW + timedelta(days=day), why) for number, (day, why) in enumerate(days)]
    left = kept(backups)
    assert backups[-1] in left
    assert kept(left) == left
    assert len(left) <= 4 + 7 + 4 + 12 + 5


def test_a_copy_is_due_at_the_start_and_after_half_an_hour_of_use() -> None:
    assert is_due(None, 5.0)
    assert not is_due(5.0, 5.0 + EVERY - 1)
    assert is_due(5.0, 5.0 + EVERY)
