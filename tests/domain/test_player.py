"""What each command of the player does, phase by phase."""

from dataclasses import replace
from math import inf, nan

import pytest

from companion.domain.events import (
    Cue,
    CueNoted,
    CueSeen,
    Finished,
    MomentBegan,
    MomentEnded,
    Outcome,
    PaceSet,
    Paused,
    RepetitionDone,
    RestEnded,
    Resumed,
    Stopped,
    StopReason,
    TimeAdded,
)
from companion.domain.player import Phase
from companion.domain.session import Position
from companion.domain.settings import Advance
from tests.domain.play import ASK, GLIDE, HOLD, SOLE, Play, only

# Moments of the usual play: 0 lead-in, 1 glide (3 x 4 s), 2 lead-in, 3 sole (4 x 2 s), 4 lead-in, 5 cuddle (45 s)


def test_nothing_moves_before_begin() -> None:
    play = Play()
    assert play.wait(3) == []
    state = play.player.state()
    assert (state.phase, state.index, state.elapsed, state.at) == (Phase.READY, 0, 0, 0)
    assert state.total_left == play.timeline.length


def test_begin_starts_the_first_moment() -> None:
    play = Play()
    assert play.player.begin() == [MomentBegan(0.0, 0)]
    assert play.player.phase is Phase.PLAYING


def test_beginning_twice_is_beginning_once() -> None:
    play = Play().begin()
    assert play.player.begin() == []


def test_a_session_plays_to_its_end_by_itself() -> None:
    play = Play().begin()
    play.wait(play.timeline.length)
    state = play.player.state()
    assert state.phase is Phase.FINISHED
    assert state.over
    assert (state.total_left, state.index) == (0, 5)
    assert play.events[-1] == Finished(83.0)


def test_repetitions_are_told_as_they_end() -> None:
    play = Play().begin()
    told = only(RepetitionDone, play.wait(18))
    assert told == [RepetitionDone(10.0, 1, 1), RepetitionDone(14.0, 1, 2), RepetitionDone(18.0, 1, 3)]


def test_the_state_counts_the_repetition_under_way() -> None:
    state = Play().to(1, 5).player.state()
    assert (state.repetition, state.done, state.repetitions) == (2, 1, 3)
    assert (state.elapsed, state.remaining, state.touch_time) == (5, 7, 5)
    assert state.total_left == 7 + 6 + 8 + 6 + 45
    assert state.position == Position(1, 5)
    assert not state.over


def test_a_lead_in_has_no_repetition_and_no_motion() -> None:
    state = Play().to(0, 2).player.state()
    assert (state.repetition, state.repetitions, state.done, state.touch_time) == (0, 0, 0, 0)
    assert state.elapsed == 2


def test_toggle_does_the_obvious_thing_in_each_phase() -> None:
    play = Play()
    assert play.player.toggle() == [MomentBegan(0.0, 0)]
    assert only(Paused, play.player.toggle())
    assert only(Resumed, play.player.toggle())
    play.player.rest()
    assert only(RestEnded, play.player.toggle())
    play.player.stop(StopReason.CAREGIVER)
    assert play.player.toggle() == []


def test_next_in_a_lead_in_skips_its_step() -> None:
    play = Play().to(2, 1)
    assert play.player.next() == [MomentEnded(19.0, 2, 1.0, 0, Outcome.SKIPPED), MomentBegan(19.0, 4)]


def test_next_in_touch_cuts_it() -> None:
    play = Play().to(1, 5)
    assert play.player.next() == [MomentEnded(11.0, 1, 5.0, 1, Outcome.CUT), MomentBegan(11.0, 2)]


def test_next_in_the_last_moment_finishes() -> None:
    play = Play().to(5, 1)
    assert play.player.next() == [MomentEnded(39.0, 5, 1.0, 0, Outcome.CUT), Finished(39.0)]
    assert play.player.phase is Phase.FINISHED


def test_skipping_the_last_step_finishes() -> None:
    play = Play().to(4, 1)
    assert play.player.next()[-1] == Finished(33.0)


def test_back_returns_to_the_start_of_the_step_and_then_to_the_one_before() -> None:
    play = Play().to(3, 1)
    assert play.player.back()[-1] == MomentBegan(27 - 2.0, 2)
    assert play.player.back()[-1] == MomentBegan(25.0, 0)
    assert play.player.back()[-1] == MomentBegan(25.0, 0)


def test_back_soon_after_a_step_without_lead_in_began_goes_to_the_one_before() -> None:
    play = Play(lead_in=0.0).begin()
    play.wait(12 + 2)
    assert play.player.back()[-1] == MomentBegan(14.0, 1)
    play.wait(4)
    play.player.next()
    play.wait(4)
    assert play.player.back()[-1].at == 22.0
    assert play.player.state().index == 3


def test_repeat_starts_what_is_being_done_once_more() -> None:
    play = Play().to(1, 5)
    assert play.player.repeat() == [MomentEnded(11.0, 1, 5.0, 1, Outcome.CUT), MomentBegan(11.0, 1)]
    play.wait(2)
    play.player.jump(2)
    assert play.player.repeat()[-1] == MomentBegan(13.0, 2)


def test_jump_goes_anywhere_that_exists() -> None:
    play = Play().to(1, 5)
    assert play.player.jump(4)[-1] == MomentBegan(11.0, 4)
    assert play.player.jump(6) == []
    assert play.player.jump(-1) == []


def test_more_time_adds_whole_repetitions_to_a_stroke() -> None:
    play = Play().to(1, 5)
    assert play.player.add_time() == [TimeAdded(11.0, 1, 16.0)]
    state = play.player.state()
    assert (state.repetitions, state.length, state.remaining) == (7, 28, 23)
    told = play.wait(23)
    assert [event.repetition for event in only(RepetitionDone, told)] == [2, 3, 4, 5, 6, 7]
    assert told[-1] == MomentBegan(34.0, 2)


def test_a_little_more_time_is_at_least_one_repetition() -> None:
    play = Play().to(1, 5)
    assert only(TimeAdded, play.player.add_time(1.0))[0].seconds == 4


def test_more_time_lengthens_a_hold_to_the_second() -> None:
    play = Play().to(5, 10)
    play.player.add_time(15)
    state = play.player.state()
    assert (state.length, state.remaining, state.repetitions, state.done) == (60, 50, 1, 0)
    assert play.wait(50)[-1] == Finished(98.0)


@pytest.mark.parametrize("seconds", [0.0, -5.0, inf, nan])
def test_no_time_or_nonsense_cannot_be_added(seconds: float) -> None:
    assert Play().to(1, 5).player.add_time(seconds) == []


def test_added_time_is_gone_with_the_visit() -> None:
    play = Play().to(1, 5)
    play.player.add_time()
    play.player.repeat()
    assert play.player.state().length == 12


def test_cues_of_the_palette_are_noted_by_their_id() -> None:
    play = Play(GLIDE)
    assert play.player.see("looks-away") == []
    play.begin().wait(11)
    assert play.player.see("looks-away") == [CueSeen(11.0, 1, "looks-away")]


def test_cues_are_noted_whenever_the_session_lives() -> None:
    play = Play()
    assert play.player.note(Cue.ENJOYING) == []
    play.to(1, 5)
    assert play.player.note(Cue.ENJOYING) == [CueNoted(11.0, 1, Cue.ENJOYING)]
    play.player.rest()
    assert play.player.note(Cue.SAYS_NO) == [CueNoted(11.0, 1, Cue.SAYS_NO)]
    play.player.stop(StopReason.BABY_SAID_NO)
    assert play.player.note(Cue.SAYS_NO) == []


def test_a_stop_ends_the_moment_and_is_final() -> None:
    play = Play().to(1, 5)
    told = play.player.stop(StopReason.BABY_SAID_NO)
    assert told == [
        MomentEnded(11.0, 1, 5.0, 1, Outcome.CUT),
        Stopped(11.0, StopReason.BABY_SAID_NO),
    ]
    state = play.player.state()
    assert (state.phase, state.stop_reason, state.over) == (Phase.STOPPED, StopReason.BABY_SAID_NO, True)
    assert play.player.stop(StopReason.CAREGIVER) == []
    assert play.wait(60) == []


def test_a_session_can_be_stopped_before_it_begins() -> None:
    play = Play()
    assert play.player.stop(StopReason.CAREGIVER) == [Stopped(0.0, StopReason.CAREGIVER)]
    assert play.player.begin() == []


def test_a_finished_session_takes_no_command() -> None:
    play = Play().begin()
    play.wait(play.timeline.length)
    player = play.player
    moves = (player.pause, player.rest, player.next, player.back, player.repeat, player.yes, player.begin)
    assert [move() for move in moves] == [[]] * 7
    assert player.set_pace(1.5) == []
    assert player.set_advance(Advance.BY_HAND) == []


def test_pace_stretches_strokes_but_neither_holds_nor_lead_ins() -> None:
    play = Play(pace=1.5).begin()
    told = play.wait(6 + 18 + 6 + 12 + 6 + 45)
    began = [event.at for event in only(MomentBegan, told)]
    assert began == [6, 24, 30, 42, 48]
    assert told[-1] == Finished(93.0)


def test_a_session_at_another_pace_says_so_first() -> None:
    assert Play(pace=1.25).player.begin() == [PaceSet(0.0, 1.25), MomentBegan(0.0, 0)]


def test_pace_can_change_in_the_middle_of_a_stroke() -> None:
    play = Play().to(1, 6)
    assert play.player.set_pace(2.0) == [PaceSet(12.0, 2.0)]
    state = play.player.state()
    assert (state.elapsed, state.remaining, state.touch_time) == (6, 12, 6)
    told = play.wait(12)
    assert [event.at for event in only(RepetitionDone, told)] == [16, 24]
    assert only(MomentEnded, told)[0].played == 18


def test_pace_is_kept_within_reason() -> None:
    play = Play().begin()
    assert play.player.set_pace(99.0) == [PaceSet(0.0, 2.0)]
    assert play.player.set_pace(0.0) == [PaceSet(0.0, 0.5)]
    assert play.player.set_pace(nan) == []


def test_a_pace_set_before_begin_is_told_when_it_begins() -> None:
    play = Play()
    assert play.player.set_pace(1.5) == []
    assert play.player.begin()[0] == PaceSet(0.0, 1.5)


def test_a_session_is_carried_on_where_it_was() -> None:
    play = Play()
    told = play.player.begin(Position(1, 5.0), since=100.0)
    assert told == [PaceSet(100.0, 1.0), MomentBegan(100.0, 1, 5.0)]
    assert play.player.state().repetition == 2
    told = play.wait(7)
    assert [event.repetition for event in only(RepetitionDone, told)] == [2, 3]
    assert only(MomentEnded, told)[0] == MomentEnded(107.0, 1, 7.0, 2, Outcome.DONE)


@pytest.mark.parametrize(
    ("place", "index", "elapsed"),
    [
        (Position(-3, 2.0), 0, 2.0),
        (Position(99, 2.0), 5, 2.0),
        (Position(1, -1.0), 1, 0.0),
        (Position(0, 9.0), 1, 0.0),
    ],
)
def test_a_place_that_does_not_exist_is_moved_to_the_nearest(
    place: Position, index: int, elapsed: float
) -> None:
    play = Play()
    play.player.begin(place)
    assert (play.player.state().index, play.player.state().elapsed) == (index, elapsed)


def test_permission_is_asked_and_the_answer_awaited() -> None:
    play = Play(ASK, GLIDE).begin()
    told = only(MomentBegan, play.wait(36))
    assert [(event.at, event.moment) for event in told] == [(6, 1), (26, 2), (36, 3)]


def test_a_yes_ends_the_wait_at_once() -> None:
    play = Play(ASK, GLIDE).to(2, 3)
    assert play.player.yes() == [MomentEnded(29.0, 2, 3.0, 0, Outcome.DONE), MomentBegan(29.0, 3)]


def test_a_yes_while_asking_leaves_out_the_wait() -> None:
    play = Play(ASK, GLIDE).to(1, 8)
    assert play.player.yes() == [MomentEnded(14.0, 1, 8.0, 0, Outcome.DONE), MomentBegan(14.0, 3)]


def test_next_in_the_wait_is_a_yes_and_while_asking_it_goes_to_the_wait() -> None:
    play = Play(ASK, GLIDE).to(1, 8)
    assert play.player.next()[0] == MomentEnded(14.0, 1, 8.0, 0, Outcome.CUT)
    assert play.player.next()[0] == MomentEnded(14.0, 2, 0.0, 0, Outcome.DONE)


def test_a_yes_to_nothing_changes_nothing() -> None:
    assert Play().to(1, 5).player.yes() == []


def test_a_hold_in_parts_counts_its_parts() -> None:
    play = Play(replace(HOLD, times=2, seconds=10.0), SOLE).to(1, 15)
    state = play.player.state()
    assert (state.repetition, state.done, state.repetitions) == (2, 1, 2)


def test_a_session_killed_in_added_time_goes_on_there_to_the_end_of_the_stroke() -> None:
    play = Play().to(1, 4)
    play.do(play.player.add_time(15.0))
    play.wait(11)
    before = play.player.state()
    assert before.elapsed == 15.0 > before.moment.length
    later = Play()
    later.do(later.player.begin(before.position, before.at))
    assert later.player.state().elapsed == 15.0
    assert later.player.state().done == 3
    (ended,) = only(MomentEnded, later.wait(1))
    assert (ended.played, ended.repetitions, ended.outcome) == (1.0, 1, Outcome.DONE)


def test_a_hold_killed_in_added_time_is_over_when_it_goes_on() -> None:
    play = Play(HOLD, SOLE).to(1, 40)
    play.do(play.player.add_time(15.0))
    play.wait(10)
    later = Play(HOLD, SOLE)
    told = later.do(later.player.begin(play.player.state().position, 56.0))
    assert told[1] == MomentBegan(56.0, 1, 50.0)
    assert isinstance(told[-1], MomentBegan)
    assert told[-1].moment == 2


def test_a_place_that_cannot_be_is_not_believed() -> None:
    play = Play()
    told = play.do(play.player.begin(Position(1, 1e18), 9.0))
    assert told[1] == MomentBegan(9.0, 1, 3600.0)
