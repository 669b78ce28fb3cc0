"""What is true of the toolkit under us, and of what a start pulls in."""

import os
import subprocess
import sys

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


def loaded_after(statement: str) -> set[str]:
    """The modules that a fresh Python holds after a statement."""
    asked = subprocess.run(
        [sys.executable, "-P", "-c", f"import sys\n{statement}\nprint('\\n'.join(sys.modules))"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(asked.stdout.split())


def test_calls_that_return_nothing_leave_none_alone() -> None:
    thing = QObject()
    thing.setObjectName("warm")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < CALLS // 10


def test_a_start_loads_nothing_heavy() -> None:
    loaded = loaded_after("import companion.__main__, companion.app.run")
    assert loaded & set(HEAVY) == set()


def test_a_heavy_import_would_be_noticed() -> None:
    assert "numpy" in loaded_after("import numpy")
