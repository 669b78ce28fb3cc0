"""What the use cases need from the world, as Protocols; adapters in storage, sound and app fill them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from companion.domain.occasion import NO_OCCASION, Occasion

if TYPE_CHECKING:  # a start needs the words of these promises, not all that they speak of
    from collections.abc import Sequence
    from datetime import date, datetime
    from pathlib import Path

    from companion.domain.backup import Backup, DiaryPreview, Why
    from companion.domain.day_card import DayCard
    from companion.domain.entry import Revision, Told
    from companion.domain.entry_list import Entry, Filter, Total
    from companion.domain.events import Event, StopReason
    from companion.domain.exchange import Arrivals
    from companion.domain.family import Baby, Caregiver
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
        """Note how far the session has come, about twice a second."""
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

    def unfinished_twin(self, session: str) -> UnfinishedSession | None:
        """The session that is still running and was played together with this one, if any."""
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


class Entries(Protocol):
    """Lists the diary, takes entries by hand, and keeps every correction so that it can be taken back."""

    def entries(self, narrowed: Filter, limit: int = -1, offset: int = 0) -> tuple[Entry, ...]:
        """The diary as a list, newest first; ``limit`` -1 means all."""
        ...

    def total(self, narrowed: Filter) -> Total:
        """What such a list adds up to."""
        ...

    def plan(self, session: str) -> SessionPlan:
        """What was planned, with the reasons for each change."""
        ...

    def told(self, session: str) -> Told:
        """What is told of a session now: change it and hand it to ``amend``."""
        ...

    def history(self, session: str) -> tuple[Revision, ...]:
        """All changes, taken back or not, oldest first."""
        ...

    def amend(self, session: str, told: Told) -> None:
        """Correct an entry; what was told before stays in its history."""
        ...

    def undo(self, session: str) -> bool:
        """Take the newest change back; False when only what was said at the beginning is left."""
        ...

    def add(
        self,
        session: str,
        plan: SessionPlan,
        started: datetime,
        ended: datetime,
        steps: Sequence[StepDone],
        occasion: Occasion,
        reflection: Reflection,
    ) -> None:
        """Write down by hand a session that was not played."""
        ...


class DayCards(Protocol):
    """Remembers the days of babies."""

    def card(self, baby: str, day: date) -> DayCard:
        """A baby's day; an empty card for one of which nothing was said."""
        ...

    def keep_card(self, card: DayCard) -> None:
        """Keep a day as it is told now."""
        ...

    def cards_between(self, baby: str, first: date, last: date) -> tuple[DayCard, ...]:
        """The days in [first, last] of which something was said, oldest first."""
        ...

    def cards_with(self, text: str) -> tuple[DayCard, ...]:
        """The days whose feeding notes have this text, whatever its case and accents, newest first."""
        ...


class Vault(Protocol):
    """Keeps the diary safe, hands it over, and forgets. Safe on any thread but for ``restore`` and the forgetting.

    Raises CompanionError, and then leaves the diary as it was.
    """

    def back_up(self, why: Why) -> Backup:
        """Make a copy of the diary and prove it; where nothing has changed, the newest one is the answer."""
        ...

    def backups(self) -> tuple[Backup, ...]:
        """The copies that are kept, oldest first."""
        ...

    def file_of(self, backup: Backup) -> Path:
        """Where a copy lies."""
        ...

    def preview(self, file: Path) -> DiaryPreview:
        """What a copy, or any diary file, would bring back."""
        ...

    def restore(self, file: Path) -> None:
        """Put what a file holds in the place of the diary."""
        ...

    def export_json(self, file: Path) -> int:
        """Write the whole diary to a file; returns how many sessions it holds."""
        ...

    def export_csv(self, folder: Path) -> tuple[Path, ...]:
        """Write the diary as tables into a folder; returns the files."""
        ...

    def arrivals(self, file: Path) -> Arrivals:
        """What an exported file would bring; nothing changes."""
        ...

    def bring_in(self, file: Path) -> Arrivals:
        """Lay an exported file into the diary."""
        ...

    def forget_baby(self, baby: str) -> None:
        """Remove a baby and all that was written of it, from the diary and from all copies."""
        ...

    def forget_everything(self) -> None:
        """Remove all that was ever written, copies and settings too; an empty diary is open afterwards."""
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
