"""What the screens between Begin and play are given: the way to look at a session and to begin it, and citations."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING

from companion.app.wiring import App, new_id
from companion.ui.check.context import StartContext

if TYPE_CHECKING:
    from companion.services.starting import Starting


def start_context(app: App) -> StartContext:
    """What they are given; each part is made when it is first asked for."""
    starting: Callable[[], Starting] = cache(partial(starting_of, app))
    return StartContext(starting, cache(partial(_citations, app)))


def starting_of(app: App) -> "Starting":
    """The way into play of this program."""
    from companion.services.starting import Shelf, Starting  # noqa: PLC0415 - a start needs none of it

    def shelf() -> Shelf:
        return Shelf(app.library.routines, app.library.strokes, app.safety(), app.library.words)

    return Starting(shelf, app.families, app.diary, app.settings, app.ports.clock, new_id, app.ports)


def _citations(app: App) -> Mapping[str, str]:
    from companion.content.sources import load_citations  # noqa: PLC0415

    return load_citations(app.paths.data)
