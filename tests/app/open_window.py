"""Shows the whole program, minimised, and says what happens: ``open_window.py HOME [PASSCODE]``."""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from companion.app import window
from companion.app.doorbell import Doorbell
from companion.app.paths import usual_paths
from companion.ui.keeping.unlock import UnlockWindow


class ToldDoorbell(Doorbell):
    """Says when it listens, and what the window looks like after it rang."""

    def listen(self) -> None:
        super().listen()
        for shown in windows():
            shown.showMinimized()
        self.rang.connect(tell_soon)
        print("listening", flush=True)


def windows() -> list[QMainWindow]:
    return [shown for shown in QApplication.topLevelWidgets() if isinstance(shown, QMainWindow)]


def tell_soon(_token: str) -> None:
    QTimer.singleShot(0, tell)


def tell() -> None:
    minimised = any(shown.isMinimized() for shown in windows())
    print(json.dumps({"rang": True, "minimised": minimised}), flush=True)


def unlock_soon(passcode: str) -> None:
    """Write the passcode as soon as the window that asks for it is there."""
    timer = QTimer(QApplication.instance())

    def look() -> None:
        for asking in QApplication.topLevelWidgets():
            if isinstance(asking, UnlockWindow) and asking.isVisible():
                timer.stop()
                print("asked", flush=True)
                line = next(part for part in asking.findChildren(QLineEdit) if part.isVisible())
                QTest.keyClicks(line, passcode)
                QTest.keyClick(line, Qt.Key.Key_Return)

    timer.timeout.connect(look)
    timer.start(10)


class AskedApplication(QApplication):
    """An application in which somebody knows the passcode."""

    def __init__(self, words: list[str]) -> None:
        super().__init__(words)
        unlock_soon(sys.argv[2])


if __name__ == "__main__":
    if len(sys.argv) > 2:
        window.QApplication = AskedApplication  # pyright: ignore[reportPrivateImportUsage]
    os.environ["COMPANION_HOME"] = sys.argv[1]
    window.Doorbell = ToldDoorbell  # pyright: ignore[reportPrivateImportUsage]
    sys.exit(window.show_window(usual_paths(Path(sys.argv[1]))))
