"""Writes a routine that somebody has put together as the TOML file that is read back as the same routine."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping

from companion.domain.own_routine import OwnRoutine
from companion.domain.routine import Block, RoutineStep
from companion.domain.stroke import Pressure, Stroke

FORMAT = 1
"""Raised when a file of today could no longer be read as it was meant."""

MOST_ID, MOST_TITLE, MOST_NOTE, MOST_SAY = 48, 60, 600, 300

HEAD = """# A routine for Infant Massage Companion. docs/own-routines.md says what may stand here.
"""
_LEVELS = {Pressure.P0: "p0", Pressure.P1: "p1", Pressure.P2: "p2"}
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")
"""Names that Windows keeps for devices."""

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def own_toml(own: OwnRoutine, strokes: Mapping[str, Stroke]) -> str:
    """The file, as text. What a step has like its stroke is left out."""
    return HEAD + "\n".join(_lines(own, strokes)) + "\n"


def free_id(title: str, taken: Collection[str]) -> str:
    """An id made of a title, that is no other's, no name of a device and no way out of a folder."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MOST_ID].strip("-") or "routine"
    if RESERVED.fullmatch(base):
        base = f"my-{base}"
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base}-{number}"
    return found


def clean_line(words: str, most: int) -> str:
    """Words as one line without anything unseen, and no longer than ``most`` characters."""
    return " ".join(_UNSEEN.sub(" ", words).split())[:most].strip()


def _lines(own: OwnRoutine, strokes: Mapping[str, Stroke]) -> Iterator[str]:
    yield f"format = {FORMAT}"
    yield f"id = {_text(own.id)}"
    yield f"title = {_text(own.title)}"
    if own.note:
        yield f"note = {_text(own.note)}"
    if own.based_on:
        yield f"based_on = {_text(own.based_on)}"
    if own.routine.clothed:
        yield "clothed = true"
    if own.say:
        yield "\n[say]"
        for key, words in own.say.items():
            yield f"{_text(key)} = {_text(words)}"
    for block in own.routine.blocks:
        yield from _block(block, strokes)


def _block(block: Block, strokes: Mapping[str, Stroke]) -> Iterator[str]:
    yield "\n[[block]]"
    yield f'area = "{block.area}"'
    yield f'position = "{block.position}"'
    yield f'sides = "{block.sides}"'
    if block.rounds != 1:
        yield f"rounds = {block.rounds}"
    yield "steps = ["
    for step in block.steps:
        yield f"    {{ {', '.join(_step(step, strokes[step.stroke]))} }},"
    yield "]"


def _step(step: RoutineStep, stroke: Stroke) -> Iterator[str]:
    yield f'stroke = "{step.stroke}"'
    if step.variant:
        yield f'variant = "{step.variant}"'
    if step.times != stroke.times:
        yield f"times = {step.times}"
    if step.seconds != stroke.seconds:
        yield f"seconds = {float(step.seconds)!r}"
    if step.pressure != stroke.pressure:
        yield f"pressure = [{', '.join(json.dumps(_LEVELS[level]) for level in step.pressure)}]"
    if step.optional:
        yield "optional = true"
    if step.advance is not None:
        yield f'advance = "{step.advance}"'


def _text(words: str) -> str:
    """A TOML string: JSON's escapes are TOML's, but for the one that JSON leaves out."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
