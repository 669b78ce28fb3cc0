"""A film of 720p30 in our own widget: share of one core, first picture, and what a hundred films leave behind."""

import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import psutil
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from companion.app.paths import usual_paths
from companion.content.library import load_messages
from companion.domain.clip import Clip, Film
from companion.domain.words import Words
from companion.services.clip_ports import Cue
from companion.ui.clips.film import ClipWidget
from companion.ui.clips.presenter import ClipPresenter
from companion.ui.theme import Look, load_fonts, read_theme
from companion.video.libvlc import QUIET, LibVlc
from companion.video.player import VlcClipPlayer
from tests.video.films import Recipe, make_film

SECONDS = 6.0
PLAY_SECONDS = 5.0
WARM, CYCLES = 20, 100
PATIENCE = 8.0
MEBIBYTE = 1024 * 1024


class Projector:
    """One film in one widget."""

    def __init__(self, file: Path, vlc: LibVlc) -> None:
        paths = usual_paths()
        load_fonts(paths.media / "fonts")
        words = Words("en", {}, {}, {}, load_messages(paths.data, "en"))
        look = Look(read_theme(paths.data / "themes" / "day.toml"))
        self.player = VlcClipPlayer(vlc)
        self._presenter = ClipPresenter(self.player, words)
        self._cue = Cue(file, (1280, 720), SECONDS, 0.0, SECONDS)
        self._clip = Clip(
            "clip", "toe-roll", "film", Film("a" * 64, SECONDS, 1280, 720, True, 1), 0.0, SECONDS
        )
        self.widget = ClipWidget(look)
        self.widget.resize(660, 588)
        self._presenter.attach(self.widget)
        self.widget.show()

    def first_frame(self) -> float:
        """Begin the film; milliseconds until its first picture is there."""
        began = time.perf_counter()
        self._presenter.show(self._clip, self._cue, b"")
        while self.player.frame() is None:
            assert time.perf_counter() - began < PATIENCE, "no picture came"
            spend(0.004)
        return 1000 * (time.perf_counter() - began)

    def take_off(self) -> None:
        """Let go of the film."""
        self._presenter.clear()
        spend(0.02)

    def close(self) -> None:
        """Let go of everything."""
        self._presenter.close()
        self.player.close()


def spend(seconds: float) -> None:
    """Let the window live for so long."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    process = psutil.Process()
    vlc = LibVlc((*QUIET, "--aout=dummy"))
    with tempfile.TemporaryDirectory() as folder:
        projector = Projector(make_film(Path(folder) / "film.mp4", Recipe(seconds=SECONDS)), vlc)
        projector.first_frame()
        spend(1.0)
        before, began = process.cpu_times(), time.perf_counter()
        spend(PLAY_SECONDS)
        after, spent = process.cpu_times(), time.perf_counter() - began
        share = (after.user + after.system - before.user - before.system) / spent
        projector.take_off()
        for _ in range(WARM):
            projector.first_frame()
            projector.take_off()
        threads, memory = process.num_threads(), process.memory_info().rss
        firsts: list[float] = []
        for _ in range(CYCLES):
            firsts.append(projector.first_frame())
            projector.take_off()
        spend(0.5)
        grown = (process.memory_info().rss - memory) / MEBIBYTE
        more = process.num_threads() - threads
        projector.close()
    vlc.close()
    app.quit()
    slow = statistics.quantiles(firsts, n=20)[-1]
    print(json.dumps({"name": "clips.play", "core_percent": round(100 * share, 1)}))
    print(json.dumps({"name": "clips.first-frame", "p95_ms": round(slow, 1)}))
    print(
        json.dumps({"name": "clips.hundred", "grown_mib": round(max(0.0, grown), 1), "threads": max(0, more)})
    )


if __name__ == "__main__":
    main()
