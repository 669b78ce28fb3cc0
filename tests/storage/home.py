"""A whole home for data: diary, copies, settings and speech, with a family and sessions in it."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from companion.domain.day_card import DayCard, Doing
from companion.domain.occasion import Occasion
from companion.domain.session import BabyState, Position, Reflection, SessionStatus
from companion.domain.settings import Settings
from companion.storage.database import Database
from companion.storage.day_cards import SqliteDayCards
from companion.storage.entries import SqliteEntries
from companion.storage.erasing import Places
from companion.storage.families import SqliteFamilies
from companion.storage.journal import SqliteJournal
from companion.storage.opening import open_diary
from companion.storage.sessions import SqliteDiary
from companion.storage.settings_file import SettingsFile
from companion.storage.vault import SqliteVault
from tests.storage.family import ANA, BEN, DOSED, FINE_DAY, LEGS, MILA, NEW
from tests.storage.samples import DONE, EVENING, EVENTS, PLAN, TODAY, StillClock


@dataclass
class Home:
    """One computer's data folder, open."""

    folder: Path
    clock: StillClock = field(default_factory=StillClock)

    def __post_init__(self) -> None:
        self.places = places_in(self.folder)
        self.open()

    def open(self) -> None:
        """Start: what a start does with the diary."""
        self.opened = open_diary(self.places.diary, TODAY, backups=self.places.backups)
        self.attach()

    def attach(self) -> None:
        """Build all that works on the diary that is open."""
        self.database: Database = self.opened.database
        self.vault = SqliteVault(self.database, self.places, self.clock)
        self.journal = SqliteJournal(self.database)
        self.diary = SqliteDiary(self.database, self.clock)
        self.entries = SqliteEntries(self.database, self.clock)
        self.families = SqliteFamilies(self.database, self.clock)
        self.cards = SqliteDayCards(self.database, self.clock)

    def close(self) -> None:
        self.database.close()

    def later(self, **time: float) -> "Home":
        self.clock.time += timedelta(**time)
        return self

    def with_family(self) -> "Home":
        for baby in (MILA, NEW):
            self.families.keep_baby(baby)
        for caregiver in (ANA, BEN):
            self.families.keep_caregiver(caregiver)
        self.families.note_unlock(MILA.id, LEGS)
        self.families.note_unlock(MILA.id, DOSED)
        return self

    def play(self, name: str, days: int = 0, occasion: Occasion = FINE_DAY, note: str = "") -> "Home":
        """A session that was played and told of."""
        began = EVENING + timedelta(days=days)
        over = began + timedelta(seconds=75)
        self.journal.begin(name, replace(PLAN, routine="face") if days % 2 else PLAN, began, occasion)
        self.journal.append(name, EVENTS, Position(1, 4.5), over)
        self.journal.end(name, SessionStatus.FINISHED, None, DONE, 75.0, over)
        self.diary.reflect(name, Reflection(BabyState.CRYING, BabyState.DROWSY, note or name, comfort=3))
        return self

    def day(self, baby: str = MILA.id, feeding: str = "well", day: date = TODAY) -> "Home":
        self.cards.keep_card(replace(DayCard(baby, day).drawn(0, 20, Doing.SLEEP), feeding=feeding, wakes=2))
        return self

    def set_up(self) -> "Home":
        """What else lies in a home: settings and speech."""
        SettingsFile(self.folder / "settings.json", self.clock).save(Settings(baby=MILA.id))
        speech = self.folder / "cache" / "speech"
        speech.mkdir(parents=True)
        (speech / "0a1b.ogg").write_bytes(b"Hello Mila")
        return self


def places_in(home: Path) -> Places:
    """Where everything lies in a home."""
    return Places(
        home / "diary.sqlite3", home / "backups", (home / "cache" / "speech",), (home / "settings.json",)
    )


def bytes_everywhere(folder: Path) -> bytes:
    """Every byte of every file in a folder, for asking what is still in it."""
    return b"\n".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())
