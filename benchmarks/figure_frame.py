"""Times one frame of the figure, choreography and paint, for the worst authored stroke at 1280x800."""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
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
from companion.paint.figure_painter import PathStore, paint_drawing, paint_moving
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


def frames(made: Choreography, paint: Callable[[QPainter, Drawing], None], image: QImage) -> list[float]:
    """Milliseconds of processor time of each frame over one loop, so that a busy machine does not count."""
    took: list[float] = []
    for number in range(FRAMES + 5):
        started = time.thread_time()
        picture = drawing(made, Side.RIGHT, number / FRAMES * PERIOD * made.loop, period=PERIOD)
        painter = QPainter(image)
        paint(painter, picture)
        painter.end()
        took.append((time.thread_time() - started) * 1000)
    return took[5:]


def _told(name: str, took: list[float], stroke: str) -> str:
    low, high = statistics.median(took), statistics.quantiles(took, n=20)[-1]
    return json.dumps({"name": name, "median": round(low, 2), "p95": round(high, 2), "stroke": stroke})


def main() -> int:
    """Print the worst stroke's median and p95, for whole frames and for what a stage repaints."""
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    colours: Palette = palette(read_colours(ROOT / "data" / "themes" / "figure.toml"), Scheme.DAY)
    image = QImage(1280, 800, QImage.Format.Format_ARGB32_Premultiplied)
    whole, part, store = QRectF(0, 0, 1280, 800), QRectF(0, 0, 660, 590), PathStore()

    def frame(painter: QPainter, picture: Drawing) -> None:
        paint_drawing(painter, picture, colours, whole, ground=True, store=store)

    def stage(painter: QPainter, picture: Drawing) -> None:
        paint_moving(painter, picture, colours, part, store=store)

    for name, paint in (("figure.frame", frame), ("figure.stage", stage)):
        took = {stroke: frames(made, paint, image) for stroke, made in authored().items()}
        worst = max(took, key=lambda stroke: statistics.median(took[stroke]))
        print(_told(name, took[worst], worst))
    del app
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
