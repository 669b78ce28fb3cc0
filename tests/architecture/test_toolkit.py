"""What is true of the toolkit under us, and of what a start pulls in."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject

from tests.architecture.sources import ROOT

CALLS = 500
HEAVY = (
    "vlc",
    "numpy",
    "onnxruntime",
    "miniaudio",
    "hibari",
    "textstat",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
)


def imported_by(home: Path, *words: str) -> set[str]:
    """The modules that a fresh Python imports while it does something."""
    ran = subprocess.run(
        [sys.executable, "-P", "-X", "importtime", *words],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
            "COMPANION_HOME": str(home),
            "COMPANION_EXIT_AFTER_FIRST_PAINT": "1",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr.splitlines()[-1]
    told = (line.split("|") for line in ran.stderr.splitlines() if line.startswith("import time:"))
    return {parts[-1].strip() for parts in told}


def test_calls_that_return_nothing_leave_none_alone() -> None:
    thing = QObject()
    thing.setObjectName("warm")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < CALLS // 10


def test_a_start_to_the_first_painted_window_loads_nothing_heavy(tmp_path: Path) -> None:
    assert imported_by(tmp_path, "-m", "companion") & set(HEAVY) == set()


def test_a_heavy_import_would_be_noticed(tmp_path: Path) -> None:
    assert "numpy" in imported_by(tmp_path, "-c", "import numpy")
