"""Knows how an event is written down: its kind as a word, and its fields but ``at`` as a JSON object."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, get_type_hints

from companion.domain import events as domain
from companion.domain.errors import CompanionError
from companion.domain.events import Event

KIND_OF: Mapping[type[Event], str] = MappingProxyType(
    {
        domain.MomentBegan: "moment-began",
        domain.RepetitionDone: "repetition-done",
        domain.MomentEnded: "moment-ended",
        domain.WaitBegan: "wait-began",
        domain.Paused: "paused",
        domain.Resumed: "resumed",
        domain.RestBegan: "rest-began",
        domain.RestEnded: "rest-ended",
        domain.TimeAdded: "time-added",
        domain.PaceSet: "pace-set",
        domain.CueNoted: "cue-noted",
        domain.CueSeen: "cue-seen",
        domain.Finished: "finished",
        domain.Stopped: "stopped",
    }
)
"""The word for each class of event. Words are in files of people: add, never rename."""

_CLASS_OF: Mapping[str, type[Event]] = MappingProxyType({kind: event for event, kind in KIND_OF.items()})


def encode(event: Event) -> tuple[float, str, str]:
    """An event as (at, kind, body); ``body`` is JSON. Raises ValueError for a number that is not finite."""
    body = {field.name: getattr(event, field.name) for field in fields(event) if field.name != "at"}
    return event.at, KIND_OF[type(event)], json.dumps(body, allow_nan=False, separators=(",", ":"))


def decode(at: float, kind: str, body: str) -> Event:
    """The event that was written down. A field that came later takes its default; all else must fit.

    Raises CompanionError ``diary-entry-unreadable`` with ``what``.
    """
    try:
        return made(at, kind, json.loads(body))
    except (ValueError, RecursionError) as error:
        raise CompanionError("diary-entry-unreadable", what=f"event {kind}: {error}") from error


def made(at: float, kind: str, body: dict[str, object]) -> Event:
    """The event of this kind with these fields. Raises CompanionError ``diary-entry-unreadable`` with ``what``."""
    event = _CLASS_OF.get(kind)
    if event is None:
        raise CompanionError("diary-entry-unreadable", what=f"event {kind}")
    try:
        values = _values(event, body)
    except (ValueError, TypeError, OverflowError) as error:
        raise CompanionError("diary-entry-unreadable", what=f"event {kind}: {error}") from error
    return event(at=at, **values)


def _values(event: type[Event], body: dict[str, object]) -> dict[str, Any]:
    wanted, required = _fields(event)
    given = set(body)
    if wrong := (given - wanted) | (required - given):
        raise ValueError(f"fields {sorted(wrong)}")
    types = _types(event)
    return {name: _value(types[name], value) for name, value in body.items()}


@cache
def _fields(event: type[Event]) -> tuple[frozenset[str], frozenset[str]]:
    """The names of all fields but ``at``, and of those that have no default."""
    known = [field for field in fields(event) if field.name != "at"]
    required = frozenset(field.name for field in known if field.default is MISSING)
    return frozenset(field.name for field in known), required


@cache
def _types(event: type[Event]) -> dict[str, type]:
    return get_type_hints(event)


def _value(wanted: type, given: object) -> object:
    if issubclass(wanted, Enum):
        return wanted(given)
    if wanted is float and type(given) is int:
        return float(given)
    if type(given) is not wanted:
        raise ValueError(f"{given!r} is not {wanted.__name__}")
    return given
