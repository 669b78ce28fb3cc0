"""Opens the window: the first front end, on the same wiring as the rehearsal."""

import json
import os
import sys
import time
from pathlib import Path

from companion.app.paths import Paths, usual_paths
from companion.domain.errors import CompanionError

EXIT_AFTER_FIRST_PAINT = "COMPANION_EXIT_AFTER_FIRST_PAINT"
"""For the start-up benchmark: print one line of figures after the first painted window, and end."""


def run_window() -> int:
    """Show the window until it is closed. Returns the exit status: 1 when the program could not start."""
    paths = usual_paths()
    if not has_screen():
        return _tell(CompanionError("no-screen"), paths)
    from companion.app.window import show_window  # noqa: PLC0415 - Qt only where there is a screen

    return show_window(paths)


def has_screen() -> bool:
    """Whether a window can be shown at all."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _tell(error: CompanionError, paths: Paths) -> int:
    from companion.app.sentences import sentence  # noqa: PLC0415
    from companion.content.library import load_messages  # noqa: PLC0415

    sys.stderr.write(sentence(error, load_messages(paths.data, "en")) + "\n")
    return 1


def print_figures() -> None:
    """One JSON line: seconds from the start of the process, and its proportional memory in kB (Linux only)."""
    print(json.dumps({"first_paint_s": _age(), "pss_kb": _pss()}), flush=True)


def _age() -> float:
    fields = Path("/proc/self/stat").read_text("ascii").rpartition(")")[2].split()
    started = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - started


def _pss() -> int:
    for line in Path("/proc/self/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
