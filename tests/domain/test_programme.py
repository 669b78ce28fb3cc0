"""A programme is scored by its days, exactly, and a good week never hides a thin one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from companion.domain.programme import NOTHING_AGREED, Agreed, Programme, score, week_now

FIRST = date(2026, 9, 7)
AGREED = Programme("mila", FIRST, minutes=20, days=5, weeks=8)


def touched(*days: int, minutes: float = 20) -> dict[date, float]:
    """That many minutes on these days of the programme, from 0."""
    return {FIRST + timedelta(days=day): minutes * 60 for day in days}


def test_twenty_minutes_on_five_days_for_eight_weeks_are_forty_days() -> None:
    done = touched(*(week * 7 + day for week in range(8) for day in range(5)))
    found = score(AGREED, done, AGREED.last)
    assert (AGREED.days_agreed, AGREED.last) == (40, date(2026, 11, 1))
    assert (found.met, found.days_met) == (8, 40)
    assert sum(week.seconds for week in found.weeks) == 40 * 20 * 60


def test_a_second_less_is_no_full_day_and_the_last_one_is() -> None:
    almost = score(AGREED, touched(0, minutes=19.99), FIRST)
    assert almost.weeks[0].days_met == 0
    assert score(AGREED, touched(0), FIRST).weeks[0].days_met == 1


def test_more_days_than_agreed_do_not_make_up_for_another_week() -> None:
    found = score(AGREED, touched(0, 1, 2, 3, 4, 5, 6, 7), FIRST + timedelta(days=13))
    assert [week.days_met for week in found.weeks] == [7, 1]
    assert (found.met, found.days_met) == (1, 6)


def test_weeks_to_come_and_days_before_count_for_nothing() -> None:
    found = score(AGREED, touched(-1, 0), FIRST + timedelta(days=2))
    assert [week.seconds for week in found.weeks] == [1200.0]
    assert score(AGREED, touched(0), FIRST - timedelta(days=1)).weeks == ()


def test_the_week_of_today_is_known_while_the_programme_runs() -> None:
    tenth = FIRST + timedelta(days=9)
    week = week_now(score(AGREED, touched(8), tenth), tenth)
    assert week is not None
    assert (week.first, week.days_met) == (FIRST + timedelta(days=7), 1)
    over = AGREED.last + timedelta(days=1)
    assert week_now(score(AGREED, {}, over), over) is None


def test_a_programme_without_minutes_has_no_full_days() -> None:
    assert score(Programme("mila", FIRST, 0, 5, 1), {}, FIRST).weeks[0].days_met == 0


def test_what_was_put_in_is_a_programme_only_where_it_makes_sense() -> None:
    put = Agreed("mila", "2026-09-07", 20, 5, 8)
    assert put.programme() == AGREED
    assert NOTHING_AGREED.programme() is None


@pytest.mark.parametrize(
    "said",
    [
        {"minutes": 0},
        {"days": 8},
        {"days": 0},
        {"weeks": 0},
        {"weeks": 900},
        {"first": "2026-13-40"},
        {"first": "9999-12-30"},
    ],
)
def test_what_makes_no_sense_is_no_programme(said: dict[str, object]) -> None:
    put = replace(Agreed("mila", "2026-09-07", 20, 5, 8), **said)  # pyright: ignore[reportArgumentType]
    assert put.programme() is None
