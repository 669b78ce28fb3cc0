"""``companion studio``: the window for those who write strokes, on the files as they are being written."""

import logging
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication

from companion.app.clocks import SystemClock
from companion.app.crash import catch_bugs
from companion.app.paths import Paths
from companion.app.png_sequence import find_stroke
from companion.app.run import has_screen
from companion.app.sentences import sentence
from companion.content.library import load_messages, load_strokes
from companion.content.lines import line_of
from companion.content.problems import is_table, read_toml
from companion.domain.errors import CompanionError
from companion.domain.stroke import Stroke
from companion.ui.alerts import BugReporter
from companion.ui.studio.state import StudioContext
from companion.ui.studio.window import open_studio_window

log = logging.getLogger(__name__)


def open_studio(paths: Paths, stroke: str) -> int:
    """Show the studio until it is closed. CompanionError ``no-screen``, ``unknown-stroke``, ``theme-broken``."""
    if not has_screen():
        raise CompanionError("no-screen")
    if stroke:
        _look_up(paths, stroke)
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("infant-massage-companion")
    catch_bugs(BugReporter().show)
    window = open_studio_window(studio_context(paths), stroke)
    window.show()
    return qt.exec()


def studio_context(paths: Paths) -> StudioContext:
    """What the studio is given."""
    messages = load_messages(paths.data, "en")
    return StudioContext(
        load=lambda: read_strokes_telling(paths.data),
        titles=lambda: _titles(paths.data),
        sentence=lambda error: sentence(error, messages),
        watched=(paths.data / "strokes", paths.data / "text" / "en"),
        clock=SystemClock(),
        themes=paths.data / "themes",
        fonts=paths.media / "fonts",
    )


def read_strokes_telling(data: Path) -> Mapping[str, Stroke]:
    """The strokes. CompanionError ``stroke-file-broken`` with the file, the line, the place and what is wrong."""
    try:
        return load_strokes(data)
    except CompanionError as error:
        file, where, what = (str(error.details.get(name, "")) for name in ("file", "where", "what"))
        raise CompanionError(
            "stroke-file-broken", file=file, line=_line(data, file, where, what), where=where, what=what
        ) from error


def _line(data: Path, file: str, where: str, what: str) -> str:
    """The number of the line; a dash where it cannot be told."""
    try:
        text = (data / file.removeprefix("data/")).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        log.info("no line can be told: %s", type(error).__name__)
        return "–"
    return str(line_of(text, where, what) or "–")


def _titles(data: Path) -> Mapping[str, str]:
    """Titles by stroke or stroke@variant, as far as the words can be read."""
    words, _ = read_toml(data / "text" / "en" / "strokes.toml", "data/text/en/strokes.toml")
    return {key: str(told["title"]) for key, told in words.items() if is_table(told) and "title" in told}


def _look_up(paths: Paths, stroke: str) -> None:
    """Refuse a stroke that is not there; when the files cannot be read, the window tells why."""
    try:
        strokes = load_strokes(paths.data)
    except CompanionError as error:
        log.info("the strokes cannot be read yet: %s", error.key)
        return
    find_stroke(strokes, stroke)
