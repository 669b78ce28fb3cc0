"""Somebody who demonstrates, with a second display that is plugged in and pulled out by a test."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication

from companion.domain.demonstration import Demonstration
from companion.ui.clinic.place import ClinicPlace
from companion.ui.places import Page
from companion.ui.stage_show.audience_window import AudienceWindow
from companion.ui.stage_show.director import Director
from companion.ui.stage_show.displays import HERE, Display, display_of
from tests.ui.walker import Walker


class Plugs:
    """A display that comes and goes; its window lies on the only screen that the machine has."""

    def __init__(self, *, plugged: bool) -> None:
        self._plugged = plugged
        self._heard: list[Callable[[], None]] = []

    def listen(self, heard: Callable[[], None]) -> None:
        self._heard.append(heard)

    def ignore(self, heard: Callable[[], None]) -> None:
        self._heard.remove(heard)

    def for_family(self, own: QScreen | None, remembered: str) -> QScreen | None:
        return own if self._plugged and remembered != HERE else None

    def others(self, own: QScreen | None) -> Sequence[Display]:
        return [display_of(own)] if self._plugged and own is not None else []

    @property
    def is_heard(self) -> bool:
        return bool(self._heard)

    def plug(self, *, plugged: bool) -> None:
        self._plugged = plugged
        for heard in tuple(self._heard):
            heard()


class Therapist:
    """Demonstrates in the window of a walker."""

    def __init__(self, walker: Walker, plugs: Plugs) -> None:
        self.walker = walker
        self.plugs = plugs
        walker.window.go(Page.CLINIC)

    @property
    def place(self) -> ClinicPlace:
        place = self.walker.window._made[Page.CLINIC]
        assert isinstance(place, ClinicPlace)
        return place

    @property
    def director(self) -> Director:
        assert self.place.director is not None, "nothing is being shown"
        return self.place.director

    @property
    def show(self) -> Demonstration:
        return self.director.show

    @property
    def family(self) -> AudienceWindow:
        window = self.director.family.window
        assert window is not None, "the family has no window"
        return window

    def begin(self, *choices: str) -> None:
        for name in choices:
            self.walker.click(name)
        self.walker.click("Begin demonstration")
        QApplication.processEvents()

    def key(self, *keys: Qt.Key) -> None:
        """Presses, each a good while after the one before, where the keys go just now."""
        for key in keys:
            self.walker.key(key)
