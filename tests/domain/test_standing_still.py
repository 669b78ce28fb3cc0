"""Pauses keep the place, rests ask the baby, and neither spends time."""

from companion.domain.events import (
    Finished,
    MomentBegan,
    MomentEnded,
    Outcome,
    Paused,
    PauseReason,
    RestBegan,
    RestEnded,
    Resumed,
)
from companion.domain.player import Phase
from tests.domain.play import Play


def test_a_pause_keeps_the_place_and_spends_nothing() -> None:
    play = Play().to(1, 5)
    before = play.player.state()
    assert play.player.pause() == [Paused(11.0, PauseReason.CAREGIVER)]
    assert play.wait(3600) == []
    assert play.player.resume() == [Resumed(3611.0)]
    after = play.player.state()
    assert (after.index, after.elapsed, after.total_left) == (1, before.elapsed, before.total_left)
    assert play.wait(7)[-1] == MomentBegan(3618.0, 2)


def test_pausing_in_a_pause_or_resuming_in_play_does_nothing() -> None:
    play = Play().begin()
    assert play.player.resume() == []
    play.player.pause()
    assert play.player.pause() == []


def test_moving_in_a_pause_stays_in_the_pause() -> None:
    play = Play().to(1, 5)
    play.player.pause()
    assert play.player.next()[-1] == MomentBegan(11.0, 2)
    assert play.player.phase is Phase.PAUSED
    assert play.wait(30) == []
    play.player.resume()
    assert play.player.state().remaining == 6


def test_moving_in_a_pause_never_stops_at_a_lead_in_of_nothing() -> None:
    play = Play(lead_in=0.0).begin()
    play.player.pause()
    play.player.next()
    assert play.player.state().index == 3
    assert play.player.state().elapsed == 0


def test_the_last_step_can_be_passed_in_a_pause() -> None:
    play = Play().to(5, 1)
    play.player.pause()
    assert play.player.next()[-1] == Finished(39.0)
    assert play.player.resume() == []


def test_rest_stands_still_and_carries_on_at_the_same_place() -> None:
    play = Play().to(1, 5)
    assert play.player.rest() == [RestBegan(11.0, 1)]
    assert play.player.phase is Phase.RESTING
    assert play.wait(60) == []
    assert play.player.carry_on() == [RestEnded(71.0, 1)]
    assert play.player.state().elapsed == 5


def test_rest_carries_on_at_another_area() -> None:
    play = Play().to(1, 5)
    play.player.rest()
    told = play.player.carry_on(4)
    assert told == [RestEnded(11.0, 4), MomentEnded(11.0, 1, 5.0, 1, Outcome.CUT), MomentBegan(11.0, 4)]
    assert play.player.phase is Phase.PLAYING


def test_rest_does_not_carry_on_where_there_is_nothing() -> None:
    play = Play().to(1, 5)
    play.player.rest()
    assert play.player.carry_on(99) == []
    assert play.player.phase is Phase.RESTING


def test_resting_nothing_else_moves() -> None:
    play = Play().to(1, 5)
    play.player.rest()
    player = play.player
    moves = (player.rest, player.next, player.back, player.repeat, player.add_time, player.yes, player.resume)
    assert [move() for move in moves] == [[]] * 7
    assert player.jump(3) == []


def test_carrying_on_without_a_rest_does_nothing() -> None:
    assert Play().to(1, 5).player.carry_on(3) == []


def test_a_rest_may_begin_in_a_pause() -> None:
    play = Play().to(1, 5)
    play.player.pause()
    assert play.player.rest() == [RestBegan(11.0, 1)]
    play.player.carry_on()
    assert play.player.phase is Phase.PLAYING


def test_a_pause_in_a_rest_goes_back_to_the_rest() -> None:
    play = Play().to(1, 5)
    play.player.rest()
    assert play.player.pause(PauseReason.WINDOW_CLOSED) == [Paused(11.0, PauseReason.WINDOW_CLOSED)]
    assert play.player.carry_on() == []
    assert play.player.next() == []
    assert play.player.resume() == [Resumed(11.0)]
    assert play.player.phase is Phase.RESTING
    play.player.pause()
    assert play.player.rest() == [Resumed(11.0)]
    assert play.player.phase is Phase.RESTING
