"""One short film, made once: a page, a stroke of two seconds, a page; chimes mark both changes, and nobody speaks."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from companion.app.film import shoot
from companion.app.film_script import Script, script_of
from companion.app.paths import Paths, usual_paths
from companion.content.library import Library, load_library
from companion.domain.body import Area, Position
from companion.domain.plan import compile_plan
from companion.domain.routine import Block, BlockSides, Routine, RoutineStep
from companion.domain.settings import Settings
from companion.domain.stroke import Evidence, Pressure

SMALL = (320, 180)
OPENING, STROKE = 1.0, 2.0


@dataclass(frozen=True, slots=True)
class Made:
    """A film with the times at which the picture changes and a chime sounds."""

    file: Path
    length: float
    changes: tuple[float, ...]


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(usual_paths().data, "en")


@pytest.fixture(scope="session")
def quiet_paths(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """Everything that is shipped, but the voice."""
    folder = tmp_path_factory.mktemp("quiet")
    shipped = usual_paths(folder)
    for name in ("chimes", "fonts"):
        (folder / name).symlink_to(shipped.media / name)
    return replace(shipped, media=folder)


@pytest.fixture(scope="session")
def short(library: Library) -> Script:
    return short_script(library)


@pytest.fixture(scope="session")
def short_film(
    short: Script, quiet_paths: Paths, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Made:
    out = tmp_path_factory.mktemp("films") / "short.mp4"
    made = shoot(short, out, quiet_paths, untold, size=SMALL, speak=lambda _: None)
    return Made(out, made.seconds, (OPENING, OPENING + STROKE))


def untold(_done: float, _length: float) -> None:
    """Nobody waits for this film."""


def short_script(library: Library) -> Script:
    """One leg sweep of two seconds, straight after the first page."""
    step = RoutineStep("leg-sweep", 1, STROKE, (Pressure.P1,))
    block = Block(Area.LEGS, Position.ON_BACK, BlockSides.ONCE, (step,))
    routine = Routine("first-massage", (1, 1), False, (block,), Evidence.CONVENTION, ())
    plan = compile_plan(routine, library.strokes)
    return script_of(plan, library, Settings(lead_in=0.0), opening=OPENING)
