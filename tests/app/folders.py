"""The shipped folders, and a home of a test's own."""

from pathlib import Path

from companion.app.paths import Paths

ROOT = Path(__file__).resolve().parents[2]


def paths_in(folder: Path) -> Paths:
    """Where a test keeps its data."""
    return Paths(ROOT / "data", ROOT / "media", folder / "home", folder / "cache")
