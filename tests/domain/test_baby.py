"""How old a baby is: corrected for an early birth, and never taken as older than it may be."""

from datetime import date, timedelta

import pytest

from companion.domain.baby import Age, Answer, BabyProfile, born_in, born_on, corrected_age
from companion.domain.verdict import bands_of
from tests.domain.safe import TODAY, baby, safety


def test_a_term_baby_is_as_old_as_its_birth_says() -> None:
    assert corrected_age(baby(5), TODAY) == Age(35, 35)
    assert corrected_age(baby(5), TODAY).weeks == 5


@pytest.mark.parametrize(("early", "weeks"), [(0, 10), (3, 10), (4, 6), (8, 2), (12, -2), (17, -7), (30, -7)])
def test_age_is_corrected_only_before_37_weeks(early: int, weeks: int) -> None:
    assert corrected_age(baby(10, weeks_early=early), TODAY).weeks == weeks


def test_unknown_weeks_early_may_be_seventeen_or_none() -> None:
    assert corrected_age(baby(30, weeks_early=None), TODAY) == Age(13 * 7, 30 * 7)


def test_born_early_without_the_weeks_is_corrected_by_the_range() -> None:
    age = corrected_age(baby(30, weeks_early=None, conditions=("preterm",)), TODAY)
    assert age == Age(13 * 7, 26 * 7)


def test_a_condition_outweighs_the_weeks() -> None:
    profile = baby(10, weeks_early=0, conditions=("preterm",))
    assert profile.born_early is Answer.YES
    assert corrected_age(profile, TODAY).weeks == 6


@pytest.mark.parametrize("born", [None, TODAY + timedelta(days=1)])
def test_no_birth_date_or_one_to_come_is_any_age(born: date | None) -> None:
    age = corrected_age(baby(birth=None if born is None else born_on(born)), TODAY)
    assert age.youngest == 0
    assert not age.is_known
    assert age.under(2) is Answer.UNKNOWN


def test_a_month_of_birth_spans_the_month_and_counts_as_known() -> None:
    age = corrected_age(baby(birth=born_in(2026, 10)), TODAY)
    assert age == Age(22, 52)
    assert age.is_known


def test_a_birth_in_this_month_is_never_before_birth() -> None:
    assert corrected_age(baby(birth=born_in(2026, 11)), TODAY).youngest == 0


def test_an_empty_profile_knows_nothing() -> None:
    profile = BabyProfile("x")
    assert profile.born_early is Answer.UNKNOWN
    assert corrected_age(profile, TODAY).weeks == -17


def test_under_is_yes_no_or_not_known() -> None:
    assert Age(10, 13).under(2) is Answer.YES
    assert Age(10, 14).under(2) is Answer.UNKNOWN
    assert Age(14, 14).under(2) is Answer.NO


@pytest.mark.parametrize(
    ("weeks", "band", "cap", "typical"),
    [
        (-4, "before-term", 0, (2, 10)),
        (-3, "first-2-weeks", 5, (2, 5)),
        (0, "first-2-weeks", 5, (2, 5)),
        (2, "2-to-6-weeks", 10, (5, 10)),
        (5, "2-to-6-weeks", 10, (5, 10)),
        (6, "6-to-13-weeks", 15, (10, 15)),
        (12, "6-to-13-weeks", 15, (10, 15)),
        (13, "3-to-6-months", 25, (15, 20)),
        (26, "6-to-12-months", 25, (10, 20)),
        (52, "1-to-3-years", 15, (5, 10)),
        (155, "1-to-3-years", 15, (5, 10)),
        (156, "from-3-years", 15, (5, 15)),
    ],
)
def test_each_age_has_its_stage_and_longest_session(
    weeks: int, band: str, cap: int, typical: tuple[int, int]
) -> None:
    (found,) = bands_of(Age(weeks * 7, weeks * 7), safety())
    assert (found.id, found.cap_minutes, found.typical) == (band, cap, typical)
    assert found.sources


def test_an_unknown_age_may_be_in_every_stage_from_birth() -> None:
    bands = bands_of(corrected_age(baby(birth=None), TODAY), safety())
    assert bands == safety().bands[1:]
