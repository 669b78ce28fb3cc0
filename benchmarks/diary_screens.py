"""Measures how long the screens of a big diary take to be seen: from the press to the end of the painting."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from companion.app.paths import Paths, usual_paths
from companion.app.window import context_of
from companion.app.wiring import App, build
from companion.domain.entry_list import EVERYTHING
from companion.ui.background import Background
from companion.ui.context import UiContext
from companion.ui.main_window import MainWindow, open_window
from companion.ui.papers.wishes import PaperLook, ReportWish
from companion.ui.places import Page

REPORT_WEEKS = (4, 52)
SETTLED_MS = 600


class Evening:
    """A clock that stands on the last evening of the diary."""

    def __init__(self, day: date) -> None:
        self._wall = datetime(day.year, day.month, day.day, 23, 0, tzinfo=UTC)

    def now(self) -> float:
        return time.monotonic()

    def wall(self) -> datetime:
        return self._wall


@dataclass(frozen=True, slots=True)
class Opened:
    """A window on the diary, and the program behind it."""

    app: App
    context: UiContext
    window: MainWindow


def seen(press: Callable[[], object]) -> float:
    """Milliseconds from a press to the end of the painting that it caused."""
    start = time.perf_counter()
    press()
    QApplication.processEvents()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


@contextmanager
def opened(diary: Path, last: date) -> Generator[Opened]:
    """The program on this diary, on Today."""
    shipped = usual_paths()
    with tempfile.TemporaryDirectory() as cache:
        paths = Paths(shipped.data, shipped.media, diary.parent, Path(cache))
        app = build(paths, Evening(last), audible=False, awake=False)
        context = context_of(app, Background())
        window = open_window(context)
        window.show()
        settle()
        try:
            yield Opened(app, context, window)
        finally:
            window.close()
            window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            context.background.close()
            app.close()


def settle() -> None:
    """Until Today is painted, its picture too, and the machine has nothing left to do for it."""
    QTest.qWait(SETTLED_MS)


def screens(diary: Path, last: date, times: int) -> dict[str, dict[str, float]]:
    """Figures of the diary's screens, each time in a new window. ``diary`` has to be called ``diary.sqlite3``."""
    qt = QApplication.instance() or QApplication([])
    taken: dict[str, list[float]] = {}
    reports: dict[str, dict[str, float]] = {}
    for number in range(times):
        with opened(diary, last) as house:
            for name, took in walk(house.window).items():
                taken.setdefault(name, []).append(took)
            if number == 0:
                reports = {
                    f"diary.report-{weeks}-weeks": {"seconds": report(house, weeks)} for weeks in REPORT_WEEKS
                }
    del qt
    return {f"diary.screen.{name}": figures(samples) for name, samples in taken.items()} | reports


def figures(samples: list[float]) -> dict[str, float]:
    """The first one loads what is needed; the others are told by their median and their worst."""
    later = sorted(samples[1:] or samples)
    return {
        "first_ms": round(samples[0], 1),
        "median_ms": round(statistics.median(later), 1),
        "worst_ms": round(later[-1], 1),
    }


def walk(window: MainWindow) -> dict[str, float]:
    """Milliseconds of each screen, from the calendar to the page of a session."""
    from companion.ui.diary.place import DiaryPlace

    took = {"month": seen(lambda: window.go(Page.DIARY))}
    place = window.findChild(DiaryPlace)
    assert isinstance(place, DiaryPlace)
    took["month-before"] = seen(lambda: click(window, "The month before"))
    took["history"] = seen(lambda: click(window, "Diary: Sessions"))
    search = next(field for field in window.findChildren(QLineEdit) if field.isVisible())
    took["search"] = max(seen(lambda words=words: search.setText(words)) for words in ("e", "ev", "eveille"))
    search.clear()
    newest = place.lists.entries(EVERYTHING, limit=1)[0].id
    took["entry"] = seen(lambda: place.open_entry(newest))
    return took


def click(window: MainWindow, name: str) -> None:
    from PySide6.QtWidgets import QAbstractButton

    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.accessibleName() == name:
            button.click()
            return
    raise LookupError(name)


def report(house: Opened, weeks: int) -> float:
    """Seconds until a report over so many weeks lies in its file."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        house.context.papers().write(ReportWish(weeks), PaperLook(), Path(folder) / "report.pdf")
        return round(time.perf_counter() - start, 2)
