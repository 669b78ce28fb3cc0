"""The wheel carries everything: unpacked into an empty folder it plays a session, far from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pure wheel is installed by unpacking it; its dependencies are those of the environment."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    return folder


def run_python(installed: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "COMPANION_"))}
    return subprocess.run(
        [sys.executable, "-P", *words],
        env={**kept, "PYTHONPATH": str(installed), "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


def test_what_we_ship_lies_inside_the_package(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {name.split("/")[2] for name in names if name.startswith("companion/_shipped/")}
    assert shipped == {"data", "media"}
    assert "companion/_shipped/data/text/en/messages.toml" in names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/", "data/", "media/"))]


def test_the_wheel_names_its_licence_and_its_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        commands = next(name for name in names if name.endswith("entry_points.txt"))
        assert "companion = companion.__main__:main" in packed.read(commands).decode()
    assert [name for name in names if name.endswith("licenses/LICENSE")]


def test_the_unpacked_wheel_uses_its_own_files_only(installed: Path, tmp_path: Path) -> None:
    question = (
        "from companion.app.paths import usual_paths; print(usual_paths().data, usual_paths().media, sep='|')"
    )
    asked = run_python(installed, tmp_path, "-c", question)
    root = installed / "companion" / "_shipped"
    assert asked.stdout.strip() == f"{root / 'data'}|{root / 'media'}", asked.stderr


def test_a_session_plays_from_the_wheel_in_a_clean_home(installed: Path, tmp_path: Path) -> None:
    played = run_python(installed, tmp_path, "-m", "companion", "rehearse", "first-massage", "--speed", "600")
    assert played.returncode == 0, played.stdout + played.stderr
    assert "hip-to-ankle" in played.stdout.lower()
