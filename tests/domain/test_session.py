"""What was really done of each step is added up from the events."""

from datetime import UTC, datetime

from companion.domain.body import Side
from companion.domain.events import MomentBegan, Outcome, PaceSet, RepetitionDone, StopReason
from companion.domain.session import Position, Reflection, SessionRecord, SessionStatus, StepDone, steps_done
from companion.domain.settings import Advance
from tests.domain.play import ASK, GLIDE, HOLD, SOLE, Play


def done(play: Play, last_seen: float | None = None) -> tuple[StepDone, ...]:
    return steps_done(play.plan, play.timeline, play.events, last_seen)


def test_a_whole_session_did_every_step() -> None:
    play = Play(ASK, GLIDE, HOLD).begin()
    play.wait(play.timeline.length)
    assert done(play) == (
        StepDone(0, "permission", Side.NONE, 0.0, 1, Outcome.DONE),
        StepDone(1, "hip-to-ankle-glide", Side.RIGHT, 12.0, 3, Outcome.DONE),
        StepDone(2, "hand-hug", Side.NONE, 45.0, 1, Outcome.DONE),
    )


def test_skipped_and_never_reached_steps_have_no_time() -> None:
    play = Play().to(0, 3)
    play.do(play.player.next())
    play.do(play.player.stop(StopReason.CAREGIVER))
    assert {(step.seconds, step.repetitions, step.outcome) for step in done(play)} == {
        (0, 0, Outcome.SKIPPED)
    }


def test_a_cut_step_has_the_time_that_it_had() -> None:
    play = Play().to(1, 5)
    play.do(play.player.next())
    assert done(play)[0] == StepDone(0, GLIDE.stroke, Side.RIGHT, 5.0, 1, Outcome.CUT)


def test_several_visits_add_up_and_one_that_ended_makes_it_done() -> None:
    play = Play().to(1, 5)
    play.do(play.player.repeat())
    play.wait(12)
    assert done(play)[0] == StepDone(0, GLIDE.stroke, Side.RIGHT, 17.0, 4, Outcome.DONE)


def test_time_is_as_the_clock_has_it_at_any_pace() -> None:
    play = Play(pace=1.5).begin()
    play.wait(24)
    assert done(play)[0].seconds == 18


def test_pauses_and_rests_are_no_touch() -> None:
    play = Play().to(1, 5)
    play.do(play.player.rest())
    play.wait(30)
    play.do(play.player.carry_on())
    play.do(play.player.pause())
    play.wait(30)
    play.do(play.player.resume())
    play.wait(7)
    assert done(play)[0].seconds == 12


def test_a_no_to_the_question_is_not_a_yes() -> None:
    play = Play(ASK, GLIDE).to(2, 4)
    play.do(play.player.stop(StopReason.BABY_SAID_NO))
    assert done(play)[0] == StepDone(0, "permission", Side.NONE, 0.0, 0, Outcome.CUT)


def test_an_early_yes_is_a_yes() -> None:
    play = Play(ASK, GLIDE).to(1, 4)
    play.do(play.player.yes())
    assert done(play)[0].outcome is Outcome.DONE


def test_a_crash_in_a_step_keeps_its_time_up_to_where_it_was_last_seen() -> None:
    play = Play().to(1, 5)
    assert done(play, play.player.state().at)[0] == StepDone(0, GLIDE.stroke, Side.RIGHT, 5.0, 1, Outcome.CUT)


def test_a_crash_without_a_last_place_keeps_whole_repetitions() -> None:
    play = Play().to(1, 9)
    assert done(play)[0].seconds == 8


def test_a_crash_at_another_pace_is_told_in_real_seconds() -> None:
    events = [PaceSet(0.0, 2.0), MomentBegan(0.0, 1), RepetitionDone(8.0, 1, 1)]
    play = Play()
    play.do(events)
    assert done(play, 10.0)[0].seconds == 10


def test_a_crash_after_the_pace_was_changed_keeps_the_seconds_that_went_by() -> None:
    play = Play().to(1, 4)
    play.do(play.player.set_pace(2.0))
    play.wait(3)
    assert done(play, play.player.state().at)[0].seconds == 7


def test_a_crash_in_time_that_was_added_or_waited_for_keeps_it() -> None:
    play = Play(GLIDE, HOLD, advance=Advance.BY_HAND).to(1, 12)
    play.wait(20)
    assert play.player.state().waiting
    assert done(play, play.player.state().at)[0].seconds == 32


def test_a_crash_in_a_rest_or_a_pause_keeps_no_time_of_standing() -> None:
    play = Play().to(1, 5)
    play.do(play.player.rest())
    play.wait(30)
    assert done(play, play.player.state().at)[0].seconds == 5
    play.do(play.player.pause())
    play.wait(30)
    play.do(play.player.resume())
    play.wait(4)
    assert done(play, play.player.state().at)[0].seconds == 5
    play.do(play.player.carry_on())
    play.wait(2)
    assert done(play, play.player.state().at)[0].seconds == 7


def test_the_time_before_a_crash_and_after_it_add_up_to_the_whole() -> None:
    before = Play().to(1, 5)
    after = Play()
    after.do(before.events)
    after.do(after.player.begin(Position(1, 5.0), since=11.0))
    after.wait(7)
    assert done(after)[0] == StepDone(0, GLIDE.stroke, Side.RIGHT, 12.0, 3, Outcome.DONE)


def test_a_hold_is_not_stretched_by_the_pace_after_a_crash() -> None:
    play = Play(HOLD, SOLE, pace=2.0).to(1, 20)
    assert done(play, play.player.state().at)[0].seconds == 20


def test_the_touch_of_an_entry_is_that_of_all_its_steps() -> None:
    play = Play(ASK, GLIDE, HOLD).begin()
    play.wait(play.timeline.length)
    began = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
    record = SessionRecord(
        "one", "test", SessionStatus.FINISHED, None, began, began, 99.0, done(play), Reflection()
    )
    assert record.touch == 12 + 45
