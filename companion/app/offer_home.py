"""What the screens of the family and the settings are given: languages, files, and whether there is a tray."""

from functools import partial
from pathlib import Path

from companion.app.paths import Paths
from companion.domain.errors import CompanionError
from companion.storage.files import write_whole
from companion.ui.settings.context import HomeContext


def home_context(paths: Paths) -> HomeContext:
    """What they are given."""
    return HomeContext(partial(languages_of, paths.data), keep_file, _has_tray)


def languages_of(data: Path) -> tuple[str, ...]:
    """The codes of the languages that there are words in, in order."""
    return tuple(sorted(folder.name for folder in (data / "text").iterdir() if folder.is_dir()))


def keep_file(file: Path, content: bytes) -> None:
    """Put a file in place in one step. Raises CompanionError ``export-failed``; an older one then stays."""
    try:
        write_whole(file, content)
    except OSError as error:
        raise CompanionError("export-failed", file=str(file)) from error


def _has_tray() -> bool:
    from companion.app.reminders import has_tray  # noqa: PLC0415 - when asked

    return has_tray()
