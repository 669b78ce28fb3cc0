"""What can be printed or saved as a PDF, how, and who does it: the composition root gives the screens a ``Papers``."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QPagedPaintDevice

from companion.services.report import Goal


@dataclass(frozen=True, slots=True)
class HandoutWish:
    """The handout of a routine."""

    routine: str


@dataclass(frozen=True, slots=True)
class ReportWish:
    """The report over so many ``weeks``, today the last day; of one ``baby`` ("": of all), measured at a ``goal``."""

    weeks: int = 4
    baby: str = ""
    nickname: str = ""
    goal: Goal | None = None


@dataclass(frozen=True, slots=True)
class DaysWish:
    """The day and time chart of two weeks, today the last day, of one ``baby``."""

    baby: str
    nickname: str = ""


PaperWish = HandoutWish | ReportWish | DaysWish


@dataclass(frozen=True, slots=True)
class PaperLook:
    """On which paper, and whether in black and white."""

    letter: bool = False
    mono: bool = False


class Papers(Protocol):
    """Makes papers. ``write`` and ``print_on`` are slow: call them off the window's thread.

    They raise CompanionError: ``paper-not-written``, and what opening the diary may raise.
    """

    def write(self, wish: PaperWish, how: PaperLook, file: Path) -> None:
        """Write a PDF in one step; a file that was there stays as it was when this fails."""
        ...

    def print_on(self, wish: PaperWish, how: PaperLook, device: QPagedPaintDevice) -> None:
        """Paint all pages on a printer."""
        ...

    def show(self, file: Path) -> bool:
        """Open a file in the system's viewer; False when there is none. For the window's thread."""
        ...
