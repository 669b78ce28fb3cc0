"""Parts of the baby's body as safety sees them: what a stroke touches, and on which side."""

from dataclasses import dataclass
from enum import StrEnum

from companion.domain.body import Side


class Part(StrEnum):
    """A part that may have to be left alone. Left and right are the baby's; a limb has its hand or foot with it."""

    HEAD = "head"
    FACE = "face"
    NECK = "neck"
    CHEST = "chest"
    TUMMY = "tummy"
    BACK = "back"
    BOTTOM = "bottom"
    RIGHT_ARM = "right-arm"
    LEFT_ARM = "left-arm"
    RIGHT_LEG = "right-leg"
    LEFT_LEG = "left-leg"


RIGHT_LIMBS = frozenset({Part.RIGHT_ARM, Part.RIGHT_LEG})
LEFT_LIMBS = frozenset({Part.LEFT_ARM, Part.LEFT_LEG})
LIMBS = RIGHT_LIMBS | LEFT_LIMBS


@dataclass(frozen=True, slots=True)
class Touch:
    """What a stroke touches, moves or holds, done on both sides; ``touched`` says it for one side.

    ``lifts_over``: parts over which the hands can be lifted, so that the stroke stays when they must be left alone.
    ``over_clothes``: the stroke may be done over clothes before the navel has healed. ``crossed``: each side of
    it takes limbs of both sides (opposite arm and leg).
    """

    parts: frozenset[Part]
    lifts_over: frozenset[Part] = frozenset()
    over_clothes: bool = False
    crossed: bool = False

    def touched(self, side: Side) -> frozenset[Part]:
        """The parts that are touched when the stroke is done on this side; NONE is both sides at once."""
        if self.crossed or side is Side.NONE:
            return self.parts
        return self.parts - (LEFT_LIMBS if side is Side.RIGHT else RIGHT_LIMBS)
