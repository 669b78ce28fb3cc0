"""The diary's reader, for the pictures."""

from tests.ui.diary.conftest import cache, empty_diary, reader

__all__ = ["cache", "empty_diary", "reader"]
