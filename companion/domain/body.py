"""Words for the baby's body: sides, areas and positions. Side words are always the *baby's*."""

from enum import StrEnum


class Side(StrEnum):
    """The baby's own left or right, or neither."""

    RIGHT = "right"
    LEFT = "left"
    NONE = "none"

    @property
    def other(self) -> "Side":
        """The opposite side; NONE stays NONE."""
        return {Side.RIGHT: Side.LEFT, Side.LEFT: Side.RIGHT}.get(self, Side.NONE)


class Area(StrEnum):
    """Where on the body a stroke belongs; also how routines are grouped on the progress bar."""

    CONTACT = "contact"
    LEGS = "legs"
    TUMMY = "tummy"
    CHEST = "chest"
    ARMS = "arms"
    FACE = "face"
    BACK = "back"
    MOVEMENTS = "movements"
    GROWING = "growing"


class Position(StrEnum):
    """How the baby lies or is held (brief section 1: S, P, H)."""

    ON_BACK = "on-back"
    ON_TUMMY = "on-tummy"
    HELD = "held"
    ON_CHEST = "on-chest"
    ON_SIDE = "on-side"
    ANY = "any"
