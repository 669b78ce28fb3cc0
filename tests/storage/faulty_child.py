"""Lives through one evening on a disk that fails at its Nth call, for each N: ``faulty_child.py FOLDER FIRST STEP``.

Run with faulty_disk.c preloaded. After each evening the disk works again, and nothing that was said to be safe is
lost. Prints how many evenings there were; any traceback is a finding.
"""

import ctypes
import errno
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from companion.domain.backup import Why
from companion.domain.errors import CompanionError
from companion.domain.events import Event, RepetitionDone
from companion.domain.session import Position
from companion.domain.settings import Settings
from companion.services import keeping
from companion.storage.backups import newest_sound
from companion.storage.erasing import tidy
from companion.storage.importing import read_file
from companion.storage.settings_file import SettingsFile
from tests.storage.family import FINE_DAY, MILA
from tests.storage.home import Home, bytes_everywhere, places_in
from tests.storage.samples import EVENING, PLAN

T = TypeVar("T")

DISK = ctypes.CDLL(None)
OLD, NEW = Settings(lead_in=3.0), Settings(lead_in=9.0)
TOLD = {
    *("disk-full", "diary-unwritable", "diary-busy", "diary-damaged", "backup-failed", "diary-copy-failed"),
    *("export-failed", "settings-unwritable"),
}
NOTHING = 0
TELLINGS: list[str] = []


class Evening:
    """What is done on one evening, and what of it was said to be safe."""

    def __init__(self, folder: Path, given: Path) -> None:
        self.folder = folder
        self.given = given
        self.safe: list[Event] = []
        self.came = False
        self.forgotten = False

    def live(self) -> None:
        """Each thing either works or is told in a sentence; the next thing is tried in any case."""
        home = tried(partial(Home, self.folder))
        if home is None:
            return
        tried(partial(SettingsFile(self.folder / "settings.json", home.clock).save, NEW))
        if tried(partial(self.begin, home)):
            for number in range(3):
                tried(partial(self.append, home, number))
        tried(partial(home.vault.export_json, self.folder / "diary.json"))
        self.came = tried(partial(keeping.bring_in, home.vault, self.given)) is not None
        made = tried(partial(home.vault.back_up, Why.REGULAR))
        if made:
            tried(partial(keeping.restore, home.vault, home.vault.file_of(made)))
        home.close()

    def forget(self) -> None:
        """The other kind of evening: a baby is to be forgotten."""
        home = tried(partial(Home, self.folder))
        if home is not None:
            self.forgotten = tried(partial(keeping.forget_baby, home.vault, MILA.id)) is not None
            home.close()

    def begin(self, home: Home) -> bool:
        home.journal.begin("tonight", PLAN, EVENING, FINE_DAY)
        return True

    def append(self, home: Home, number: int) -> None:
        event = RepetitionDone(float(number), number, 1)
        home.journal.append("tonight", [event], Position(number, 0.0), EVENING)
        self.safe.append(event)


def tried(what: Callable[[], T]) -> T | None:
    """What came of it, or None when it was told in a sentence; anything else is a bug of ours."""
    try:
        return what()
    except CompanionError as told:
        if told.key not in TOLD:
            raise
        TELLINGS.append(told.key)
        return None


def expect_nothing_lost(evening: Evening) -> None:
    """With a disk that works again, all that was said to be safe is there."""
    home = Home(evening.folder)
    assert home.opened.notice is None, home.opened.notice
    assert home.database.rows("PRAGMA integrity_check") == [("ok",)]
    assert home.diary.session("kept") is not None
    held = home.journal.events("tonight")
    assert held[: len(evening.safe)] == tuple(evening.safe), (evening.safe, held)
    assert not evening.came or home.diary.session("theirs") is not None
    assert SettingsFile(evening.folder / "settings.json", home.clock).load() in (OLD, NEW)
    assert read_file(evening.folder / "diary.json").sessions
    assert newest_sound(home.places.backups) is not None
    home.vault.back_up(Why.REGULAR)
    home.close()


def expect_forgotten_or_whole(evening: Evening) -> None:
    """With a disk that works again: a baby is either there with all it has, or nowhere."""
    tidy(places_in(evening.folder))
    home = Home(evening.folder)
    assert home.opened.notice is None
    there = MILA.id in {baby.id for baby in home.families.babies()}
    assert there == (home.diary.session("kept") is not None)
    assert not (evening.forgotten and there)
    home.close()
    if evening.forgotten:
        (evening.folder / "diary.json").unlink()
        assert b"Mila" not in bytes_everywhere(evening.folder)


def prepare(folder: Path) -> None:
    """A home that was used before, and a file from somebody else."""
    for name in ("theirs", "kept"):
        home = Home(folder / name).with_family().play(name)
        home.vault.back_up(Why.START)
        home.vault.export_json(folder / name / "diary.json")
        SettingsFile(home.folder / "settings.json", home.clock).save(OLD)
        home.close()


def live_through(folder: Path, at: int, error: int, lasting: bool, forgetting: bool) -> int:
    """One evening whose ``at``-th call fails; returns how many calls there were."""
    shutil.rmtree(folder / "faulty", ignore_errors=True)
    shutil.copytree(folder / "kept", folder / "faulty")
    evening = Evening(folder / "faulty", folder / "theirs" / "diary.json")
    DISK.faulty_arm(at, error, lasting)
    (evening.forget if forgetting else evening.live)()
    calls = int(DISK.faulty_seen())
    DISK.faulty_arm(0, NOTHING, False)
    (expect_forgotten_or_whole if forgetting else expect_nothing_lost)(evening)
    return calls


def main(folder: Path, first: int, step: int) -> None:
    prepare(folder)
    evenings = 0
    for forgetting in (False, True):
        calls = live_through(folder, 0, NOTHING, False, forgetting)
        for error, lasting in ((errno.EIO, False), (errno.ENOSPC, True), (errno.EROFS, True)):
            for at in range(first, calls + 1, step):
                live_through(folder, at, error, lasting, forgetting)
                evenings += 1
    print(f"evenings {evenings}, told {len(TELLINGS)}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
