"""Whatever is pressed and however time goes by, the player's promises hold."""

from collections.abc import Callable, Sequence

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from companion.domain.events import (
    Cue,
    Event,
    Finished,
    MomentBegan,
    MomentEnded,
    Outcome,
    PaceSet,
    Paused,
    PauseReason,
    RepetitionDone,
    RestBegan,
    RestEnded,
    Resumed,
    Stopped,
    StopReason,
)
from companion.domain.player import Phase, Player
from companion.domain.session import steps_done
from companion.domain.settings import Advance
from companion.domain.timeline import build
from tests.fakes import ManualClock, first_massage

PLAN = first_massage()
OVER = {Phase.FINISHED, Phase.STOPPED}
CLOSE = 1e-6


class Truth:
    """A second, simple-minded account of a session: only the clock and the events, replayed one by one."""

    def __init__(self) -> None:
        self.at = 0.0
        self.moving = False
        self.moment = -1
        self.resting = False
        self.played: dict[int, float] = {}
        self.visit = 0.0
        self.repetitions = 0
        self.closed: list[float] = []
        self.over = False

    def until(self, at: float) -> None:
        """Time goes by up to a second of the session."""
        assert at >= self.at - CLOSE, "time went back"
        if self.moving:
            self.played[self.moment] = self.played.get(self.moment, 0.0) + at - self.at
            self.visit += at - self.at
        self.at = max(self.at, at)

    def take(self, event: Event) -> None:
        """One event happens."""
        assert not self.over, "an event after the end"
        self.until(event.at)
        match event:
            case MomentBegan():
                assert self.moment == -1, "a moment began before the last one had ended"
                self.moment, self.visit, self.repetitions = event.moment, 0.0, 0
                self.moving = self.moving or not self.closed
            case MomentEnded():
                assert event.moment == self.moment
                assert event.played == pytest.approx(self.visit, abs=CLOSE)
                assert event.repetitions == self.repetitions
                self.moment = -1
                self.closed.append(event.played)
            case RepetitionDone():
                assert event.moment == self.moment
                assert self.moving
                self.repetitions += 1
            case Paused():
                self.moving = False
            case RestBegan():
                self.moving, self.resting = False, True
            case RestEnded():
                self.moving, self.resting = True, False
            case Resumed():
                self.moving = not self.resting
            case Finished() | Stopped():
                self.moving, self.over = False, True
            case _:
                pass


class PlayerMachine(RuleBasedStateMachine):
    """All commands in any order, with time going by in between."""

    @initialize(
        lead_in=st.sampled_from([0.0, 6.0]),
        pace=st.sampled_from([1.0, 1.25]),
        advance=st.sampled_from(Advance),
    )
    def start(self, lead_in: float, pace: float, advance: Advance) -> None:
        self.clock = ManualClock(start=5e5)
        self.timeline = build(PLAN, lead_in=lead_in)
        self.player = Player(self.timeline, self.clock, pace=pace, advance=advance)
        self.truth = Truth()
        self.events: list[Event] = []
        self.began_at: float | None = None
        self.looked_at = self.clock.now()
        self.moving_time = 0.0

    def do(self, command: Callable[[], list[Event]]) -> None:
        before = self.player.phase
        gap = self.clock.now() - self.looked_at
        events = command()
        self.looked_at = self.clock.now()
        if self.began_at is None and any(isinstance(event, MomentBegan) for event in events):
            self.began_at = self.clock.now()
        self.check_the_gap(before, gap, events)
        for event in events:
            self.truth.take(event)
        if self.began_at is not None and not self.truth.over:
            self.truth.until(self.clock.now() - self.began_at)
        self.events += events
        if before in OVER:
            assert events == []
            assert self.player.phase is before

    def check_the_gap(self, before: Phase, gap: float, events: Sequence[Event]) -> None:
        """Time spent is the clock's time while playing; a long gap is a sleep and spends nothing."""
        slept = any(isinstance(e, Paused) and e.reason is PauseReason.MACHINE_SLEPT for e in events)
        assert slept == (before is Phase.PLAYING and gap > 5)
        if before is Phase.PLAYING and not slept and self.began_at is not None:
            ended = next((event.at for event in events if isinstance(event, Finished)), None)
            now = self.clock.now() - self.began_at
            self.moving_time += gap if ended is None else gap - (now - ended)

    @rule(seconds=st.floats(0, 4.9))
    def time_goes_by_with_a_tick(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.do(self.player.tick)

    @rule(ticks=st.integers(1, 12))
    def time_goes_by_in_long_steps(self, ticks: int) -> None:
        for _ in range(ticks):
            self.clock.advance(4.0)
            self.do(self.player.tick)

    @rule(seconds=st.floats(0, 3))
    def ticks_are_missing(self, seconds: float) -> None:
        self.clock.advance(seconds)

    @rule(seconds=st.floats(5.1, 5000))
    def the_machine_sleeps(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.do(self.player.tick)

    @rule()
    def begin(self) -> None:
        self.do(self.player.begin)

    @precondition(lambda self: self.player.phase is Phase.READY)
    @rule()
    def begin_rather_soon(self) -> None:
        self.do(self.player.begin)

    @rule(command=st.sampled_from(["next", "back", "repeat", "resume", "rest", "yes", "toggle"]))
    def press(self, command: str) -> None:
        self.do(getattr(self.player, command))

    @rule(reason=st.sampled_from(PauseReason).filter(lambda reason: reason is not PauseReason.MACHINE_SLEPT))
    def pause_and_resume_never_loses_the_place(self, reason: PauseReason) -> None:
        self.do(self.player.tick)
        before = self.player.state()
        self.do(lambda: self.player.pause(reason))
        self.clock.advance(1000)
        self.do(self.player.tick)
        if before.phase is Phase.PLAYING:
            self.do(self.player.resume)
        after = self.player.state()
        assert after.index == before.index
        assert after.elapsed == pytest.approx(before.elapsed, abs=CLOSE)
        assert after.done == before.done

    @rule(moment=st.integers(-2, 40))
    def jump(self, moment: int) -> None:
        self.do(lambda: self.player.jump(moment))

    @rule(moment=st.none() | st.integers(-2, 40))
    def carry_on(self, moment: int | None) -> None:
        self.do(lambda: self.player.carry_on(moment))

    @rule(seconds=st.floats(-10, 100))
    def add_time(self, seconds: float) -> None:
        self.do(lambda: self.player.add_time(seconds))

    @rule(pace=st.floats(0.1, 3))
    def set_pace(self, pace: float) -> None:
        self.do(lambda: self.player.set_pace(pace))

    @rule(advance=st.sampled_from(Advance))
    def set_advance(self, advance: Advance) -> None:
        self.do(lambda: self.player.set_advance(advance))

    @rule(cue=st.sampled_from(Cue))
    def note(self, cue: Cue) -> None:
        self.do(lambda: self.player.note(cue))

    @precondition(lambda self: len(self.events) > 30)
    @rule(reason=st.sampled_from(StopReason))
    def stop(self, reason: StopReason) -> None:
        self.do(lambda: self.player.stop(reason))

    @precondition(lambda self: self.player.phase in {Phase.PLAYING, Phase.PAUSED, Phase.RESTING})
    @rule()
    def be_killed_and_carry_on(self) -> None:
        """A new player goes on from the place and the second; nothing that was played is lost."""
        self.do(self.player.tick)
        if self.player.phase not in {Phase.PLAYING, Phase.PAUSED, Phase.RESTING}:
            return
        state = self.player.state()
        other = Player(self.timeline, ManualClock(), pace=state.pace, advance=state.advance)
        told = other.begin(state.position, state.at)
        assert isinstance(told[0], PaceSet)
        assert isinstance(told[1], MomentBegan)
        assert told[1].at == pytest.approx(state.at)
        most = 3600.0 if state.moment.is_touch else state.moment.length
        assert told[1].offset == pytest.approx(min(state.elapsed, most), abs=CLOSE)

    @invariant()
    def the_state_is_sound(self) -> None:
        state = self.player.state()
        assert 0 <= state.index < len(self.timeline.moments)
        assert state.moment is self.timeline.moments[state.index]
        assert state.elapsed >= 0
        assert state.remaining >= 0
        assert state.total_left >= state.remaining - CLOSE
        if not state.waiting:
            assert state.elapsed <= state.length + CLOSE
            assert (
                state.done <= state.repetition <= state.repetitions or not state.moment.is_touch or state.over
            )
        if state.phase is not Phase.FINISHED:
            assert (self.truth.moment, state.phase in OVER) in {(state.index, False), (-1, True), (-1, False)}

    @invariant()
    def time_spent_is_the_time_of_the_clock_while_playing(self) -> None:
        spent = sum(self.truth.played.values())
        assert spent == pytest.approx(self.moving_time, abs=CLOSE)
        assert sum(self.truth.closed) + (self.truth.visit if self.truth.moment >= 0 else 0) == pytest.approx(
            self.moving_time, abs=CLOSE
        )

    @invariant()
    def touch_seconds_are_what_was_really_touched(self) -> None:
        state = self.player.state()
        done = steps_done(PLAN, self.timeline, self.events, None if state.over else state.at)
        truth = dict.fromkeys(range(len(PLAN.steps)), 0.0)
        for moment, seconds in self.truth.played.items():
            if self.timeline.moments[moment].is_touch:
                truth[self.timeline.moments[moment].step] += seconds
        for step in done:
            assert step.seconds == pytest.approx(truth[step.index], abs=CLOSE)
            assert (step.outcome is Outcome.SKIPPED) <= (truth[step.index] < CLOSE)


PlayerMachine.TestCase.settings = settings(
    max_examples=60, stateful_step_count=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestWhateverIsPressedThePlayersPromisesHold = PlayerMachine.TestCase
