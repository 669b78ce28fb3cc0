"""Reminders: one a day at its time, none on a day with a massage, and a calendar file that others can read."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.body import Side
from companion.domain.errors import CompanionError
from companion.domain.events import Outcome
from companion.domain.occasion import Occasion
from companion.domain.session import SessionStatus, StepDone
from companion.domain.settings import Reminder, Settings
from companion.services.reminders import CalendarWords, Reminders, calendar_file
from tests.fakes import ManualClock, MemoryJournal, MemorySettings, first_massage

EVENING = Settings(reminder=Reminder.AFTER_BATH)
NOON = datetime(2026, 11, 22, 18, 29, tzinfo=UTC)
WORDS = CalendarWords(
    "Time for a massage?", "Only if baby is awake, calm and well; another day\nis fine too."
)
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=120)


def looking(settings: Settings = EVENING) -> tuple[Reminders, ManualClock, MemoryJournal]:
    clock, journal = ManualClock(wall=NOON), MemoryJournal()
    return Reminders(MemorySettings(settings), journal, clock), clock, journal


def looks(reminders: Reminders, clock: ManualClock, minutes: int) -> int:
    """How often a reminder is due while someone looks twice a minute."""
    times = 0
    for _ in range(2 * minutes):
        times += reminders.is_due()
        clock.advance(30)
    return times


def massage(journal: MemoryJournal, at: datetime, *, practice: bool = False, seconds: float = 12.0) -> None:
    journal.begin("s", first_massage(), at, Occasion(practice=practice))
    step = StepDone(0, "hip-to-ankle-glide", Side.RIGHT, seconds, 3, Outcome.DONE)
    journal.end("s", SessionStatus.FINISHED, None, [step], 300.0, at)


def test_it_comes_once_at_its_time() -> None:
    reminders, clock, _ = looking()
    assert looks(reminders, clock, 180) == 1


def test_the_first_look_only_begins() -> None:
    reminders, clock, _ = looking()
    clock.advance(600)
    assert not reminders.is_due()


def test_without_a_wish_there_is_none() -> None:
    reminders, clock, _ = looking(Settings())
    assert looks(reminders, clock, 180) == 0


def test_it_comes_again_on_the_next_day() -> None:
    reminders, clock, _ = looking()
    looks(reminders, clock, 5)
    clock.advance(23.9 * 3600)
    assert looks(reminders, clock, 30) == 1


@pytest.mark.parametrize(
    ("practice", "seconds", "expected"), [(False, 12.0, 0), (True, 12.0, 1), (False, 0.0, 1)]
)
def test_a_day_with_a_massage_needs_none(practice: bool, seconds: float, expected: int) -> None:
    reminders, clock, journal = looking()
    massage(journal, NOON - timedelta(hours=3), practice=practice, seconds=seconds)
    assert looks(reminders, clock, 10) == expected


def unfolded(content: bytes) -> Iterator[tuple[str, str]]:
    """Names and values of a calendar file, as RFC 5545 says that they are to be read."""
    assert content.endswith(b"\r\n")
    lines = content.replace(b"\r\n ", b"").split(b"\r\n")[:-1]
    for line in lines:
        name, _, value = line.decode().partition(":")
        yield name, value


def plain(value: str) -> str:
    read, escaped = "", False
    for character in value:
        if escaped:
            read += "\n" if character in "nN" else character
            escaped = False
        elif character == "\\":
            escaped = True
        else:
            read += character
    return read


def test_the_calendar_file_says_every_day_at_that_time_wherever_one_is() -> None:
    now = datetime(2026, 11, 22, 20, 0, tzinfo=ZoneInfo("America/Winnipeg"))
    read = list(unfolded(calendar_file(EVENING, WORDS, now, "1@companion")))
    event = dict(read)
    assert read[0] == ("BEGIN", "VCALENDAR")
    assert read[-1] == ("END", "VCALENDAR")
    assert event["DTSTART"] == "20261123T183000"
    assert event["RRULE"] == "FREQ=DAILY"
    assert event["DTSTAMP"] == "20261123T020000Z"
    assert event["UID"] == "1@companion"
    assert plain(event["SUMMARY"]) == WORDS.title
    assert [plain(value) for name, value in read if name == "DESCRIPTION"] == [WORDS.note, WORDS.title]
    assert event["TRIGGER"] == "PT0S"


def test_every_begin_has_its_end() -> None:
    opened: list[str] = []
    for name, value in unfolded(calendar_file(EVENING, WORDS, NOON, "1@companion")):
        if name == "BEGIN":
            opened.append(value)
        elif name == "END":
            assert opened.pop() == value
    assert opened == []


@given(TEXT, TEXT)
def test_any_words_come_back_and_no_line_is_too_long(title: str, note: str) -> None:
    content = calendar_file(EVENING, CalendarWords(title, note), NOON, "1@companion")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    read = list(unfolded(content))
    assert plain(dict(read)["SUMMARY"]) == title
    assert next(plain(value) for name, value in read if name == "DESCRIPTION") == note


@pytest.mark.parametrize(
    ("settings", "key"),
    [(Settings(), "reminder-off"), (replace(EVENING, reminder_minute=21 * 60), "reminder-quiet")],
)
def test_what_never_comes_is_not_written(settings: Settings, key: str) -> None:
    with pytest.raises(CompanionError, match=key):
        calendar_file(settings, WORDS, NOON, "1@companion")
