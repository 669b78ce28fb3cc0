"""A window on a diary with a family in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.keeping.lived_in import Lived, lived_in


@pytest.fixture
def lived(qtbot: QtBot, tmp_path: Path) -> Iterator[Lived]:
    """Someone in front of the real program."""
    with lived_in(tmp_path) as lived:
        yield lived
