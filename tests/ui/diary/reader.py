"""Someone who reads the diary: the real program on real files, its window, and massages to look at."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from companion.app.wiring import App
from companion.domain.baby import BabyProfile
from companion.domain.body import Area
from companion.domain.entry_list import EVERYTHING, Entry
from companion.domain.errors import CompanionError
from companion.domain.events import Event, Outcome, StopReason
from companion.domain.family import Baby, Caregiver
from companion.domain.occasion import NO_OCCASION, Occasion
from companion.domain.plan import Reason, SessionPlan, compile_plan
from companion.domain.session import Position, Reflection, SessionStatus, StepDone
from companion.domain.timeline import build as timeline_of
from companion.services.entries import as_planned
from companion.ui.background import Background
from companion.ui.context import UiContext
from companion.ui.diary.entry_list import EntryList
from companion.ui.diary.entry_row import EntryRow, entry_row
from companion.ui.diary.telling import Telling
from companion.ui.main_window import MainWindow
from companion.ui.papers.wishes import PaperLook, Papers, PaperWish
from companion.ui.places import Page
from companion.ui.theme import Look, load_fonts, read_theme
from tests.fakes import ManualClock
from tests.ui.real_house import real_house

EVENING = datetime.fromisoformat("2026-11-19T18:40:00+00:00")
"""A Thursday."""
W = TypeVar("W", bound=QWidget)


class AtOnce(Background):
    """Does all work at once, on this thread."""

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[CompanionError], None]
    ) -> None:
        try:
            result = work()
        except CompanionError as error:
            failed(error)
        else:
            done(result)


@dataclass
class ShownPapers:
    """The program's papers, with a viewer that only remembers what it was to show."""

    papers: Papers
    shown: list[Path]

    def write(self, wish: PaperWish, how: PaperLook, file: Path) -> None:
        self.papers.write(wish, how, file)

    def print_on(self, wish: PaperWish, how: PaperLook, device: QPagedPaintDevice) -> None:
        self.papers.print_on(wish, how, device)

    def show(self, file: Path) -> bool:
        self.shown.append(file)
        return True


@dataclass
class Reader:
    """The program, its window, and someone in front of it. ``shown`` are the files that the viewer was given."""

    app: App
    window: MainWindow
    clock: ManualClock
    shown: list[Path] = field(default_factory=list[Path])

    def family(self) -> "Reader":
        """Two babies and two caregivers."""
        for name in ("Mila", "Noah"):
            self.app.families.keep_baby(Baby(BabyProfile(name.lower(), name)))
        for name in ("Ana", "Ben"):
            self.app.families.keep_caregiver(Caregiver(name.lower(), name))
        return self

    def played(
        self,
        name: str = "first",
        days_ago: float = 0.1,
        occasion: Occasion = NO_OCCASION,
        said: Reflection | None = None,
        *,
        until: int | None = None,
        events: Callable[[SessionPlan], tuple[Event, ...]] | None = None,
        reasons: tuple[Reason, ...] = (),
    ) -> str:
        """A first massage that was played; ``until`` is the step in which the baby said no. Returns its id."""
        app, began = self.app, self.clock.wall() - timedelta(days=days_ago)
        shelf = app.library
        plan = replace(compile_plan(shelf.routines["first-massage"], shelf.strokes), reasons=reasons)
        done = as_planned(plan) if until is None else tuple(_cut(step, until) for step in as_planned(plan))
        over = began + timedelta(seconds=400)
        journal = app.ports.journal
        journal.begin(name, plan, began, occasion)
        journal.append(name, events(plan) if events else (), Position(0, 0.0), over)
        status = SessionStatus.FINISHED if until is None else SessionStatus.STOPPED
        reason = None if until is None else StopReason.BABY_SAID_NO
        journal.end(name, status, reason, done, 400.0, over)
        if said is not None:
            app.diary.reflect(name, said)
        return name

    def entries(self) -> tuple[Entry, ...]:
        return self.app.entries.entries(EVERYTHING)

    def open(self, page: str = "") -> "Reader":
        self.window.go(Page.DIARY)
        QApplication.processEvents()
        if page:
            self.click(f"Diary: {page}")
        QApplication.processEvents()
        return self

    def open_entry(self) -> "Reader":
        """Open the newest session from the list."""
        self.open("Sessions").press(Qt.Key.Key_Return, self.find("All massages", EntryList))
        QApplication.processEvents()
        return self

    def find(self, name: str, kind: type[W] = QWidget) -> W:
        """The visible widget with this accessible name."""
        named = [widget for widget in self.window.findChildren(kind) if widget.isVisible()]
        found = [widget for widget in named if widget.accessibleName() == name]
        assert found, f"nothing is called {name!r}; there is {sorted({w.accessibleName() for w in named})}"
        return found[-1]

    def buttons(self) -> list[QAbstractButton]:
        return [button for button in self.window.findChildren(QAbstractButton) if button.isVisible()]

    def sees(self, name: str) -> bool:
        return any(w.isVisible() and w.accessibleName() == name for w in self.window.findChildren(QWidget))

    def click(self, name: str) -> "Reader":
        QTest.mouseClick(self.find(name, QAbstractButton), Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        return self

    def write(self, name: str, words: str) -> "Reader":
        """Type into a line or a note, from its beginning."""
        written = self.find(name)
        assert isinstance(written, QLineEdit | QPlainTextEdit)
        written.selectAll()
        QTest.keyClicks(written, words)
        return self

    def press(
        self,
        key: Qt.Key,
        target: QWidget | None = None,
        mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> "Reader":
        QTest.keyClick(target or self.window.focusWidget() or self.window, key, mods)
        return self

    def undo(self) -> "Reader":
        return self.press(Qt.Key.Key_Z, mods=Qt.KeyboardModifier.ControlModifier)

    def rows(self, name: str = "All massages") -> list[EntryRow]:
        """What stands in a list."""
        shown = self.find(name, EntryList)
        model = shown.model()
        return [entry_row(shown._model.entry(at), self.telling()) for at in range(model.rowCount())]

    def telling(self) -> Telling:
        place = self.window._made[Page.DIARY]
        told = place.telling  # pyright: ignore[reportAttributeAccessIssue]
        assert isinstance(told, Telling)
        return told

    def reads(self) -> str:
        """All words on labels and buttons that can be seen."""
        QApplication.processEvents()
        parts = [*self.window.findChildren(QLabel), *self.window.findChildren(QAbstractButton)]
        return "\n".join(part.text().replace("&&", "&") for part in parts if part.isVisible())

    def choose_file(self, file: Path) -> None:
        """Choose a file in the dialog that is open."""
        dialog = next(box for box in self.window.findChildren(QFileDialog) if box.isVisible())
        dialog.fileSelected.emit(str(file))
        dialog.done(0)

    def click_in(self, shown: QWidget, x: int, y: int) -> None:
        QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(x, y))


def _cut(step: StepDone, until: int) -> StepDone:
    if step.index < until:
        return step
    if step.index == until:
        return replace(step, seconds=step.seconds / 2, repetitions=1, outcome=Outcome.CUT)
    return replace(step, seconds=0.0, repetitions=0, outcome=Outcome.SKIPPED)


def moment_in(plan: SessionPlan, area: Area) -> int:
    """A moment of touch in an area."""
    timeline = timeline_of(plan)
    return next(
        number
        for number, moment in enumerate(timeline.moments)
        if moment.is_touch and plan.steps[moment.step].area is area
    )


def plain_window(context: UiContext) -> MainWindow:
    """The window on no place yet: Today and Welcome are not what is read here."""
    load_fonts(context.assets.fonts)
    look = Look(read_theme(context.assets.themes / "day.toml"))
    window = MainWindow(context, look, context.settings.load())
    window.setMinimumSize(800, 540)
    window.apply(context.settings.load())
    return window


@contextmanager
def reading(home: Path, cache: Path | None = None, size: tuple[int, int] = (1280, 800)) -> Generator[Reader]:
    """Someone in front of the real program, with an empty diary. ``cache`` may be shared by tests."""
    clock = ManualClock(wall=EVENING)
    with real_house(home, clock, cache) as (app, context):
        shown: list[Path] = []
        papers = ShownPapers(context.papers(), shown)
        window = plain_window(replace(context, background=AtOnce(), papers=lambda: papers))
        window.resize(*size)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        try:
            yield Reader(app, window, clock, shown)
        finally:
            window.close()
            window.deleteLater()  # now, and not by the garbage collector in the middle of a painting
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
