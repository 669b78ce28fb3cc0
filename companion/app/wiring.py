"""Builds everything once and hands it over; the only place where all the parts meet."""

import uuid
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from companion.app.entering import Ask, Entry, enter, nobody_to_ask
from companion.app.late_sound import LateChimes, LateSound, LateVoice, build_sound, silence
from companion.app.own_shelf import OwnShelf
from companion.app.paths import Paths
from companion.app.wakefulness import NoWakefulness, WakepyWakefulness
from companion.content.library import Library, load_library
from companion.domain.clock import Clock
from companion.domain.errors import CompanionError
from companion.domain.plan import compile_plan
from companion.domain.session import UnfinishedSession
from companion.domain.settings import Settings
from companion.services import diary as diary_service
from companion.services.playback import OpenSession, Playback, Ports, open_playback
from companion.services.ports import (
    DayCards,
    Diary,
    Entries,
    Families,
    Journal,
    SettingsStore,
    Vault,
)
from companion.storage.database import Database, open_beside
from companion.storage.day_cards import SqliteDayCards
from companion.storage.entries import SqliteEntries
from companion.storage.erasing import PASSCODE_FILE, Places, forget_spoken
from companion.storage.families import SqliteFamilies
from companion.storage.journal import SqliteJournal
from companion.storage.opening import OpenedDiary, open_diary
from companion.storage.sessions import SqliteDiary
from companion.storage.settings_file import SettingsFile
from companion.storage.vault import SqliteVault

if TYPE_CHECKING:
    from companion.domain.safety import Safety
    from companion.domain.safety_words import SafetyWords
    from companion.services.passcodes import Passcodes


class Notices:
    """What went wrong and is worth a sentence; written from any thread, read by the screens."""

    def __init__(self) -> None:
        self._errors: list[CompanionError] = []
        self._listener: Callable[[], None] = _nothing

    def listen(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` on the thread of each notice that comes from now on."""
        self._listener = listener

    def add(self, error: CompanionError) -> None:
        """Keep a notice until it is taken."""
        self._errors.append(error)
        self._listener()

    def take(self) -> Sequence[CompanionError]:
        """All notices since the last call, oldest first."""
        taken, self._errors = self._errors, []
        return tuple(taken)


@dataclass(frozen=True, slots=True)
class App:
    """The built program: what the front ends (window and rehearsal) play on."""

    paths: Paths
    library: Library
    diary: Diary
    settings: SettingsStore
    ports: Ports
    notices: Notices
    sound: LateSound
    closers: tuple[Callable[[], None], ...]
    families: Families
    entries: Entries
    day_cards: DayCards
    vault: Vault
    safety: "Callable[[], Safety]"
    safety_words: "Callable[[], SafetyWords]"
    passcodes: "Callable[[], Passcodes]"
    beside: Callable[[], Database]
    key: Callable[[], bytes | None]
    own_routines: OwnShelf

    def start_session(self, routine: str) -> Playback:
        """A new session of a routine, not yet begun. Raises CompanionError "unknown-routine", "routine-locked"."""
        known = self.library.routines
        if routine not in known:
            told = ", ".join(name for name, one in known.items() if not one.locked)
            raise CompanionError("unknown-routine", name=routine, known=told)
        plan = compile_plan(known[routine], self.library.strokes)
        settings = self.settings.load()
        opened = diary_service.new_session(plan, self.library.words, settings, new_id)
        return self._open(opened, settings)

    def carry_on(self, left: UnfinishedSession) -> Playback:
        """A session that was cut off, at the place it had reached, not yet begun."""
        settings = self.settings.load()
        return self._open(diary_service.carry_on(left, self.library.words, settings), settings)

    def unfinished(self) -> UnfinishedSession | None:
        """The newest session that was cut off, if any."""
        return diary_service.find_unfinished(self.diary, self.ports.journal)

    def keep_interrupted(self, left: UnfinishedSession) -> None:
        """Close a session that was cut off with what was done."""
        diary_service.keep_as_interrupted(left, self.ports.journal)

    def settle_copies(self) -> int:
        """Bring copies under the lock that the diary has, or out of it; returns how many could not be."""
        homes = (self.paths.home, self.paths.home / "backups")
        return self.passcodes().settle() if any((home / PASSCODE_FILE).exists() for home in homes) else 0

    def close(self) -> None:
        """Let go of files, threads and devices; the last thing that is called."""
        for close in self.closers:
            close()

    def _open(self, opened: OpenSession, settings: Settings) -> Playback:
        return open_playback(opened, self.ports, self.library.words, settings)


def new_id() -> str:
    """A UUID."""
    return str(uuid.uuid4())


def build(
    paths: Paths,
    clock: Clock,
    *,
    audible: bool = True,
    awake: bool = True,
    entry: Entry | None = None,
    ask: Ask = nobody_to_ask,
) -> App:
    """Build the program. ``audible`` false leaves out all sound, ``awake`` false lets the screen sleep; a folder that
    the caller has entered stays the caller's to leave, and ``ask`` asks for the passcode of another that is locked.

    Raises CompanionError when content, diary or folders cannot be used, are in use (``already-open``) or locked
    (``passcode-needed``); nothing is left half open.
    """
    if entry is not None:
        return _built(paths, clock, entry, _nothing, audible=audible, awake=awake)
    own = enter(paths, ask)
    with ExitStack() as on_failure:
        on_failure.callback(own.leave)
        app = _built(paths, clock, own, own.leave, audible=audible, awake=awake)
        on_failure.pop_all()
    return app


def _built(
    paths: Paths, clock: Clock, entry: Entry, leave: Callable[[], None], *, audible: bool, awake: bool
) -> App:
    notices = Notices()
    settings = SettingsFile(paths.settings, clock)
    chosen = settings.load()
    own, places = _own_routines(paths, chosen.language, notices), entry.places
    opened = open_diary(paths.diary, clock.wall().date(), entry.form, places.backups)
    _tell_quarantine(opened, notices)
    journal: Journal = SqliteJournal(opened.database)
    sound = LateSound(
        (lambda: build_sound(paths.media, paths.cache, chosen, notices.add)) if audible else silence
    )
    wakefulness = WakepyWakefulness() if awake else NoWakefulness()
    return App(
        paths,
        own.library,
        SqliteDiary(opened.database, clock),
        settings,
        Ports(journal, LateVoice(sound), LateChimes(sound), wakefulness, clock),
        notices,
        sound,
        (
            wakefulness.release,
            sound.close,
            opened.database.close,
            partial(_hush, opened.database, places),
            leave,
        ),
        SqliteFamilies(opened.database, clock),
        SqliteEntries(opened.database, clock),
        SqliteDayCards(opened.database, clock),
        SqliteVault(opened.database, places, clock),
        cache(partial(_safety, paths)),
        cache(partial(_safety_words, paths, chosen.language)),
        cache(partial(_passcodes, opened.database, places)),
        partial(_beside, opened.database),
        partial(_key, opened.database),
        own,
    )


def _own_routines(paths: Paths, language: str, notices: Notices) -> OwnShelf:
    """The shipped content with the routines that somebody has put together laid over it."""
    kept = paths.cache / "content"
    own = OwnShelf(paths.routines, load_library(paths.data, language, kept))
    for left_out in own.load(kept / "own-routines.json"):
        notices.add(left_out)
    return own


def _hush(database: Database, places: Places) -> None:
    """Where there is a passcode, no words that were spoken lie about when the program is closed."""
    if database.form.key is not None:
        forget_spoken(places)


def _beside(database: Database) -> Database:
    """Another connection to the diary, for another thread."""
    return open_beside(database.path, database.form)


def _key(database: Database) -> bytes | None:
    """What the diary is locked with now: films are locked with it too."""
    return database.form.key


def _passcodes(database: Database, places: Places) -> "Passcodes":
    try:
        from companion.storage.passcodes import SqlitePasscodes  # noqa: PLC0415 - only for those who want a passcode
    except ImportError as error:  # no build of SQLCipher for this machine
        raise CompanionError("passcode-unavailable") from error
    return SqlitePasscodes(database, places)


def _safety(paths: Paths) -> "Safety":
    from companion.content.safety import load_safety  # noqa: PLC0415 - a start needs no rules

    return load_safety(paths.data)


def _safety_words(paths: Paths, language: str) -> "SafetyWords":
    from companion.content.safety import load_safety_words  # noqa: PLC0415

    return load_safety_words(paths.data, language)


def _tell_quarantine(opened: OpenedDiary, notices: Notices) -> None:
    notice = opened.notice
    if notice is None:
        return
    kept, restored = str(notice.kept_as), notice.restored
    if restored is None:
        notices.add(CompanionError("diary-quarantined", kept=kept, date=notice.found.isoformat()))
    elif notice.kept_as is None:
        notices.add(CompanionError("diary-restored", date=restored.date().isoformat()))
    else:
        notices.add(CompanionError("diary-corrupt", kept=kept, date=restored.date().isoformat()))


def _nothing() -> None:
    pass
