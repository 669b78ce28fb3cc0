"""Time is asked, never counted: ticks may be late, double or missing, and machines sleep."""

import random

import pytest

from companion.domain.body import Side
from companion.domain.events import (
    Event,
    Finished,
    MomentBegan,
    MomentEnded,
    Paused,
    PauseReason,
    RepetitionDone,
)
from companion.domain.plan import SessionPlan
from companion.domain.player import Phase, Player
from companion.domain.session import steps_done
from companion.domain.timeline import Timeline, build
from tests.domain.play import ASK, GLIDE, HOLD, SOLE, Play, only
from tests.fakes import ManualClock, a_step

FRAME = 1 / 30


def half_an_hour() -> SessionPlan:
    """About thirty minutes: permission, then legs in rounds, right and left, then a cuddle."""
    sides = (Side.RIGHT, Side.LEFT)
    strokes = (("glide", 5, 4.0), ("hug", 4, 5.0), ("sole", 6, 2.0), ("press", 8, 1.1), ("up", 5, 3.7))
    legs = tuple(
        a_step(name, side=side, times=times, seconds=seconds, block=1)
        for _ in range(8)
        for side in sides
        for name, times, seconds in strokes
    )
    return SessionPlan("long", (ASK, *legs, HOLD))


def badly_ticked(timeline: Timeline, seed: int) -> tuple[list[Event], ManualClock, float]:
    """Plays a timeline with jittered, late, double and missing ticks; also the worst wait for an event's tick."""
    chance = random.Random(seed)
    clock = ManualClock(start=123456.789)
    player = Player(timeline, clock)
    events = player.begin()
    while player.phase is Phase.PLAYING:
        kind = chance.random()
        jittered = FRAME * chance.uniform(0.2, 1.8)
        late = chance.uniform(0.3, 4.9) if kind > 0.99 else 0.0
        double = kind < 0.1
        missing = FRAME * chance.randrange(5) if 0.1 < kind < 0.2 else 0.0
        clock.advance(0.0 if double else jittered + late + missing if late + missing < 4.9 else 4.9)
        events += player.tick()
    return events, clock, clock.now() - 123456.789


@pytest.mark.parametrize("seed", [1, 2])
def test_each_step_change_is_within_20_ms_of_schedule_and_drift_is_0_in_30_minutes_of_bad_ticks(
    seed: int,
) -> None:
    timeline = build(half_an_hour())
    assert 1700 < timeline.length < 2000
    events, clock, _ = badly_ticked(timeline, seed)
    began = only(MomentBegan, events)
    assert [event.moment for event in began] == list(range(len(timeline.moments)))
    assert max(abs(event.at - timeline.moments[event.moment].start) for event in began) <= 0.020
    finished = only(Finished, events)[0].at
    assert finished == pytest.approx(timeline.length, abs=1e-6)
    assert 0 <= clock.now() - 123456.789 - finished < 5


@pytest.mark.parametrize("seed", [1, 2])
def test_left_and_right_differ_by_a_tenth_of_a_second_or_less(seed: int) -> None:
    plan = half_an_hour()
    timeline = build(plan)
    events, _, _ = badly_ticked(timeline, seed)
    done = steps_done(plan, timeline, events)
    right, left = (
        sum(step.seconds for step in done if step.side is side) for side in (Side.RIGHT, Side.LEFT)
    )
    assert right > 500
    assert abs(right - left) <= 0.1


def test_however_it_is_ticked_the_same_things_happen_at_the_same_time() -> None:
    timeline = build(half_an_hour())
    first, second = (badly_ticked(timeline, seed)[0] for seed in (3, 4))
    assert [type(event) for event in first] == [type(event) for event in second]
    assert [event.at for event in first] == pytest.approx([event.at for event in second], abs=1e-6)


def test_on_a_steady_frame_each_change_is_seen_within_one_frame() -> None:
    play = Play().begin()
    while play.player.phase is Phase.PLAYING:
        play.clock.advance(FRAME)
        for event in play.do(play.player.tick()):
            assert 0 <= play.player.state().at - event.at <= FRAME + 1e-6
    assert play.events[-1].at == pytest.approx(play.timeline.length)


def test_a_late_tick_crosses_several_moments_at_their_own_seconds() -> None:
    play = Play(GLIDE, SOLE, lead_in=1.0).begin()
    play.wait(11)
    play.clock.advance(4.5)
    told = play.player.tick()
    assert [event.at for event in told] == [13, 13, 13, 14, 14]
    assert isinstance(told[0], RepetitionDone)
    assert play.player.state().elapsed == pytest.approx(1.5)


def test_a_double_tick_changes_nothing() -> None:
    play = Play().to(1, 5)
    before = play.player.state()
    assert play.player.tick() == []
    assert play.player.state() == before


def test_a_sleeping_laptop_pauses_instead_of_skipping() -> None:
    play = Play().to(1, 5)
    play.clock.advance(3600)
    assert play.player.tick() == [Paused(11.0, PauseReason.MACHINE_SLEPT)]
    state = play.player.state()
    assert (state.phase, state.index, state.elapsed, state.at) == (Phase.PAUSED, 1, 5, 3611)
    play.player.resume()
    assert play.wait(7)[-1] == MomentBegan(3618.0, 2)


def test_five_seconds_without_a_tick_are_not_yet_sleep() -> None:
    play = Play().to(1, 0)
    play.clock.advance(5.0)
    assert only(Paused, play.player.tick()) == []


def test_a_press_after_the_sleep_leaves_the_session_paused() -> None:
    play = Play().to(1, 5)
    play.clock.advance(60)
    assert play.player.toggle() == [Paused(11.0, PauseReason.MACHINE_SLEPT)]


def test_sleeping_in_a_pause_or_a_rest_is_of_no_account() -> None:
    play = Play().to(1, 5)
    play.player.rest()
    play.clock.advance(3600)
    assert play.player.tick() == []
    assert play.player.phase is Phase.RESTING


def test_a_clock_that_goes_back_is_not_believed() -> None:
    play = Play().to(1, 5)
    play.clock.advance(-3)
    assert play.player.tick() == []
    assert play.player.state().elapsed == 5
    play.clock.advance(4)
    play.player.tick()
    assert play.player.state().elapsed == 6


def test_what_was_played_adds_up_over_pauses_and_paces() -> None:
    play = Play().to(1, 2)
    play.player.set_pace(2.0)
    play.wait(3)
    play.player.pause()
    play.wait(50)
    play.player.resume()
    play.player.set_pace(0.5)
    ended = only(MomentEnded, play.wait(4.5, tick=0.25))[0]
    assert ended.played == pytest.approx(2 + 3 + (12 - 2 - 1.5) * 0.5)
