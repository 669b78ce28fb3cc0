"""What the screens of the family and the settings are given by the composition root, beyond what all screens have."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class HomeContext:
    """``languages`` are the codes of those that there are words in. ``keep_file`` writes a file in one step, or raises
    CompanionError ``export-failed``; ``has_tray`` says whether this desktop can show a reminder beside the clock."""

    languages: Callable[[], Sequence[str]]
    keep_file: Callable[[Path, bytes], None]
    has_tray: Callable[[], bool]
