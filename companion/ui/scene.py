"""What a picture is of: a stroke, on a side, at a pace."""

from dataclasses import dataclass

from companion.domain.body import Side


@dataclass(frozen=True, slots=True)
class Scene:
    """What to draw: a stroke, its variant, the baby's side, and the seconds that one repetition takes."""

    stroke: str
    variant: str = ""
    side: Side = Side.NONE
    period: float = 4.0
