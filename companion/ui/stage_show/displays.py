"""The displays there are, by what they are and not by where they are plugged in, and which one is the family's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen

HERE = "here"
"""Kept instead of a display's identity: the family looks at the presenter's own window."""
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Display:
    """One display: ``identity`` is the same each time it is plugged in, ``title`` is how people know it."""

    identity: str
    title: str


class Displays(QObject):
    """Tells by ``changed`` that a display came, went or moved."""

    changed = Signal()

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__()
        application.screenAdded.connect(self._see)
        application.screenRemoved.connect(self.changed)
        application.primaryScreenChanged.connect(self.changed)
        for screen in application.screens():
            screen.geometryChanged.connect(self.changed)

    def listen(self, heard: Callable[[], None]) -> None:
        """Call ``heard`` whenever a display came, went or moved."""
        self.changed.connect(heard)

    def ignore(self, heard: Callable[[], None]) -> None:
        """Call it no more."""
        self.changed.disconnect(heard)

    def for_family(self, own: QScreen | None, remembered: str) -> QScreen | None:
        """The display that the family looks at when the presenter's is ``own``; None: the presenter's window."""
        return family_screen(QGuiApplication.screens(), own, remembered)

    def others(self, own: QScreen | None) -> Sequence[Display]:
        """All that the family might look at."""
        return [display_of(screen) for screen in _others(QGuiApplication.screens(), own)]

    def _see(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)
        self.changed.emit()


class Screen(Protocol):
    """What we ask of a screen; QScreen is one."""

    def name(self) -> str: ...
    def manufacturer(self) -> str: ...
    def model(self) -> str: ...
    def serialNumber(self) -> str: ...  # noqa: N802 - Qt's name
    def geometry(self) -> QRect: ...


Some = TypeVar("Some", bound=Screen)


def display_of(screen: Screen) -> Display:
    """What a screen is called, and by what it is known again: name, model and serial number."""
    facts = (screen.name(), screen.model(), screen.serialNumber())
    identity = "|".join(part.replace("|", " ").strip() for part in facts)
    identity = "".join(sign for sign in identity if sign.isprintable())
    title = " ".join(filter(None, (screen.manufacturer(), screen.model()))).strip() or screen.name()
    return Display(identity[:LONGEST], title)


def family_screen(screens: Sequence[Some], own: Some | None, remembered: str) -> Some | None:
    """The screen for the family: the one that was chosen before, else the first that is not the presenter's ``own``;
    None when there is no other, or when the presenter's window was chosen."""
    if remembered == HERE:
        return None
    others = _others(screens, own)
    known = [screen for screen in others if display_of(screen).identity == remembered]
    return next(iter(known or others), None)


def _others(screens: Sequence[Some], own: Some | None) -> list[Some]:
    """All but the presenter's own. Two displays that show the same picture are one to us: there a family's window
    would lie on the presenter's."""
    return [screen for screen in screens if own is None or screen.geometry() != own.geometry()]
