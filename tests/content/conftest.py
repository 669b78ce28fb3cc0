"""The shipped content, read once, and copies of it to damage."""

from pathlib import Path

import pytest

from companion.content.library import Library, load_library
from tests.content.copies import DATA, Copy, copied


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(DATA, "en")


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return copied(tmp_path)
