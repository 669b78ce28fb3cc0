"""What can happen in a session, one frozen event each; ``at`` is seconds since the session began, pauses included."""

from dataclasses import dataclass
from enum import StrEnum


class PauseReason(StrEnum):
    """Why play stands still."""

    CAREGIVER = "caregiver"
    MACHINE_SLEPT = "machine-slept"
    WINDOW_CLOSED = "window-closed"
    NOT_SAVED = "not-saved"


class Outcome(StrEnum):
    """How a moment ended. CUT: left before its time (next was pressed or the session stopped)."""

    DONE = "done"
    CUT = "cut"
    SKIPPED = "skipped"


class StopReason(StrEnum):
    """Why a session ended before its last moment. None of them is a failure."""

    BABY_SAID_NO = "baby-said-no"
    BABY_ASLEEP = "baby-asleep"
    INTERRUPTED = "interrupted"
    CAREGIVER = "caregiver"


class Cue(StrEnum):
    """What the caregiver says of the baby during play, in the two broadest words."""

    ENJOYING = "enjoying"
    SAYS_NO = "says-no"


@dataclass(frozen=True, slots=True)
class MomentBegan:
    """A moment of the timeline begins, ``offset`` seconds into it when carried on after an interruption."""

    at: float
    moment: int
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class RepetitionDone:
    """One repetition is complete; ``repetition`` counts from 1."""

    at: float
    moment: int
    repetition: int


@dataclass(frozen=True, slots=True)
class MomentEnded:
    """A moment is over. ``played`` is seconds really played in this visit, pauses and rests left out, and
    ``repetitions`` those completed in this visit."""

    at: float
    moment: int
    played: float
    repetitions: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class WaitBegan:
    """The moment's time is over and it now waits for the caregiver's word."""

    at: float
    moment: int


@dataclass(frozen=True, slots=True)
class Paused:
    """Play stands still."""

    at: float
    reason: PauseReason


@dataclass(frozen=True, slots=True)
class Resumed:
    """Play goes on after a pause."""

    at: float


@dataclass(frozen=True, slots=True)
class RestBegan:
    """The baby said no, or needs a moment: hands rest, the clock stands still."""

    at: float
    moment: int


@dataclass(frozen=True, slots=True)
class RestEnded:
    """The rest is over and play goes on, at ``moment`` (another one when another area was chosen)."""

    at: float
    moment: int


@dataclass(frozen=True, slots=True)
class TimeAdded:
    """The caregiver asked for more of this moment, in seconds."""

    at: float
    moment: int
    seconds: float


@dataclass(frozen=True, slots=True)
class PaceSet:
    """Repetitions now take ``pace`` times their usual length."""

    at: float
    pace: float


@dataclass(frozen=True, slots=True)
class CueNoted:
    """The caregiver noted a cue of the baby during a moment."""

    at: float
    moment: int
    cue: Cue


@dataclass(frozen=True, slots=True)
class CueSeen:
    """The caregiver picked a cue out of the palette during a moment; ``cue`` is an id of the cue catalogue."""

    at: float
    moment: int
    cue: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The last moment is over."""

    at: float


@dataclass(frozen=True, slots=True)
class Stopped:
    """The session ended early, kindly."""

    at: float
    reason: StopReason


Event = (
    MomentBegan
    | RepetitionDone
    | MomentEnded
    | WaitBegan
    | Paused
    | Resumed
    | RestBegan
    | RestEnded
    | TimeAdded
    | PaceSet
    | CueNoted
    | CueSeen
    | Finished
    | Stopped
)
