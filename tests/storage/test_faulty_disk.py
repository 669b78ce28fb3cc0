"""Every write, sync, rename and link fails in turn, and nothing that was said to be safe is lost."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Path(__file__).with_name("faulty_disk.c")
MEMORY = Path("/dev/shm")


@pytest.fixture(scope="module")
def faulty_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that makes calls fail."""
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("no C compiler, or not Linux")
    made = tmp_path_factory.mktemp("faulty") / "faulty_disk.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", str(made), str(SOURCE), "-ldl"], check=True)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else tmp_path) as made:
        yield Path(made)


def live_through_evenings(
    faulty_disk: Path, folder: Path, first: int, step: int, child_module: str = "faulty_child"
) -> tuple[int, int]:
    """How many evenings there were, and how often something was told."""
    child = subprocess.run(
        [sys.executable, "-m", f"tests.storage.{child_module}", str(folder), str(first), str(step)],
        cwd=ROOT,
        env={**os.environ, "LD_PRELOAD": str(faulty_disk), "FAULTY_FOLDER": str(folder / "faulty")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == 0, child.stderr[-4000:]
    evenings, told = re.findall(r"\d+", child.stdout)
    return int(evenings), int(told)


def test_a_disk_that_fails_now_and_then_costs_nothing_that_was_safe(faulty_disk: Path, folder: Path) -> None:
    evenings, told = live_through_evenings(faulty_disk, folder, 3, 10)
    assert evenings > 50
    assert told > evenings


@pytest.mark.soak
def test_a_disk_that_fails_at_any_call_costs_nothing_that_was_safe(faulty_disk: Path, folder: Path) -> None:
    evenings, told = live_through_evenings(faulty_disk, folder, 1, 1)
    assert evenings > 1000
    assert told > evenings


def test_a_disk_that_fails_while_the_diary_is_locked_or_unlocked_costs_nothing(
    faulty_disk: Path, folder: Path
) -> None:
    evenings, told = live_through_evenings(faulty_disk, folder, 5, 97, "faulty_passcode_child")
    assert evenings > 5
    assert told > evenings


@pytest.mark.soak
def test_a_disk_that_fails_at_any_call_of_a_locking_costs_nothing(faulty_disk: Path, folder: Path) -> None:
    evenings, told = live_through_evenings(faulty_disk, folder, 1, 1, "faulty_passcode_child")
    assert evenings > 500
    assert told > evenings
