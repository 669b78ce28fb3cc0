"""Locks, lives and unlocks on a disk that fails at its Nth call: ``faulty_passcode_child.py FOLDER FIRST STEP``.

As faulty_child.py, with a passcode. After each evening the disk works again, and nothing that was safe is lost.
"""

import ctypes
import errno
import shutil
import sys
from functools import partial
from pathlib import Path

from companion.domain.backup import Why
from companion.storage.backups import newest_sound
from tests.storage.faulty_child import NOTHING, TELLINGS, TOLD, tried
from tests.storage.guarded import MOON, SUN, GuardedHome, guarded

DISK = ctypes.CDLL(None)


class Evening:
    """What is done on one evening, and what of it was said to be safe."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.safe = ["kept"]

    def live(self) -> None:
        """Each thing either works or is told in a sentence; the next one is tried in any case."""
        home = tried(partial(guarded, self.folder))
        if home is None:
            return
        for name, day in (("one", 1), ("two", 2)):
            if tried(partial(home.play, name, day)):
                self.safe.append(name)
            tried(partial(toggle, home))
            tried(home.passcodes.settle)
            tried(partial(home.vault.back_up, Why.REGULAR))
        home.close()


def toggle(home: GuardedHome) -> None:
    """Set the passcode where there is none; else change it, and take it away."""
    if home.passcodes.is_set():
        home.passcodes.change(MOON, SUN)
        home.passcodes.finish(home.passcodes.take_away(SUN))
    else:
        home.passcodes.finish(home.passcodes.lock_up(home.passcodes.choose(MOON)))


def expect_nothing_lost(evening: Evening) -> None:
    """With a disk that works again, all that was said to be safe is there, under one lock or under none."""
    home = guarded(evening.folder)
    assert home.opened.notice is None, home.opened.notice
    assert home.database.rows("PRAGMA integrity_check") == [("ok",)]
    for name in evening.safe:
        assert home.diary.session(name) is not None, name
    assert home.passcodes.settle() == 0
    assert newest_sound(home.places.backups, home.database.form) is not None
    home.vault.back_up(Why.REGULAR)
    if home.passcodes.is_set():
        assert home.passcodes.open_files() == ()
    home.close()


def prepare(folder: Path) -> None:
    """Two homes that were used before: one open, one with a passcode."""
    for name in ("open", "locked"):
        home = guarded(folder / name)
        home.with_family().play("kept")
        home.vault.back_up(Why.START)
        if name == "locked":
            home.lock(MOON)
        home.close()


def live_through(folder: Path, kind: str, at: int, error: int, lasting: bool) -> int:
    """One evening whose ``at``-th call fails; returns how many calls there were."""
    shutil.rmtree(folder / "faulty", ignore_errors=True)
    shutil.copytree(folder / kind, folder / "faulty")
    evening = Evening(folder / "faulty")
    DISK.faulty_arm(at, error, lasting)
    evening.live()
    calls = int(DISK.faulty_seen())
    DISK.faulty_arm(0, NOTHING, False)
    expect_nothing_lost(evening)
    return calls


def main(folder: Path, first: int, step: int) -> None:
    TOLD.update({"passcode-wrong", "passcode-file-broken"})
    prepare(folder)
    evenings = 0
    for kind in ("open", "locked"):
        calls = live_through(folder, kind, 0, NOTHING, False)
        for error, lasting in ((errno.EIO, False), (errno.ENOSPC, True), (errno.EROFS, True)):
            for at in range(first, calls + 1, step):
                live_through(folder, kind, at, error, lasting)
                evenings += 1
    print(f"evenings {evenings}, told {len(TELLINGS)}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
