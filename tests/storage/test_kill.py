"""Killing the program at any instant loses nothing that it had said was safe."""

import os
import random
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from companion.domain.events import RepetitionDone
from companion.storage.journal import SqliteJournal
from companion.storage.sessions import SqliteDiary
from tests.storage.samples import PLAN, SESSION, StillClock, opened

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 60
LONGEST_START_SECONDS = 0.4


def killed_while_writing(path: Path, chance: random.Random) -> list[str]:
    """Start a writer, kill it at a random moment, and return all that it had said by then."""
    command = [sys.executable, "-m", "tests.storage.writing_child", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdout
        pipe = child.stdout.fileno()
        said = b""
        if chance.random() < 0.3:  # while it starts: before, in, or after the making of the file
            select.select([pipe], [], [], chance.uniform(0, LONGEST_START_SECONDS))
        else:
            lines = chance.randint(1, MOST_LINES)
            while said.count(b"\n") < lines:
                said += os.read(pipe, 64)
        child.send_signal(signal.SIGKILL)
        said += child.stdout.read()
    assert child.returncode == -signal.SIGKILL
    return said.decode().splitlines()


def expect_all_that_was_said(path: Path, said: list[str]) -> None:
    path.parent.mkdir(exist_ok=True)
    diary = opened(path)
    assert diary.notice is None
    assert diary.database.rows("PRAGMA integrity_check") == [("ok",)]
    safe = int(said[-1].split()[1]) if said and said[-1].startswith("safe") else 0
    events = SqliteJournal(diary.database).events(SESSION)
    assert safe <= len(events) <= safe + 1
    assert events == tuple(RepetitionDone(float(number), number, 1) for number in range(len(events)))
    unfinished = SqliteDiary(diary.database, StillClock()).unfinished()
    if "begun" in said:
        assert unfinished
        assert unfinished.plan == PLAN
        assert unfinished.position.moment in {len(events) - 1, len(events)} or not events
    diary.database.close()


@pytest.mark.parametrize("seed", range(25))
def test_a_killed_program_leaves_all_that_it_said_was_safe(path: Path, seed: int) -> None:
    expect_all_that_was_said(path, killed_while_writing(path, random.Random(seed)))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1000, 1200))
def test_a_program_killed_two_hundred_times_loses_nothing(path: Path, seed: int) -> None:
    expect_all_that_was_said(path, killed_while_writing(path, random.Random(seed)))
