"""What can be wrong with a data file, and where; shapes are compared with ``formats`` and all problems told."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard, cast

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a data file; printed as ``file: where: what``."""

    file: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}: {self.where}: {self.what}"


def is_table(value: object) -> TypeGuard[Table]:
    """Whether a value read from TOML is a table."""
    return isinstance(value, dict)


def read_toml(path: Path, shown: str) -> tuple[Table, list[Problem]]:
    """The table in a file, or an empty one and why it cannot be read."""
    import tomllib  # noqa: PLC0415 - only files that changed need it

    try:
        return tomllib.loads(path.read_text(encoding="utf-8")), []
    except FileNotFoundError:
        return {}, [Problem(shown, "line 1", "the file is missing")]
    except OSError as error:
        return {}, [Problem(shown, "line 1", error.strerror or "the file cannot be opened")]
    except UnicodeDecodeError as error:
        return {}, [Problem(shown, f"byte {error.start}", "this is not UTF-8 text")]
    except tomllib.TOMLDecodeError as error:
        what, place = str(error), re.search(r" \(at (line \d+)[^)]*\)| \(at end of document\)", str(error))
        if place is None:
            return {}, [Problem(shown, "line 1", what)]
        return {}, [Problem(shown, place[1] or "the last line", what[: place.start()])]


def shape_problems(table: object, shape: type[Any], file: str, where: str) -> list[Problem]:
    """Every way in which a table is not of this shape (a Struct of ``formats``); empty when all is well."""
    if not is_table(table):
        return [Problem(file, where, "this must be a table")]
    return list(_shape_problems(table, shape, file, where))


def _shape_problems(table: Table, shape: type[Any], file: str, where: str) -> Iterator[Problem]:
    from msgspec import structs  # noqa: PLC0415 - msgspec takes 40 ms, and only files that changed need it

    fields = {field.encode_name: field for field in structs.fields(shape)}
    for name in table:
        if name not in fields:
            yield Problem(file, _at(where, name), "unknown field")
    for name, field in fields.items():
        if name in table:
            yield from _value_problems(table[name], field.type, file, _at(where, name))
        elif field.required:
            yield Problem(file, _at(where, name), "this field is missing")


def _value_problems(value: object, kind: Any, file: str, where: str) -> Iterator[Problem]:  # noqa: ANN401
    import msgspec  # noqa: PLC0415

    inner = _struct_in(kind)
    if inner is not None and isinstance(value, list) and value:
        for number, item in enumerate(cast("list[object]", value), start=1):
            yield from shape_problems(item, inner, file, f"{where} {number}")
        return
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        what, _, path = str(error).partition(" - at `$")
        yield Problem(file, where + path.rstrip("`"), _plain(what))


def _struct_in(kind: Any) -> type[Any] | None:  # noqa: ANN401
    """The Struct in ``tuple[Struct, ...]``, annotated or not."""
    import msgspec  # noqa: PLC0415

    plain = getattr(kind, "__origin__", kind) if hasattr(kind, "__metadata__") else kind
    if getattr(plain, "__origin__", None) is not tuple:
        return None
    first: object = plain.__args__[0]
    return first if isinstance(first, type) and issubclass(first, msgspec.Struct) else None


def _plain(what: str) -> str:
    return what.replace("`", "")[:1].lower() + what.replace("`", "")[1:]


def _at(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name
