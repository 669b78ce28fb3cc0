"""Killing the program while it locks, changes the passcode or unlocks loses nothing that it had said was safe."""

import os
import random
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from companion.storage.backups import newest_sound
from tests.storage.guarded import guarded

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 16
LONGEST_WAIT_SECONDS = 0.03


def killed_while_locking(folder: Path, chance: random.Random) -> list[str]:
    """Start the program, kill it at a random moment, and return all that it had said by then."""
    command = [sys.executable, "-m", "tests.storage.passcode_child", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdout
        pipe = child.stdout.fileno()
        said = b""
        lines = chance.randint(1, MOST_LINES)
        while said.count(b"\n") < lines:
            said += os.read(pipe, 64)
        select.select([pipe], [], [], chance.uniform(0, LONGEST_WAIT_SECONDS))
        child.send_signal(signal.SIGKILL)
        said += child.stdout.read()
    assert child.returncode == -signal.SIGKILL
    return said.decode().splitlines()


def expect_all_that_was_safe(folder: Path, said: list[str]) -> None:
    home = guarded(folder)
    assert home.opened.notice is None
    assert home.database.rows("PRAGMA integrity_check") == [("ok",)]
    for line in said:
        if line.startswith("safe "):
            assert home.diary.session(line.removeprefix("safe ")) is not None, line
    assert home.passcodes.settle() == 0
    if "locked" in said:
        assert newest_sound(home.places.backups, home.database.form) is not None
    if home.passcodes.is_set():
        assert home.passcodes.open_files() == ()
    assert not list(folder.rglob(".*.part*"))
    home.close()


@pytest.mark.parametrize("seed", range(4))
def test_a_program_killed_while_it_locks_or_unlocks_leaves_all_that_was_safe(
    seed: int, tmp_path: Path
) -> None:
    folder = tmp_path / "home"
    expect_all_that_was_safe(folder, killed_while_locking(folder, random.Random(seed)))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1000, 1200))
def test_a_program_killed_two_hundred_times_while_it_locks_loses_nothing(seed: int, tmp_path: Path) -> None:
    folder = tmp_path / "home"
    expect_all_that_was_safe(folder, killed_while_locking(folder, random.Random(seed)))
