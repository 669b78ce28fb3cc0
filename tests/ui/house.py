"""Builds the real window on the real content, with fakes for what lies outside: a house to walk through."""

import shutil
import tempfile
import weakref
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache, lru_cache
from itertools import count
from pathlib import Path

from companion.app.offer_clinic import clinic_context
from companion.app.offer_home import keep_file
from companion.app.offer_papers import PrintedPapers
from companion.app.own_shelf import Listed, OwnShelf
from companion.app.paths import Paths
from companion.content.library import Library, load_library
from companion.content.safety import load_safety, load_safety_words
from companion.content.sources import load_citations
from companion.domain.baby import Answer, BabyProfile, born_on
from companion.domain.clock import Clock
from companion.domain.errors import CompanionError
from companion.domain.family import Baby
from companion.domain.plan import compile_plan
from companion.domain.safety import Safety
from companion.domain.safety_words import SafetyWords
from companion.domain.session import UnfinishedSession
from companion.domain.settings import Settings
from companion.services import diary as diary_service
from companion.services.passcodes import Passcodes
from companion.services.playback import Playback, Ports, open_playback
from companion.services.starting import Shelf, Starting
from companion.storage.day_cards import SqliteDayCards
from companion.storage.entries import SqliteEntries
from companion.storage.erasing import Places
from companion.storage.opening import open_diary
from companion.storage.vault import SqliteVault
from companion.ui.background import Background
from companion.ui.check.context import StartContext
from companion.ui.clinic.context import ClinicContext
from companion.ui.context import Assets, UiContext
from companion.ui.keeping.context import KeepingContext
from companion.ui.settings.context import HomeContext
from tests.fakes import (
    MORNING,
    ManualClock,
    MemoryFamilies,
    MemoryJournal,
    MemorySettings,
    RecordingChimes,
    RecordingVoice,
    RecordingWakefulness,
)
from tests.ui.films import Films

ROOT = Path(__file__).resolve().parents[2]


@lru_cache(maxsize=1)
def library() -> Library:
    """The shipped content, read once."""
    return load_library(ROOT / "data", "en")


def assets() -> Assets:
    """The shipped themes and typeface."""
    return Assets(ROOT / "data" / "themes", ROOT / "media" / "fonts")


@lru_cache(maxsize=1)
def safety() -> Safety:
    """The shipped rules, read once."""
    return load_safety(ROOT / "data")


@lru_cache(maxsize=1)
def safety_words() -> SafetyWords:
    """The shipped words for safety, read once."""
    return load_safety_words(ROOT / "data", "en")


def a_baby(name: str = "Mila", weeks: float = 12, **known: object) -> Baby:
    """A well baby, so many weeks old when the clock begins, of whom all is known unless told otherwise."""
    born = (MORNING - timedelta(weeks=weeks)).date()
    profile = BabyProfile(
        id=f"baby-{name.lower()}",
        nickname=name,
        birth=born_on(born),
        weeks_early=0,
        navel_healed=Answer.YES,
        conditions=(),
    )
    return Baby(replace(profile, **known))  # pyright: ignore[reportArgumentType]


def family_of(*babies: Baby) -> MemoryFamilies:
    """A family with these babies and nobody else."""
    families = MemoryFamilies()
    for baby in babies:
        families.keep_baby(baby)
        for unlock in baby.profile.unlocks:
            families.note_unlock(baby.id, unlock)
    return families


@dataclass
class House:
    """Everything round the window. ``clock`` may be any clock; tests move a ManualClock.

    What is played lies in memory; the list of entries, the day cards and the vault are real, on an empty diary of
    their own. A test that needs both in one file builds the whole program (``tests.ui.real_house``).
    """

    clock: Clock = field(default_factory=ManualClock)
    journal: MemoryJournal = field(default_factory=MemoryJournal)
    settings: MemorySettings = field(default_factory=lambda: MemorySettings(Settings(lead_in=6.0)))
    voice: RecordingVoice = field(default_factory=RecordingVoice)
    chimes: RecordingChimes = field(default_factory=RecordingChimes)
    wakefulness: RecordingWakefulness = field(default_factory=RecordingWakefulness)
    notices: list[CompanionError] = field(default_factory=list[CompanionError])
    families: MemoryFamilies = field(default_factory=lambda: family_of(a_baby()))
    home: HomeContext = field(default_factory=lambda: HomeContext(lambda: ("en",), keep_file, lambda: False))
    films: Films = field(default_factory=Films)
    opened_folders: int = 0
    shown: list[Path] = field(default_factory=list[Path])

    def __post_init__(self) -> None:
        self.clinic: ClinicContext = clinic_context(ROOT / "data", "en", self.wakefulness)
        self._ids = (f"session-{number}" for number in count(1))
        folder = Path(tempfile.mkdtemp(prefix="house-"))
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self.own = OwnShelf(folder / "routines", library())

    def context(self) -> UiContext:
        """What the window is given."""
        shelf = self.own.library
        home = Path(tempfile.mkdtemp(prefix="house-"))
        weakref.finalize(self, shutil.rmtree, home, ignore_errors=True)
        kept = open_diary(home / "diary.sqlite3", self.clock.wall().date()).database
        background = Background()
        return UiContext(
            words=shelf.words,
            routines=Listed(shelf.routines),
            strokes=shelf.strokes,
            clock=self.clock,
            diary=self.journal,
            settings=self.settings,
            voice=self.voice,
            chimes=self.chimes,
            assets=assets(),
            unfinished=lambda: diary_service.find_unfinished(self.journal, self.journal),
            carry_on=self.carry_on,
            keep_interrupted=lambda left: self.starting().keep_interrupted(left),
            open_data_folder=self._open_folder,
            notices=self._take_notices,
            families=self.families,
            entries=SqliteEntries(kept, self.clock),
            day_cards=SqliteDayCards(kept, self.clock),
            vault=SqliteVault(kept, Places(kept.path, home / "backups"), self.clock),
            safety=safety,
            safety_words=safety_words,
            new_id=lambda: next(self._ids),
            background=background,
            events=self.journal.events,
            home=self.home,
            keeping=KeepingContext(no_passcodes),
            clinic=self.clinic,
            own_routines=self.own,
            clips=cache(lambda: self.films.context(shelf.words, background)),
            start=StartContext(cache(self.starting), cache(lambda: load_citations(ROOT / "data"))),
            papers=lambda: PrintedPapers(
                shelf, Paths(ROOT / "data", ROOT / "media", home, home), self.clock, self._show
            ),
        )

    def start_session(self, routine: str) -> Playback:
        """A new session, not yet begun."""
        shelf = self.own.library
        plan = compile_plan(shelf.routines[routine], shelf.strokes)
        opened = diary_service.new_session(plan, shelf.words, self.settings.load(), lambda: next(self._ids))
        return open_playback(opened, self._ports(), shelf.words, self.settings.load())

    def carry_on(self, left: UnfinishedSession) -> Playback:
        """A cut-off session, not yet begun."""
        return self.starting().carry_on(left)

    def starting(self) -> Starting:
        """The way into play, on this house's family and journal."""
        shelf = self.own.library
        return Starting(
            lambda: Shelf(shelf.routines, shelf.strokes, safety(), shelf.words),
            self.families,
            self.journal,
            self.settings,
            self.clock,
            lambda: next(self._ids),
            self._ports(),
        )

    def _ports(self) -> Ports:
        return Ports(self.journal, self.voice, self.chimes, self.wakefulness, self.clock)

    def _show(self, file: Path) -> bool:
        self.shown.append(file)
        return True

    def _open_folder(self) -> None:
        self.opened_folders += 1

    def _take_notices(self) -> Sequence[CompanionError]:
        taken, self.notices = tuple(self.notices), []
        return taken


def no_passcodes() -> Passcodes:
    """A machine that cannot lock a diary."""
    raise CompanionError("passcode-unavailable")
