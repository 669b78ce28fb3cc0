"""A demonstration in a process of its own, told what to do line by line: python -m tests.end_to_end.clinic_show FOLDER.

Commands on standard input: ``key NAME`` (as Qt calls it), ``begin``, ``state``, ``grab NAME``, ``wait KEY VALUE``
(until the state has it), ``quit``. Each is answered by one line of JSON: the state.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from companion.domain.settings import Settings
from companion.ui.clinic.place import ClinicPlace
from companion.ui.main_window import open_window
from companion.ui.places import Page
from companion.ui.stage_show.audience_window import AudienceWindow
from tests.fakes import ManualClock, MemorySettings
from tests.ui.house import House

PATIENCE_MS = 20_000


class Stagehand(QObject):
    """Does what the lines say."""

    def __init__(self, folder: Path, audience: str) -> None:
        super().__init__()
        self.folder = folder
        self.clock = ManualClock()
        self.house = House(clock=self.clock, settings=MemorySettings(Settings(audience=audience)))
        self.window = open_window(self.house.context())
        own = QGuiApplication.primaryScreen().availableGeometry()
        self.window.setGeometry(own.adjusted(0, 0, 0, 0))
        self.window.show()
        self.window.activateWindow()
        self.window.go(Page.CLINIC)
        self.notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self.notifier.activated.connect(self.read)

    @property
    def place(self) -> ClinicPlace:
        place = self.window._made[Page.CLINIC]
        assert isinstance(place, ClinicPlace)
        return place

    def read(self) -> None:
        """One line after another; none is begun while another one waits for something."""
        self.notifier.setEnabled(False)
        for line in os.read(sys.stdin.fileno(), 65536).decode().splitlines() or ["quit"]:
            word, _, rest = line.partition(" ")
            if word == "quit":
                self.window.close()
                QApplication.quit()
                return
            getattr(self, f"do_{word}")(rest)
            print(json.dumps(self.state()), flush=True)
        self.notifier.setEnabled(True)

    def do_begin(self, source: str) -> None:
        for name in filter(None, source.split(",")):
            self.find(name).click()
        self.find("Begin demonstration").click()

    def do_key(self, name: str) -> None:
        """A press and its release, to the window that has the keys, a good while after the last one."""
        self.clock.advance(0.4)
        key = getattr(Qt.Key, f"Key_{name}")
        text = name.lower() if len(name) == 1 else "." if name == "Period" else ""
        target = QGuiApplication.focusWindow()
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(target, event)
        QApplication.processEvents()

    def do_state(self, _rest: str) -> None:
        QApplication.processEvents()

    def do_wait(self, wish: str) -> None:
        name, _, value = wish.partition(" ")
        clock = QElapsedTimer()
        clock.start()
        while str(self.state().get(name)) != value and clock.elapsed() < PATIENCE_MS:
            QApplication.processEvents()

    def do_grab(self, name: str) -> None:
        """Pictures of both windows."""
        QApplication.processEvents()
        self.window.grab().save(str(self.folder / f"{name}-presenter.png"))
        family = self.family()
        if family is not None:
            family.grab().save(str(self.folder / f"{name}-family.png"))

    def family(self) -> AudienceWindow | None:
        return self.place.director.family.window if self.place.director else None

    def find(self, name: str) -> QAbstractButton:
        for button in self.window.findChildren(QAbstractButton):
            if button.accessibleName() == name and button.isVisible():
                return button
        raise AssertionError(name)

    def state(self) -> dict[str, object]:
        director, family = self.place.director, self.family()
        told: dict[str, object] = {
            "screens": sorted(screen.name() for screen in QGuiApplication.screens()),
            "own": self.window.screen().name(),
            "active": name_of(QApplication.activeWindow(), self.window),
            "window": int(self.window.winId()),
            "running": director is not None,
        }
        if director is not None:
            show = director.show
            told |= {
                "stroke": show.item.stroke,
                "at": show.at,
                "blank": show.blank,
                "frozen": show.frozen,
                "one_screen": director.screen.is_one_screen,
                "family": family.screen().name() if family else "",
                "family_fills": bool(
                    family and family.isVisible() and family.geometry() == family.screen().geometry()
                ),
                "family_dark": bool(family and family.view.is_blank),
                "family_shows": family.view.panel.accessibleName() if family else "",
            }
        return told


def name_of(widget: QWidget | None, window: QWidget) -> str:
    return "none" if widget is None else "presenter" if widget is window else "other"


def main() -> None:
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    stagehand = Stagehand(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
    print(json.dumps(stagehand.state()), flush=True)
    app.exec()


if __name__ == "__main__":
    main()
