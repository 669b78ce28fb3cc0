"""Handouts and reports as PDF files: what the commands and the screens call."""

import os
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from companion import __version__
from companion.app.entering import Ask, nobody_to_ask
from companion.app.own_shelf import open_library
from companion.app.paths import Paths
from companion.app.wiring import build
from companion.content.library import Library
from companion.content.safety import load_safety_words
from companion.domain.clock import Clock
from companion.domain.errors import CompanionError
from companion.handout.days_page import days_document
from companion.handout.ink import read_ink
from companion.handout.lettering import load_lettering
from companion.handout.paper import Document, PaperSize, pdf
from companion.handout.press import Press, stamp_of
from companion.handout.report_page import report_document
from companion.handout.routine_page import routine_document
from companion.handout.sheet import sheet_of
from companion.paint.palette import Scheme, palette, read_colours
from companion.services.pictures import FORTNIGHT, counted, fortnight
from companion.services.ports import DayCards, Diary, Journal
from companion.services.report import Goal, summarise, weeks_until
from companion.storage.files import write_whole


@dataclass(frozen=True, slots=True)
class Print:
    """How something is to be printed."""

    size: PaperSize = PaperSize.A4
    mono: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is to tell: so many weeks, today the last day. ``goal`` is what was agreed with the therapist;
    ``baby`` the id of the only baby to be told of ("": all of them), ``nickname`` what stands at the top."""

    weeks: int = 4
    goal: Goal | None = None
    baby: str = ""
    nickname: str = ""


def handout(routine: str, out: Path, paths: Paths, clock: Clock, how: Print) -> None:
    """Write the handout of a routine. CompanionError "unknown-routine", "routine-locked", "paper-not-written"."""
    _screenless()
    library = open_library(paths, "en")
    if routine not in library.routines:
        told = ", ".join(name for name, one in library.routines.items() if not one.locked)
        raise CompanionError("unknown-routine", name=routine, known=told)
    save(handout_pdf(routine, library, paths, clock, how), out)


def handout_pdf(routine: str, library: Library, paths: Paths, clock: Clock, how: Print) -> bytes:
    """The handout of a known routine as a PDF. Needs a QGuiApplication."""
    return pdf(handout_document(routine, library, paths, clock, how), how.size)


def handout_document(routine: str, library: Library, paths: Paths, clock: Clock, how: Print) -> Document:
    """The handout of a known routine, ready for a PDF or a printer. Needs a QGuiApplication."""
    press = press_for(library, paths, clock, how)
    sheet = sheet_of(library.routines[routine], library.strokes, library.words)
    return routine_document(sheet, press)


def report(asked: Asked, out: Path, paths: Paths, clock: Clock, how: Print, ask: Ask = nobody_to_ask) -> None:
    """Write a report; ``ask`` asks for the passcode of a locked diary. CompanionError "paper-not-written", and what
    opening the diary may raise."""
    _screenless()
    app = build(paths, clock, audible=False, awake=False, ask=ask)
    try:
        content = report_pdf(app.diary, app.ports.journal, app.library, paths, clock, asked, how)
    finally:
        app.close()
    save(content, out)


def report_pdf(
    diary: Diary,
    journal: Journal,
    library: Library,
    paths: Paths,
    clock: Clock,
    asked: Asked,
    how: Print,
) -> bytes:
    """The report that is asked for as a PDF. Needs a QGuiApplication."""
    return pdf(report_pages(diary, journal, library, paths, clock, asked, how), how.size)


def report_pages(
    diary: Diary,
    journal: Journal,
    library: Library,
    paths: Paths,
    clock: Clock,
    asked: Asked,
    how: Print,
) -> Document:
    """The report that is asked for, ready for a PDF or a printer. Needs a QGuiApplication."""
    last = clock.wall().date()
    first = weeks_until(last, asked.weeks)
    records = diary.sessions_between(first, last)
    summary = summarise(records, journal.events, first, last, asked.goal, asked.baby)
    cues = load_safety_words(paths.data, library.words.language).cues
    press = press_for(library, paths, clock, how)
    return report_document(summary, press, nickname=asked.nickname, cue_names=cues)


def days_pages(
    diary: Diary,
    cards: DayCards,
    baby: str,
    nickname: str,
    library: Library,
    paths: Paths,
    clock: Clock,
    how: Print,
) -> Document:
    """The day and time chart of two weeks, today the last day, ready for a PDF or a printer."""
    last = clock.wall().date()
    first = last - timedelta(days=FORTNIGHT - 1)
    records = counted(diary.sessions_between(first, last), baby)
    massages = [record.started for record in records if record.touch > 0]
    rows = fortnight(baby, cards.cards_between(baby, first, last), massages, last)
    return days_document(rows, press_for(library, paths, clock, how), nickname=nickname)


def press_for(library: Library, paths: Paths, clock: Clock, how: Print) -> Press:
    """All that a document is made with. Needs a QGuiApplication."""
    load_lettering(paths.media / "fonts")
    themes = paths.data / "themes"
    colours = palette(read_colours(themes / "figure.toml"), Scheme.PRINT if how.mono else Scheme.DAY)
    ink = read_ink(themes / "paper.toml", mono=how.mono)
    stamp = stamp_of(library.words, __version__, clock.wall().date())
    return Press(library.strokes, library.words, ink, colours, stamp, how.size)


def save(content: bytes, out: Path) -> None:
    """Put a file in place in one step. CompanionError "paper-not-written"; a file that was there stays as it was."""
    try:
        write_whole(out, content)
    except OSError as error:
        raise CompanionError(
            "paper-not-written", file=str(out), reason=error.strerror or str(error)
        ) from error


def _screenless() -> QGuiApplication:
    """A Qt application that needs no screen; kept by Qt itself as long as the process lives."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication([])
