"""Keys of clickers and pedals that somebody has taught the program, by what they are to do."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from enum import StrEnum

MOST = 6
"""So many keys can be taught for one deed."""


class Deed(StrEnum):
    """What a key can be taught to do; each means the like at home and in a demonstration."""

    NEXT = "next"
    BACK = "back"
    PAUSE = "pause"
    REST = "rest"
    SAYS_NO = "says_no"
    ENJOYING = "enjoying"


@dataclass(frozen=True, slots=True)
class LearnedKeys:
    """For each deed the marks of its keys, with blanks between them. A mark is ``k`` and the number of a key, or ``s``
    and the number that the keyboard itself sends where the key has no name."""

    next: str = ""
    back: str = ""
    pause: str = ""
    rest: str = ""
    says_no: str = ""
    enjoying: str = ""


NO_KEYS = LearnedKeys()


def marks_of(learned: LearnedKeys, deed: Deed) -> tuple[str, ...]:
    """The marks of the keys that were taught for a deed, oldest first."""
    return tuple(getattr(learned, deed.value).split())


def deed_of(learned: LearnedKeys, mark: str) -> Deed | None:
    """What a key was taught to do, or None."""
    return next((deed for deed, known in _all(learned) if known == mark), None)


def taught(learned: LearnedKeys, deed: Deed, mark: str) -> LearnedKeys:
    """With a key taught for a deed, and for no other; the oldest one gives way where there are too many."""
    without = forgotten(learned, mark)
    marks = (*marks_of(without, deed), mark)[-MOST:]
    return replace(without, **{deed.value: " ".join(marks)})


def forgotten(learned: LearnedKeys, mark: str) -> LearnedKeys:
    """Without a key."""
    left = {
        field.name: " ".join(known for known in marks_of(learned, Deed(field.name)) if known != mark)
        for field in fields(learned)
    }
    return LearnedKeys(**left)


def _all(learned: LearnedKeys) -> Iterator[tuple[Deed, str]]:
    return ((deed, mark) for deed in Deed for mark in marks_of(learned, deed))
