"""What a therapist says of a stroke while showing it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Teaching:
    """Words for one stroke. ``direction`` is where the hands go, for the family's screen; ``points`` are worth
    saying aloud, ``mistakes`` worth watching for; ``ask`` lets the parent show it back."""

    direction: str
    points: tuple[str, ...]
    mistakes: tuple[str, ...]
    ask: str


NO_TEACHING = Teaching("", (), (), "")
"""For a stroke that somebody else wrote and gave no such words."""
