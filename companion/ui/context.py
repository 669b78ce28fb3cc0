"""What the screens are given by the composition root: lookups, stores and calls, and nothing that they build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # a window holds all this; it need not know what each of it is
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from companion.domain.clock import Clock
    from companion.domain.errors import CompanionError
    from companion.domain.events import Cue, Event, PauseReason, StopReason
    from companion.domain.plan import SessionPlan
    from companion.domain.player import PlayerState
    from companion.domain.routine import Routine
    from companion.domain.safety import Safety
    from companion.domain.safety_words import SafetyWords
    from companion.domain.session import UnfinishedSession
    from companion.domain.settings import Advance
    from companion.domain.stroke import Stroke
    from companion.domain.timeline import Timeline
    from companion.domain.words import Words
    from companion.services.own_routines import OwnRoutines
    from companion.services.ports import (
        Chimes,
        DayCards,
        Diary,
        Entries,
        Families,
        SettingsStore,
        Vault,
        Voice,
    )
    from companion.ui.background import Background
    from companion.ui.check.context import StartContext
    from companion.ui.clinic.context import ClinicContext
    from companion.ui.clips.context import ClipContext
    from companion.ui.keeping.context import KeepingContext
    from companion.ui.papers.wishes import Papers
    from companion.ui.settings.context import HomeContext


class Playing(Protocol):
    """A session being played, as the screens need it; ``companion.services.playback.Playback`` is one.

    Each command has its events safe in the journal when it returns them. Commands may raise CompanionError
    when the journal cannot be written.
    """

    @property
    def session(self) -> str:
        """Id of the session in the diary."""
        ...

    @property
    def plan(self) -> SessionPlan:
        """What is played."""
        ...

    @property
    def timeline(self) -> Timeline:
        """When it is played."""
        ...

    @property
    def whose(self) -> tuple[str, ...]:
        """The name of the baby of each step, where two are massaged together; otherwise empty."""
        ...

    @property
    def parts(self) -> tuple[tuple[str, SessionPlan], ...]:
        """The session of each baby that is played here, with its own plan."""
        ...

    @property
    def caption(self) -> str:
        """The words that are being spoken, or would be with the voice on; "" in silence."""
        ...

    def state(self) -> PlayerState:
        """Where it stands."""
        ...

    def begin(self) -> list[Event]: ...
    def tick(self) -> list[Event]: ...
    def pause(self, reason: PauseReason = ...) -> list[Event]: ...
    def resume(self) -> list[Event]: ...
    def toggle(self) -> list[Event]: ...
    def next(self) -> list[Event]: ...
    def back(self) -> list[Event]: ...
    def repeat(self) -> list[Event]: ...
    def jump(self, moment: int) -> list[Event]: ...
    def add_time(self, seconds: float = ...) -> list[Event]: ...
    def rest(self) -> list[Event]: ...
    def baby_says_no(self) -> list[Event]: ...
    def carry_on(self, moment: int | None = None) -> list[Event]: ...
    def yes(self) -> list[Event]: ...
    def note(self, cue: Cue) -> list[Event]: ...
    def see(self, cue: str) -> list[Event]: ...
    def set_pace(self, pace: float) -> list[Event]: ...
    def set_advance(self, advance: Advance) -> list[Event]: ...
    def set_voice_on(self, on: bool) -> None: ...
    def say(self, line: str, text: str) -> None: ...
    def stop(self, reason: StopReason) -> list[Event]: ...


@dataclass(frozen=True, slots=True)
class Assets:
    """Folders of shipped files: ``themes`` has day.toml, night.toml and figure.toml, ``fonts`` the typeface."""

    themes: Path
    fonts: Path


@dataclass(frozen=True, slots=True)
class UiContext:
    """Everything the screens may use. ``routines`` are in the order in which they are shown.

    ``start`` leads to a session by way of today's check. ``carry_on`` returns one that was cut off and has not begun:
    the player screen begins it at the place where it stopped. ``unfinished`` finds it, ``keep_interrupted`` closes it.
    ``notices`` are what went wrong at start-up and is worth a sentence. ``safety`` and ``safety_words`` are read when
    first asked for; ``new_id`` gives a UUID; ``background`` does slow work off the window's thread.
    ``events`` are those of a session, in order; ``papers`` makes handouts and reports; ``home`` is what the family and
    the settings need of the machine.
    """

    words: Words
    routines: Sequence[Routine]
    strokes: Mapping[str, Stroke]
    clock: Clock
    diary: Diary
    settings: SettingsStore
    voice: Voice
    chimes: Chimes
    assets: Assets
    unfinished: Callable[[], UnfinishedSession | None]
    carry_on: Callable[[UnfinishedSession], Playing]
    keep_interrupted: Callable[[UnfinishedSession], None]
    open_data_folder: Callable[[], None]
    notices: Callable[[], Sequence[CompanionError]]
    families: Families
    entries: Entries
    day_cards: DayCards
    vault: Vault
    safety: Callable[[], Safety]
    safety_words: Callable[[], SafetyWords]
    new_id: Callable[[], str]
    background: Background
    events: Callable[[str], Sequence[Event]]
    papers: Callable[[], Papers]
    start: StartContext
    home: HomeContext
    keeping: KeepingContext
    clinic: ClinicContext
    own_routines: OwnRoutines
    clips: Callable[[], ClipContext]
