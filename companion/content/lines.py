"""Finds the line of a data file that a problem is about: names of tables and fields become a number to go to."""

import re
from dataclasses import dataclass

HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
TOLD_LINE = re.compile(r"^line (\d+)$")
STEP = re.compile(r"([A-Za-z_][\w-]*)|\[(\d+)\]")
WITHIN = re.compile(r"at `\$([^`]*)`")
QUOTED = re.compile(r"'([^']+)'")


@dataclass(frozen=True, slots=True)
class _Header:
    """A table's head: where it stands (from 0), its names, and the number of this one among its like (from 0)."""

    line: int
    names: tuple[str, ...]
    number: int


def line_of(text: str, where: str, what: str) -> int | None:
    """The line (from 1) of a TOML text that a problem at ``where`` speaks of; None when it cannot be told.

    ``where`` is ``line 12``, or names of tables and fields (``toe-roll.figure.hands``); ``what`` may tell more: a
    path within (``at `$.hands[1].grip```) or a value in quotes.
    """
    lines = text.splitlines()
    if told := TOLD_LINE.match(where):
        return int(told[1])
    if where == "the last line":
        return max(1, len(lines))
    names, numbers = _path(where, what)
    headers = [h for h in _headers(lines) if h.names[:1] == names[:1]]
    if not headers:
        return None
    best = _deepest(headers, names, numbers)
    end = _end_of(best, lines)
    wanted = names[len(best.names) :]
    if wanted and (found := _field(lines, best.line + 1, end, wanted[0])) is not None:
        return found + 1
    first, last = headers[0].line, _end_of(headers[-1], lines)
    return (_value(lines, first, last, what) or best.line) + 1


def _path(where: str, what: str) -> tuple[tuple[str, ...], dict[int, int]]:
    """Names from the outermost table inwards, and for some places among them the number of the one that is meant."""
    names = [part.partition(" ")[0].strip('"') for part in where.split(".")]
    numbers = dict[int, int]()
    within = WITHIN.search(what)
    for step in STEP.finditer(within[1] if within else ""):
        if step[1]:
            names.append(step[1])
        else:
            numbers[len(names) - 1] = int(step[2])
    return tuple(names), numbers


def _headers(lines: list[str]) -> list[_Header]:
    seen = dict[tuple[str, ...], int]()
    found = list[_Header]()
    for number, line in enumerate(lines):
        if head := HEADER.match(line):
            names = tuple(part.strip().strip('"') for part in head[2].split("."))
            seen[names] = seen.get(names, -1) + 1
            found.append(_Header(number, names, seen[names]))
    return found


def _deepest(headers: list[_Header], names: tuple[str, ...], numbers: dict[int, int]) -> _Header:
    """The head that goes furthest along the names, and is the one of its like that is meant."""
    best = headers[0]
    for header in headers:
        depth = len(header.names)
        meant = header.number == numbers.get(depth - 1, 0)
        if header.names == names[:depth] and meant and depth > len(best.names):
            best = header
    return best


def _end_of(header: _Header, lines: list[str]) -> int:
    """The line of the next head, or the end of the text."""
    later = range(header.line + 1, len(lines))
    return next((number for number in later if HEADER.match(lines[number])), len(lines))


def _field(lines: list[str], first: int, last: int, name: str) -> int | None:
    begins = re.compile(rf'^\s*"?{re.escape(name)}"?\s*=')
    return next((number for number in range(first, last) if begins.match(lines[number])), None)


def _value(lines: list[str], first: int, last: int, what: str) -> int | None:
    for value in QUOTED.findall(what):
        for number in range(first, last):
            if f'"{value}"' in lines[number]:
                return number
    return None
