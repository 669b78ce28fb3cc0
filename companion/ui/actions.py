"""What a caregiver can do in the player: one enum of presses, and a few choices that carry a value."""

from dataclasses import dataclass
from enum import Enum, auto

from companion.domain.settings import Advance


class Press(Enum):
    """One press of a key, a button, a clicker or a pedal."""

    TOGGLE = auto()
    NEXT = auto()
    BACK = auto()
    REPEAT = auto()
    MORE_TIME = auto()
    REST = auto()
    SAYS_NO = auto()
    ENJOYING = auto()
    YES = auto()
    NOT_NOW = auto()
    GO_ON = auto()
    CARRY_ON = auto()
    ANOTHER_AREA = auto()
    FINISH = auto()
    KEEP_GOING = auto()
    FINISH_KINDLY = auto()
    HELP = auto()
    CRYING = auto()
    KEYS = auto()
    ADJUST = auto()
    VOICE = auto()
    FILM = auto()
    TRY_AGAIN = auto()
    CLOSE = auto()


class Sound(Enum):
    """The three loudnesses that can be set."""

    VOICE = auto()
    CHIME = auto()
    TICK = auto()


@dataclass(frozen=True, slots=True)
class SetPace:
    """Repetitions take ``pace`` times their usual length from now on."""

    pace: float


@dataclass(frozen=True, slots=True)
class SetAdvance:
    """What ends a step from now on."""

    advance: Advance


@dataclass(frozen=True, slots=True)
class SetVolume:
    """How loud one sound is from now on, 0.0 to 1.0."""

    sound: Sound
    volume: float


@dataclass(frozen=True, slots=True)
class SetCaptions:
    """Whether the instruction is written beside the picture."""

    shown: bool


@dataclass(frozen=True, slots=True)
class GoTo:
    """After a rest, go on at this moment of the timeline."""

    moment: int


@dataclass(frozen=True, slots=True)
class SawCue:
    """The caregiver saw the baby do this: an id of the cue catalogue."""

    cue: str


PlayerAction = Press | SetPace | SetAdvance | SetVolume | SetCaptions | GoTo | SawCue
