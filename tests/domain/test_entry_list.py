"""A list adds up what is over, and counts practice apart."""

from companion.domain.entry_list import Entry, Total, added_up
from companion.domain.session import SessionStatus
from tests.fakes import MORNING


def entry(touch: float, status: SessionStatus = SessionStatus.FINISHED, *, practice: bool = False) -> Entry:
    return Entry("a", "face", status, None, MORNING, touch, practice=practice)


def test_massages_and_practice_are_counted_apart() -> None:
    lines = (entry(60.0), entry(30.0, SessionStatus.STOPPED), entry(90.0, practice=True))
    assert added_up(lines) == Total(2, 90.0, 1)


def test_a_session_under_way_adds_nothing() -> None:
    assert added_up([entry(60.0, SessionStatus.RUNNING)]) == Total()
