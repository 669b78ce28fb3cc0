"""A diary of its own for each test, and small or locked disks where the machine lends them."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from companion.storage.database import Database
from companion.storage.journal import SqliteJournal
from companion.storage.sessions import SqliteDiary
from tests.storage.home import Home
from tests.storage.samples import StillClock, opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "diary.sqlite3"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = opened(path).database
    yield database
    database.close()


@pytest.fixture
def journal(database: Database) -> SqliteJournal:
    return SqliteJournal(database)


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def diary(database: Database, clock: StillClock) -> SqliteDiary:
    return SqliteDiary(database, clock)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """A home with nothing in it yet."""
    home = Home(tmp_path / "home")
    yield home
    home.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 512 KiB."""
    yield from _mounted(tmp_path / "small", "size=512k")


@pytest.fixture
def lockable_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk that ``lock`` can make read-only."""
    yield from _mounted(tmp_path / "lockable", "size=4m")


def lock(disk: Path) -> None:
    """Make a disk read-only, for the superuser too."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True, capture_output=True)


def _mounted(folder: Path, options: str) -> Iterator[Path]:
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    try:
        done = subprocess.run(mount, check=False, capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("this machine has no mount command")
    if done.returncode:
        pytest.skip(f"this machine lends no disk: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True, capture_output=True)
