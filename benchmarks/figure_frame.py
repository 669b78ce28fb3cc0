"""Times one frame of the figure, choreography and paint, for the worst of all authored strokes."""

import json
import os
import statistics
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from companion.app.garbage import Sweeper
from companion.content.figure_format import choreography
from companion.content.problems import read_toml
from companion.domain.body import Side
from companion.domain.figure.choreography import Choreography
from companion.domain.figure.drawing import Drawing
from companion.domain.figure.figure import View, drawing
from companion.paint.figure_painter import PathStore, paint_moving, paint_still
from companion.paint.palette import Palette, Scheme, palette, read_colours

ROOT = Path(__file__).resolve().parent.parent
FRAMES = 40
UNSEEN = 0.371
"""By how much of a frame the second loop is off the first."""
DEAR, REPEATS = 8, 2
PERIOD = 4.0
AT_PLAY = View(living=True)


@cache
def authored() -> dict[str, Choreography]:
    """Every choreography in data/strokes by its name."""
    found: dict[str, Choreography] = {}
    for file in sorted((ROOT / "data" / "strokes").glob("*.toml")):
        for stroke, entry in read_toml(file, file.name)[0].items():
            tables = {stroke: entry.get("figure")} | {
                f"{stroke}@{v}": t for v, t in entry.get("figures", {}).items()
            }
            found |= {name: choreography(table, name) for name, table in tables.items() if table}
    return found


class Stage:
    """Paints as the stage does: what stands still from a picture that is kept, what moves on top of it."""

    def __init__(self, colours: Palette, target: QRectF) -> None:
        self._colours = colours
        self._target = target
        self._store = PathStore()
        self._still: tuple[object, QImage] | None = None

    def paint(self, painter: QPainter, picture: Drawing) -> None:
        """One frame."""
        if self._still is None or self._still[0] is not picture.still:
            kept = QImage(self._target.size().toSize(), QImage.Format.Format_RGB32)
            below = QPainter(kept)
            paint_still(below, picture, self._colours, self._target, ground=True)
            below.end()
            self._still = (picture.still, kept)
        painter.drawImage(0, 0, self._still[1])
        paint_moving(painter, picture, self._colours, self._target, store=self._store)


def frames(made: Choreography, stage: Stage, image: QImage) -> list[float]:
    """Milliseconds of processor time of each frame over one loop, so that a busy machine does not count.

    One loop is played before, at other instants: what a session keeps is warm, but no pose has been seen yet.
    """
    took: list[float] = []
    for number in range(2 * FRAMES):
        moment = number % FRAMES + (0.0 if number < FRAMES else UNSEEN)
        started = time.thread_time()
        seconds = moment / FRAMES * PERIOD * made.loop
        picture = drawing(made, Side.RIGHT, seconds, period=PERIOD, view=AT_PLAY)
        painter = QPainter(image)
        stage.paint(painter, picture)
        painter.end()
        took.append((time.thread_time() - started) * 1000)
    return took[FRAMES:]


@dataclass(frozen=True, slots=True, order=True)
class Taken:
    """Median and 95th percentile of a stroke's frames in milliseconds."""

    median: float
    p95: float
    stroke: str


def taken(stroke: str, colours: Palette, size: QSize) -> Taken:
    """A stroke's frames at a size."""
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    took = frames(authored()[stroke], Stage(colours, QRectF(image.rect())), image)
    return Taken(statistics.median(took), statistics.quantiles(took, n=20)[-1], stroke)


def worst(strokes: Iterable[str], colours: Palette, size: QSize) -> list[Taken]:
    """The dearest strokes at a size; those that look dear are measured again, and their best counts, as only other
    programs can make a frame dearer than it is."""
    dear = sorted((taken(stroke, colours, size) for stroke in strokes), reverse=True)[:DEAR]
    again = (min(one, *(taken(one.stroke, colours, size) for _ in range(REPEATS))) for one in dear)
    return sorted(again, reverse=True)


def _told(name: str, found: Taken) -> str:
    return json.dumps(
        {"name": name, "median": round(found.median, 2), "p95": round(found.p95, 2), "stroke": found.stroke}
    )


def main() -> int:
    """Print the worst stroke's median and p95 at 1280x800, at twice that, and at the size of the player's stage."""
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    sweeper = Sweeper()
    sweeper.begin()  # as the window does: no frame waits for the collector
    colours: Palette = palette(read_colours(ROOT / "data" / "themes" / "figure.toml"), Scheme.DAY)
    usual = worst(authored(), colours, QSize(1280, 800))
    print(_told("figure.frame", usual[0]), flush=True)
    dear = [one.stroke for one in usual]
    print(_told("figure.twice", worst(dear, colours, QSize(2560, 1600))[0]), flush=True)
    print(_told("figure.stage", worst(dear, colours, QSize(660, 590))[0]), flush=True)
    del app, sweeper
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
