"""Choreography as data: what each hand and each limb does during one loop of a stroke."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choreography:
    """Placeholder shape, to be filled by the figure: see docs/architecture.md."""

    body: str
