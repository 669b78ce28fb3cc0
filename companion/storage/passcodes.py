"""Knows how a passcode is set, changed and taken away, so that a power cut at any time leaves a diary that opens."""

from contextlib import closing, suppress
from pathlib import Path

from companion.domain.errors import CompanionError
from companion.services.passcodes import NewCode, NewPasscode, Ready
from companion.storage.backups import backups_in, state_of
from companion.storage.connection import is_plain
from companion.storage.database import Database
from companion.storage.erasing import Places
from companion.storage.faults import DiaryDamaged, sql_errors, world_told
from companion.storage.form import Form
from companion.storage.passcode import (
    STRONG,
    Cost,
    Lock,
    Slot,
    keep_lock,
    new_code,
    new_key,
    read_lock,
    remove_lock,
    unwrapped,
    wrapped,
    write_lock,
)
from companion.storage.relocking import relock, relocked_beside
from companion.storage.sealed import is_sealed, relock_file


class SqlitePasscodes:
    """The Passcodes port on a diary file. Safe on any thread but for ``finish``, which belongs to the thread of the
    open diary."""

    def __init__(self, database: Database, places: Places, cost: Cost = STRONG) -> None:
        self._database = database
        self._places = places
        self._cost = cost

    def is_set(self) -> bool:
        """Whether the diary that is open is locked."""
        return self._database.form.key is not None

    def choose(self, passcode: str) -> NewPasscode:
        """Make a key, and wrap it by this passcode and by a new recovery code; nothing is written."""
        key, code = new_key(), new_code()
        lock = wrapped(Lock(), Slot.PASSCODE, passcode, key, self._cost)
        return NewPasscode(code, wrapped(lock, Slot.RECOVERY, code, key, self._cost), key)

    def lock_up(self, chosen: NewPasscode) -> Ready:
        """Make the locked diary, beside the one that is open."""
        return self._ready(_ours(chosen.lock), chosen.key)

    def take_away(self, passcode: str) -> Ready:
        """Make the diary without a lock, beside the one that is open. Raises CompanionError ``passcode-wrong``."""
        return self._ready(Lock(opened=self._key(passcode)), None)

    def finish(self, ready: Ready) -> None:
        """Let the diary that was made take the place of the open one. Raises CompanionError; the diary that was open
        then stands, and the passcode is as it was."""
        database, before = self._database, self._lock_before()
        with world_told(database.path):
            if self._state() != ready.state:
                ready.part.unlink(missing_ok=True)
                ready = self._ready(_ours(ready.lock), ready.key)
            try:
                write_lock(_ours(ready.lock), self._homes)
                database.replace_by(ready.part, Form(database.form.migrations, ready.key))
            except CompanionError:
                if database.form.key != ready.key:
                    with suppress(CompanionError):  # then the next start ends what was begun
                        write_lock(before, self._homes) if before else remove_lock(self._homes)
                raise
            finally:
                ready.part.unlink(missing_ok=True)

    def open_files(self) -> tuple[Path, ...]:
        """Copies, and damaged diaries that were put aside, that anyone can read. Raises CompanionError."""
        return open_files(self._places)

    def change(self, passcode: str, new: str) -> None:
        """From now on another passcode unlocks. Raises CompanionError ``passcode-wrong``: then the old one does."""
        key = self._key(passcode)
        write_lock(wrapped(self._lock(), Slot.PASSCODE, new, key, self._cost), self._homes)

    def new_code(self, passcode: str) -> NewCode:
        """Another recovery code, which counts from ``keep_code`` on. Raises CompanionError ``passcode-wrong``."""
        key, code = self._key(passcode), new_code()
        return NewCode(code, wrapped(self._lock(), Slot.RECOVERY, code, key, self._cost))

    def keep_code(self, made: NewCode) -> None:
        """The recovery code that was made counts, the one before does not. Raises CompanionError."""
        write_lock(_ours(made.lock), self._homes)

    def settle(self) -> int:
        """Bring the copies under the lock of the diary; returns how many could not be. Raises CompanionError."""
        lock = read_lock(self._homes)
        return 0 if lock is None else settle_copies(self._places, lock, self._database.form.key)

    def _ready(self, lock: Lock, key: bytes | None) -> Ready:
        path, form = self._database.path, self._database.form
        with world_told(path):
            state = self._state()
            return Ready(relocked_beside(path, form, key), state, lock, key)

    def _state(self) -> object:
        """Asked before the copying: what is written meanwhile shows as another state."""
        with closing(self._database.form.connect(self._database.path)) as connection:
            return state_of(connection)

    def _key(self, passcode: str) -> bytes:
        return unwrapped(self._lock(), Slot.PASSCODE, passcode)

    def _lock(self) -> Lock:
        lock = self._lock_before()
        if lock is None:
            raise CompanionError("passcode-file-broken", file=str(self._homes[0]))
        return lock

    def _lock_before(self) -> Lock | None:
        return read_lock(self._homes)

    @property
    def _homes(self) -> tuple[Path, ...]:
        return homes_of(self._places)


def _ours(lock: object) -> Lock:
    assert isinstance(lock, Lock)
    return lock


def homes_of(places: Places) -> tuple[Path, ...]:
    """The folders that keep the lock: that of the diary, and that of its copies, which may be carried away."""
    return (places.diary.parent, places.backups)


def settle_diary(places: Places, lock: Lock, key: bytes) -> None:
    """Before the diary is opened: end a setting or taking away that was cut off. A damaged diary is left to be put
    aside. Raises CompanionError."""
    diary, wanted = places.diary.resolve(), key if lock.opened is None else None
    with world_told(diary), suppress(DiaryDamaged):
        if diary.is_file() and diary.stat().st_size and is_plain(diary) != (wanted is None):
            with world_told(diary):
                relock(diary, key if wanted is None else None, wanted)


def settle_copies(places: Places, lock: Lock, wanted: bytes | None) -> int:
    """Bring each copy and film under the lock that the diary has; returns how many could not be.

    When the passcode was taken away and nothing is locked any more, the lock goes too. Raises CompanionError.
    """
    left = _settle_films(places, lock, wanted)
    for file in copies_in(places):
        try:
            if is_plain(file) != (wanted is None):
                relock(file, lock.opened if wanted is None else None, wanted)
        except (*sql_errors(), OSError, CompanionError):
            left += 1
    if wanted is None:
        if left == 0:
            remove_lock(homes_of(places))
    else:
        keep_lock(lock, homes_of(places))
    return left


def _settle_films(places: Places, lock: Lock, wanted: bytes | None) -> int:
    """As ``settle_copies``, for films, their pictures and the list of them."""
    left = 0
    for file in films_in(places):
        try:
            if is_sealed(file) != (wanted is not None):
                relock_file(file, lock.opened if wanted is None else None, wanted)
        except (OSError, CompanionError):
            left += 1
    return left


def films_in(places: Places) -> tuple[Path, ...]:
    """All films that were taken in, their pictures, and the list of them."""
    with world_told(places.diary):
        folders = [folder for folder in places.films if folder.is_dir()]
        lists = [folder.with_suffix(".json") for folder in places.films]
        films = [file for folder in folders for file in folder.iterdir() if not file.name.startswith(".")]
        return (*films, *(file for file in lists if file.is_file()))


def copies_in(places: Places) -> tuple[Path, ...]:
    """All copies of the diary: the safe ones, and those that were kept before its tables changed."""
    with world_told(places.backups):
        kept = [places.backups / backup.name for backup in backups_in(places.backups)]
        diary = places.diary
        return (*kept, *diary.parent.glob(f"{diary.stem}.before-v*{diary.suffix}"))


def open_files(places: Places) -> tuple[Path, ...]:
    """Copies, damaged diaries that were put aside, and films that anyone can read. Raises CompanionError."""
    diary = places.diary
    with world_told(diary):
        aside = diary.parent.glob(f"{diary.stem}.damaged-*{diary.suffix}")
        copies = tuple(file for file in (*copies_in(places), *aside) if is_plain(file))
        return (*copies, *(file for file in films_in(places) if not is_sealed(file)))
