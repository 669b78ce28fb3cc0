"""The way along a timeline: turns readings of the clock into moments begun, repeated and ended."""

from dataclasses import replace

from companion.domain import schedule
from companion.domain.clock import Clock
from companion.domain.events import (
    Event,
    Finished,
    MomentBegan,
    MomentEnded,
    Outcome,
    RepetitionDone,
    WaitBegan,
)
from companion.domain.settings import Advance
from companion.domain.timeline import Timeline
from companion.domain.visit import Visit, enter


class Walk:
    """Where a session is on its timeline. It knows moving and standing, and nothing of why.

    ``now`` is the last reading of the clock that was taken in, and stays behind the clock until ``look``.
    """

    def __init__(self, timeline: Timeline, clock: Clock, pace: float, advance: Advance) -> None:
        self.timeline = timeline
        self.clock = clock
        self.pace = pace
        self.advance = advance
        self.finished = False
        self.now = 0.0
        self.visit: Visit = Visit(0, timeline.moments[0], 0.0)
        self._origin: float | None = None

    @property
    def waiting(self) -> bool:
        """Whether the moment's time is over and it waits for the caregiver's word."""
        return self.visit.time_told

    def at(self, reading: float | None = None) -> float:
        """Seconds since the session began, at a reading of the clock (``now`` when not given); 0 before."""
        if self._origin is None:
            return 0.0
        return (self.now if reading is None else reading) - self._origin

    def look(self) -> float:
        """Take in the clock's reading; returns how many seconds went by since the last look."""
        before, self.now = self.now, max(self.clock.now(), self.now)
        return self.now - before

    def start(self, index: int, offset: float, since: float) -> list[Event]:
        """Begin at a moment, ``since`` seconds after the session began."""
        self._origin = self.now - since
        events = self._enter(index, offset, self.now, moving=True)
        return events + self.run()

    def stand(self, reading: float) -> None:
        """Stand still as of a reading of the clock."""
        self.visit = self.visit.moved_on(reading, moving=False)

    def move(self) -> list[Event]:
        """Move on from now."""
        self.visit = self.visit.moved_on(self.now, moving=True)
        return self.run()

    def run(self) -> list[Event]:
        """All that fell due up to ``now``, each at its own second."""
        events: list[Event] = []
        while self.visit.moving:
            visit = self.visit
            repetition = visit.next_repetition()
            due = repetition if self.waiting else min(repetition, visit.length)
            reading = visit.when(due)
            if reading > self.now:
                break
            if repetition <= due:
                self.visit = replace(visit, told=visit.told + 1)
                events.append(RepetitionDone(self.at(reading), visit.index, visit.told + 1))
            elif schedule.waits(visit.moment, self.advance):
                self.visit = replace(visit, time_told=True)
                events.append(WaitBegan(self.at(reading), visit.index))
            else:
                events += self._turn_to(visit.index + 1, Outcome.DONE, reading)
        return events

    def go(self, index: int, outcome: Outcome) -> list[Event]:
        """Leave for another moment now; past the last one is the end. Standing, it passes what has no length."""
        events = self._turn_to(index, outcome, self.now)
        while not (self.finished or self.visit.moving or self.visit.moment.length):
            events += self._turn_to(self.visit.index + 1, Outcome.DONE, self.now)
        return events + self.run()

    def leave(self, outcome: Outcome, reading: float) -> Event:
        """End the present visit."""
        visit = self.visit.moved_on(reading, moving=False)
        self.visit = visit
        done = visit.told - visit.began_with
        return MomentEnded(self.at(reading), visit.index, visit.spent, done, outcome)

    def change_pace(self, pace: float) -> None:
        """Repetitions take ``pace`` times their natural length from now on."""
        self.pace = pace
        stretch = schedule.stretch(self.visit.moment, pace)
        self.visit = self.visit.moved_on(self.now, moving=self.visit.moving, stretch=stretch)

    def change_advance(self, advance: Advance) -> list[Event]:
        """What ends moments from now on; one that need not wait any more ends with its repetition."""
        self.advance = advance
        if self.waiting and not schedule.waits(self.visit.moment, advance):
            self.visit = self.visit.to_the_end_of_this_repetition(self.now)
        return self.run()

    def _turn_to(self, index: int, outcome: Outcome, reading: float) -> list[Event]:
        moving = self.visit.moving
        ended = self.leave(outcome, reading)
        if index < len(self.timeline.moments):
            return [ended, *self._enter(index, 0.0, reading, moving=moving)]
        self.finished = True
        return [ended, Finished(self.at(reading))]

    def _enter(self, index: int, offset: float, reading: float, *, moving: bool) -> list[Event]:
        moment = self.timeline.moments[index]
        visit = enter(index, moment, offset, reading, schedule.stretch(moment, self.pace))
        self.visit = replace(visit, moving=moving)
        return [MomentBegan(self.at(reading), index, visit.base)]
