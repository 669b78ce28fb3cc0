"""What a month shows: for each day how many massages there were, and nothing about days without one."""

from calendar import Calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from companion.domain.entry_list import Entry
from companion.domain.session import SessionStatus


@dataclass(frozen=True, slots=True)
class DaySum:
    """What was done on a day: massages and their seconds of touch; practice on a doll is counted apart."""

    massages: int = 0
    seconds: float = 0.0
    practised: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing was noted."""
        return not (self.massages or self.practised)


NOTHING = DaySum()


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month: its days in weeks (None: a day of another month), what was done, and the days that matter now."""

    first: date
    weeks: tuple[tuple[date | None, ...], ...]
    days: dict[date, DaySum]
    today: date
    chosen: date

    @property
    def whole(self) -> DaySum:
        """The month in one sum."""
        return summed(self.days.values())


def month_view(entries: Iterable[Entry], chosen: date, today: date, first_weekday: int) -> MonthView:
    """The month of the chosen day. ``first_weekday``: 0 for weeks that begin on Monday, 6 for Sunday."""
    first = chosen.replace(day=1)
    weeks = Calendar(first_weekday).monthdatescalendar(chosen.year, chosen.month)
    shown = tuple(tuple(day if day.month == chosen.month else None for day in week) for week in weeks)
    days: dict[date, DaySum] = {}
    for entry in entries:
        day = entry.started.date()
        days[day] = summed((days.get(day, NOTHING), of_entry(entry)))
    return MonthView(first, shown, days, today, chosen)


def of_entry(entry: Entry) -> DaySum:
    """What one session adds to its day; nothing while it is under way."""
    if entry.status is SessionStatus.RUNNING:
        return NOTHING
    return DaySum(practised=1) if entry.practice else DaySum(1, entry.touch)


def summed(parts: Iterable[DaySum]) -> DaySum:
    """Several days, or parts of one, together."""
    known = tuple(parts)
    return DaySum(
        sum(part.massages for part in known),
        sum(part.seconds for part in known),
        sum(part.practised for part in known),
    )


def month_bounds(day: date) -> tuple[date, date]:
    """The first and the last day of a month."""
    first = day.replace(day=1)
    return first, months_on(first, 1) - timedelta(days=1)


def months_on(day: date, months: int) -> date:
    """The same day some months on or (negative) back; the last day of a shorter month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if not date.min.year <= year < date.max.year:
        return day
    last = (date(year, month + 1, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return date(year, month + 1, min(day.day, last.day))
