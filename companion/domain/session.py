"""What the diary holds about one session: what was planned, what was done, and how it went."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from companion.domain.body import Side
from companion.domain.events import Outcome, StopReason
from companion.domain.plan import SessionPlan


class SessionStatus(StrEnum):
    """Where a session stands."""

    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"


class BabyState(IntEnum):
    """The six behavioural states (brief 3.1)."""

    DEEP_SLEEP = 1
    LIGHT_SLEEP = 2
    DROWSY = 3
    QUIET_ALERT = 4
    ACTIVE_ALERT = 5
    CRYING = 6


@dataclass(frozen=True, slots=True)
class Position:
    """How far a session had come: moment index and seconds of play into that moment."""

    moment: int
    seconds: float


@dataclass(frozen=True, slots=True)
class StepDone:
    """What was really done of one planned step. ``seconds`` is time of touch, pauses left out."""

    index: int
    stroke: str
    side: Side
    seconds: float
    repetitions: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Reflection:
    """The wrap-up's answers, all optional."""

    before: BabyState | None = None
    after: BabyState | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnfinishedSession:
    """A session that never ended: the program stopped while it ran. ``touch_seconds`` has one entry a step."""

    id: str
    plan: SessionPlan
    started: datetime
    last_seen: datetime
    position: Position
    elapsed: float


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One diary entry. ``elapsed`` is seconds from begin to end, pauses included."""

    id: str
    routine: str
    status: SessionStatus
    stop_reason: StopReason | None
    started: datetime
    ended: datetime | None
    elapsed: float
    steps: tuple[StepDone, ...]
    reflection: Reflection
