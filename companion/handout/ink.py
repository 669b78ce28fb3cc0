"""The colours of a printed page: what each is for, in colour and in black and white."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from PySide6.QtGui import QColor

from companion.domain.errors import CompanionError


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours by what they are for, each as ``#rrggbb``. ``strong`` marks headings, ``warn`` what to take care of;
    ``mark`` fills bars and dots, ``mark_pale`` and ``faint`` their lesser parts."""

    ink: str
    soft: str
    line: str
    strong: str
    pale: str
    warn: str
    warn_pale: str
    warn_line: str
    sand: str
    mark: str
    mark_pale: str
    faint: str


def read_ink(file: Path, *, mono: bool) -> Ink:
    """Read the page's colours. CompanionError ``theme-broken`` when the file is missing, broken or not complete."""
    table = "mono" if mono else "colour"
    try:
        ink = Ink(**tomllib.loads(file.read_text(encoding="utf-8"))[table])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise CompanionError("theme-broken", file=str(file), what=str(error)) from error
    for field in fields(ink):
        if not QColor.isValidColorName(str(getattr(ink, field.name))):
            raise CompanionError("theme-broken", file=str(file), what=f"{table}.{field.name}")
    return ink
