"""What the diary holds about one session: what was planned, what was done, and how it went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from companion.domain.baby import Answer
from companion.domain.body import Side
from companion.domain.events import Event, Outcome, StopReason
from companion.domain.plan import SessionPlan
from companion.domain.tally import Stay, stays
from companion.domain.timeline import Timeline


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
    """How far a session had come: moment index and natural seconds (pace 1.0) of play into that moment."""

    moment: int
    seconds: float


@dataclass(frozen=True, slots=True)
class StepDone:
    """What was really done of one planned step. ``seconds`` is time of touch as the clock has it, pauses left
    out: asking permission is no touch and has 0. DONE: it came to its end at least once."""

    index: int
    stroke: str
    side: Side
    seconds: float
    repetitions: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Reflection:
    """The wrap-up's answers, all optional. ``comfort`` runs from 0 to 4 (the caregiver's own faces), ``confidence``
    from 0 to 10; ``who`` is the id of the caregiver who massaged ("": as it was said before)."""

    before: BabyState | None = None
    after: BabyState | None = None
    note: str = ""
    comfort: int | None = None
    reaction: str = ""
    oil: Answer = Answer.UNKNOWN
    confidence: int | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class UnfinishedSession:
    """A session that never ended: the program stopped while it ran."""

    id: str
    plan: SessionPlan
    started: datetime
    last_seen: datetime
    position: Position
    elapsed: float


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One diary entry, as it stands after all corrections. ``elapsed`` is seconds from begin to end, pauses included.

    ``baby`` and ``caregiver`` are ids, "" where nobody said; ``practice``: on a doll, never a dose; ``twins``: one id
    for sessions that belong together; ``by_hand``: written down later, not played; ``edits``: corrections that stand.
    """

    id: str
    routine: str
    status: SessionStatus
    stop_reason: StopReason | None
    started: datetime
    ended: datetime | None
    elapsed: float
    steps: tuple[StepDone, ...]
    reflection: Reflection
    baby: str = ""
    caregiver: str = ""
    practice: bool = False
    twins: str = ""
    by_hand: bool = False
    edits: int = 0

    @property
    def touch(self) -> float:
        """Seconds of touch."""
        return sum(step.seconds for step in self.steps)


def steps_done(
    plan: SessionPlan, timeline: Timeline, events: Sequence[Event], last_seen: float | None = None
) -> tuple[StepDone, ...]:
    """What was really done of each planned step, one entry a step in order; visits to a step add up.

    ``last_seen``, in seconds since the session began, closes a stay that was never told to end, for a session that
    was cut off by a crash.
    """
    by_step: dict[int, list[Stay]] = {index: [] for index in range(len(plan.steps))}
    for stay in stays(events, last_seen):
        moment = timeline.moments[stay.moment]
        if moment.is_touch or moment.is_asking:
            by_step[moment.step].append(stay)
    return tuple(_step_done(plan, timeline, index, stayed) for index, stayed in by_step.items())


def _step_done(plan: SessionPlan, timeline: Timeline, index: int, stayed: Sequence[Stay]) -> StepDone:
    step = plan.steps[index]
    if timeline.moments[timeline.cores[index]].is_asking:
        outcome = stayed[-1].outcome if stayed else Outcome.SKIPPED
        return StepDone(index, step.stroke, step.side, 0.0, int(outcome is Outcome.DONE), outcome)
    outcomes = {stay.outcome for stay in stayed}
    ended = Outcome.DONE if Outcome.DONE in outcomes else Outcome.CUT
    return StepDone(
        index=index,
        stroke=step.stroke,
        side=step.side,
        seconds=sum(stay.seconds for stay in stayed),
        repetitions=sum(stay.repetitions for stay in stayed),
        outcome=ended if stayed else Outcome.SKIPPED,
    )
