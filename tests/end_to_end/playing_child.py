"""Opens the real window on real files, plays, and says what it has shown, until it is killed.

Time runs ``SPEED`` times as fast as the machine's. It tells ``("shown", number of events so far)`` once the screen has
them, and ``("place", number of events, moment, natural seconds)`` after each command and each look at the clock.
"""

import os
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from companion.domain.events import Event

Command = Callable[[Callable[[], list[Event]]], None]
SPEED = 6.0
BOUNCE = 0.3
PRESSES = ("Right", "Left", "S", "B", "E", "1", "2", "Space", "R", "Plus", "Space", "F1", "Escape")


def play_on(home: Path, cache: Path, tell: Connection, seed: int) -> None:
    """Start the program as a person does, begin or carry on, press keys now and then; never come back."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from companion.app.clocks import SystemClock
    from companion.app.paths import Paths
    from companion.app.window import context_of
    from companion.app.wiring import build
    from companion.domain.plan import compile_plan
    from companion.services.diary import new_session
    from companion.services.playback import Playback, open_playback
    from companion.ui.background import Background
    from companion.ui.main_window import open_window
    from tests.ui.house import ROOT

    chance = random.Random(seed)
    real = SystemClock()
    began = real.now()

    class QuickClock:
        """Seconds that go by sooner."""

        def now(self) -> float:
            return began + (real.now() - began) * SPEED

        def wall(self) -> datetime:
            return real.wall() + timedelta(seconds=(real.now() - began) * (SPEED - 1))

    clock = QuickClock()
    qt = QApplication.instance() or QApplication([])
    app = build(Paths(ROOT / "data", ROOT / "media", home, cache), clock, audible=False, awake=False)
    window = open_window(context_of(app, Background()))
    window.show()
    settings = app.settings.load()

    def session() -> Playback:
        left = app.unfinished()
        if left is not None:
            return app.carry_on(left)
        plan = compile_plan(app.library.routines["first-massage"], app.library.strokes)
        opened = new_session(plan, app.library.words, settings, lambda: f"session-{seed}")
        return open_playback(opened, app.ports, app.library.words, settings)

    window.play(session)
    presenter = window._flow.presenter
    assert presenter
    playing = presenter._playing
    shown = len(app.ports.journal.events(playing.session))
    tell.send(("session", playing.session))

    def told(event: Event, first: Callable[[Event], None] = presenter._tell) -> None:
        nonlocal shown
        first(event)
        shown += 1
        tell.send(("shown", shown))

    def done(command: Callable[[], list[Event]], first: Command = presenter._do) -> None:
        first(command)
        state = playing.state()
        tell.send(("place", shown, state.index, state.elapsed))

    def press() -> None:
        key = chance.choice(PRESSES)
        QTest.keyClick(window.focusWidget() or window, getattr(Qt.Key, f"Key_{key}"))

    presenter._tell = told
    presenter._do = done
    timer = QTimer()
    timer.timeout.connect(press)
    timer.start(chance.choice([80, 150, 400]))
    qt.exec()
