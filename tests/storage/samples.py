"""A clock that stands where it is put, and one small session to write down."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from companion.domain.body import Area, Position, Side
from companion.domain.events import (
    Cue,
    CueNoted,
    Event,
    MomentBegan,
    MomentEnded,
    Outcome,
    Paused,
    PauseReason,
    RepetitionDone,
    Resumed,
    Stopped,
    StopReason,
)
from companion.domain.plan import PlannedStep, Reason, SessionPlan
from companion.domain.session import StepDone
from companion.domain.settings import Advance
from companion.domain.stroke import Pressure, StrokeKind
from companion.storage.connection import beside
from companion.storage.opening import OpenedDiary, open_diary

SUMMER = timezone(timedelta(hours=2))
WINTER = timezone(timedelta(hours=1))
EVENING = datetime(2026, 7, 29, 19, 5, 7, 250_000, SUMMER)
TODAY = date(2026, 7, 30)
SESSION = "0d6a3f5e-8a53-4a0e-9d0a-6f4b8f0f7c11"

GLIDE = PlannedStep(
    stroke="hip-to-ankle-glide",
    kind=StrokeKind.STROKE,
    side=Side.RIGHT,
    area=Area.LEGS,
    position=Position.ON_BACK,
    times=3,
    seconds=4.0,
    pressure=(Pressure.P1, Pressure.P2),
    block=1,
)
REST = PlannedStep(
    stroke="resting-hands",
    kind=StrokeKind.HOLD,
    side=Side.NONE,
    area=Area.CHEST,
    position=Position.ON_BACK,
    times=1,
    seconds=15.0,
    pressure=(Pressure.P0, Pressure.P0),
    variant="chest",
    block=2,
    advance=Advance.UNTIL_I_SAY,
)
PLAN = SessionPlan("first-massage", (GLIDE, REST), (Reason("too-young", "back-circles", "S12"),))
DONE = (
    StepDone(0, "hip-to-ankle-glide", Side.RIGHT, 12.0, 3, Outcome.DONE),
    StepDone(1, "resting-hands", Side.NONE, 4.5, 0, Outcome.CUT),
)
EVENTS: tuple[Event, ...] = (
    MomentBegan(0.0, 0),
    RepetitionDone(4.0, 0, 1),
    Paused(5.5, PauseReason.CAREGIVER),
    Resumed(65.25),
    CueNoted(66.0, 0, Cue.ENJOYING),
    MomentEnded(70.0, 0, 12.0, 3, Outcome.DONE),
    MomentBegan(70.0, 1, 2.5),
    Stopped(74.5, StopReason.BABY_SAID_NO),
)


@dataclass
class StillClock:
    """A clock that moves only when it is set."""

    time: datetime = EVENING
    seconds: float = 0.0

    def now(self) -> float:
        return self.seconds

    def wall(self) -> datetime:
        return self.time


def opened(path: Path) -> OpenedDiary:
    return open_diary(path, TODAY)


def bytes_beside(path: Path) -> dict[str, bytes]:
    """What lies in the file's folder, but for an empty log and its index, which SQLite makes anew at will."""
    files = [file for file in path.parent.iterdir() if file.is_file() and not file.name.endswith("-shm")]
    held = {file.name: file.read_bytes() for file in files}
    return {name: content for name, content in held.items() if content or not name.endswith("-wal")}


def copy_as_after_a_crash(path: Path, target: Path) -> Path:
    """Copy a diary that is open, with its log, as a power cut would leave them; returns ``target``."""
    for suffix in ("", "-wal", "-journal"):
        if beside(path, suffix).exists():
            beside(target, suffix).write_bytes(beside(path, suffix).read_bytes())
    return target
