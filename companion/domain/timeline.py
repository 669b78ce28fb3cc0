"""Compiles a plan into moments with a start and a length: what happens when, if nobody interferes."""

from dataclasses import dataclass
from enum import StrEnum


class MomentKind(StrEnum):
    """What a moment of a session is for."""

    GET_READY = "get-ready"
    PERMISSION = "permission"
    WAIT_FOR_YES = "wait-for-yes"
    SETTLE = "settle"
    TOUCH = "touch"
    REST = "rest"
    OTHER_SIDE = "other-side"
    TURN_OVER = "turn-over"
    CUDDLE = "cuddle"


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of a session. ``step`` is an index into the plan's steps; ``start`` and ``length`` are seconds
    of undisturbed play; ``repetitions`` is 1 for holds; ``waits`` means that it ends only when told to."""

    kind: MomentKind
    step: int
    start: float
    length: float
    repetitions: int = 1
    waits: bool = False

    @property
    def end(self) -> float:
        """Second of undisturbed play at which it is over."""
        return self.start + self.length

    @property
    def is_touch(self) -> bool:
        """Whether the hands are on the baby and the time counts as touch."""
        return self.kind in {MomentKind.SETTLE, MomentKind.TOUCH, MomentKind.CUDDLE}
