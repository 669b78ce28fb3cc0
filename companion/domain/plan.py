"""Fits a routine to today: which steps are kept, on which side, how long, and why anything changed."""

from dataclasses import dataclass

from companion.domain.body import Area, Position, Side
from companion.domain.stroke import Pressure, StrokeKind


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One stroke on one side, as it will be played. ``seconds`` is per repetition."""

    stroke: str
    kind: StrokeKind
    side: Side
    area: Area
    position: Position
    times: int
    seconds: float
    pressure: tuple[Pressure, ...]
    variant: str = ""
    block: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the plan differs from the routine: a message key, what it is about, and the rule's source."""

    key: str
    about: str
    source: str


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """What will be done today, in order, with the reason for each change."""

    routine: str
    steps: tuple[PlannedStep, ...]
    reasons: tuple[Reason, ...] = ()
