"""A baby's profile, and how old the baby is: corrected for an early birth, and careful where it is not known."""

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from companion.domain.unlock import Unlock

DAYS = 7
FULL_TERM = 40
PRETERM_FROM = 4
EARLIEST_BIRTH = 17
DAYS_A_MONTH = 30.44
MONTHS_FROM_WEEKS = 26
YEARS_FROM_MONTHS = 36
LONG_AGO = 18 * 366
"""Days after which nobody is a baby: the upper end of an age that is not known."""


class Answer(StrEnum):
    """An answer; unknown takes the careful path."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Birth:
    """The day of birth, or the first and last day that it can have been."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class BabyProfile:
    """What is known of a baby. Everything may be left out and is then taken the careful way.

    ``weeks_early`` is 40 less the completed weeks of pregnancy at birth (37 weeks: 3; 36 weeks and 6 days: 4).
    ``conditions`` are ids of ``data/safety/conditions.toml``; None: nobody has answered yet. ``unsure`` are those of
    which nobody knows whether the baby has them. ``likes`` are stroke ids.
    """

    id: str
    nickname: str = ""
    birth: Birth | None = None
    weeks_early: int | None = None
    navel_healed: Answer = Answer.UNKNOWN
    conditions: tuple[str, ...] | None = None
    likes: tuple[str, ...] = ()
    unlocks: tuple[Unlock, ...] = ()
    caregivers: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()

    @property
    def born_early(self) -> Answer:
        """Whether the baby was born before 37 weeks."""
        if self.conditions and "preterm" in self.conditions:
            return Answer.YES
        if self.weeks_early is None:
            return Answer.UNKNOWN
        return Answer.YES if self.weeks_early >= PRETERM_FROM else Answer.NO


@dataclass(frozen=True, slots=True)
class Age:
    """Corrected age in days, between the youngest and the oldest that it can be; below 0 before the due date."""

    youngest: int
    oldest: int

    @property
    def weeks(self) -> int:
        """Completed weeks, at the youngest."""
        return self.youngest // DAYS

    @property
    def is_known(self) -> bool:
        """Known to the month or better."""
        return self.oldest - self.youngest <= 31

    def under(self, weeks: int) -> Answer:
        """Whether the baby is under so many weeks of corrected age."""
        if self.oldest < weeks * DAYS:
            return Answer.YES
        return Answer.UNKNOWN if self.youngest < weeks * DAYS else Answer.NO


def born_on(day: date) -> Birth:
    """A birth whose day is known."""
    return Birth(day, day)


def born_in(year: int, month: int) -> Birth:
    """A birth of which only the month is known."""
    return Birth(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def corrected_age(profile: BabyProfile, today: date) -> Age:
    """Age counted from the due date when the baby was born before 37 weeks, from birth otherwise (brief 2.13).

    No birth date, or one after today, can be any age; unknown weeks early can be none or 17. A baby is never taken
    as older than it may be.
    """
    since = age_since_birth(profile, today) or Age(0, LONG_AGO)
    least, most = _weeks_early(profile)
    return Age(since.youngest - most * DAYS, since.oldest - least * DAYS)


def age_since_birth(profile: BabyProfile, today: date) -> Age | None:
    """Age counted from the day of birth; None where that is not known, or has not come yet."""
    if profile.birth is None or profile.birth.earliest > today:
        return None
    return Age(max(0, (today - profile.birth.latest).days), (today - profile.birth.earliest).days)


def age_unit(weeks: int) -> tuple[str, int]:
    """How an age is told: ``weeks`` up to half a year, then ``months``, then ``years``, and how many."""
    months = int(weeks * 7 / DAYS_A_MONTH)
    if weeks < MONTHS_FROM_WEEKS:
        return "weeks", weeks
    if months < YEARS_FROM_MONTHS:
        return "months", months
    return "years", months // 12


def _weeks_early(profile: BabyProfile) -> tuple[int, int]:
    """The fewest and the most weeks by which age is to be corrected."""
    if profile.born_early is Answer.NO:
        return 0, 0
    if profile.born_early is Answer.UNKNOWN:
        return 0, EARLIEST_BIRTH
    if profile.weeks_early is None:
        return PRETERM_FROM, EARLIEST_BIRTH
    early = min(max(profile.weeks_early, PRETERM_FROM), EARLIEST_BIRTH)
    return early, early
