"""Two babies in one session: what is done is written down for each, and a program that dies loses nothing of either."""

import random
from collections.abc import Callable

import pytest

from companion.domain.baby import Answer
from companion.domain.check import ALL_FINE
from companion.domain.errors import CompanionError
from companion.domain.events import Event, Finished, MomentBegan, StopReason
from companion.domain.family import Baby
from companion.domain.player import Phase
from companion.domain.session import SessionStatus, StepDone
from companion.domain.tally import stays
from companion.domain.twins import Turns, turns_of
from companion.services.playback import Playback
from companion.services.starting import Wanted
from tests.domain.safe import baby as well_baby
from tests.services.test_starting import Desk

NAMES = ("Mila", "Noah")
EACH = list(Turns)


class Nursery:
    """Two babies and their sessions; ``told`` are the events as they were played."""

    def __init__(
        self, turns: Turns = Turns.CHILD_BY_CHILD, routine: str = "first-massage", **second: object
    ) -> None:
        self.desk = Desk()
        self.told: list[Event] = []
        profiles = [
            well_baby(12, id="one", nickname="Mila"),
            well_baby(12, id="two", nickname="Noah", **second),
        ]
        for profile in profiles:
            self.desk.families.keep_baby(Baby(profile))
        chosen = self.desk.starting.routine(routine)
        wanted = [Wanted(chosen, profile, ALL_FINE) for profile in profiles]
        self.playback: Playback = self.desk.starting.begin_both(wanted, turns)
        self.sessions = tuple(session for session, _ in self.playback.parts)

    def do(self, command: Callable[[], list[Event]]) -> None:
        self.told += command()

    def begin(self) -> "Nursery":
        self.do(self.playback.begin)
        return self

    def wait(self, seconds: float) -> "Nursery":
        while seconds > 1e-9 and not self.playback.state().over:
            self.desk.clock.advance(min(0.5, seconds))
            seconds -= 0.5
            self.do(self.playback.tick)
        return self

    def die(self) -> None:
        """The program is gone; what the journal holds is all that there is, and it is carried on."""
        left = self.desk.journal.unfinished()
        assert left
        self.playback = self.desk.starting.carry_on(left)
        self.do(self.playback.begin)

    def done(self, baby: int) -> tuple[StepDone, ...]:
        record = self.desk.journal.session(self.sessions[baby])
        assert record
        return record.steps

    def status(self, baby: int) -> SessionStatus:
        record = self.desk.journal.session(self.sessions[baby])
        assert record
        return record.status


def touched(nursery: Nursery, baby: int) -> dict[int, float]:
    """Seconds of touch of each step of one baby, worked out from what was played and not from its own journal."""
    playback = nursery.playback
    own = [number for number, name in enumerate(playback.whose) if name == NAMES[baby]]
    found = dict.fromkeys(range(len(own)), 0.0)
    for stay in stays(nursery.told):
        moment = playback.timeline.moments[stay.moment]
        if moment.is_touch and moment.step in own:
            found[own.index(moment.step)] += stay.seconds
    return found


@pytest.mark.parametrize("turns", EACH)
def test_both_are_massaged_wholly_and_each_has_its_own_entry(turns: Turns) -> None:
    nursery = Nursery(turns).begin().wait(3600)
    for baby, name in enumerate(("one", "two")):
        record = nursery.desk.journal.session(nursery.sessions[baby])
        assert record
        assert (record.baby, record.status) == (name, SessionStatus.FINISHED)
        assert all(step.seconds > 0 for step in record.steps[1:])
    first, second = (nursery.desk.journal.session(session) for session in nursery.sessions)
    assert first
    assert second
    assert first.twins == second.twins != ""


def test_each_baby_keeps_its_own_rules() -> None:
    nursery = Nursery(Turns.STROKE_BY_STROKE, "full-body", navel_healed=Answer.NO).begin().wait(3600)
    first, second = ({step.stroke for step in nursery.done(baby)} for baby in (0, 1))
    assert "sun-and-moon" in first
    assert not second & {"sun-and-moon", "i-love-you", "paddle-down"}


def test_no_session_of_two_begins_past_a_not_today_of_one() -> None:
    with pytest.raises(CompanionError, match="not-today"):
        Nursery(conditions=None)


def test_whose_turn_it_is_is_said() -> None:
    nursery = Nursery(Turns.CHILD_BY_CHILD).begin()
    assert nursery.playback.caption.startswith("Now Mila.")
    second = nursery.playback.whose.index("Noah")
    nursery.do(lambda: nursery.playback.jump(nursery.playback.timeline.of_step(second).start))
    nursery.wait(2.0)
    while not nursery.playback.caption and not nursery.playback.state().over:
        nursery.wait(0.5)
    assert "Now Noah." in nursery.playback.caption


@pytest.mark.parametrize("turns", EACH)
@pytest.mark.parametrize("seed", range(5))
def test_what_was_done_is_told_truly_of_each_through_pauses_rests_and_jumps(turns: Turns, seed: int) -> None:
    chance = random.Random(seed)
    nursery = Nursery(turns).begin()
    playback = nursery.playback
    commands: list[Callable[[], list[Event]]] = [
        playback.pause,
        playback.resume,
        playback.next,
        playback.back,
        playback.baby_says_no,
        playback.carry_on,
        playback.yes,
        playback.add_time,
        lambda: playback.jump(chance.randrange(len(playback.timeline.moments))),
        lambda: playback.set_pace(1.25),
    ]
    for _ in range(40):
        nursery.do(chance.choice(commands))
        nursery.wait(chance.choice([0.5, 3.0, 20.0]))
    nursery.do(lambda: playback.stop(StopReason.BABY_SAID_NO))
    for baby in (0, 1):
        told = {step.index: step.seconds for step in nursery.done(baby)}
        assert told == pytest.approx(touched(nursery, baby))


@pytest.mark.parametrize("turns", EACH)
@pytest.mark.parametrize("seed", range(4))
def test_a_program_that_dies_goes_on_at_the_same_place_and_loses_nothing(turns: Turns, seed: int) -> None:
    chance = random.Random(seed)
    nursery = Nursery(turns).begin()
    for _ in range(4):
        nursery.wait(chance.uniform(1, 120))
        if nursery.playback.state().over or nursery.desk.journal.unfinished_twin(nursery.sessions[0]) is None:
            return
        before = nursery.playback.state()
        nursery.die()
        after = nursery.playback.state()
        assert after.index == before.index
        assert abs(after.elapsed - before.elapsed) <= 1.5
        assert {session for session, _ in nursery.playback.parts} == set(nursery.sessions)
    nursery.wait(3600)
    for baby in (0, 1):
        assert nursery.status(baby) is SessionStatus.FINISHED
        assert all(step.seconds > 0 for step in nursery.done(baby)[1:])


def test_the_second_goes_on_alone_when_the_first_was_through() -> None:
    nursery = Nursery(Turns.CHILD_BY_CHILD).begin()
    while nursery.playback.whose[nursery.playback.state().moment.step] == "Mila":
        nursery.wait(1.0)
    nursery.wait(60.0)
    step = nursery.playback.state().moment.step - nursery.playback.whose.index("Noah")
    nursery.die()
    assert nursery.playback.whose == ()
    assert nursery.playback.session == nursery.sessions[1]
    assert nursery.playback.state().moment.step == step
    assert nursery.status(0) is SessionStatus.FINISHED


def test_what_was_left_can_be_kept_for_both() -> None:
    nursery = Nursery(Turns.STROKE_BY_STROKE).begin().wait(200)
    left = nursery.desk.journal.unfinished()
    assert left
    nursery.desk.starting.keep_interrupted(left)
    assert nursery.desk.journal.unfinished() is None
    assert {nursery.status(0), nursery.status(1)} == {SessionStatus.INTERRUPTED}
    assert all(any(step.seconds > 0 for step in nursery.done(baby)) for baby in (0, 1))


def test_a_full_disk_stands_still_and_writes_everything_once_when_there_is_room() -> None:
    nursery = Nursery(Turns.STROKE_BY_STROKE).begin().wait(30)
    nursery.desk.journal.broken = CompanionError("disk-full")
    with pytest.raises(CompanionError, match="disk-full"):
        nursery.wait(60)
    nursery.desk.journal.broken = None
    nursery.do(nursery.playback.resume)
    assert nursery.playback.state().phase is Phase.PLAYING
    nursery.wait(3600)
    for baby in (0, 1):
        told = {step.index: step.seconds for step in nursery.done(baby)}
        assert told == pytest.approx(touched(nursery, baby))


def test_a_disk_that_fails_for_one_of_the_two_writes_nothing_twice() -> None:
    nursery = Nursery(Turns.STROKE_BY_STROKE).begin().wait(30)
    journal = nursery.desk.journal
    journal.fails_once_for = nursery.sessions[1]
    with pytest.raises(CompanionError, match="disk-full"):
        nursery.wait(120)
    nursery.do(nursery.playback.resume)
    nursery.wait(3600)
    for baby in (0, 1):
        events = journal.events(nursery.sessions[baby])
        assert len(events) == len(set(events))


def test_how_they_took_turns_is_kept_in_each_plan() -> None:
    nursery = Nursery(Turns.STROKE_BY_STROKE).begin().wait(30)
    left = nursery.desk.journal.unfinished()
    assert left
    assert turns_of(left.plan) == (Turns.STROKE_BY_STROKE, nursery.sessions.index(left.id))


def test_each_journal_holds_each_own_moment_once_in_a_session_that_nobody_disturbs() -> None:
    nursery = Nursery(Turns.CHILD_BY_CHILD).begin().wait(3600)
    for session in nursery.sessions:
        events = nursery.desk.journal.events(session)
        began = [event.moment for event in events if isinstance(event, MomentBegan)]
        assert began == sorted(set(began))
        assert isinstance(events[-1], Finished)


def test_a_disk_that_is_full_for_the_second_baby_alone_is_made_good_by_the_next_try() -> None:
    nursery = Nursery()
    nursery.desk.journal.full_at = 2
    with pytest.raises(CompanionError, match="disk-full"):
        nursery.playback.begin()
    nursery.begin().wait(5.0)
    assert [nursery.status(baby) for baby in (0, 1)] == [SessionStatus.RUNNING] * 2


def test_two_sessions_that_could_not_both_be_closed_are_closed_by_the_next_try() -> None:
    nursery = Nursery().begin().wait(20.0)
    journal = nursery.desk.journal
    before = journal.writes
    nursery.do(nursery.playback.pause)
    paused = journal.writes - before
    journal.full_at = journal.writes + paused + 2  # the events of both, then the end of the first
    with pytest.raises(CompanionError, match="disk-full"):
        nursery.playback.stop(StopReason.CAREGIVER)
    assert nursery.status(0) is not SessionStatus.RUNNING
    nursery.playback.stop(StopReason.CAREGIVER)
    assert nursery.status(1) is not SessionStatus.RUNNING
