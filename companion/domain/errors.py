"""Errors of the world (disk full, file not ours, newer database), told to people as one sentence."""

from collections.abc import Mapping


class CompanionError(Exception):
    """Something outside the program went wrong; shown as one sentence and a next step.

    ``key`` names a sentence in ``data/text/<lang>/messages.toml``; ``details`` fills its ``{placeholders}``.
    Everything that is not a CompanionError is a bug of ours.
    """

    def __init__(self, key: str, **details: str | int | float) -> None:
        super().__init__(key)
        self.key = key
        self.details: Mapping[str, str | int | float] = details

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.key} ({told})" if told else self.key
