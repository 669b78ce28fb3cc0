"""Start to first painted window and memory on Today, as ratios to a bare PySide6 window started in the same run.

Starts are interleaved (bare, ours, bare, ours, ...), each in a fresh process; medians. Memory is the proportional
set size at rest, three seconds after the start.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.displays import virtual_screen
from companion.app.clocks import SystemClock
from companion.app.paths import Paths, shipped_root
from companion.app.wiring import build, new_id
from companion.services.families import add_baby

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 9
MEMORY_ROUNDS = 3
REST = 3.0

BARE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, painted)

def painted():
    print('{"painted": true}', flush=True)
    if os.environ.get("COMPANION_EXIT_AFTER_FIRST_PAINT"):
        app.quit()

app = QApplication(sys.argv)
window = Bare()
window.resize(1280, 800)
window.show()
sys.exit(app.exec())
"""
COMMANDS = {
    "bare": [sys.executable, "-P", "-c", BARE],
    "ours": [sys.executable, "-P", "-m", "companion"],
}


def environment(screen: Mapping[str, str], home: str) -> dict[str, str]:
    unwanted = {
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "PYTHONDONTWRITEBYTECODE",
    }  # a user's second start finds byte code
    kept = {key: value for key, value in os.environ.items() if key not in unwanted}
    return {**kept, **screen, "PYTHONPATH": str(ROOT), "COMPANION_HOME": home}


def seconds_to_paint(command: list[str], surroundings: Mapping[str, str]) -> float:
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        env={**surroundings, "COMPANION_EXIT_AFTER_FIRST_PAINT": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    seconds = time.perf_counter() - started
    process.communicate(timeout=60)
    if not line.startswith("{"):
        raise RuntimeError(f"{command} painted nothing")
    return seconds


def resting_pss(command: list[str], surroundings: Mapping[str, str]) -> float:
    """MiB that a process holds at rest, shared pages counted in proportion."""
    process = subprocess.Popen(
        command, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        time.sleep(REST)
        rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text("ascii")
    finally:
        process.terminate()
        process.wait(timeout=30)
    kilobytes = next(line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:"))
    return int(kilobytes) / 1024


def someone_lives_in(home: Path) -> None:
    """A diary with one baby: every start but the very first one shows Today."""
    root = shipped_root()
    app = build(
        Paths(root / "data", root / "media", home, home / "cache"), SystemClock(), audible=False, awake=False
    )
    add_baby(app.families, new_id, "Mila")
    app.close()


def report(platform: str, screen: Mapping[str, str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        surroundings = environment(screen, home)
        someone_lives_in(Path(home))
        for command in COMMANDS.values():
            seconds_to_paint(command, surroundings)  # files into the cache, byte code written
        starts = {who: list[float]() for who in COMMANDS}
        for _ in range(ROUNDS):
            for who, command in COMMANDS.items():
                starts[who].append(seconds_to_paint(command, surroundings))
        memory = {
            who: statistics.median(resting_pss(command, surroundings) for _ in range(MEMORY_ROUNDS))
            for who, command in COMMANDS.items()
        }
    bare, ours = (statistics.median(starts[who]) for who in ("bare", "ours"))
    figures = {
        "bare_s": bare,
        "ours_s": ours,
        "first_paint_ratio": ours / bare,
        "bare_pss_mib": memory["bare"],
        "ours_pss_mib": memory["ours"],
        "pss_ratio": memory["ours"] / memory["bare"],
    }
    print(json.dumps({"name": f"startup.{platform}", **figures}), flush=True)


def main() -> None:
    report("offscreen", {"QT_QPA_PLATFORM": "offscreen"})
    with virtual_screen() as display:
        if display is not None:
            report("xcb", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display})


if __name__ == "__main__":
    main()
