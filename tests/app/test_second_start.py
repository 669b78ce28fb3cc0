"""A second start shows the window of the first one, and never opens the diary a second time."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from companion.app.doorbell import KNOCK, Doorbell, come_to_the_front, knock
from companion.storage.lock import hold_folder

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def program(home: Path) -> Generator[subprocess.Popen[str]]:
    """The whole program with its window, offscreen, ended when the block ends."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.app.open_window", str(home)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


@pytest.fixture
def doorbell(qtbot: QtBot, tmp_path: Path) -> Iterator[Doorbell]:
    made = Doorbell(tmp_path)
    made.listen()
    yield made
    made.deleteLater()


def test_a_second_start_brings_the_first_window_to_the_front_and_ends_well(tmp_path: Path) -> None:
    with program(tmp_path) as first:
        assert first.stdout
        assert first.stdout.readline() == "listening\n"
        second = subprocess.run(
            [sys.executable, "-m", "companion"],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "COMPANION_HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert (second.returncode, second.stderr) == (0, "")
        assert json.loads(first.stdout.readline()) == {"rang": True, "minimised": False}


def test_a_knock_that_nobody_answers_is_taken_back(tmp_path: Path) -> None:
    assert not knock(tmp_path, patience=0.0)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_cannot_be_knocked_at(tmp_path: Path) -> None:
    assert not knock(tmp_path / "gone", patience=0.0)


def test_a_knock_rings_and_its_file_is_gone(doorbell: Doorbell, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(doorbell.rang) as rang:
        (tmp_path / KNOCK).write_bytes(b"leave to come")
    assert rang.args == ["leave to come"]
    assert not (tmp_path / KNOCK).exists()


def test_other_files_of_the_folder_do_not_ring(doorbell: Doorbell, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.assertNotEmitted(doorbell.rang, wait=30):
        (tmp_path / "diary.sqlite3-wal").write_bytes(b"")


def test_what_a_knock_says_is_not_trusted(doorbell: Doorbell, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(doorbell.rang) as rang:
        (tmp_path / KNOCK).write_bytes(b"\x00\xff" * 10_000)
    assert rang.args == [""]


def test_a_knock_from_before_is_answered_by_the_start_itself(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / KNOCK).touch()
    late = Doorbell(tmp_path)
    late.listen()
    assert not (tmp_path / KNOCK).exists()
    late.deleteLater()


def test_a_minimised_window_comes_back(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    come_to_the_front(window, "a-token")
    assert not window.isMinimized()
    assert window.isVisible()
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "a-token"


def test_while_the_window_is_open_its_folder_is_held(tmp_path: Path) -> None:
    with program(tmp_path) as first:
        assert first.stdout
        assert first.stdout.readline() == "listening\n"
        report = subprocess.run(
            [sys.executable, "-m", "companion", "report", str(tmp_path / "report.pdf")],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "COMPANION_HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (report.returncode, "open already" in report.stderr) == (1, True)
    started = time.monotonic()
    hold_folder(tmp_path).release()
    assert time.monotonic() - started < 1
