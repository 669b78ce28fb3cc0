"""Knows where everything lies: what we ship, what the caregiver owns, and what may be thrown away."""

import os
from dataclasses import dataclass
from pathlib import Path

import companion

APP_FOLDER = "infant-massage-companion"


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders and files. ``data`` and ``media`` are shipped and only read; ``home`` is the caregiver's data
    folder (diary, settings, logs); ``cache`` may be deleted at any time. ``own`` is where own routines lie when it is
    not there."""

    data: Path
    media: Path
    home: Path
    cache: Path
    own: Path | None = None

    @property
    def routines(self) -> Path:
        """The folder of the routines that somebody has put together."""
        return self.own or self.home / "routines"

    @property
    def diary(self) -> Path:
        """The diary file."""
        return self.home / "diary.sqlite3"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.home / "settings.json"

    @property
    def log(self) -> Path:
        """The log file: ids only, never names, notes or birth dates."""
        return self.home / "companion.log"


def shipped_root() -> Path:
    """Where data/ and media/ lie: inside an installed wheel, or at the top of a checkout."""
    package = Path(companion.__file__).resolve().parent
    installed = package / "_shipped"
    return installed if installed.is_dir() else package.parent


def usual_paths(home: Path | None = None) -> Paths:
    """The paths of this user on this machine; ``home`` or ``COMPANION_HOME`` puts the data elsewhere."""
    root = shipped_root()
    chosen = home or (Path(os.environ["COMPANION_HOME"]) if os.environ.get("COMPANION_HOME") else None)
    if chosen is not None:
        return Paths(root / "data", root / "media", chosen, chosen / "cache")
    import platformdirs  # noqa: PLC0415 - only when no folder was named

    return Paths(
        root / "data",
        root / "media",
        platformdirs.user_data_path(APP_FOLDER, appauthor=False),
        platformdirs.user_cache_path(APP_FOLDER, appauthor=False),
    )
