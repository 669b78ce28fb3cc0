"""What the use cases need from the world, as Protocols; adapters in storage, sound and app fill them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from companion.domain.events import Event, StopReason
from companion.domain.family import Baby, Caregiver
from companion.domain.occasion import NO_OCCASION, Occasion
from companion.domain.plan import SessionPlan
from companion.domain.session import (
    Position,
    Reflection,
    SessionRecord,
    SessionStatus,
    StepDone,
    UnfinishedSession,
)
from companion.domain.settings import Settings
from companion.domain.unlock import Unlock


class Journal(Protocol):
    """Keeps events safe before anyone sees them. Each call has committed to disk when it returns.

    Raises CompanionError when the disk is full or the file cannot be written.
    """

    def begin(
        self, session: str, plan: SessionPlan, started: datetime, occasion: Occasion = NO_OCCASION
    ) -> None:
        """Open a session with this id (a UUID), its whole plan, and what else it is about."""
        ...

    def append(self, session: str, events: Sequence[Event], position: Position, now: datetime) -> None:
        """Add events in order, and note how far the session has come, in one transaction."""
        ...

    def mark(self, session: str, position: Position, elapsed: float, now: datetime) -> None:
        """Note how far the session has come, about once a second."""
        ...

    def end(
        self,
        session: str,
        status: SessionStatus,
        reason: StopReason | None,
        steps: Sequence[StepDone],
        elapsed: float,
        ended: datetime,
    ) -> None:
        """Close a session with what was done of each planned step."""
        ...

    def events(self, session: str) -> tuple[Event, ...]:
        """All events of a session in order."""
        ...


class Diary(Protocol):
    """Reads sessions back and takes what is added to them afterwards."""

    def unfinished(self) -> UnfinishedSession | None:
        """The newest session that is still marked as running, if any."""
        ...

    def reflect(self, session: str, reflection: Reflection) -> None:
        """Store the wrap-up's answers of a session (again and again: the last ones count)."""
        ...

    def session(self, session: str) -> SessionRecord | None:
        """One session, or None."""
        ...

    def sessions_between(self, first: date, last: date) -> tuple[SessionRecord, ...]:
        """Sessions whose local start day lies in [first, last], oldest first; removed ones are left out."""
        ...

    def occasion(self, session: str) -> Occasion | None:
        """What a session is about besides its plan, as it stands after all corrections; None: no such session."""
        ...


class Families(Protocol):
    """Remembers babies, caregivers and the yes of clinicians."""

    def babies(self) -> tuple[Baby, ...]:
        """All babies, archived ones too, in the order in which they were added, each with its unlocks as noted."""
        ...

    def keep_baby(self, baby: Baby) -> None:
        """Add a baby, or change it. Its unlocks are not looked at: they are noted and withdrawn one by one."""
        ...

    def caregivers(self) -> tuple[Caregiver, ...]:
        """All caregivers, archived ones too, in the order in which they were added."""
        ...

    def keep_caregiver(self, caregiver: Caregiver) -> None:
        """Add a caregiver, or change one."""
        ...

    def note_unlock(self, baby: str, unlock: Unlock) -> None:
        """Add a clinician's yes to a baby's history, for good."""
        ...

    def withdraw_unlock(self, baby: str, unlock: Unlock, day: date) -> None:
        """Say from which day on a yes does not count any more; it stays in the history."""
        ...


class SettingsStore(Protocol):
    """Remembers settings between starts."""

    def load(self) -> Settings:
        """Stored settings; anything unknown or unreadable falls back to its default."""
        ...

    def save(self, settings: Settings) -> None:
        """Write to a temporary file, fsync, rename."""
        ...


class Voice(Protocol):
    """Speaks shipped lines and other words. Never blocks, never raises; silence is a valid answer."""

    def say(self, line: str, text: str) -> None:
        """Speak the shipped line with this id (``stroke.<id>.first``); synthesise ``text`` if it is not there.
        A line that is being spoken gives way."""
        ...

    def prepare(self, line: str, text: str) -> None:
        """Make a line ready to be spoken without delay."""
        ...

    def hush(self) -> None:
        """Stop speaking at once."""
        ...

    def set_volume(self, volume: float) -> None:
        """0.0 to 1.0."""
        ...


class Chimes(Protocol):
    """Short sounds at changes, and the quiet pace tick. Never blocks, never raises."""

    def play(self, name: str) -> None:
        """Play a shipped sound by name: ``change``, ``other-side``, ``half``, ``end``, ``tick``."""
        ...

    def set_volumes(self, chime: float, tick: float) -> None:
        """0.0 to 1.0 each."""
        ...


class Wakefulness(Protocol):
    """Keeps the screen awake while a session plays."""

    def hold(self) -> None:
        """Keep the screen awake from now on; does nothing where the machine cannot."""
        ...

    def release(self) -> None:
        """Let the machine sleep again."""
        ...
