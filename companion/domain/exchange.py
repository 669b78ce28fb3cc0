"""What a handed-over diary brings: how much of it is new here, and how much changes what is here."""

from dataclasses import astuple, dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Arrivals:
    """How many of each are new, and how many change; all zero: everything was here already. ``here_already`` counts
    the sessions of the file that are in the diary as they are in the file."""

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
    here_already: int = field(default=0, compare=False)

    @property
    def is_nothing(self) -> bool:
        """Whether the diary stays as it is."""
        return not any(astuple(replace(self, here_already=0)))

    @property
    def changed(self) -> int:
        """How much of what is here changes, of all kinds."""
        sessions = self.changed_sessions + self.changed_days
        return sessions + self.changed_babies + self.changed_caregivers + self.changed_unlocks
