"""Plays a timeline in tests, and looks at what happened."""

from collections.abc import Sequence
from typing import TypeVar

from companion.domain.body import Position, Side
from companion.domain.events import Event
from companion.domain.plan import PlannedStep, SessionPlan
from companion.domain.player import Player
from companion.domain.settings import Advance
from companion.domain.stroke import StrokeKind
from companion.domain.timeline import build
from tests.fakes import ManualClock, a_step

Kind = TypeVar("Kind")

ASK = a_step("permission", kind=StrokeKind.ASK, times=1, seconds=30.0)
HOLD = a_step("hand-hug", kind=StrokeKind.HOLD, times=1, seconds=45.0)
GLIDE = a_step("hip-to-ankle-glide", side=Side.RIGHT)
SOLE = a_step("thumb-over-thumb", side=Side.RIGHT, times=4, seconds=2.0)
TURNED = a_step("swoop-to-bottom", position=Position.ON_CHEST)


class Play:
    """A player with its clock, and all events so far."""

    def __init__(
        self,
        *steps: PlannedStep,
        lead_in: float = 6.0,
        pace: float = 1.0,
        advance: Advance = Advance.TIMER,
    ) -> None:
        self.plan = SessionPlan("test", steps or (GLIDE, SOLE, HOLD))
        self.timeline = build(self.plan, lead_in=lead_in)
        self.clock = ManualClock()
        self.player = Player(self.timeline, self.clock, pace=pace, advance=advance)
        self.events: list[Event] = []

    def do(self, events: Sequence[Event]) -> list[Event]:
        """Keep what a command returned."""
        self.events += events
        return list(events)

    def begin(self) -> "Play":
        self.do(self.player.begin())
        return self

    def wait(self, seconds: float, tick: float = 1.0) -> list[Event]:
        """Let time go by with a tick every second; returns what happened in it."""
        told: list[Event] = []
        while seconds > 1e-9:
            self.clock.advance(min(tick, seconds))
            seconds -= tick
            told += self.do(self.player.tick())
        return told

    def to(self, moment: int, seconds: float = 0.0) -> "Play":
        """Begin, and play on to a place in the undisturbed session."""
        self.begin()
        self.wait(self.timeline.moments[moment].start + seconds)
        assert self.player.state().index == moment
        return self


def only(kind: type[Kind], events: Sequence[Event]) -> list[Kind]:
    """The events of one kind."""
    return [event for event in events if isinstance(event, kind)]
