"""Today: what it suggests, how it tells the week, and what it says of a session that was left."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from companion.domain.body import Side
from companion.domain.errors import CompanionError
from companion.domain.events import Outcome
from companion.domain.session import SessionStatus, StepDone
from companion.ui.today.view import TodayView, suggested, today_view, week_of
from tests.fakes import ManualClock
from tests.ui.conftest import OpenHouse
from tests.ui.house import House, library
from tests.ui.walker import Walker

WEDNESDAY = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)


def add_session(house: House, routine: str, day: datetime, seconds: float = 12.0) -> None:
    playback = house.start_session(routine)
    house.journal.begin(playback.session, playback.plan, day)
    step = StepDone(3, "hip-to-ankle-glide", Side.RIGHT, seconds, 3, Outcome.DONE)
    house.journal.end(playback.session, SessionStatus.FINISHED, None, [step], 300.0, day)


def view_of(house: House, now: datetime = WEDNESDAY) -> TodayView:
    shelf = library()
    week = house.journal.sessions_between(*week_of(now.date()))
    return today_view(
        shelf.words, tuple(shelf.routines.values()), shelf.strokes, now, week, house.journal.unfinished()
    )


def test_the_first_massage_is_suggested_first(house: House) -> None:
    suggestion = view_of(house).suggestion
    assert suggestion is not None
    assert suggestion.routine == "first-massage"


def test_later_the_routine_done_last_is_suggested(house: House) -> None:
    add_session(house, "first-massage", WEDNESDAY - timedelta(days=2))
    add_session(house, "feet-anywhere", WEDNESDAY - timedelta(days=1))
    suggestion = view_of(house).suggestion
    assert suggestion is not None
    assert suggestion.routine == "feet-anywhere"


def test_a_locked_routine_is_never_suggested() -> None:
    locked = [routine for routine in library().routines.values() if routine.locked]
    assert locked
    assert suggested(locked, ()) is None


def test_a_routine_with_tummy_strokes_asks_for_a_longer_wait_after_a_feed(house: House) -> None:
    add_session(house, "tummy-comfort", WEDNESDAY - timedelta(days=1))
    suggestion = view_of(house).suggestion
    assert suggestion is not None
    assert suggestion.after_feed == 45


def test_only_days_with_touch_are_filled(house: House) -> None:
    add_session(house, "first-massage", WEDNESDAY - timedelta(days=1))
    add_session(house, "first-massage", WEDNESDAY - timedelta(days=2), seconds=0.0)
    week = view_of(house).week
    assert week.done == (False, True, False, False, False, False, False)
    assert week.sessions == 1
    assert week.today == 2


def test_last_week_does_not_count(house: House) -> None:
    add_session(house, "first-massage", WEDNESDAY - timedelta(days=3))
    assert view_of(house).week.sessions == 0


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [(2, "A quiet night"), (8, "Good morning"), (13, "Good afternoon"), (18, "Good evening")],
)
def test_the_greeting_goes_by_the_hour(open_house: OpenHouse, hour: int, greeting: str) -> None:
    walker = open_house(House(clock=ManualClock(wall=WEDNESDAY.replace(hour=hour))))
    assert greeting in walker.reads()


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "Today at"),
        (1, "Yesterday at"),
        (3, "On Wednesday at"),
        (30, "On Wednesday, November 18, 2026 at"),
    ],
)
def test_what_was_left_is_dated_as_people_say_it(
    walker: Walker, open_house: OpenHouse, days: int, told: str
) -> None:
    walker.begin()
    walker.reach_step(3, into=2.0)
    walker.window.close()
    later = ManualClock(wall=WEDNESDAY + timedelta(days=days, minutes=10))
    again = open_house(House(clock=later, journal=walker.house.journal))
    assert told in again.reads()


def test_a_notice_of_the_start_is_quiet_and_can_be_put_aside(open_house: OpenHouse) -> None:
    house = House()
    house.notices.append(CompanionError("diary-quarantined", kept="diary.broken", date="2026-11-18"))
    walker = open_house(house)
    assert "diary.broken" in walker.reads()
    walker.click("Close this note")
    assert "diary.broken" not in walker.reads()


def test_only_places_that_exist_are_offered(walker: Walker) -> None:
    words = walker.reads()
    assert "Routines" in words
    assert "Clinic" in words
    assert not walker.sees("Learn")


def test_get_help_is_one_tap_from_today(walker: Walker) -> None:
    walker.click("Get help")
    assert "Call 911 now" in walker.reads()
    walker.click("Close")
    assert "Call 911 now" not in walker.reads()


def test_choose_another_leads_to_the_routines(walker: Walker) -> None:
    walker.click("Choose another")
    walker.click("Begin Feet anywhere")
    walker.all_fine()
    assert walker.presenter._playing.plan.routine == "feet-anywhere"


def test_a_locked_routine_is_shown_locked_with_a_sentence(walker: Walker) -> None:
    walker.click("Routines")
    assert "It opens when your therapist sets it up with you." in walker.reads()
    assert not walker.sees("Begin Still touch")


def test_what_a_routine_is_for_and_how_sure_we_are_is_one_tap_away(walker: Walker) -> None:
    walker.click("Routines")
    assert "How sure are we?" not in walker.reads()
    walker.click("What is in it")
    words = walker.reads()
    assert "How sure are we?" in words
    assert "Not when baby is unwell" in words


def test_enter_begins_from_today(walker: Walker) -> None:
    for _ in range(3):
        walker.key(Qt.Key.Key_Return)
    assert walker.presenter._playing.plan.routine == "first-massage"
