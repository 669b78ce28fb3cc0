"""Whatever is pressed and whenever the disk fails, the journal holds all that was shown, once and in order."""

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from companion.domain.errors import CompanionError
from companion.domain.events import MomentBegan, MomentEnded, StopReason
from companion.domain.session import SessionStatus
from companion.domain.settings import Advance, Settings
from tests.fakes import first_massage
from tests.services.stage import Stage


class PlaybackMachine(RuleBasedStateMachine):
    """Presses, time and a disk that fills up and is freed."""

    @initialize(advance=st.sampled_from(Advance))
    def start(self, advance: Advance) -> None:
        self.stage = Stage(*first_massage().steps, settings=Settings(advance=advance))
        self.stage.begin()

    def do(self, name: str, *arguments: object) -> None:
        try:
            self.stage.told += getattr(self.stage.playback, name)(*arguments)
        except CompanionError:
            assert self.stage.journal.broken
            assert self.stage.playback.state().phase not in {"playing", "resting"}

    @rule(seconds=st.floats(0, 8), ticks=st.integers(1, 8))
    def time_goes_by(self, seconds: float, ticks: int) -> None:
        for _ in range(ticks):
            self.stage.clock.advance(seconds / 2)
            self.do("tick")

    @rule(
        name=st.sampled_from(["next", "back", "repeat", "toggle", "rest", "baby_says_no", "carry_on", "yes"])
    )
    def press(self, name: str) -> None:
        self.do(name)

    @rule(moment=st.integers(0, 35))
    def jump(self, moment: int) -> None:
        self.do("jump", moment)

    @rule(reason=st.sampled_from(StopReason), chance=st.integers(0, 9))
    def stop(self, reason: StopReason, chance: int) -> None:
        if chance == 0:
            self.do("stop", reason)

    @rule()
    def the_disk_is_full(self) -> None:
        self.stage.journal.broken = CompanionError("disk-full")

    @rule()
    def the_disk_is_freed(self) -> None:
        self.stage.journal.broken = None
        self.do("resume")

    @invariant()
    def what_was_shown_is_what_the_journal_holds(self) -> None:
        assert tuple(self.stage.told) == self.stage.journal.events("one")[: len(self.stage.told)]
        if not self.stage.journal.broken:
            assert tuple(self.stage.told) == self.stage.journal.events("one")

    @invariant()
    def moments_begin_and_end_in_pairs(self) -> None:
        inside: int | None = None
        for event in self.stage.told:
            if isinstance(event, MomentBegan):
                assert inside is None
                inside = event.moment
            if isinstance(event, MomentEnded):
                assert inside == event.moment
                inside = None

    @invariant()
    def a_session_that_is_over_is_closed_as_soon_as_it_can_be(self) -> None:
        record = self.stage.journal.session("one")
        over = self.stage.playback.state().over
        assert record is not None
        if not self.stage.journal.broken:
            assert (record.status is not SessionStatus.RUNNING) == over


PlaybackMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestWhateverFailsTheJournalHoldsAllThatWasShown = PlaybackMachine.TestCase
