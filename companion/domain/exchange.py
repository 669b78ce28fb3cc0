"""What a handed-over diary brings: how much of it is new here, and how much changes what is here."""

from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Arrivals:
    """How many of each are new, and how many change; all zero: everything was here already."""

    new_sessions: int = 0
    changed_sessions: int = 0
    new_babies: int = 0
    changed_babies: int = 0
    new_caregivers: int = 0
    changed_caregivers: int = 0
    new_unlocks: int = 0
    changed_unlocks: int = 0
    new_days: int = 0
    changed_days: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether the diary stays as it is."""
        return not any(astuple(self))
