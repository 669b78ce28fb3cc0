"""Offers the screens their papers: documents of companion/handout, made beside the window on the same wiring."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from companion.app.paths import Paths
from companion.content.library import Library
from companion.domain.clock import Clock
from companion.domain.errors import CompanionError
from companion.ui.papers.wishes import DaysWish, HandoutWish, PaperLook, PaperWish, ReportWish

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from companion.app.papers import Print
    from companion.handout.paper import Document
    from companion.storage.database import Database


class PrintedPapers:
    """The ``Papers`` of this program. A report reads the diary by a connection of its own."""

    def __init__(
        self,
        library: Library,
        paths: Paths,
        clock: Clock,
        viewer: Callable[[Path], bool],
        beside: "Callable[[], Database] | None" = None,
    ) -> None:
        self._library = library
        self._paths = paths
        self._clock = clock
        self._viewer = viewer
        self._beside = beside or partial(_open_beside, paths)

    def write(self, wish: PaperWish, how: PaperLook, file: Path) -> None:
        """Write a PDF in one step."""
        from companion.app.papers import save  # noqa: PLC0415 - a start prints nothing
        from companion.handout.paper import pdf  # noqa: PLC0415

        printed = _print(how)
        save(pdf(self._document(wish, printed), printed.size), file)

    def print_on(self, wish: PaperWish, how: PaperLook, device: "QPagedPaintDevice") -> None:
        """Paint all pages on a printer."""
        from companion.handout.paper import print_on  # noqa: PLC0415

        printed = _print(how)
        print_on(device, self._document(wish, printed), printed.size)

    def show(self, file: Path) -> bool:
        """Open a file in the system's viewer."""
        return self._viewer(file)

    def _document(self, wish: PaperWish, how: "Print") -> "Document":
        from companion.app.papers import handout_document  # noqa: PLC0415

        match wish:
            case HandoutWish():
                if self._library.routines[wish.routine].locked:
                    raise CompanionError("routine-locked", name=wish.routine)
                return handout_document(wish.routine, self._library, self._paths, self._clock, how)
            case ReportWish():
                return self._report(wish, how)
            case DaysWish():
                return self._days(wish, how)
            case _:
                assert_never(wish)

    def _report(self, wish: ReportWish, how: "Print") -> "Document":
        from companion.app.papers import Asked, report_pages  # noqa: PLC0415
        from companion.storage.journal import SqliteJournal  # noqa: PLC0415
        from companion.storage.sessions import SqliteDiary  # noqa: PLC0415

        asked = Asked(wish.weeks, wish.goal, wish.baby, wish.nickname)
        with closing(self._beside()) as database:
            diary, journal = SqliteDiary(database, self._clock), SqliteJournal(database)
            return report_pages(diary, journal, self._library, self._paths, self._clock, asked, how)

    def _days(self, wish: DaysWish, how: "Print") -> "Document":
        from companion.app.papers import days_pages  # noqa: PLC0415
        from companion.storage.day_cards import SqliteDayCards  # noqa: PLC0415
        from companion.storage.sessions import SqliteDiary  # noqa: PLC0415

        with closing(self._beside()) as database:
            diary, cards = SqliteDiary(database, self._clock), SqliteDayCards(database, self._clock)
            press = (self._library, self._paths, self._clock, how)
            return days_pages(diary, cards, wish.baby, wish.nickname, *press)


def _open_beside(paths: Paths) -> "Database":
    from companion.storage.database import open_beside  # noqa: PLC0415 - a start prints nothing

    return open_beside(paths.diary)


def open_in_viewer(file: Path) -> bool:
    """Ask the system to show a file."""
    from PySide6.QtCore import QUrl  # noqa: PLC0415
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _print(how: PaperLook) -> "Print":
    from companion.app.papers import Print  # noqa: PLC0415
    from companion.handout.paper import PaperSize  # noqa: PLC0415

    return Print(PaperSize.LETTER if how.letter else PaperSize.A4, how.mono)
