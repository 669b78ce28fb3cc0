"""Use cases about reminders: whether one is due at this look at the clock, and one as a calendar file for elsewhere.

The calendar file is written by hand, not by a library: it is one event of a dozen lines, and RFC 5545 asks of these
only line ends, folding and escapes, which the tests read back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from companion.domain.clock import Clock
from companion.domain.errors import CompanionError
from companion.domain.reminder import is_due, is_silent, next_reminder
from companion.domain.settings import Reminder, Settings
from companion.services.ports import Diary, SettingsStore

LONGEST_LINE = 75
"""Octets of a line of a calendar file; what is longer goes on in the next one (RFC 5545, 3.1)."""

MINUTES = 15
"""How long the event in the calendar takes."""


class Reminders:
    """Looks at the clock; remembers only when it did so last."""

    def __init__(self, settings: SettingsStore, diary: Diary, clock: Clock) -> None:
        self._settings = settings
        self._diary = diary
        self._clock = clock
        self._since: datetime | None = None

    def is_due(self) -> bool:
        """Whether a reminder came since the last look. The first look only begins. Raises CompanionError."""
        now = self._clock.wall()
        since, self._since = self._since, now
        settings = self._settings.load()
        if since is None or not is_due(settings, since, now, done_today=False):
            return False
        return not done_on(self._diary, now.date())


def done_on(diary: Diary, day: date) -> bool:
    """Whether a baby was massaged on this day; practice on a doll is none."""
    return any(record.touch > 0 and not record.practice for record in diary.sessions_between(day, day))


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """What a calendar shows: a ``title``, and a ``note`` below it."""

    title: str
    note: str


def calendar_file(settings: Settings, words: CalendarWords, now: datetime, uid: str) -> bytes:
    """An event that comes every day at the reminder's time, wherever one is, with its alarm; ``uid`` names it.

    Raises CompanionError ``reminder-off`` where none is wished for, ``reminder-quiet`` where its time lies in the
    quiet hours.
    """
    if settings.reminder is Reminder.OFF:
        raise CompanionError("reminder-off")
    if is_silent(settings):
        raise CompanionError("reminder-quiet")
    first = next_reminder(settings, now, done_today=False)
    day = now.date() if first is None else first.date()
    lines = _event(settings, words, day, now, uid)
    return b"".join(folded + b"\r\n" for line in lines for folded in _folded(line))


def _event(settings: Settings, words: CalendarWords, day: date, now: datetime, uid: str) -> Iterator[str]:
    start = datetime.combine(day, time(*divmod(settings.reminder_minute, 60)))
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//Infant Massage Companion//Reminder//EN"
    yield "CALSCALE:GREGORIAN"
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART:{start:%Y%m%dT%H%M%S}"
    yield f"DURATION:PT{MINUTES}M"
    yield "RRULE:FREQ=DAILY"
    yield f"SUMMARY:{_escaped(words.title)}"
    yield f"DESCRIPTION:{_escaped(words.note)}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(words.title)}"
    yield "TRIGGER:PT0S"
    yield "END:VALARM"
    yield "END:VEVENT"
    yield "END:VCALENDAR"


def _escaped(text: str) -> str:
    """Text as RFC 5545, 3.3.11, wants it."""
    for plain, told in (
        ("\\", "\\\\"),
        (";", "\\;"),
        (",", "\\,"),
        ("\r\n", "\n"),
        ("\r", "\n"),
        ("\n", "\\n"),
    ):
        text = text.replace(plain, told)
    return text


def _folded(line: str) -> Iterator[bytes]:
    """The line in pieces of at most 75 octets, each but the first after a space; no character is cut."""
    piece = b""
    for character in line:
        octets = character.encode("utf-8", "replace")
        if len(piece) + len(octets) > LONGEST_LINE:
            yield piece
            piece = b" "
        piece += octets
    yield piece
