"""A window on an empty diary."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.diary.reader import Reader, reading


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the content that was read is kept for the next test."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path, cache: Path) -> Iterator[Reader]:
    """Someone in front of the real program."""
    with reading(tmp_path, cache) as reader:
        yield reader
