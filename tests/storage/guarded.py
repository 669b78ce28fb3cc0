"""A home with a passcode that costs little to guess."""

from dataclasses import dataclass
from pathlib import Path

from companion.domain.errors import CompanionError
from companion.storage.erasing import Places, tidy
from companion.storage.form import PLAIN, Form
from companion.storage.opening import open_diary
from companion.storage.passcode import Cost, Lock, Slot, read_lock, unwrapped
from companion.storage.passcodes import SqlitePasscodes, homes_of, settle_diary
from tests.storage.home import Home, bytes_everywhere
from tests.storage.samples import TODAY

CHEAP = Cost(1, 8192)
MOON, SUN = "moon and stars", "sun and clouds"
NOTE = "Mila laughed aloud"


@dataclass
class GuardedHome(Home):
    """A home as a start finds it, when whoever starts knows one of two passcodes."""

    def open(self) -> None:
        form = unlocked(self.places)
        self.opened = open_diary(self.places.diary, TODAY, form, self.places.backups)
        self.attach()
        self.passcodes = SqlitePasscodes(self.database, self.places, CHEAP)

    def lock(self, passcode: str = MOON) -> str:
        """Set a passcode, copies and all; returns the recovery code."""
        chosen = self.passcodes.choose(passcode)
        self.passcodes.finish(self.passcodes.lock_up(chosen))
        assert self.passcodes.settle() == 0
        return chosen.code

    def unlock(self, passcode: str = MOON) -> None:
        """Take the passcode away, copies and all."""
        self.passcodes.finish(self.passcodes.take_away(passcode))
        assert self.passcodes.settle() == 0


def unlocked(places: Places) -> Form:
    """What a start does before it opens the diary."""
    tidy(places)
    lock = read_lock(homes_of(places))
    if lock is None:
        return PLAIN
    key = key_of(lock)
    settle_diary(places, lock, key)
    return Form(key=key) if lock.opened is None else PLAIN


def key_of(lock: Lock) -> bytes:
    """The key, by whichever of the two passcodes is the right one."""
    if lock.opened is not None:
        return lock.opened
    try:
        return unwrapped(lock, Slot.PASSCODE, MOON)
    except CompanionError:
        return unwrapped(lock, Slot.PASSCODE, SUN)


def guarded(folder: Path) -> GuardedHome:
    """A home in this folder, and the folder if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    return GuardedHome(folder)


def is_readable(home: GuardedHome) -> bool:
    everything = bytes_everywhere(home.folder)
    return any(word.encode() in everything for word in (NOTE, "Mila", "hip-to-ankle-glide", "first-massage"))


def restart(home: GuardedHome) -> GuardedHome:
    home.close()
    home.open()
    return home


def lock_of(home: GuardedHome) -> Lock:
    lock = read_lock(homes_of(home.places))
    assert lock
    return lock
