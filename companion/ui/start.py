"""What somebody wants to begin: a routine or one stroke, on the baby or on a doll."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Start:
    """A wish to begin. With a ``stroke`` (and its ``variant``) it is about that stroke alone, and ``routine`` is "".

    ``doll``: to practise, which needs no check and counts as practice.
    """

    routine: str = ""
    doll: bool = False
    stroke: str = ""
    variant: str = ""
