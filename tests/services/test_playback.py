"""What happened is in the journal before it is heard or shown, and nothing gets lost."""

import pytest

from companion.domain.errors import CompanionError
from companion.domain.events import (
    Cue,
    CueNoted,
    Event,
    Finished,
    MomentBegan,
    MomentEnded,
    Outcome,
    Paused,
    PauseReason,
    RestBegan,
    Resumed,
    Stopped,
    StopReason,
    TimeAdded,
)
from companion.domain.player import Phase
from companion.domain.session import Position, SessionStatus
from companion.domain.settings import Advance
from tests.domain.play import ASK, GLIDE, HOLD, SOLE, only
from tests.services.stage import Stage

FULL = CompanionError("disk-full")


class Watched(Stage):
    """A stage that notes what the journal held at each word, sound and returned event."""

    def check(self, events: list[Event]) -> None:
        held = self.journal.events("one")
        assert held[len(held) - len(events) :] == tuple(events)
        self.told += events
        assert held == tuple(self.told)


def test_each_event_is_in_the_journal_before_it_is_returned() -> None:
    stage = Watched(ASK, GLIDE, HOLD)
    stage.check(stage.playback.begin())
    while not stage.playback.state().over:
        stage.clock.advance(0.7)
        stage.check(stage.playback.tick())
    assert isinstance(stage.told[-1], Finished)


def test_each_event_is_in_the_journal_before_a_word_is_said() -> None:
    stage = Stage(GLIDE)
    held: list[int] = []
    speak = stage.voice.say

    def say_and_look(line: str, text: str) -> None:
        held.append(len(stage.journal.events("one")))
        speak(line, text)

    stage.voice.say = say_and_look
    stage.begin().wait(18.5)
    assert stage.said == ["hip-to-ankle-glide.first", "last-one", "finished"]
    assert held == [1, 5, 8]


def test_every_command_is_journalled_and_returned() -> None:
    stage = Watched(ASK, GLIDE, SOLE, HOLD)
    playback = stage.playback
    stage.check(playback.toggle())
    stage.clock.advance(2)
    for command in (
        playback.next,
        playback.back,
        playback.repeat,
        playback.add_time,
        playback.pause,
        playback.resume,
        playback.rest,
        playback.carry_on,
        playback.baby_says_no,
        playback.toggle,
        playback.yes,
    ):
        stage.check(command())
    stage.check(playback.jump(2))
    stage.check(playback.yes())
    stage.check(playback.set_pace(1.5))
    stage.check(playback.set_advance(Advance.BY_HAND))
    stage.check(playback.note(Cue.ENJOYING))
    stage.check(playback.see("looks-away"))
    stage.check(playback.stop(StopReason.CAREGIVER))
    told = {type(event) for event in stage.told}
    assert {MomentBegan, MomentEnded, TimeAdded, Paused, Resumed, RestBegan, CueNoted, Stopped} <= told


def test_baby_says_no_is_noted_and_rests() -> None:
    stage = Stage(GLIDE).begin().wait(8)
    told = stage.playback.baby_says_no()
    assert told == [CueNoted(8.0, 1, Cue.SAYS_NO), RestBegan(8.0, 1)]
    assert stage.playback.state().phase is Phase.RESTING


def test_a_finished_session_is_closed_with_what_was_done() -> None:
    stage = Stage(ASK, GLIDE, HOLD).begin().wait(200)
    record = stage.journal.session("one")
    assert record is not None
    assert (record.status, record.stop_reason) == (SessionStatus.FINISHED, None)
    assert record.elapsed == pytest.approx(36 + 18 + 6 + 45, abs=0.5)
    assert [step.seconds for step in record.steps] == [0, 12, 45]
    assert {step.outcome for step in record.steps} == {Outcome.DONE}


def test_a_stopped_session_is_closed_kindly_with_its_reason() -> None:
    stage = Stage(GLIDE, HOLD).begin().wait(10)
    stage.playback.stop(StopReason.BABY_ASLEEP)
    record = stage.journal.session("one")
    assert record is not None
    assert (record.status, record.stop_reason) == (SessionStatus.STOPPED, StopReason.BABY_ASLEEP)
    assert [step.outcome for step in record.steps] == [Outcome.CUT, Outcome.SKIPPED]


def test_a_session_that_was_never_begun_leaves_no_trace() -> None:
    stage = Stage(GLIDE)
    assert only(Stopped, stage.playback.stop(StopReason.CAREGIVER))
    assert stage.journal.session("one") is None


def test_a_session_carried_on_but_not_begun_stays_unfinished() -> None:
    first = Stage(GLIDE).begin().wait(10)
    left = first.journal.unfinished()
    second = Stage(journal=first.journal, left=left)
    second.playback.stop(StopReason.CAREGIVER)
    assert second.journal.unfinished() == left


def test_the_place_is_noted_about_twice_a_second_of_play() -> None:
    stage = Stage(HOLD).begin()
    before = stage.journal.writes
    stage.wait(5, tick=0.1)
    assert 9 <= stage.journal.writes - before <= 13
    left = stage.journal.unfinished()
    assert left is not None
    assert left.position.moment == 0
    assert left.position.seconds == pytest.approx(5, abs=0.6)
    assert left.elapsed == pytest.approx(5, abs=0.6)


def test_nothing_is_noted_in_a_pause() -> None:
    stage = Stage(HOLD).begin()
    stage.playback.pause()
    before = stage.journal.writes
    stage.wait(10)
    assert stage.journal.writes == before


def test_a_full_disk_pauses_and_shows_nothing() -> None:
    stage = Stage(GLIDE).begin().wait(5.5)
    stage.journal.broken = FULL
    stage.clock.advance(0.5)
    with pytest.raises(CompanionError, match="disk-full"):
        stage.playback.tick()
    assert stage.playback.state().phase is Phase.PAUSED
    assert stage.wait(30).told == [MomentBegan(0.0, 0)]
    assert stage.said == ["hip-to-ankle-glide.first"]


def test_after_the_disk_is_mended_all_that_happened_is_told_once() -> None:
    stage = Stage(GLIDE).begin().wait(5.5)
    stage.journal.broken = FULL
    stage.clock.advance(0.5)
    with pytest.raises(CompanionError):
        stage.playback.tick()
    with pytest.raises(CompanionError):
        stage.playback.resume()
    stage.journal.broken = None
    told = stage.playback.resume()
    assert [type(event) for event in told] == [MomentEnded, MomentBegan, Paused, Resumed, Paused, Resumed]
    assert only(Paused, told)[0].reason is PauseReason.NOT_SAVED
    assert stage.journal.events("one") == (*stage.told, *told)
    assert stage.playback.state().phase is Phase.PLAYING


def test_a_place_that_cannot_be_noted_pauses_too() -> None:
    stage = Stage(HOLD).begin().wait(2)
    stage.journal.broken = FULL
    with pytest.raises(CompanionError):
        stage.wait(2)
    assert stage.playback.state().phase is Phase.PAUSED
    stage.journal.broken = None
    assert [type(event) for event in stage.playback.resume()] == [Paused, Resumed]


def test_an_end_that_cannot_be_saved_is_told_once_it_is() -> None:
    stage = Stage(GLIDE).begin().wait(17.9)
    stage.journal.broken = FULL
    with pytest.raises(CompanionError):
        stage.wait(0.5)
    assert stage.wait(60).told[-1] != Finished(18.0)
    stage.journal.broken = None
    assert stage.playback.resume()[-1] == Finished(18.0)
    record = stage.journal.session("one")
    assert record is not None
    assert record.status is SessionStatus.FINISHED
    assert stage.playback.resume() == []


def test_a_session_that_cannot_be_opened_has_not_begun() -> None:
    stage = Stage(GLIDE)
    stage.journal.broken = FULL
    with pytest.raises(CompanionError):
        stage.playback.begin()
    assert stage.playback.state().phase is Phase.READY
    stage.journal.broken = None
    assert stage.playback.begin() == [MomentBegan(0.0, 0)]


def test_the_screen_is_kept_awake_in_play_and_rest_alone() -> None:
    stage = Stage(GLIDE)
    awake = [stage.wakefulness.held]
    playback = stage.playback
    for command in (playback.begin, playback.pause, playback.resume, playback.rest):
        command()
        awake.append(stage.wakefulness.held)
    playback.stop(StopReason.BABY_SAID_NO)
    assert [*awake, stage.wakefulness.held] == [False, True, False, True, True, False]


def test_playback_tells_what_it_plays() -> None:
    stage = Stage(GLIDE)
    assert stage.playback.session == "one"
    assert stage.playback.plan is stage.plan
    assert len(stage.playback.timeline.moments) == 2
    assert stage.playback.state().position == Position(0, 0.0)
