"""Times a frame of the family's window, at 1920x1080 and at twice its pixels, for the stroke that takes longest."""

import json
import os
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from companion.content.library import load_library
from companion.content.teaching import load_teaching
from companion.domain.demonstration import begin, of_strokes
from companion.ui.pictures import Artist
from companion.ui.stage_show.audience import AudienceView
from companion.ui.stage_show.view import ShowComposer
from companion.ui.theme import Look, load_fonts, read_theme

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1920, 1080)
FRAMES = 24
SOME = 6
"""Frames of each stroke by which the slowest ones are found, and how many of those are timed at length."""


class Family:
    """The view of one window, painted into an image with as many pixels as its screen has."""

    def __init__(self, look: Look, artist: Artist) -> None:
        self.view = AudienceView(look, artist)
        self.view.resize(*SIZE)
        self.view.grab()
        ratio = self.view.devicePixelRatioF()
        self._image = QImage(int(SIZE[0] * ratio), int(SIZE[1] * ratio), QImage.Format.Format_RGB32)
        self._image.setDevicePixelRatio(ratio)

    def frame(self) -> float:
        """Milliseconds of processor time of what changes from frame to frame: the figure."""
        started = time.thread_time()
        with QPainter(self._image) as painter:
            self.view.figure.render(painter, self.view.figure.pos())
        return (time.thread_time() - started) * 1000


def timed(family: Family, composer: ShowComposer, stroke: str, count: int) -> list[float]:
    """Milliseconds of each frame over one loop, after one loop that nobody times."""
    show = begin(of_strokes([stroke], composer.strokes), 0.0)
    took: list[float] = []
    for number in range(2 * count):
        view = composer.view(show, (number % count) / count * show.item.seconds * 2)
        family.view.show_part(view.card.family, view.shown, view.t, None, blank=False)
        took.append(family.frame())
    return took[count:]


def told(name: str, took: list[float], stroke: str, typical: float) -> str:
    low, high = statistics.median(took), statistics.quantiles(took, n=20)[-1]
    figures = {"median": round(low, 2), "p95": round(high, 2), "typical": round(typical, 2)}
    return json.dumps({"name": name, **figures, "stroke": stroke})


def main() -> int:
    """Print the median and p95 of the slowest stroke, and the median of all strokes (``typical``), at each size.

    Each size is measured in a process of its own.
    """
    if "QT_SCALE_FACTOR" not in os.environ:
        command = [sys.executable, "-m", "benchmarks.audience"]
        ran = [subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": r}, check=False) for r in "12"]
        return max(done.returncode for done in ran)
    app = QApplication(sys.argv[:1])
    load_fonts(ROOT / "media" / "fonts")
    look = Look(read_theme(ROOT / "data" / "themes" / "day.toml"))
    library = load_library(ROOT / "data", "en")
    composer = ShowComposer(library.words, library.strokes, load_teaching(ROOT / "data", "en"))
    family = Family(look, Artist(library.strokes, look, ROOT / "data" / "themes" / "figure.toml"))
    measure = partial(timed, family, composer)
    quick = {stroke: statistics.median(measure(stroke, SOME)) for stroke in library.strokes}
    slowest = sorted(quick, key=quick.__getitem__)[-3:]
    took = {stroke: measure(stroke, FRAMES) for stroke in slowest}
    worst = max(took, key=lambda stroke: statistics.median(took[stroke]))
    name = "audience.frame" if family.view.devicePixelRatioF() == 1.0 else "audience.frame-2x"
    print(told(name, took[worst], worst, statistics.median(quick.values())), flush=True)
    del app
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
