"""A home programme: so many minutes on so many days a week, for some weeks; and how much of it was done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = timedelta(days=7)
DAYS_A_WEEK = 7
MOST_WEEKS = 104


@dataclass(frozen=True, slots=True)
class Programme:
    """What was agreed for a baby: ``minutes`` of touch on a day, on ``days`` days of each of ``weeks`` weeks of seven
    days, the first of which begins on ``first``."""

    baby: str
    first: date
    minutes: float
    days: int
    weeks: int

    @property
    def last(self) -> date:
        """Its last day."""
        return self.first + self.weeks * WEEK - timedelta(days=1)

    @property
    def days_agreed(self) -> int:
        """On how many days in all."""
        return self.days * self.weeks


@dataclass(frozen=True, slots=True)
class Agreed:
    """The programme as it is put into the settings: ``first`` is its first day (ISO 8601), 0 minutes mean none."""

    baby: str = ""
    first: str = ""
    minutes: int = 0
    days: int = 5
    weeks: int = 8

    def programme(self) -> Programme | None:
        """What counts; None where nothing was agreed, or what is put in makes no sense."""
        try:
            first = date.fromisoformat(self.first)
            if self.minutes > 0 and 0 < self.days <= DAYS_A_WEEK and 0 < self.weeks <= MOST_WEEKS:
                programme = Programme(self.baby, first, self.minutes, self.days, self.weeks)
                return programme if programme.last else None
        except (ValueError, OverflowError):
            pass
        return None


NOTHING_AGREED = Agreed()


@dataclass(frozen=True, slots=True)
class WeekScore:
    """One week of a programme: ``seconds`` of touch, and on how many days there were all the minutes."""

    first: date
    last: date
    seconds: float
    days_met: int


@dataclass(frozen=True, slots=True)
class Score:
    """The weeks of a programme that have begun. ``met`` counts the weeks with all their days, ``days_met`` the days
    that count: more than were agreed in one week do not make up for another."""

    weeks: tuple[WeekScore, ...]
    met: int
    days_met: int


def score(programme: Programme, touch: Mapping[date, float], today: date) -> Score:
    """How much was done until today, from the seconds of touch on each day."""
    starts = [programme.first + number * WEEK for number in range(programme.weeks)]
    weeks = tuple(_week(programme, start, touch) for start in starts if start <= today)
    met = sum(week.days_met >= programme.days for week in weeks)
    return Score(weeks, met, sum(min(week.days_met, programme.days) for week in weeks))


def week_now(found: Score, today: date) -> WeekScore | None:
    """The week that today lies in; None before the first and after the last."""
    return next((week for week in found.weeks if week.first <= today <= week.last), None)


def _week(programme: Programme, start: date, touch: Mapping[date, float]) -> WeekScore:
    days = [touch.get(start + timedelta(days=number), 0.0) for number in range(7)]
    met = sum(seconds >= programme.minutes * 60 > 0 for seconds in days)
    return WeekScore(start, start + WEEK - timedelta(days=1), sum(days), met)
