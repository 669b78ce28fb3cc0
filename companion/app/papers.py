"""Handouts and reports as PDF files: what the commands and the screens call."""

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QGuiApplication

from companion import __version__
from companion.app.paths import Paths
from companion.content.library import Library, load_library
from companion.domain.clock import Clock
from companion.domain.errors import CompanionError
from companion.handout.ink import read_ink
from companion.handout.lettering import load_lettering
from companion.handout.paper import PaperSize, pdf
from companion.handout.press import Press
from companion.handout.routine_page import routine_document
from companion.handout.sheet import sheet_of
from companion.paint.palette import Scheme, palette, read_colours
from companion.storage.files import write_whole


@dataclass(frozen=True, slots=True)
class Print:
    """How something is to be printed."""

    size: PaperSize = PaperSize.A4
    mono: bool = False


def handout(routine: str, out: Path, paths: Paths, clock: Clock, how: Print) -> None:
    """Write the handout of a routine. CompanionError "unknown-routine", "routine-locked", "paper-not-written"."""
    _screenless()
    library = load_library(paths.data, "en")
    if routine not in library.routines:
        told = ", ".join(name for name, one in library.routines.items() if not one.locked)
        raise CompanionError("unknown-routine", name=routine, known=told)
    save(handout_pdf(routine, library, paths, clock, how), out)


def handout_pdf(routine: str, library: Library, paths: Paths, clock: Clock, how: Print) -> bytes:
    """The handout of a known routine as a PDF. Needs a QGuiApplication."""
    press = press_for(library, paths, clock, how)
    sheet = sheet_of(library.routines[routine], library.strokes, library.words)
    return pdf(routine_document(sheet, press), how.size)


def press_for(library: Library, paths: Paths, clock: Clock, how: Print) -> Press:
    """All that a document is made with. Needs a QGuiApplication."""
    load_lettering(paths.media / "fonts")
    themes = paths.data / "themes"
    colours = palette(read_colours(themes / "figure.toml"), Scheme.PRINT if how.mono else Scheme.DAY)
    ink = read_ink(themes / "paper.toml", mono=how.mono)
    return Press(library.strokes, library.words, ink, colours, _stamp(library, clock), how.size)


def save(content: bytes, out: Path) -> None:
    """Put a file in place in one step. CompanionError "paper-not-written"; a file that was there stays as it was."""
    try:
        write_whole(out, content)
    except OSError as error:
        raise CompanionError(
            "paper-not-written", file=str(out), reason=error.strerror or str(error)
        ) from error


def _stamp(library: Library, clock: Clock) -> str:
    phrases = library.words.phrases
    today = clock.wall().date()
    date = QLocale(library.words.language).toString(
        QDate(today.year, today.month, today.day), phrases["handout.date"]
    )
    return phrases["handout.stamp"].format(program=phrases["handout.program"], version=__version__, date=date)


def _screenless() -> QGuiApplication:
    """A Qt application that needs no screen; kept by Qt itself as long as the process lives."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    existing = QGuiApplication.instance()
    return existing if isinstance(existing, QGuiApplication) else QGuiApplication([])
