"""What ends a moment: its time, the caregiver's hand, or the caregiver's word."""

from dataclasses import replace

import pytest

from companion.domain.events import (
    MomentBegan,
    MomentEnded,
    Outcome,
    RepetitionDone,
    StopReason,
    WaitBegan,
)
from companion.domain.player import Phase
from companion.domain.settings import Advance
from tests.domain.play import ASK, GLIDE, HOLD, SOLE, TURNED, Play, only


def by_hand(moment: int, seconds: float) -> Play:
    """Glide, then sole, played by hand to a place in the glide (moment 1) or before."""
    return Play(GLIDE, SOLE, advance=Advance.BY_HAND).to(moment, seconds)


def test_by_hand_a_stroke_goes_on_until_next() -> None:
    play = by_hand(1, 11)
    told = play.wait(12)
    assert only(WaitBegan, told) == [WaitBegan(18.0, 1)]
    assert [event.repetition for event in only(RepetitionDone, told)] == [3, 4, 5]
    state = play.player.state()
    assert (state.waiting, state.remaining, state.repetition) == (True, 0, 6)
    assert (state.elapsed, state.touch_time) == (23, 23)
    assert play.player.next()[0] == MomentEnded(29.0, 1, 23.0, 5, Outcome.DONE)


def test_by_hand_lead_ins_still_go_by_the_clock() -> None:
    assert by_hand(0, 5).wait(1)[-1] == MomentBegan(6.0, 1)


def test_by_hand_the_total_left_does_not_go_below_what_follows() -> None:
    assert by_hand(1, 11).player.state().total_left == 1 + 6 + 8


def test_a_word_ends_any_moment_that_waits() -> None:
    play = by_hand(1, 11)
    play.wait(5)
    assert play.player.yes()[0].at == 22.0
    assert play.player.state().index == 2


def test_stopping_while_waiting_leaves_the_step_done() -> None:
    play = by_hand(1, 11)
    play.wait(5)
    ended = only(MomentEnded, play.player.stop(StopReason.CAREGIVER))[0]
    assert ended.outcome is Outcome.DONE


def test_no_time_is_added_to_a_moment_that_waits_anyway() -> None:
    play = by_hand(1, 11)
    play.wait(5)
    assert play.player.add_time() == []


def test_back_to_the_timer_a_waiting_stroke_ends_with_its_repetition() -> None:
    play = by_hand(1, 11)
    play.wait(4)
    assert play.player.set_advance(Advance.TIMER) == []
    state = play.player.state()
    assert (state.waiting, state.remaining, state.repetitions) == (False, 1, 4)
    told = play.wait(1)
    assert told[0] == RepetitionDone(22.0, 1, 4)
    assert told[1] == MomentEnded(22.0, 1, 16.0, 4, Outcome.DONE)


def test_back_to_the_timer_a_waiting_hold_ends_at_once() -> None:
    play = Play(HOLD, GLIDE, advance=Advance.BY_HAND).to(1, 44)
    play.wait(7)
    told = play.player.set_advance(Advance.TIMER)
    assert told[0] == MomentEnded(57.0, 1, 51.0, 1, Outcome.DONE)
    assert play.player.state().index == 2


def test_a_waiting_hold_counts_no_further_repetition() -> None:
    play = Play(HOLD, GLIDE, advance=Advance.BY_HAND).to(1, 44)
    play.wait(100)
    state = play.player.state()
    assert (state.waiting, state.done, state.repetition) == (True, 1, 1)


def test_changing_from_one_wait_to_another_keeps_waiting() -> None:
    play = Play(GLIDE, HOLD, advance=Advance.UNTIL_I_SAY).to(3, 44)
    play.wait(5)
    assert play.player.set_advance(Advance.BY_HAND) == []
    assert play.player.state().waiting


def test_the_way_to_end_steps_can_change_before_a_moment_is_over() -> None:
    play = Play(GLIDE, SOLE).to(1, 3)
    play.player.set_advance(Advance.BY_HAND)
    play.wait(20)
    assert play.player.state().index == 1
    assert play.player.state().advance is Advance.BY_HAND


def test_in_a_pause_a_wait_may_be_given_up_and_ends_after_it() -> None:
    play = Play(HOLD, GLIDE, advance=Advance.BY_HAND).to(1, 44)
    play.wait(7)
    play.player.pause()
    assert play.player.set_advance(Advance.TIMER) == []
    assert only(MomentBegan, play.player.resume())[0].moment == 2


@pytest.mark.parametrize("advance", [Advance.BY_HAND, Advance.UNTIL_I_SAY])
def test_without_the_timer_the_yes_is_awaited(advance: Advance) -> None:
    play = Play(ASK, GLIDE, advance=advance).to(2, 9)
    play.wait(600)
    assert play.player.state().waiting
    assert play.player.phase is Phase.PLAYING
    assert play.player.yes()[0] == MomentEnded(635.0, 2, 609.0, 0, Outcome.DONE)


def test_with_the_timer_the_session_stays_hands_free() -> None:
    play = Play(ASK, GLIDE, advance=Advance.TIMER).begin()
    told = play.wait(play.timeline.length)
    assert only(WaitBegan, told) == []
    assert play.player.phase is Phase.FINISHED


def test_until_i_say_strokes_go_by_the_clock_and_turning_and_cuddle_wait() -> None:
    play = Play(GLIDE, TURNED, replace(HOLD, position=TURNED.position), advance=Advance.UNTIL_I_SAY).begin()
    play.wait(6 + 12 + 20 + 50)
    assert play.player.state().moment.kind == "turn-over"
    play.player.next()
    play.wait(6 + 12 + 6 + 45 + 600)
    assert play.player.state().moment.kind == "cuddle"
    assert play.player.state().waiting


def test_a_step_may_wait_whatever_the_setting_says() -> None:
    play = Play(replace(GLIDE, advance=Advance.UNTIL_I_SAY), SOLE).to(1, 11)
    play.wait(60)
    assert play.player.state().waiting


def test_a_step_may_go_by_the_clock_whatever_the_setting_says() -> None:
    play = Play(replace(GLIDE, advance=Advance.TIMER), SOLE, advance=Advance.BY_HAND).to(1, 11)
    assert play.wait(1)[-1] == MomentBegan(18.0, 2)
