"""What the command line orders of every photographer of screens: FOLDER [WIDTHxHEIGHT] [TEXT SCALE] [day|night]."""

import sys
from dataclasses import dataclass
from pathlib import Path

from companion.domain.settings import ThemeChoice


@dataclass(frozen=True, slots=True)
class Order:
    """Where the pictures go, how large the window is, how large the text, and in which light."""

    folder: Path
    size: tuple[int, int]
    scale: float
    theme: ThemeChoice


def ordered() -> Order:
    """The order of this command line; its folder is there when this returns."""
    said = dict(enumerate(sys.argv))
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    width, height = (int(part) for part in said.get(2, "1280x800").split("x"))
    return Order(folder, (width, height), float(said.get(3, "1")), ThemeChoice(said.get(4, "day")))
