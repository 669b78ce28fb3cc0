"""A window on an empty diary."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from companion.storage.opening import open_diary
from tests.ui.diary.reader import EVENING, Reader, reading


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the content that was read is kept for the next test."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def empty_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty diary, to be copied: making one anew takes longer than most tests."""
    file = tmp_path_factory.mktemp("diary") / "diary.sqlite3"
    open_diary(file, EVENING.date()).database.close()
    return file


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path, cache: Path, empty_diary: Path) -> Iterator[Reader]:
    """Someone in front of the real program."""
    shutil.copy(empty_diary, tmp_path)
    with reading(tmp_path, cache) as reader:
        yield reader
