"""Gets into the data folder: holds it, ends what was begun there, and unlocks a diary that is locked."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.app.paths import Paths
from companion.domain.errors import CompanionError
from companion.storage.erasing import PASSCODE_FILE, Places, forget_spoken, tidy
from companion.storage.form import PLAIN, Form
from companion.storage.lock import FolderLock, hold_folder

if TYPE_CHECKING:
    from companion.storage.passcode import Lock

Ask = Callable[["Lock"], bytes]
"""Asks somebody for the passcode and gives the key. Raises CompanionError when nobody has it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A data folder that this program holds, in order and unlocked. ``form`` is that of its diary."""

    held: FolderLock
    places: Places
    form: Form

    def leave(self) -> None:
        """Let go of the folder. May be called twice."""
        self.held.release()


def enter(paths: Paths, ask: Ask) -> Entry:
    """Hold the data folder; ``ask`` is called only when its diary is locked.

    Raises CompanionError: ``already-open``, ``passcode-needed``, ``passcode-file-broken``, ``diary-unwritable``,
    ``disk-full``; the folder is not held then.
    """
    held = hold_folder(paths.home)
    with ExitStack() as on_failure:
        on_failure.callback(held.release)
        places = places_of(paths)
        tidy(places)
        form = _unlocked(places, ask)
        on_failure.pop_all()
    return Entry(held, places, form)


def places_of(paths: Paths) -> Places:
    """Where a family's data lie."""
    home, backups = paths.home, paths.home / "backups"
    files = (paths.settings, home / "clips.json", home / "music.json")
    spoken, films, own = (paths.cache / "speech",), (home / "clips",), (home / "routines",)
    return Places(paths.diary, backups, spoken, files, films, own)


def nobody_to_ask(_lock: "Lock") -> bytes:
    """For those who cannot ask: a locked diary stays locked."""
    raise CompanionError("passcode-needed")


def ask_terminal(messages: Mapping[str, str]) -> Ask:
    """Asks whoever sits at the terminal, three times."""

    def ask(lock: "Lock") -> bytes:
        from companion.app.unlocking import ask_on_terminal  # noqa: PLC0415 - only where there is a passcode

        return ask_on_terminal(messages, lock)

    return ask


def _unlocked(places: Places, ask: Ask) -> Form:
    homes = (places.diary.parent, places.backups)
    if not any((home / PASSCODE_FILE).exists() for home in homes):
        return PLAIN
    from companion.storage.passcode import read_lock  # noqa: PLC0415 - only where there is a passcode
    from companion.storage.passcodes import settle_diary  # noqa: PLC0415

    lock = read_lock(homes)
    if lock is None:
        return PLAIN
    key = ask(lock) if lock.opened is None else lock.opened
    settle_diary(places, lock, key)
    forget_spoken(places)  # of a program that was killed
    return Form(key=key) if lock.opened is None else PLAIN
