"""One program holds a data folder at a time, and the system lets go of it however that program ends."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from companion.domain.errors import CompanionError
from companion.storage.lock import LOCK_NAME, hold_folder
from tests.storage.conftest import lock

ROOT = Path(__file__).resolve().parents[2]
HOLDER = (
    "import sys; from pathlib import Path; from companion.storage.lock import hold_folder\n"
    "held = hold_folder(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
)


def holder(folder: Path) -> subprocess.Popen[str]:
    """A program that holds a folder until its input ends."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )  # fmt: skip
    assert child.stdout
    assert child.stdout.readline() == "held\n"
    return child


def test_a_second_start_is_told_while_the_first_one_runs(tmp_path: Path) -> None:
    first = holder(tmp_path / "home")
    with pytest.raises(CompanionError) as told:
        hold_folder(tmp_path / "home")
    assert (told.value.key, told.value.details) == ("already-open", {"folder": str(tmp_path / "home")})
    first.communicate("")
    hold_folder(tmp_path / "home").release()


def test_a_killed_program_holds_nothing(tmp_path: Path) -> None:
    first = holder(tmp_path)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    hold_folder(tmp_path).release()
    assert first.returncode == -signal.SIGKILL


def test_two_starts_of_one_moment_leave_one_holder(tmp_path: Path) -> None:
    first = hold_folder(tmp_path)
    for _ in range(3):
        with pytest.raises(CompanionError, match="already-open"):
            hold_folder(tmp_path)
    first.release()
    first.release()
    hold_folder(tmp_path).release()


def test_the_lock_is_not_handed_down_to_children(tmp_path: Path) -> None:
    first = hold_folder(tmp_path)
    child = subprocess.Popen(["sleep", "60"])
    first.release()
    hold_folder(tmp_path).release()
    child.kill()
    assert child.wait() == -signal.SIGKILL


def test_a_folder_that_cannot_be_held_is_told(lockable_disk: Path) -> None:
    lock(lockable_disk)
    with pytest.raises(CompanionError, match="diary-unwritable"):
        hold_folder(lockable_disk)


def test_a_disk_that_knows_no_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int, how: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("fcntl.flock", refuse)
    open_before = len(list(Path("/proc/self/fd").iterdir()))
    with pytest.raises(CompanionError, match="diary-unwritable"):
        hold_folder(tmp_path)
    assert len(list(Path("/proc/self/fd").iterdir())) == open_before
    assert (tmp_path / LOCK_NAME).exists()
