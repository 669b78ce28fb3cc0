"""Starting with no screen, and with one: what a new user sees first."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.displays import virtual_screen
from tests.architecture.sources import ROOT

SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def start(home: Path, **surroundings: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in SCREENS}
    return subprocess.run(
        [sys.executable, "-P", "-m", "companion"],
        env={
            **kept,
            "PYTHONPATH": str(ROOT),
            "HOME": str(home),
            "COMPANION_HOME": str(home / "data"),
            **surroundings,
        },
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_one_sentence_says_so_and_names_rehearse(tmp_path: Path) -> None:
    started = start(tmp_path)
    assert started.returncode == 1
    assert "rehearse first-massage" in started.stderr
    assert "Traceback" not in started.stderr
    assert len(started.stderr.splitlines()) <= 2


@pytest.mark.screen
@pytest.mark.skipif(not shutil.which("Xvfb"), reason="needs Xvfb")
def test_on_a_real_screen_the_first_window_is_painted(tmp_path: Path) -> None:
    with virtual_screen() as display:
        assert display is not None
        started = start(tmp_path, DISPLAY=display, COMPANION_EXIT_AFTER_FIRST_PAINT="1")
    assert started.returncode == 0, started.stderr
    told = json.loads(started.stdout.splitlines()[0])
    assert 0 < told["first_paint_s"] < 30


def test_the_very_first_start_needs_no_folder_of_ours(tmp_path: Path) -> None:
    started = start(tmp_path, QT_QPA_PLATFORM="offscreen", COMPANION_EXIT_AFTER_FIRST_PAINT="1")
    assert started.returncode == 0, started.stderr
    assert json.loads(started.stdout.splitlines()[0])["pss_kb"] > 0
