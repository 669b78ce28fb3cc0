"""Two babies on the real diary: a program that is cut off in the middle goes on with both, and each has its entry."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from companion.app.offer_start import starting_of
from companion.app.paths import Paths
from companion.app.wiring import App, build
from companion.domain.baby import Answer, BabyProfile, born_on
from companion.domain.check import ALL_FINE
from companion.domain.family import Baby
from companion.domain.session import SessionStatus
from companion.domain.twins import Turns
from companion.services.diary import find_unfinished
from companion.services.playback import Playback
from companion.services.starting import Wanted
from tests.fakes import MORNING, ManualClock

ROOT = Path(__file__).parents[2]
BORN = MORNING.date() - timedelta(weeks=20)
OpenApp = Callable[[], App]


def a_twin(name: str) -> Baby:
    known = BabyProfile(name, name.title(), born_on(BORN), 0, Answer.YES, ())
    return Baby(known)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def opened(tmp_path: Path, clock: ManualClock) -> OpenApp:
    return lambda: build(
        Paths(ROOT / "data", ROOT / "media", tmp_path, tmp_path / "cache"), clock, audible=False, awake=False
    )


def play(playback: Playback, clock: ManualClock, seconds: float) -> None:
    while seconds > 0 and not playback.state().over:
        clock.advance(4.0)
        playback.tick()
        seconds -= 4.0


@pytest.mark.parametrize("turns", list(Turns))
def test_a_program_cut_off_in_the_middle_goes_on_with_both(
    opened: OpenApp, clock: ManualClock, turns: Turns
) -> None:
    app = opened()
    twins = [a_twin("mila"), a_twin("noah")]
    for twin in twins:
        app.families.keep_baby(twin)
    starting = starting_of(app)
    routine = starting.routine("", "toe-roll")
    playback = starting.begin_both([Wanted(routine, twin.profile, ALL_FINE) for twin in twins], turns)
    sessions = [session for session, _ in playback.parts]
    playback.begin()
    play(playback, clock, 32.0)
    before = playback.state()
    app.close()

    again = opened()
    left = find_unfinished(again.diary, again.ports.journal)
    assert left
    carried = starting_of(again).carry_on(left)
    carried.begin()
    assert [session for session, _ in carried.parts] == sessions
    assert carried.state().index == before.index
    assert abs(carried.state().elapsed - before.elapsed) <= 4.0
    play(carried, clock, 600.0)
    entries = again.diary.sessions_between(date(2026, 11, 1), date(2026, 11, 30))
    again.close()
    assert {entry.id for entry in entries} == set(sessions)
    assert {entry.baby for entry in entries} == {"mila", "noah"}
    assert len({entry.twins for entry in entries}) == 1
    for entry in entries:
        assert entry.status is SessionStatus.FINISHED
        assert all(step.seconds > 0 for step in entry.steps if step.stroke != "permission")
