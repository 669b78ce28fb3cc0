"""A session in the real window, 1280x800: share of one core at play, key to visible change, and stillness at rest.

Runs on a screen of its own (Xvfb) when there is one, else offscreen. The clock is the machine's; it jumps ahead before
each press, so that no press counts as a bounce.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from benchmarks.displays import virtual_screen
from companion.app.clocks import SystemClock
from companion.app.garbage import Sweeper
from companion.app.paths import usual_paths
from companion.app.window import context_of
from companion.app.wiring import App, build
from companion.domain.settings import Settings
from companion.ui.background import Background
from companion.ui.main_window import MainWindow, open_window
from companion.ui.player.screen import PlayerScreen
from companion.ui.player.stage import Stage
from companion.ui.widgets.breath import Breath

PRESSES = 80
NOES = 20
PLAY_SECONDS = 6.0
STILL_SECONDS = 2.0
PATIENCE = 5.0
BOUNCE = 0.3
STEPS_TO_A_STROKE = 5


class JumpingClock:
    """The machine's clock, some seconds ahead."""

    def __init__(self) -> None:
        self._real = SystemClock()
        self._ahead = 0.0

    def now(self) -> float:
        return self._real.now() + self._ahead

    def wall(self) -> datetime:
        return self._real.wall()

    def jump(self, seconds: float) -> None:
        self._ahead += seconds


class Paints(QObject):
    """Counts paint events of the widgets in a window."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.breaths = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.count += 1
            self.breaths += isinstance(watched, Breath)
        return False


def until(qt: QApplication, done: Callable[[], bool]) -> None:
    end = time.perf_counter() + PATIENCE
    while not done():
        if time.perf_counter() > end:
            raise RuntimeError("what was waited for never came")
        qt.processEvents()


def spend(seconds: float) -> None:
    """Let the program run as it would, sleeping between its events."""
    QTest.qWait(round(seconds * 1000))


def key_to_change(qt: QApplication, player: PlayerScreen, clock: JumpingClock, paints: Paints) -> list[float]:
    """Milliseconds from a press to the end of the painting that it caused."""
    spent: list[float] = []
    for number in range(PRESSES):
        clock.jump(BOUNCE)
        qt.processEvents()
        paints.count = 0
        started = time.perf_counter()
        QTest.keyClick(player, Qt.Key.Key_PageUp if number % 2 else Qt.Key.Key_PageDown)
        until(qt, lambda: paints.count > 0)
        spent.append((time.perf_counter() - started) * 1000)
    return sorted(spent)


def no_to_rest(qt: QApplication, player: PlayerScreen, clock: JumpingClock, paints: Paints) -> list[float]:
    """Milliseconds from "baby says no" until resting hands and the breathing circle stand on the screen."""
    spent: list[float] = []
    for _ in range(NOES):
        clock.jump(BOUNCE)
        qt.processEvents()
        paints.breaths = 0
        started = time.perf_counter()
        QTest.keyClick(player, Qt.Key.Key_S)
        until(qt, lambda: paints.breaths > 0)
        spent.append((time.perf_counter() - started) * 1000)
        clock.jump(BOUNCE)
        QTest.keyClick(player, Qt.Key.Key_B)
        spend(0.1)
    return spent


def measure(qt: QApplication, app: App, window: MainWindow, clock: JumpingClock) -> None:
    paints = Paints()
    qt.installEventFilter(paints)
    window.show()
    until(qt, lambda: paints.count > 0)
    spend(STILL_SECONDS)
    paints.count = 0
    spend(STILL_SECONDS)
    today = paints.count

    window.play(lambda: app.start_session("first-massage"))
    player = window.findChild(PlayerScreen)
    assert isinstance(player, PlayerScreen)
    for _ in range(STEPS_TO_A_STROKE):
        clock.jump(BOUNCE)
        QTest.keyClick(player, Qt.Key.Key_PageDown)
    spend(1.0)
    assert "baby’s right leg" in label_texts(player)
    stage = next(stage for stage in player.findChildren(Stage) if stage.isVisible())
    qt.removeEventFilter(paints)  # to be asked about every event would cost more than the events
    frames = Paints()
    stage.installEventFilter(frames)
    started, cpu = time.perf_counter(), time.process_time()
    spend(PLAY_SECONDS)
    wall, share = time.perf_counter() - started, time.process_time() - cpu
    tell("playing", core_percent=share / wall * 100, frames_per_second=frames.count / wall)
    qt.installEventFilter(paints)

    spent = key_to_change(qt, player, clock, paints)
    tell("keys", median_ms=statistics.median(spent), p95_ms=spent[int(len(spent) * 0.95)], worst_ms=spent[-1])
    noes = no_to_rest(qt, player, clock, paints)
    tell("rest", first_ms=noes[0], median_ms=statistics.median(noes), worst_ms=max(noes))

    clock.jump(BOUNCE)
    QTest.keyClick(player, Qt.Key.Key_Space)
    spend(1.0)
    paints.count = 0
    spend(STILL_SECONDS)
    tell("stillness", paints_on_today=today, paints_when_paused=paints.count)


def label_texts(player: PlayerScreen) -> str:
    """All that stands on the screen: what is measured is a stroke, not a wait."""
    return " ".join(label.text() for label in player.findChildren(QLabel)).lower()


def tell(name: str, **figures: float) -> None:
    print(json.dumps({"name": name, **{key: round(value, 2) for key, value in figures.items()}}), flush=True)


def main() -> int:
    with tempfile.TemporaryDirectory() as home, virtual_screen() as display:
        if display:
            os.environ |= {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
        else:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        qt = QApplication(sys.argv[:1])
        sweeper = Sweeper()
        sweeper.begin()  # as the window does
        clock = JumpingClock()
        app = build(usual_paths(Path(home)), clock)
        app.settings.save(Settings(lead_in=0.0))
        window = open_window(context_of(app, Background()))
        try:
            measure(qt, app, window, clock)
        finally:
            window.close()
            app.close()
            qt.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
