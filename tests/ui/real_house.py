"""The whole program, silent, in a folder of its own, with a window that a test can walk through."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from companion.app.paths import Paths
from companion.app.window import context_of
from companion.app.wiring import App, build
from companion.domain.clock import Clock
from companion.ui.background import Background
from companion.ui.context import UiContext
from tests.ui.house import ROOT


@contextmanager
def real_house(home: Path, clock: Clock, cache: Path | None = None) -> Generator[tuple[App, UiContext]]:
    """The program as it is built for a person, on real files under ``home``; closed when the block ends.

    ``cache``: where the content that was read is kept; a folder that tests share makes each of them fast.
    """
    app = build(
        Paths(ROOT / "data", ROOT / "media", home, cache or home / "cache"), clock, audible=False, awake=False
    )
    background = Background()
    try:
        yield app, context_of(app, background)
    finally:
        background.close()
        app.close()
