"""A routine: blocks of steps in the order they are given, before it is fitted to a baby."""

from dataclasses import dataclass
from enum import StrEnum

from companion.domain.body import Area, Position
from companion.domain.settings import Advance
from companion.domain.stroke import Evidence, Pressure


class BlockSides(StrEnum):
    """Whether a block is done once, or wholly on one side and then wholly on the other."""

    ONCE = "once"
    EACH = "each"


@dataclass(frozen=True, slots=True)
class RoutineStep:
    """One stroke as this routine uses it. ``seconds`` is per repetition. ``variant`` picks the stroke's
    own variant of words and choreography ("chest" for resting hands on the chest); "" is the plain one.
    ``advance`` is what ends this step whatever the setting says; None leaves it to the setting."""

    stroke: str
    times: int
    seconds: float
    pressure: tuple[Pressure, ...]
    variant: str = ""
    optional: bool = False
    advance: Advance | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Steps that belong together; with ``sides`` EACH the whole block is done right, then left."""

    area: Area
    position: Position
    sides: BlockSides
    steps: tuple[RoutineStep, ...]
    rounds: int = 1


@dataclass(frozen=True, slots=True)
class Routine:
    """A named routine (brief section 2). ``minutes`` is (shortest, longest) as told to people.

    ``locked`` routines open only with a therapist's unlock and have no doses.
    """

    id: str
    minutes: tuple[int, int]
    locked: bool
    blocks: tuple[Block, ...]
    evidence: Evidence
    sources: tuple[str, ...]
    from_weeks: int = 0
    avoid: tuple[str, ...] = ()
    clothed: bool = False
