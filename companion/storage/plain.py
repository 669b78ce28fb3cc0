"""Knows how frozen values of the domain are written as JSON, and reads back what was written or nothing at all."""

import json
import math
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

Json = Any
"""What ``json`` makes of a text: dict, list, str, int, float, bool or None."""


def written(value: object) -> str:
    """A value as JSON, the same text for equal values. Fields at their default are left out, for good: the default
    of a field that is stored must never change. Raises ValueError for a number that is not finite."""
    return json.dumps(plain(value), allow_nan=False, ensure_ascii=False, separators=(",", ":"))


def read(kind: type[T], text: str) -> T:
    """The value that was written. Raises ValueError for anything else, with what is wrong."""
    try:
        found = json.loads(text, parse_constant=_refused)
        return cast("T", _value(kind, found))
    except (TypeError, OverflowError, RecursionError) as error:
        raise ValueError(str(error)) from error


def plain(value: object) -> Json:
    """A value as ``json`` takes it."""
    match value:
        case Enum():
            return value.value
        case str():
            return clean(value)
        case datetime() | date():
            return value.isoformat()
        case tuple():
            return [plain(item) for item in cast("tuple[object, ...]", value)]
        case frozenset():
            return sorted(plain(item) for item in cast("frozenset[object]", value))
        case _ if is_dataclass(value):
            told = {field.name: getattr(value, field.name) for field in fields(value)}
            kept = {f.name for f in fields(value) if f.default is MISSING or told[f.name] != f.default}
            return {name: plain(content) for name, content in told.items() if name in kept}
        case _:
            return value


def clean(text: str) -> str:
    """Text that can be stored: half a symbol from a broken keyboard is no reason to fail."""
    return text.encode(errors="replace").decode()


def _refused(constant: str) -> float:
    raise ValueError(f"{constant} is no number")


def _value(kind: Any, given: Json) -> object:  # noqa: ANN401 - a type, or what typing makes of one
    if isinstance(kind, UnionType):
        wanted = [one for one in get_args(kind) if one is not type(None)]
        return None if given is None else _value(wanted[0], given)
    if origin := get_origin(kind):
        items = [_value(get_args(kind)[0], item) for item in _listed(given)]
        return cast("type[tuple[object, ...]]", origin)(items)
    if is_dataclass(kind):
        return _record(cast("type[object]", kind), given)
    if issubclass(kind, Enum):
        return kind(_checked(int if issubclass(kind, int) else str, given))
    if issubclass(kind, date):
        return _moment(kind, given)
    if kind is float and type(given) is int:
        return float(given)
    return _checked(kind, given)


def _listed(given: Json) -> list[Json]:
    return cast("list[Json]", _checked(list, given))


def _checked(kind: type[T], given: Json) -> T:
    if type(given) is not kind or (isinstance(given, float) and not math.isfinite(given)):
        raise ValueError(f"{given!r:.40} is not {kind.__name__}")
    return given


def _moment(kind: type[date], given: Json) -> date:
    found = kind.fromisoformat(_checked(str, given))
    if isinstance(found, datetime) and found.utcoffset() is None:
        raise ValueError(f"{given} has no offset from UTC")
    return found


def _record(kind: type[object], given: Json) -> object:
    body = cast("dict[str, Json]", _checked(dict, given))
    wanted = _fields(kind)
    missing = {name for name, (field, _) in wanted.items() if _is_required(field)} - set(body)
    if wrong := (set(body) - set(wanted)) | missing:
        raise ValueError(f"{kind.__name__}: fields {sorted(wrong)}")
    return kind(**{name: _value(wanted[name][1], content) for name, content in body.items()})


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _fields(kind: type[object]) -> Mapping[str, tuple[Field[Any], Any]]:
    hints = get_type_hints(kind)
    return {field.name: (field, hints[field.name]) for field in fields(cast("Any", kind))}
