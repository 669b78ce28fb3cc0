"""Times one frame of the figure, choreography and paint, for the worst authored stroke at 1280x800."""

import json
import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from companion.content.figure_format import choreography
from companion.content.problems import read_toml
from companion.domain.body import Side
from companion.domain.figure.choreography import Choreography
from companion.domain.figure.drawing import Drawing
from companion.domain.figure.figure import drawing
from companion.paint.figure_painter import PathStore, paint_moving, paint_still
from companion.paint.palette import Palette, Scheme, palette, read_colours

ROOT = Path(__file__).resolve().parent.parent
FRAMES = 60
PERIOD = 4.0


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
    One loop is played before, as nearly all frames of a session have been seen once."""
    took: list[float] = []
    for number in range(2 * FRAMES):
        started = time.thread_time()
        picture = drawing(made, Side.RIGHT, number / FRAMES * PERIOD * made.loop, period=PERIOD)
        painter = QPainter(image)
        stage.paint(painter, picture)
        painter.end()
        took.append((time.thread_time() - started) * 1000)
    return took[FRAMES:]


def _told(name: str, took: list[float], stroke: str) -> str:
    low, high = statistics.median(took), statistics.quantiles(took, n=20)[-1]
    return json.dumps({"name": name, "median": round(low, 2), "p95": round(high, 2), "stroke": stroke})


def main() -> int:
    """Print the worst stroke's median and p95 at 1280x800 and at the size of the player's stage."""
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    colours: Palette = palette(read_colours(ROOT / "data" / "themes" / "figure.toml"), Scheme.DAY)
    image = QImage(1280, 800, QImage.Format.Format_ARGB32_Premultiplied)
    for name, target in (("figure.frame", QRectF(0, 0, 1280, 800)), ("figure.stage", QRectF(0, 0, 660, 590))):
        took = {stroke: frames(made, Stage(colours, target), image) for stroke, made in authored().items()}
        worst = max(took, key=lambda stroke: statistics.median(took[stroke]))
        print(_told(name, took[worst], worst))
    del app
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
