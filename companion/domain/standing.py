"""Where a player stands: all that a screen needs to show, in one frozen object."""

from dataclasses import dataclass
from enum import StrEnum

from companion.domain import schedule
from companion.domain.events import StopReason
from companion.domain.session import Position
from companion.domain.settings import Advance
from companion.domain.timeline import Moment
from companion.domain.walk import Walk


class Phase(StrEnum):
    """What the player is doing. RESTING: hands still, the baby is being asked. The last two are final."""

    READY = "ready"
    PLAYING = "playing"
    RESTING = "resting"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class PlayerState:
    """Where the player stands, as of its last tick or command.

    ``elapsed`` and ``length`` are natural seconds (pace 1.0) into and of the moment, with added time;
    ``remaining`` and ``total_left`` are real seconds at the present pace. ``repetition`` is the one under way
    from 1, of ``repetitions`` (both 0 when the moment is no touch), ``done`` those complete. ``waiting``: its time
    is over and it goes on until next or yes. ``touch_time`` drives the drawing: natural seconds of motion since
    the moment began, 0 where nothing is done yet. ``at`` is seconds since the session began, pauses included.
    """

    phase: Phase
    index: int
    moment: Moment
    elapsed: float
    length: float
    remaining: float
    total_left: float
    repetition: int
    repetitions: int
    done: int
    waiting: bool
    touch_time: float
    pace: float
    advance: Advance
    at: float
    stop_reason: StopReason | None

    @property
    def position(self) -> Position:
        """The place to carry on from."""
        return Position(self.index, self.elapsed)

    @property
    def over(self) -> bool:
        """Whether nothing more can happen."""
        return self.phase in {Phase.FINISHED, Phase.STOPPED}


def standing(walk: Walk, phase: Phase, stop_reason: StopReason | None) -> PlayerState:
    """What a walk looks like at the last reading of the clock that it took in."""
    visit = walk.visit
    elapsed = visit.elapsed(walk.now)
    remaining = schedule.left_in(visit, walk.now)
    later = 0.0 if phase is Phase.FINISHED else schedule.left_after(walk.timeline, visit.index, walk.pace)
    return PlayerState(
        phase=phase,
        index=visit.index,
        moment=visit.moment,
        elapsed=elapsed,
        length=visit.length,
        remaining=remaining,
        total_left=remaining + later,
        repetition=schedule.repetition(visit),
        repetitions=visit.repetitions,
        done=visit.told,
        waiting=walk.waiting,
        touch_time=elapsed if visit.moment.is_touch or visit.moment.is_asking else 0.0,
        pace=walk.pace,
        advance=walk.advance,
        at=walk.at(),
        stop_reason=stop_reason,
    )
