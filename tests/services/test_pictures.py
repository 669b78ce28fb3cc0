"""Hours and days are counted as they were drawn; what nobody drew is not taken for quiet."""

from datetime import date, datetime, timedelta

from companion.domain.day_card import DayCard, Doing
from companion.domain.session import Reflection, SessionRecord, SessionStatus
from companion.services.pictures import counted, fortnight, hours

DAY = date(2026, 11, 19)
CARD = DayCard("mila", DAY)


def at(hour: int, minute: int = 0, days_ago: int = 0) -> datetime:
    moment = datetime.fromisoformat("2026-11-19T00:00:00+00:00") - timedelta(days=days_ago)
    return moment + timedelta(hours=hour, minutes=minute)


def record(
    baby: str, *, practice: bool = False, status: SessionStatus = SessionStatus.FINISHED
) -> SessionRecord:
    steps = ()
    return SessionRecord(
        "one", "face", status, None, at(9), at(9), 60.0, steps, Reflection(), baby, "", practice
    )


def test_an_hour_is_the_average_of_the_days_on_which_all_of_it_was_drawn() -> None:
    loud = CARD.drawn(32, 35, Doing.CRYING)
    calm = CARD.drawn(32, 33, Doing.CONTENT).drawn(34, 35, Doing.FUSSING)
    half = CARD.drawn(32, 33, Doing.CRYING)
    found = hours([loud, calm, half], ())
    assert (found[8].crying, found[8].days) == (45.0, 2)
    assert (found[9].crying, found[9].days) == (0.0, 0)


def test_massages_are_marked_in_the_hour_in_which_they_began() -> None:
    found = hours((), [at(19, 59), at(19), at(20)])
    assert [hour.massages for hour in found[18:22]] == [0, 2, 1, 0]


def test_two_weeks_end_today_and_keep_empty_days() -> None:
    rows = fortnight("mila", [CARD.drawn(0, 1, Doing.SLEEP)], [at(7, 30), at(6, days_ago=13)], DAY)
    assert len(rows) == 14
    assert (rows[-1].massages, rows[-1].is_empty) == ((450,), False)
    assert (rows[0].card.day, rows[0].massages) == (DAY - timedelta(days=13), (360,))
    assert rows[5].is_empty


def test_practice_other_babies_and_sessions_under_way_do_not_count() -> None:
    kept = record("mila"), record("")
    others = (
        record("noah"),
        record("mila", practice=True),
        record("mila", status=SessionStatus.RUNNING),
    )
    assert counted([*kept, *others], "mila") == kept
    assert len(counted([*kept, *others], "")) == 3
