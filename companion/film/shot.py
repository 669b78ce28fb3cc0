"""What one picture of a film shows: a drawing with the words beside it, or a page of words alone."""

from dataclasses import dataclass
from typing import TypeAlias

from companion.domain.body import Side
from companion.domain.figure.choreography import Choreography


@dataclass(frozen=True, slots=True)
class Beside:
    """The words beside the drawing: they stay the same for a whole step. ``coming`` is what follows."""

    area: str
    title: str
    line: str
    part: str
    coming: str


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted down: whole ``seconds`` with their ``word``, the ``share`` (0.0 to 1.0) that is over, and
    repetition ``done`` of ``total`` (0 where nothing is counted)."""

    seconds: int
    word: str
    share: float
    done: int = 0
    total: int = 0
    times: str = ""


@dataclass(frozen=True, slots=True)
class Shot:
    """A stroke ``t`` seconds into it; ``period`` is the length of one repetition. ``caption`` is what is being
    said, ``through`` the share of the whole film's massage that is over."""

    choreography: Choreography
    side: Side
    period: float
    t: float
    beside: Beside
    count: Count
    caption: str = ""
    through: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """Words alone: before the massage and after it. ``points`` stand below each other."""

    eyebrow: str
    title: str
    points: tuple[str, ...] = ()
    caption: str = ""


View: TypeAlias = Shot | Page
