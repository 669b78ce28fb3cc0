"""Shows the whole program, minimised, and says what happens: ``open_window.py HOME``."""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from companion.app import window
from companion.app.doorbell import Doorbell
from companion.app.paths import usual_paths


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


if __name__ == "__main__":
    os.environ["COMPANION_HOME"] = sys.argv[1]
    window.Doorbell = ToldDoorbell  # pyright: ignore[reportPrivateImportUsage]
    sys.exit(window.show_window(usual_paths(Path(sys.argv[1]))))
