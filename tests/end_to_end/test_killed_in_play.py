"""A real process, killed (-9) at a random moment of play: what was shown is kept, and it goes on where it was."""

import multiprocessing
import random
import signal
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from companion.app.clocks import SystemClock
from companion.app.paths import Paths
from companion.app.wiring import build
from companion.domain.events import Event, MomentBegan
from tests.end_to_end.playing_child import play_on
from tests.ui.house import ROOT

START, LONGEST = 0.8, 0.9
"""Seconds within which a process is killed: one of four while it starts, the others once a session is open."""
LATE = 1.0
"""Seconds of play that may be lost."""


@dataclass
class Said:
    """What a process said before it was killed."""

    session: str = ""
    shown: int = 0
    place: tuple[int, int, float] | None = None


@pytest.fixture(scope="module")
def nursery() -> Iterator[ForkServerContext]:
    """A process with everything loaded, of which new ones are born quickly."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        [
            "companion.app.window",
            "companion.ui.player.presenter",
            "companion.ui.player.screen",
            "tests.ui.house",
        ]
    )
    yield context


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the content that was read is kept, for all of them."""
    return tmp_path_factory.getbasetemp() / "killed-cache"


def killed_in_play(
    nursery: ForkServerContext, home: Path, cache: Path, seed: int, longest: float = LONGEST
) -> Said:
    """Let it play, kill it at a random moment, and tell what it had said."""
    ours, theirs = nursery.Pipe(duplex=False)
    child = nursery.Process(target=play_on, args=(home, cache, theirs, seed), daemon=True)
    child.start()
    theirs.close()
    chance = random.Random(seed)
    said = Said()
    if chance.random() < 0.25:
        listen(ours, said, chance.uniform(0.0, START))
    else:
        while not said.session:
            take(said, ours.recv())
        listen(ours, said, chance.uniform(0.0, longest))
    child.kill()
    child.join()
    assert child.exitcode == -signal.SIGKILL, "it was alive until it was killed"
    drain(ours, said)
    ours.close()
    return said


def listen(pipe: Connection, said: Said, seconds: float) -> None:
    """Take in what is said for so long."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if pipe.poll(left):
            take(said, pipe.recv())


def drain(pipe: Connection, said: Said) -> None:
    """What was in the pipe when it was killed; the last word may be cut off."""
    while pipe.poll(0):
        try:
            take(said, pipe.recv())
        except (EOFError, OSError):
            return


def take(said: Said, line: tuple[object, ...]) -> None:
    match line:
        case ("session", str(session)):
            said.session = session
        case ("shown", int(shown)):
            said.shown = shown
        case ("place", int(shown), int(moment), float(seconds)):
            said.place = (shown, moment, seconds)
        case _:
            raise AssertionError(line)


def expect_nothing_lost(home: Path, cache: Path, said: Said) -> None:
    """The diary opens, holds every event that was shown, and a new start goes on at the right step and second."""
    app = build(Paths(ROOT / "data", ROOT / "media", home, cache), SystemClock(), audible=False, awake=False)
    try:
        assert [notice.key for notice in app.notices.take()] == [], "the diary was not set aside"
        if not said.session:
            return
        events = app.ports.journal.events(said.session)
        assert len(events) >= said.shown
        left = app.unfinished()
        if left is None:
            record = app.diary.session(said.session)
            assert record
            assert record.ended is not None, "it is either to be carried on or was over"
        elif events:
            goes_on_where_it_was(app.carry_on(left).begin(), events, said)
    finally:
        app.close()


def goes_on_where_it_was(told: Sequence[Event], before: Sequence[Event], said: Said) -> None:
    """In the moment that was under way, and at the place that was last shown in it or a little further on."""
    began = next(event for event in told if isinstance(event, MomentBegan))
    last = [event for event in before if isinstance(event, MomentBegan)][-1]
    assert began.moment == last.moment
    if said.place is not None and said.place[0] == len(before):
        _, moment, seconds = said.place
        assert began.moment == moment
        assert seconds - began.offset <= LATE


@pytest.mark.parametrize("seed", range(4))
def test_a_program_killed_in_play_loses_nothing_that_it_had_shown(
    nursery: ForkServerContext, tmp_path: Path, cache: Path, seed: int
) -> None:
    expect_nothing_lost(tmp_path, cache, killed_in_play(nursery, tmp_path, cache, seed))


def test_a_program_killed_again_and_again_on_one_diary_loses_nothing(
    nursery: ForkServerContext, tmp_path: Path, cache: Path
) -> None:
    for seed in (100, 104):
        expect_nothing_lost(tmp_path, cache, killed_in_play(nursery, tmp_path, cache, seed))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1000, 1200))
def test_a_program_killed_two_hundred_times_loses_nothing(
    nursery: ForkServerContext, tmp_path_factory: pytest.TempPathFactory, cache: Path, seed: int
) -> None:
    """Five kills on each diary, the first start included."""
    home = tmp_path_factory.getbasetemp() / f"home-{seed // 5}"
    home.mkdir(exist_ok=True)
    expect_nothing_lost(home, cache, killed_in_play(nursery, home, cache, seed, longest=3.0))
