"""The words that belong to the content, in one language, ready to show and to say."""

from collections.abc import Mapping
from dataclasses import dataclass

STROKE = "stroke:"
"""How the name of a routine begins that is one stroke alone."""


@dataclass(frozen=True, slots=True)
class StrokeWords:
    """What is shown and said for one stroke, or for one variant of it. ``line`` is the one instruction on the
    step card; ``say_*`` are spoken: the first time, when it comes again, and when it comes on the other side."""

    title: str
    alias: str
    line: str
    purpose: str
    cautions: tuple[str, ...]
    say_first: str
    say_again: str
    say_other_side: str


@dataclass(frozen=True, slots=True)
class RoutineWords:
    """What is told about a routine: for whom it is and for whom it is not."""

    title: str
    summary: str
    for_whom: str
    not_for: str


@dataclass(frozen=True, slots=True)
class Words:
    """All content words of one language.

    ``strokes`` has a key per stroke id, and ``id@variant`` for each variant (``resting-hands@chest``).
    ``phrases`` are short texts by key (areas, moments, pressure names), ``messages`` the sentences for
    errors and the command line. Both may hold ``{placeholders}``.
    """

    language: str
    strokes: Mapping[str, StrokeWords]
    routines: Mapping[str, RoutineWords]
    phrases: Mapping[str, str]
    messages: Mapping[str, str]


def say_key(routine: str, words: str) -> str:
    """Where the own words of a routine's author for a stroke stand among the phrases; ``words`` is the key of ours."""
    return f"own.{routine}.{words}"


def routine_title(words: Words, routine: str) -> str:
    """What a routine is called; one stroke alone is called like the stroke, and what has no words by its id."""
    if routine.startswith(STROKE):
        stroke = words.strokes.get(routine.removeprefix(STROKE))
        return stroke.title if stroke else routine
    told = words.routines.get(routine)
    return told.title if told else routine
