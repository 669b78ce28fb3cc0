"""A stroke, hold or movement: what one pair of hands does, how firmly, how slowly and how often."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from companion.domain.body import Area, Position

if TYPE_CHECKING:  # the figure takes 15 ms to import, and the first window need not wait for it
    from companion.domain.figure.choreography import Choreography


class StrokeKind(StrEnum):
    """What sort of touch it is."""

    ASK = "ask"
    HOLD = "hold"
    STROKE = "stroke"
    MOVEMENT = "movement"
    GROWING = "growing"


class Laterality(StrEnum):
    """How the sides take part: none, one after the other, both at once, or taking turns."""

    NONE = "none"
    EACH = "each"
    BOTH = "both"
    ALTERNATE = "alternate"


class Pressure(IntEnum):
    """p0 still weight of the hand, p1 light but firm, p2 moderate; never deeper (brief section 1)."""

    P0 = 0
    P1 = 1
    P2 = 2


class Readiness(StrEnum):
    """From when a baby may be ready (brief section 1, R0 to R4); ages are corrected ages."""

    BIRTH = "R0"
    NAVEL_HEALED = "R1"
    FOUR_WEEKS = "R2"
    HEAD_CONTROL = "R3"
    MOBILE = "R4"


class Evidence(StrEnum):
    """How sure we are, from high to convention (brief, certainty marks)."""

    HIGH = "H"
    MODERATE = "M"
    LOW = "L"
    VERY_LOW = "VL"
    CONVENTION = "C"


@dataclass(frozen=True, slots=True)
class Stroke:
    """One stroke, hold or movement of the catalogue (brief section 1).

    ``seconds`` is the length of one repetition, ``times`` the usual number of repetitions per side and
    ``times_range`` the lowest and highest number offered. ``pressure`` is (lightest, firmest), or empty
    when the hands do not touch. ``choreographies`` has one entry a variant ("" is the plain stroke;
    resting hands have "legs", "chest", ...); a stroke not yet drawn has none. ``hold_seconds`` is the still
    part of each repetition (0.0 when there is none), ``readiness_at`` names positions that are fine earlier
    than ``readiness``, ``laterality_at`` variants whose sides differ (relaxing both legs at once), ``variants``
    the stroke's own variants of words and choreography, "" left out.
    """

    id: str
    code: str
    area: Area
    kind: StrokeKind
    positions: tuple[Position, ...]
    laterality: Laterality
    hands: str
    pressure: tuple[Pressure, ...]
    seconds: float
    times: int
    times_range: tuple[int, int]
    readiness: Readiness
    one_hand: bool
    avoid: tuple[str, ...]
    evidence: Evidence
    sources: tuple[str, ...]
    choreographies: "Mapping[str, Choreography]"
    hold_seconds: float = 0.0
    readiness_at: Mapping[Position, Readiness] = field(default_factory=dict[Position, Readiness])
    laterality_at: Mapping[str, Laterality] = field(default_factory=dict[str, Laterality])
    variants: tuple[str, ...] = ()

    def laterality_of(self, variant: str) -> Laterality:
        """How the sides take part in this variant ("" is the plain stroke)."""
        return self.laterality_at.get(variant, self.laterality)

    def ready_from(self, position: Position) -> Readiness:
        """From when the stroke may be done in this position."""
        return self.readiness_at.get(position, self.readiness)
