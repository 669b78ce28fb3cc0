"""The player: a pure state machine that walks a timeline by an injected clock and tells what happens as events."""

from math import isfinite

from companion.domain import schedule
from companion.domain.clock import Clock
from companion.domain.events import (
    Cue,
    CueNoted,
    CueSeen,
    Event,
    Outcome,
    PaceSet,
    Paused,
    PauseReason,
    RestBegan,
    RestEnded,
    Resumed,
    Stopped,
    StopReason,
    TimeAdded,
)
from companion.domain.session import Position
from companion.domain.settings import Advance
from companion.domain.standing import Phase, PlayerState, standing
from companion.domain.timeline import Timeline
from companion.domain.walk import Walk

__all__ = ["PACES", "SLEPT_AFTER", "Phase", "Player", "PlayerState"]

SLEPT_AFTER = 5.0
"""Seconds without a tick while playing after which the machine must have slept."""

PACES = (0.5, 2.0)
"""Quickest and slowest pace that can be set."""


class Player:
    """Plays a timeline. Every command first catches up with the clock, then does what is asked if the phase
    allows it, and returns all that happened; a command that makes no sense now adds no event of its own.

    Late, double and missing ticks change nothing: events carry the second at which they were due.
    """

    def __init__(
        self, timeline: Timeline, clock: Clock, *, pace: float = 1.0, advance: Advance = Advance.TIMER
    ) -> None:
        self.timeline = timeline
        self._walk = Walk(timeline, clock, pace, advance)
        self._phase = Phase.READY
        self._resting = False
        self._stop_reason: StopReason | None = None

    @property
    def phase(self) -> Phase:
        """What it is doing."""
        return Phase.FINISHED if self._walk.finished else self._phase

    def begin(self, at: Position | None = None, since: float = 0.0) -> list[Event]:
        """Start, or carry on ``at`` a place that a session had reached ``since`` seconds after it began."""
        if self.phase is not Phase.READY:
            return self.tick()
        walk = self._walk
        walk.look()
        self._phase = Phase.PLAYING
        place = at or Position(0, 0.0)
        index = min(max(place.moment, 0), len(self.timeline.moments) - 1)
        told: list[Event] = [PaceSet(since, walk.pace)] if at or walk.pace != 1.0 else []
        return told + walk.start(index, place.seconds, since)

    def tick(self) -> list[Event]:
        """Spend the time that has passed. A gap of more than 5 s while playing pauses at the last tick."""
        gap = self._walk.look()
        if self.phase is Phase.PLAYING and gap > SLEPT_AFTER:
            return self._stand_still(PauseReason.MACHINE_SLEPT, self._walk.now - gap)
        return self._walk.run()

    def pause(self, reason: PauseReason = PauseReason.CAREGIVER) -> list[Event]:
        """Stand still, from play or from a rest."""
        events = self.tick()
        if self.phase in {Phase.PLAYING, Phase.RESTING}:
            events += self._stand_still(reason, self._walk.now)
        return events

    def resume(self) -> list[Event]:
        """Go on after a pause: with play, or with the rest if there was one."""
        events = self.tick()
        if self.phase is Phase.PAUSED:
            events.append(Resumed(self._walk.at()))
            events += self._go_on()
        return events

    def toggle(self) -> list[Event]:
        """The obvious thing: begin, pause, resume, or carry on after a rest."""
        match self.phase:
            case Phase.READY:
                return self.begin()
            case Phase.PLAYING:
                return self.pause()
            case Phase.RESTING:
                return self.carry_on()
            case _:
                return self.resume()

    def next(self) -> list[Event]:
        """On to what comes next; in a lead-in, past its step. A paused session moves and stays paused."""
        events = self.tick()
        if self._can_move():
            index = self._walk.visit.index
            events += self._walk.go(*schedule.onward(self.timeline, index, waiting=self._walk.waiting))
        return events

    def back(self) -> list[Event]:
        """To the start of the present step, or of the one before when this one has just begun."""
        events = self.tick()
        if self._can_move():
            visit = self._walk.visit
            index = schedule.backward(self.timeline, visit.index, visit.elapsed(self._walk.now))
            events += self._walk.go(index, Outcome.CUT)
        return events

    def repeat(self) -> list[Event]:
        """Once more from the start of what is being done."""
        events = self.tick()
        if self._can_move():
            events += self._walk.go(schedule.again(self.timeline, self._walk.visit.index), Outcome.CUT)
        return events

    def jump(self, moment: int) -> list[Event]:
        """To any moment, by its index."""
        events = self.tick()
        if self._can_move() and self._exists(moment):
            events += self._walk.go(moment, Outcome.CUT)
        return events

    def add_time(self, seconds: float = 15.0) -> list[Event]:
        """Make this moment longer by about so many real seconds: strokes by whole repetitions, at least one."""
        events = self.tick()
        if self._can_move() and not self._walk.waiting and isfinite(seconds) and seconds > 0:
            before = self._walk.visit
            longer = self._walk.visit = before.longer_by(seconds)
            added = (longer.extra - before.extra) * before.stretch
            events.append(TimeAdded(self._walk.at(), before.index, added))
        return events

    def rest(self) -> list[Event]:
        """Hands still: the clock stands until the rest ends. May come during a pause too."""
        events = self.tick()
        if self._can_move():
            self._walk.stand(self._walk.now)
            self._phase, self._resting = Phase.RESTING, True
            events.append(RestBegan(self._walk.at(), self._walk.visit.index))
        elif self._resting:
            events += self.resume()
        return events

    def carry_on(self, moment: int | None = None) -> list[Event]:
        """End the rest: go on where it was, or at another moment (another area)."""
        events = self.tick()
        here = self._walk.visit.index
        there = here if moment is None else moment
        if self.phase is Phase.RESTING and self._exists(there):
            self._resting = False
            events.append(RestEnded(self._walk.at(), there))
            events += self._walk.go(there, Outcome.CUT) if there != here else []
            events += self._go_on()
        return events

    def yes(self) -> list[Event]:
        """The caregiver's word: the baby said yes, or a moment that waits is done."""
        events = self.tick()
        visit = self._walk.visit
        if self.phase is Phase.PLAYING and (visit.moment.is_asking or self._walk.waiting):
            events += self._walk.go(schedule.after_yes(self.timeline, visit.index), Outcome.DONE)
        return events

    def note(self, cue: Cue) -> list[Event]:
        """Note what the baby shows."""
        events = self.tick()
        if self.phase in {Phase.PLAYING, Phase.RESTING, Phase.PAUSED}:
            events.append(CueNoted(self._walk.at(), self._walk.visit.index, cue))
        return events

    def see(self, cue: str) -> list[Event]:
        """Note a cue of the catalogue, by its id."""
        events = self.tick()
        if self.phase in {Phase.PLAYING, Phase.RESTING, Phase.PAUSED}:
            events.append(CueSeen(self._walk.at(), self._walk.visit.index, cue))
        return events

    def set_pace(self, pace: float) -> list[Event]:
        """Set how long repetitions take from now on; kept within PACES. Before begin it is only remembered."""
        events = self.tick()
        if isfinite(pace) and self.phase not in {Phase.FINISHED, Phase.STOPPED}:
            self._walk.change_pace(min(max(pace, PACES[0]), PACES[1]))
            if self.phase is not Phase.READY:
                events.append(PaceSet(self._walk.at(), self._walk.pace))
        return events

    def set_advance(self, advance: Advance) -> list[Event]:
        """Set what ends steps from now on. A moment that need not wait any more ends with its repetition."""
        return self.tick() + self._walk.change_advance(advance)

    def stop(self, reason: StopReason) -> list[Event]:
        """End the session early, from any phase that is not final."""
        events = self.tick()
        if self.phase not in {Phase.FINISHED, Phase.STOPPED}:
            outcome = Outcome.DONE if self._walk.waiting else Outcome.CUT
            if self.phase is not Phase.READY:
                events.append(self._walk.leave(outcome, self._walk.now))
            events.append(Stopped(self._walk.at(), reason))
            self._phase, self._stop_reason = Phase.STOPPED, reason
        return events

    def state(self) -> PlayerState:
        """Where it stands since the last tick or command."""
        return standing(self._walk, self.phase, self._stop_reason)

    def _can_move(self) -> bool:
        return self.phase is Phase.PLAYING or (self.phase is Phase.PAUSED and not self._resting)

    def _exists(self, moment: int) -> bool:
        return 0 <= moment < len(self.timeline.moments)

    def _stand_still(self, reason: PauseReason, reading: float) -> list[Event]:
        self._walk.stand(reading)
        self._phase = Phase.PAUSED
        return [Paused(self._walk.at(reading), reason)]

    def _go_on(self) -> list[Event]:
        self._phase = Phase.RESTING if self._resting else Phase.PLAYING
        return [] if self._resting else self._walk.move()
