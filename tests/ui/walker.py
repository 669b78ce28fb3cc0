"""Someone in front of the window: finds things by what they are called, clicks, presses keys, lets time go by."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from companion.domain.player import Phase, PlayerState
from companion.ui.main_window import MainWindow
from companion.ui.player.presenter import PlayerPresenter
from companion.ui.player.stage import Stage
from companion.ui.widgets.text import FittedText
from tests.fakes import ManualClock
from tests.ui.house import House

# Media keys have no character, which the test library of Qt warns of.
QTEST_KNOWS = range(Qt.Key.Key_Escape, Qt.Key.Key_F35)
W = TypeVar("W", bound=QWidget)


class Walker:
    """Walks through one window."""

    def __init__(self, house: House, window: MainWindow, qtbot: QtBot) -> None:
        self.house = house
        self.window = window
        self._qtbot = qtbot

    @property
    def presenter(self) -> PlayerPresenter:
        presenter = self.window._flow.presenter
        assert presenter is not None, "no session is being played"
        return presenter

    @property
    def state(self) -> PlayerState:
        return self.presenter._playing.state()

    @property
    def phase(self) -> Phase:
        return self.state.phase

    def find(self, name: str, kind: type[W] = QWidget) -> W:
        """The visible widget with this accessible name."""
        for widget in self.window.findChildren(kind):
            if widget.accessibleName() == name and widget.isVisible():
                return widget
        raise AssertionError(f"nothing visible is called {name!r}; there is {sorted(set(self.names()))}")

    def names(self) -> Iterator[str]:
        for widget in self.window.findChildren(QWidget):
            if widget.isVisible() and widget.accessibleName():
                yield widget.accessibleName()

    def sees(self, name: str) -> bool:
        return name in set(self.names())

    def reads(self) -> str:
        """All words that can be seen."""
        labels = [part.text() for part in self.window.findChildren(QLabel) if part.isVisible()]
        fitted = [part.text() for part in self.window.findChildren(FittedText) if part.isVisible()]
        buttons = [part.text() for part in self.window.findChildren(QAbstractButton) if part.isVisible()]
        stages = [
            part.accessibleDescription() for part in self.window.findChildren(Stage) if part.isVisible()
        ]
        return "\n".join(labels + fitted + buttons + stages + list(self.names()))

    def click(self, name: str) -> None:
        self._qtbot.mouseClick(self.find(name, QAbstractButton), Qt.MouseButton.LeftButton)

    def double_click(self, name: str) -> None:
        """The second half of a double click, whose first half led here."""
        self._qtbot.mouseDClick(self.find(name, QAbstractButton), Qt.MouseButton.LeftButton)

    def tap_picture(self, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        stage = next(stage for stage in self.window.findChildren(Stage) if stage.isVisible())
        self._qtbot.mouseClick(stage, button, pos=QPoint(200, 300))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keys go just now, a good while after the last one."""
        self.let_pass(0.3)
        self.bounce(key, modifiers)

    def bounce(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key at once."""
        target = self.window.focusWidget() or self.window
        if key < Qt.Key.Key_Escape or key in QTEST_KNOWS:
            self._qtbot.keyClick(target, key, modifiers)
        else:
            QApplication.sendEvent(target, QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers))

    def let_pass(self, seconds: float) -> None:
        """Time goes by, and is told to whoever plays."""
        clock = self.house.clock
        assert isinstance(clock, ManualClock)
        while seconds > 1e-9:
            step = min(0.2, seconds)
            clock.advance(step)
            if self.window._flow.presenter is not None and self.window._flow.presenter.is_ticking:
                self.window._flow.presenter.tick()
            seconds -= step

    def sleep_machine(self, seconds: float) -> None:
        """Time goes by and nobody is told until the end."""
        clock = self.house.clock
        assert isinstance(clock, ManualClock)
        clock.advance(seconds)
        self.presenter.tick()

    def begin(self) -> None:
        """From Today into the first massage, all being well."""
        self.click("Begin")
        self.all_fine()

    def all_fine(self) -> None:
        """Through today's check and the plan into play."""
        self.click("All fine today")
        self.click("Begin")

    def reach_step(self, step: int, into: float = 0.0) -> None:
        """On to the touch of a step, counted from 0, and so many seconds into it."""
        while self.state.moment.step < step:
            self.key(Qt.Key.Key_PageDown)
        timeline = self.presenter._playing.timeline
        while self.state.index < timeline.cores[step]:
            self.let_pass(0.2)
        self.let_pass(into)
