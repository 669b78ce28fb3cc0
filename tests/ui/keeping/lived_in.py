"""A house that a family lives in: the real program on real files, with babies, massages and copies."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from companion.app.window import context_of
from companion.app.wiring import App, build
from companion.domain.baby import BabyProfile
from companion.domain.backup import Why
from companion.domain.errors import CompanionError
from companion.domain.family import Baby
from companion.domain.occasion import Occasion
from companion.domain.session import Reflection
from companion.services.entries import as_planned
from companion.ui.background import Background
from companion.ui.main_window import MainWindow, open_window
from companion.ui.places import Page
from tests.app.folders import paths_in
from tests.fakes import ManualClock

EVENING = datetime.fromisoformat("2026-11-19T18:40:00+00:00")
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
class Lived:
    """The program, its window, and someone in front of it."""

    app: App
    window: MainWindow
    clock: ManualClock

    def add_baby(self, name: str) -> Baby:
        baby = Baby(BabyProfile(f"id-of-{name}", name))
        self.app.families.keep_baby(baby)
        return baby

    def massage(self, baby: Baby | None = None, note: str = "") -> str:
        """A massage that was given just now."""
        app, now = self.app, self.clock.wall()
        name = f"session-{len(self.sessions())}"
        plan = app.start_session("first-massage").plan
        occasion = Occasion(baby.id if baby else "")
        reflection = Reflection(note=note)
        app.entries.add(name, plan, now, now + timedelta(minutes=8), as_planned(plan), occasion, reflection)
        return name

    def sessions(self) -> list[str]:
        from companion.domain.entry_list import EVERYTHING

        return [entry.id for entry in self.app.entries.entries(EVERYTHING)]

    def days_later(self, days: float) -> None:
        self.clock.advance(days * 86400)

    def copy(self, why: Why = Why.START) -> Path:
        return self.app.vault.file_of(self.app.vault.back_up(why))

    def go_to_data(self) -> "Lived":
        self.window.go(Page.SETTINGS)
        self.click("Settings: Your data")
        return self

    def find(self, name: str, kind: type[W] = QWidget) -> W:
        """The visible widget with this accessible name."""
        QApplication.processEvents()
        named = [widget for widget in self.window.findChildren(kind) if widget.isVisible()]
        found = [widget for widget in named if widget.accessibleName() == name]
        assert found, (
            f"nothing visible is called {name!r}; there is {sorted({w.accessibleName() for w in named})}"
        )
        return found[-1]

    def click(self, name: str) -> None:
        QTest.mouseClick(self.find(name, QAbstractButton), Qt.MouseButton.LeftButton)

    def write(self, line: str, words: str) -> None:
        field = self.find(line, QLineEdit)
        field.clear()
        QTest.keyClicks(field, words)

    def choose(self, path: Path) -> None:
        """Choose a file or folder in the dialog that is open."""
        dialog = next(box for box in self.window.findChildren(QFileDialog) if box.isVisible())
        dialog.setDirectory(str(path.parent))
        dialog.fileSelected.emit(str(path))
        dialog.done(0)

    def reads(self) -> str:
        """All words on labels and buttons that can be seen."""
        QApplication.processEvents()
        parts = [*self.window.findChildren(QLabel), *self.window.findChildren(QAbstractButton)]
        return "\n".join(part.text() for part in parts if part.isVisible())


@contextmanager
def lived_in(folder: Path, size: tuple[int, int] = (1280, 800)) -> Generator[Lived]:
    """Someone in front of the real program, in a folder of its own."""
    clock = ManualClock(wall=EVENING)
    app = build(paths_in(folder), clock, audible=False, awake=False)
    context = replace(context_of(app, AtOnce()), open_data_folder=_nothing)
    window = open_window(context)
    window.resize(*size)
    window.show()
    try:
        yield Lived(app, window, clock)
    finally:
        window.close()
        app.close()


def _nothing() -> None:
    pass
