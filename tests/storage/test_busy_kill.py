"""Killing the program while it copies, exports, imports or restores loses nothing that it had said was safe."""

import os
import random
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from companion.storage.backups import newest_sound
from companion.storage.erasing import tidy
from companion.storage.importing import read_file
from tests.storage.home import Home, places_in

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 16
LONGEST_WAIT_SECONDS = 0.03


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another caregiver's file."""
    folder = tmp_path_factory.mktemp("given")
    home = Home(folder / "home").with_family().play("theirs")
    home.vault.export_json(folder / "given.json")
    home.close()
    return folder / "given.json"


def killed_while_busy(folder: Path, given: Path, chance: random.Random) -> list[str]:
    """Start a busy program, kill it at a random moment, and return all that it had said by then."""
    command = [sys.executable, "-m", "tests.storage.busy_child", str(folder), str(given)]
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
    tidy(places_in(folder))
    home = Home(folder)
    assert home.opened.notice is None
    assert home.database.rows("PRAGMA integrity_check") == [("ok",)]
    for line in said:
        if line.startswith("safe "):
            assert home.diary.session(line.removeprefix("safe ")) is not None, line
    assert "copied" not in said or newest_sound(home.places.backups) is not None
    if "exported" in said:
        assert read_file(folder / "diary.json").sessions
    assert not list(folder.rglob(".*.part*")) or "exported" in said
    home.close()


@pytest.mark.parametrize("seed", range(10))
def test_a_program_killed_while_it_is_busy_leaves_all_that_was_safe(
    seed: int, tmp_path: Path, given: Path
) -> None:
    folder = tmp_path / "home"
    expect_all_that_was_safe(folder, killed_while_busy(folder, given, random.Random(seed)))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1000, 1200))
def test_a_busy_program_killed_two_hundred_times_loses_nothing(
    seed: int, tmp_path: Path, given: Path
) -> None:
    folder = tmp_path / "home"
    expect_all_that_was_safe(folder, killed_while_busy(folder, given, random.Random(seed)))
