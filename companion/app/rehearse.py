"""Plays a whole session without a window, at any speed, on the real wiring, and prints its story."""

import contextlib
import sys
import tempfile
import time
from collections.abc import Generator, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from companion.app.clocks import RehearsalClock, SystemClock
from companion.app.entering import ask_terminal
from companion.app.paths import Paths
from companion.app.sentences import sentence
from companion.app.story import Story
from companion.app.wiring import App, build
from companion.domain.player import Phase
from companion.services.playback import Playback

TICK = 0.1
"""Seconds of the session between two looks at the clock."""


def rehearse(
    routine: str, paths: Paths, *, speed: float, shots: Path | None, keep: bool, messages: Mapping[str, str]
) -> int:
    """Play ``routine`` to its end. Returns 0.

    Raises CompanionError: "unknown-routine" or "routine-locked" before anything is written.
    """
    with _home(paths, keep=keep) as home:
        clock = RehearsalClock(SystemClock().wall())
        ask = ask_terminal(messages)
        app = build(
            replace(paths, home=home, own=paths.routines), clock, awake=False, audible=speed == 1.0, ask=ask
        )
        try:
            for notice in app.notices.take():
                sys.stderr.write(sentence(notice, messages) + "\n")
            playback = app.start_session(routine)
            story = Story(playback, app.library.words, messages)
            print(story.head(speed))
            pictures = _pictures(app, playback, shots)
            _play(playback, clock, speed, story, pictures)
            print(story.end(app.diary.session(playback.session), app.paths.diary))
            if not keep:
                print(messages["cli.rehearse.temporary"])
        finally:
            app.close()
    return 0


def _play(
    playback: Playback, clock: RehearsalClock, speed: float, story: Story, pictures: "Iterator[None] | None"
) -> None:
    events = playback.begin()
    started = time.monotonic()
    while True:
        for line in story.lines(events):
            print(line, flush=True)
            if pictures is not None:
                next(pictures, None)
        if playback.state().phase in {Phase.FINISHED, Phase.STOPPED}:
            return
        clock.let_pass(TICK)
        behind = clock.now() / speed - (time.monotonic() - started)
        if behind > 0:
            time.sleep(behind)
        events = playback.tick()


def _pictures(app: App, playback: Playback, shots: Path | None) -> "Iterator[None] | None":
    if shots is None:
        return None
    from companion.app.pictures import step_pictures  # noqa: PLC0415 - Qt only when pictures are wanted

    return step_pictures(app, playback, shots)


@contextlib.contextmanager
def _home(paths: Paths, *, keep: bool) -> Generator[Path]:
    if keep:
        yield paths.home
        return
    with tempfile.TemporaryDirectory(prefix="companion-rehearsal-") as folder:
        yield Path(folder)
