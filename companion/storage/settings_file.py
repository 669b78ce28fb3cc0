"""Knows how settings are kept in a JSON file that a person may edit, and what becomes of a value that is no good."""

import json
import logging
import math
import re
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast

from companion.domain.clock import Clock
from companion.domain.errors import CompanionError
from companion.domain.settings import Settings
from companion.storage.faults import is_full
from companion.storage.files import dated_name, sync_folder, write_whole

log = logging.getLogger(__name__)

LIMITS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "lead_in": (0.0, 120.0),
        "pace": (0.25, 4.0),
        "voice_volume": (0.0, 1.0),
        "chime_volume": (0.0, 1.0),
        "tick_volume": (0.0, 1.0),
        "text_scale": (0.5, 4.0),
        "baby_tone": (0, 99),
        "adult_tone": (0, 99),
        "reminder_minute": (0, 24 * 60 - 1),
        "quiet_from": (0, 24 * 60 - 1),
        "quiet_until": (0, 24 * 60 - 1),
    }
)
"""Lowest and highest sane value of each number: wider than the screens offer, narrow enough to survive."""

PART_LIMITS = (0, 1000)
"""The same for each number in a part of the settings (those of the clinic): which values count is told by their
ranges."""

_WORDS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "language": re.compile(r"[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*"),
        "baby": re.compile(r"[A-Za-z0-9-]{0,64}"),
        "caregiver": re.compile(r"[A-Za-z0-9-]{0,64}"),
        "region": re.compile(r"[a-z-]{1,40}"),
        "first": re.compile(r"(\d{4}-\d{2}-\d{2})?"),
        "verified": re.compile(r"(\d{4}-\d{2}-\d{2})?"),
    }
)
"""What each setting that is a word looks like: the name of a language, or an id."""

_NUMBER = re.compile(r"[^\x00-\x1f\x7f]{0,120}")
"""What every other word looks like: one line, such as a telephone number as people write it."""

Part = TypeVar("Part")


class SettingsFile:
    """The SettingsStore port on a JSON file."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    def load(self) -> Settings:
        """Stored settings; each value that is unknown or unreadable falls back to its default on its own.

        Never raises. A file that is no JSON object is kept aside as ``settings.broken-DATE.json``.
        """
        return _filled(Settings(), self._stored())

    def save(self, settings: Settings) -> None:
        """Write to a temporary file, fsync, rename; keys of a newer version that the file held are kept.

        Raises CompanionError ``settings-unwritable`` (folder) or ``disk-full`` (folder); the old file then stands.
        """
        content = _over(self._stored(), asdict(settings))
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path.resolve(), (json.dumps(content, indent=2) + "\n").encode())
        except OSError as error:
            key = "disk-full" if is_full(error) else "settings-unwritable"
            raise CompanionError(key, folder=str(self._path.parent)) from error

    def _stored(self) -> dict[str, object]:
        """What the file holds; a file that holds nothing of use is kept aside first, so that no save replaces it."""
        try:
            stored: object = json.loads(self._path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            log.warning("the settings file cannot be read: %s", type(error).__name__)
            stored = None
        if isinstance(stored, dict):
            return cast("dict[str, object]", stored)
        self._keep_aside()
        return {}

    def _keep_aside(self) -> None:
        try:
            kept = dated_name(self._path, "broken", self._clock.wall().date())
            self._path.rename(kept)
            sync_folder(self._path.parent)
        except OSError as error:
            log.warning("broken settings could not be kept aside: %s", error.strerror)
        else:
            log.warning("broken settings are kept as %s", kept.name)


def _filled(part: Part, stored: Mapping[str, object]) -> Part:
    """A part of the settings with what is stored of it; what is no good falls back on its own."""
    for field in fields(cast("Any", part)):
        if field.name in stored:
            try:
                value = _value(field.name, field.default, stored[field.name])
                part = replace(cast("Any", part), **{field.name: value})
            except (ValueError, OverflowError) as error:
                log.warning("setting %s falls back to its default: %s", field.name, error)
    return part


def _over(stored: Mapping[str, object], said: Mapping[str, object]) -> dict[str, object]:
    """What is said now on top of what was stored, part by part: what only a newer version knows stays."""
    both = dict(stored)
    for name, value in said.items():
        before = stored.get(name)
        if isinstance(value, dict) and isinstance(before, dict):
            both[name] = _over(cast("dict[str, object]", before), cast("dict[str, object]", value))
        else:
            both[name] = value
    return both


def _value(name: str, default: object, given: object) -> object:
    """``given`` as the setting's own type. Raises ValueError when it does not fit."""
    if is_dataclass(default):
        if not isinstance(given, dict):
            raise ValueError("no part of the settings")
        return _filled(default, cast("dict[str, object]", given))
    if isinstance(default, Enum):
        return type(default)(given)
    if isinstance(default, float) and type(given) is int:
        given = float(given)
    if type(given) is not type(default):
        raise ValueError(f"{type(given).__name__} is not {type(default).__name__}")
    if isinstance(given, str) and not _WORDS.get(name, _NUMBER).fullmatch(given):
        raise ValueError("not such a word")
    if isinstance(given, int | float) and not isinstance(given, bool):
        lowest, highest = LIMITS.get(name, PART_LIMITS)
        if not (math.isfinite(given) and lowest <= given <= highest):
            raise ValueError(f"outside {lowest} to {highest}")
    return given
