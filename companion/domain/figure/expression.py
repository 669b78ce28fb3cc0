"""What a face can show, in a few numbers: brows, eyes, gaze, mouth, cheeks; and those numbers for every face."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from companion.domain.figure.drawing import Point
from companion.domain.figure.pose import Face


class Eyes(StrEnum):
    """How far the eyes are open; HAPPY and SQUEEZED ones are closed too."""

    OPEN = "open"
    HALF = "half"
    CLOSED = "closed"
    HAPPY = "happy"
    SQUEEZED = "squeezed"


class Mouth(StrEnum):
    """The shapes of a mouth."""

    SMILE = "smile"
    CONTENT = "content"
    SOFT = "soft"
    BEAM = "beam"
    ROUND = "round"
    CRY = "cry"
    DOWN = "down"
    WAVY = "wavy"
    PRESSED = "pressed"
    TONGUE = "tongue"
    MILK = "milk"


class Skin(StrEnum):
    """The colour of the face, beside its tone."""

    PLAIN = "plain"
    FLUSHED = "flushed"
    BLOTCHY = "blotchy"
    PALE = "pale"


@dataclass(frozen=True, slots=True)
class Expression:
    """One face.

    ``brows`` is how far they are up, in body units, and ``worry`` their tilt in degrees: above 0 the inner ends are
    up, below 0 they are down as in a frown. ``wide`` makes open eyes taller. ``gaze`` is where the eyes look,
    -1.0 to 1.0 to the right and down. ``gape`` is the size (x, y) of a round mouth. ``blush`` is the strength of
    the cheeks, and ``tears`` are the drops below each eye.
    """

    eyes: Eyes = Eyes.OPEN
    mouth: Mouth = Mouth.SOFT
    brows: float = 0.0
    worry: float = 0.0
    wide: float = 1.0
    gaze: Point = (0.0, 0.0)
    gape: Point = (3.4, 3.8)
    blush: float = 1.0
    skin: Skin = Skin.PLAIN
    tears: bool = False


CLOSED = frozenset({Eyes.CLOSED, Eyes.HAPPY, Eyes.SQUEEZED})

EXPRESSIONS: Mapping[Face, Expression] = MappingProxyType(
    {
        Face.SMILE: Expression(mouth=Mouth.SMILE),
        Face.CALM: Expression(),
        Face.ASLEEP: Expression(Eyes.CLOSED),
        Face.ALERT: Expression(mouth=Mouth.CONTENT, brows=1.0, wide=1.1),
        Face.LIGHT_SLEEP: Expression(Eyes.CLOSED, Mouth.ROUND, brows=1.2, worry=5, gape=(2.6, 2.2)),
        Face.DROWSY: Expression(Eyes.HALF, Mouth.ROUND, brows=1.5, worry=9, gape=(2.8, 1.7), blush=0.8),
        Face.LIVELY: Expression(mouth=Mouth.BEAM, brows=2.0, wide=1.1),
        Face.CRYING: Expression(
            Eyes.SQUEEZED, Mouth.CRY, brows=-1.5, worry=16, blush=1.0, skin=Skin.FLUSHED, tears=True
        ),
        Face.BRIGHT: Expression(mouth=Mouth.BEAM, brows=2.5, wide=1.15),
        Face.WIDE_EYED: Expression(mouth=Mouth.CONTENT, brows=3.0, wide=1.34),
        Face.COOING: Expression(mouth=Mouth.ROUND, brows=1.8, wide=1.05, gape=(3.6, 4.2)),
        Face.GIGGLING: Expression(Eyes.HAPPY, Mouth.BEAM, brows=2.0),
        Face.LOOKING_ASIDE: Expression(gaze=(1.0, 0.15), worry=3),
        Face.SUCKING: Expression(mouth=Mouth.ROUND, brows=0.5, gape=(2.4, 2.0)),
        Face.FUSSY: Expression(Eyes.SQUEEZED, Mouth.WAVY, brows=-1.5, worry=-10, skin=Skin.FLUSHED),
        Face.FROWNING: Expression(mouth=Mouth.DOWN, brows=-2.6, worry=-18, wide=0.86),
        Face.WHIMPERING: Expression(mouth=Mouth.WAVY, brows=0.5, worry=18, wide=0.95),
        Face.YAWNING: Expression(Eyes.CLOSED, Mouth.ROUND, brows=2.0, worry=6, gape=(8.0, 9.6)),
        Face.HICCUPING: Expression(mouth=Mouth.ROUND, brows=2.4, wide=1.12, gape=(2.8, 2.5)),
        Face.SNEEZING: Expression(Eyes.SQUEEZED, Mouth.ROUND, brows=1.0, worry=4, gape=(4.6, 3.6)),
        Face.COUGHING: Expression(
            Eyes.SQUEEZED, Mouth.ROUND, brows=0.0, worry=12, gape=(5.6, 5.4), skin=Skin.FLUSHED
        ),
        Face.SPITTING_UP: Expression(mouth=Mouth.MILK, brows=1.0, worry=12, wide=0.95),
        Face.TONGUE_OUT: Expression(mouth=Mouth.TONGUE, brows=0.5, worry=4),
        Face.LIPS_PRESSED: Expression(mouth=Mouth.PRESSED, brows=-1.0, worry=-6),
        Face.STARTLED: Expression(mouth=Mouth.ROUND, brows=4.0, worry=6, wide=1.4, gape=(3.8, 4.4)),
        Face.PANTING: Expression(mouth=Mouth.ROUND, brows=1.0, worry=10, wide=1.05, gape=(5.0, 3.4)),
        Face.BLOTCHY: Expression(mouth=Mouth.DOWN, worry=10, skin=Skin.BLOTCHY),
        Face.PALE: Expression(Eyes.HALF, brows=0.5, worry=10, blush=0.0, skin=Skin.PALE),
        Face.PALE_ASLEEP: Expression(Eyes.CLOSED, worry=6, blush=0.0, skin=Skin.PALE),
        Face.BROWS_UP: Expression(brows=5.0, wide=1.15),
        Face.STILL: Expression(mouth=Mouth.SOFT, brows=1.0, wide=1.2),
    }
)
"""Every face. The looks are our own, drawn after the words of the brief's lists of states and cues."""


def is_shut(face: Face) -> bool:
    """Whether the eyes are closed, so that there is nothing to blink with."""
    return EXPRESSIONS[face].eyes in CLOSED
