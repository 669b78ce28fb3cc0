"""``companion figures`` and ``companion film``: what they write, and what they say when they cannot."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from companion.app.cli import run_command
from companion.app.paths import usual_paths
from companion.app.png_sequence import FPS, SIZE, write_sequence
from companion.domain.body import Side
from tests.app.cli import ROOT

SMALL = (160, 100)


@pytest.fixture(autouse=True)
def _home(  # pyright: ignore[reportUnusedFunction]
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setenv("COMPANION_HOME", str(tmp_path / "home"))


def told(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    """The exit status and all that was said."""
    status = run_command([str(word) for word in words])
    said = capsys.readouterr()
    return status, said.out + said.err


def test_one_loop_is_saved_as_numbered_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("companion.app.png_sequence.FPS", 1)
    monkeypatch.setattr("companion.app.png_sequence.SIZE", SMALL)
    folder = tmp_path / "new" / "pictures"
    count = write_sequence(usual_paths(), "thumb-over-thumb", Side.LEFT, folder, night=False)
    names = sorted(file.name for file in folder.iterdir())
    assert names == [f"{number:04}.png" for number in range(1, count + 1)]
    assert count == 4  # two thumbs in turn, two seconds each
    first, second = (QImage(str(folder / name)) for name in names[:2])
    assert (first.width(), first.height()) == SMALL
    assert first != second
    assert (FPS, SIZE) == (30, (1280, 800))


def test_the_two_sides_are_different_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("companion.app.png_sequence.FPS", 0.2)
    monkeypatch.setattr("companion.app.png_sequence.SIZE", SMALL)
    for side in (Side.RIGHT, Side.LEFT):
        write_sequence(usual_paths(), "ankle-circles", side, tmp_path / side, night=True)
    right, left = (QImage(str(tmp_path / side / "0001.png")) for side in ("right", "left"))
    assert right != left


def test_an_unknown_stroke_is_told_with_its_neighbours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = told(capsys, "figures", "--stroke", "thumb-over", "--png-sequence", tmp_path)
    assert status == 2
    assert "There is no stroke called “thumb-over”" in said
    assert "thumb-over-thumb" in said


def test_an_unknown_variant_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said = told(capsys, "figures", "--stroke", "hand-hug@moon", "--png-sequence", tmp_path)
    assert (status, "hand-hug@cuddle" in said) == (2, True)


def test_a_stroke_without_a_folder_is_asked_for_one(capsys: pytest.CaptureFixture[str]) -> None:
    status, said = told(capsys, "figures", "--stroke", "thumb-over-thumb")
    assert (status, "add --png-sequence" in said) == (2, True)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "inside"
    status, said = told(capsys, "figures", "--stroke", "thumb-over-thumb", "--png-sequence", folder)
    assert status == 1
    assert "Choose another folder" in said


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("moon-massage", "out.mp4"), 2, "There is no routine called “moon-massage”"),
        (("torticollis", "out.mp4"), 2, "locked"),
        (("first-massage", "out.avi"), 1, "ends in .mp4"),
        (("first-massage", "there.mp4"), 1, "add --force"),
        (("first-massage", "nowhere/out.mp4"), 1, "cannot be saved"),
    ],
)
def test_a_film_that_cannot_be_made_is_told_before_any_work(
    words: tuple[str, str], status: int, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "there.mp4").touch()
    routine, out = words
    found, said = told(capsys, "film", routine, tmp_path / out)
    assert found == status
    assert sentence in said
    assert sorted(file.name for file in tmp_path.glob("*.mp4")) == ["there.mp4"]


def test_without_the_package_the_film_command_tells_how_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    status, said = told(capsys, "film", "first-massage", tmp_path / "out.mp4")
    assert status == 1
    assert "-m pip install av" in said


def test_ctrl_c_stops_a_film_and_keeps_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "films"
    folder.mkdir()
    running = subprocess.Popen(
        [sys.executable, "-m", "companion", "film", "feet-anywhere", str(folder / "out.mp4")],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stderr is not None
    with running.stderr as said:
        assert "0 %" in said.read(8)
        running.send_signal(signal.SIGINT)
        assert "Nothing was kept." in said.read()
    assert running.wait(20) == 130
    assert list(folder.iterdir()) == []
