"""Gives each colour role its colour: skin tones for baby and caregiver, by day, at night, in contrast, in print."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtGui import QColor

from companion.domain.errors import CompanionError
from companion.domain.figure.drawing import Role

TONES = (1, 2, 3, 4, 5, 6)
APART = 0.24
"""How far hands go from a baby of their own tone: towards the line, and from a deep one towards the light."""
DEEP = 0.46
PALE = 0.6
"""How much of its own colour pale skin loses to grey."""


class Scheme(StrEnum):
    """The light or the paper that the figure is made for."""

    DAY = "day"
    NIGHT = "night"
    HIGH_CONTRAST = "high-contrast"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Colours:
    """What ``data/themes/figure.toml`` says, as it was read."""

    tones: Mapping[str, Mapping[str, str]]
    schemes: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Palette:
    """A colour for every role."""

    colours: Mapping[Role, QColor]

    def __getitem__(self, role: Role) -> QColor:
        """The colour of a role."""
        return self.colours[role]


def read_colours(path: Path) -> Colours:
    """Read the figure's colours. CompanionError ``figure-colours-unreadable`` when the file is missing or broken."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        colours = Colours(table["tones"], table["schemes"])
        for scheme in Scheme:
            for tone in TONES:
                palette(colours, scheme, tone, tone)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as problem:
        raise CompanionError("figure-colours-unreadable", file=str(path), reason=str(problem)) from problem
    return colours


def palette(colours: Colours, scheme: Scheme, baby_tone: int = 2, adult_tone: int = 4) -> Palette:
    """The palette of a scheme for tones 1 (lightest) to 6 (deepest); tones out of that range are brought into it."""
    table = colours.schemes[scheme.value]
    baby = _tone(colours, table, baby_tone, "baby")
    adult = _tone(colours, table, adult_tone, "adult")
    if adult["fill"] == baby["fill"] and "line" not in table:  # black lines tell them apart anyhow
        adult = _told_apart(adult)
    found: dict[Role, QColor] = {
        Role.SKIN: baby["fill"],
        Role.SKIN_LINE: baby["line"],
        Role.SKIN_SHADE: baby["shade"],
        Role.CHEEK: _with_alpha(baby["cheek"], table["cheek_alpha"]),
        Role.HAIR: baby["hair"],
        Role.INK: baby["ink"],
        Role.ADULT: adult["fill"],
        Role.ADULT_LINE: adult["line"],
        Role.ADULT_SHADE: adult["shade"],
        Role.HALO: _with_alpha(_colour(table["halo"]), table["halo_alpha"]),
        Role.PALLOR: _mixed(baby["fill"], _colour(table["pallor"]), PALE),
        Role.SHADOW: _with_alpha(_colour(table["shadow"]), table["shadow_alpha"]),
    }
    for role in Role:
        if role not in found:
            found[role] = _colour(table[role.value])
    return Palette(MappingProxyType(found))


def _tone(colours: Colours, table: Mapping[str, Any], tone: int, who: str) -> dict[str, QColor]:
    key = str(min(max(tone, TONES[0]), TONES[-1]))
    known = colours.tones[key]
    out: dict[str, QColor] = {}
    for name, value in known.items():
        own = table.get(name)
        if name == "fill":
            own = table.get(who) or table.get("fills", {}).get(key)
        colour = _colour(own if own is not None else value)
        out[name] = _mixed(colour, _colour(table["dim"]), table["dim_by"]) if "dim" in table else colour
    return out


def _told_apart(tone: dict[str, QColor]) -> dict[str, QColor]:
    """Hands of the baby's own tone, a shade away from it, so that they are seen on the baby."""
    towards = tone["shade"] if tone["fill"].lightnessF() < DEEP else tone["line"]
    return tone | {"fill": _mixed(tone["fill"], towards, APART)}


def _colour(name: str) -> QColor:
    colour = QColor(name)
    if not colour.isValid():
        raise ValueError(f"{name} is not a colour")
    return colour


def _with_alpha(colour: QColor, alpha: float) -> QColor:
    out = QColor(colour)
    out.setAlphaF(alpha)
    return out


def _mixed(colour: QColor, other: QColor, share: float) -> QColor:
    return QColor(
        round(colour.red() + (other.red() - colour.red()) * share),
        round(colour.green() + (other.green() - colour.green()) * share),
        round(colour.blue() + (other.blue() - colour.blue()) * share),
    )
