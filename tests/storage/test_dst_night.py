"""In a DST night an hour is left out or comes twice: what is written down then keeps its order, length and day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from companion.domain.backup import Why
from companion.domain.session import Position, SessionStatus
from tests.storage.home import Home
from tests.storage.samples import DONE, EVENTS, PLAN

BEFORE, AFTER = timedelta(minutes=-10), timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class DstNight:
    """A night in which the clocks were changed: where, the local day, and the moment in UTC."""

    zone: str
    day: date
    change: datetime

    def wall(self, since: timedelta) -> datetime:
        """What the computer's clock shows so long after the change."""
        local = (self.change + since).astimezone(ZoneInfo(self.zone))
        return local.replace(tzinfo=timezone(local.utcoffset() or timedelta()), fold=0)

    def at(self, hour: int, minute: int) -> datetime:
        """What it shows at a time of that day that comes once."""
        local = datetime(
            self.day.year, self.day.month, self.day.day, hour, minute, tzinfo=ZoneInfo(self.zone)
        )
        return self.wall(local.astimezone(UTC) - self.change)


NIGHTS = {
    "Berlin-autumn": DstNight("Europe/Berlin", date(2026, 10, 25), datetime(2026, 10, 25, 1, tzinfo=UTC)),
    "Berlin-spring": DstNight("Europe/Berlin", date(2026, 3, 29), datetime(2026, 3, 29, 1, tzinfo=UTC)),
    "Winnipeg-autumn": DstNight("America/Winnipeg", date(2026, 11, 1), datetime(2026, 11, 1, 7, tzinfo=UTC)),
    "Winnipeg-spring": DstNight("America/Winnipeg", date(2026, 3, 8), datetime(2026, 3, 8, 8, tzinfo=UTC)),
}


@pytest.fixture(params=NIGHTS.values(), ids=list(NIGHTS))
def night(request: pytest.FixtureRequest) -> DstNight:
    found = request.param
    assert isinstance(found, DstNight)
    return found


def test_a_dst_night_jumps_by_an_hour_on_the_wall(night: DstNight) -> None:
    jump = night.wall(AFTER).replace(tzinfo=None) - night.wall(BEFORE).replace(tzinfo=None)
    spring = night.day.month == 3
    assert jump == timedelta(minutes=80 if spring else -40)


def test_a_session_over_the_changed_hour_of_a_dst_night_reads_back_as_it_went(
    home: Home, night: DstNight
) -> None:
    began, over = night.wall(BEFORE), night.wall(AFTER)
    home.journal.begin("night", PLAN, began)
    home.journal.append("night", EVENTS, Position(1, 4.5), over)
    home.journal.mark("night", Position(1, 9.5), 1200.0, over)
    unfinished = home.diary.unfinished()
    assert unfinished
    assert unfinished.last_seen - unfinished.started == timedelta(minutes=20)
    home.journal.end("night", SessionStatus.FINISHED, None, DONE, 1200.0, over)
    record = home.diary.session("night")
    assert record
    assert record.ended
    assert (record.started.isoformat(), record.ended.isoformat()) == (began.isoformat(), over.isoformat())
    assert record.ended - record.started == timedelta(seconds=record.elapsed) == timedelta(minutes=20)
    assert home.journal.events("night") == EVENTS


def test_sessions_of_a_dst_night_are_listed_in_order_on_their_local_day(home: Home, night: DstNight) -> None:
    moments = {
        "late": night.at(23, 30),
        "after": night.wall(AFTER),
        "before": night.wall(BEFORE),
        "early": night.at(0, 10),
    }
    for name, began in moments.items():
        home.journal.begin(name, PLAN, began)
    found = home.diary.sessions_between(night.day, night.day)
    assert [record.id for record in found] == ["early", "before", "after", "late"]
    for beside in (night.day - timedelta(days=1), night.day + timedelta(days=1)):
        assert home.diary.sessions_between(beside, beside) == ()


def test_of_the_copies_of_a_dst_night_the_one_after_the_change_is_kept(home: Home, night: DstNight) -> None:
    times = [night.wall(BEFORE), night.wall(AFTER), *(night.wall(timedelta(days=day)) for day in range(1, 5))]
    for number, home.clock.time in enumerate(times):
        home.journal.begin(f"{number}", PLAN, home.clock.time)
        home.vault.back_up(Why.REGULAR)
    assert [copy.taken for copy in home.vault.backups()] == times[1:]
    assert night.wall(AFTER).date() == night.day
