"""A demonstration driven by a clicker's keys alone, on two displays; and one whose second display is pulled out."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from PySide6.QtGui import QColor, QImage

from tests.architecture.sources import ROOT

LAPTOP = {"name": "Laptop", "x": 0, "y": 0, "width": 1280, "height": 800}
BEAMER = {"name": "Beamer", "x": 1280, "y": 0, "width": 1920, "height": 1080}
SETTINGS = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
TOOLS = ("Xvfb", "xrandr", "xdotool")


class Stage:
    """The other end of the process that shows."""

    def __init__(self, told: IO[str], said: IO[str]) -> None:
        self._told = told
        self._said = said
        self.first = self._answer()

    def say(self, line: str) -> dict[str, object]:
        self._told.write(line + "\n")
        self._told.flush()
        return self._answer()

    def press(self, keys: Sequence[str]) -> dict[str, object]:
        return [self.say(f"key {key}") for key in keys][-1]

    def _answer(self) -> dict[str, object]:
        for line in self._said:
            if line.startswith("{"):
                return json.loads(line)
        raise AssertionError("the demonstration has ended unexpectedly")


@contextmanager
def stage(folder: Path, **surroundings: str) -> Generator[Stage]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.end_to_end.clinic_show", str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT), **surroundings},
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as shown:
        assert shown.stdin is not None
        assert shown.stdout is not None
        try:
            yield Stage(shown.stdin, shown.stdout)
            shown.stdin.close()
            assert shown.wait(timeout=20) == 0
        finally:
            shown.kill()


def two_screens(folder: Path) -> str:
    screens = [{**BEAMER, **SETTINGS}, {**LAPTOP, **SETTINGS}]  # the last one is the main one
    (folder / "screens.json").write_text(json.dumps({"screens": screens}), encoding="utf-8")
    return f"offscreen:configfile={folder / 'screens.json'}"


def is_flat(file: Path) -> bool:
    image = QImage(str(file))
    places = ((x, y) for x in range(0, image.width(), 97) for y in range(0, image.height(), 53))
    return len({QColor(image.pixel(x, y)).name() for x, y in places}) == 1


def test_a_clicker_alone_leads_through_a_demonstration_on_two_displays(tmp_path: Path) -> None:
    """As a Logitech sends it: F5 and Escape to start and end, PageDown and PageUp, and a full stop for black."""
    with stage(tmp_path, QT_QPA_PLATFORM=two_screens(tmp_path)) as show:
        own = show.first["own"]
        other = "Beamer" if own == "Laptop" else "Laptop"
        assert show.say("wait active presenter")["active"] == "presenter"
        begun = show.press(["F5"])
        assert (begun["running"], begun["stroke"], begun["family"]) == (True, "permission", other)
        assert begun["family_fills"]
        assert show.say("wait active presenter")["active"] == "presenter"

        moved = show.press(["PageDown", "PageDown", "PageUp", "PageDown", "PageDown"])
        assert (moved["stroke"], moved["at"]) == ("hip-to-ankle-glide", 3)
        assert str(moved["family_shows"]).startswith("Hip-to-ankle glide.")
        assert "From hip to ankle" in str(moved["family_shows"])
        show.say("grab glide")
        assert QImage(str(tmp_path / "glide-family.png")).width() in {1280, 1920}
        assert not is_flat(tmp_path / "glide-family.png")

        dark = show.press(["Period"])
        assert (dark["blank"], dark["family_dark"]) == (True, True)
        show.say("grab dark")
        assert is_flat(tmp_path / "dark-family.png")
        assert not is_flat(tmp_path / "dark-presenter.png")
        assert not show.press(["Period"])["family_dark"]

        ended = show.press(["Escape"])
        assert not ended["running"]
        again = show.press(["F5"])
        assert (again["running"], again["at"], again["family"]) == (True, 3, other)


@pytest.mark.screen
@pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="needs Xvfb, xrandr and xdotool")
def test_a_display_that_is_pulled_out_and_put_back_in_costs_nothing(tmp_path: Path) -> None:
    with big_display() as display, stage(tmp_path, DISPLAY=display, QT_QPA_PLATFORM="xcb") as show:
        show.say("wait active presenter")
        begun = show.say("begin")
        assert (begun["own"], begun["family"], begun["family_fills"]) == ("Laptop", "Beamer", True)
        show.press(["PageDown", "PageDown", "PageDown"])
        show.say("grab before")
        assert x11(display, "xdotool", "getwindowfocus") == str(begun["window"])

        x11(display, "xrandr", "--delmonitor", "Beamer")
        alone = show.say("wait one_screen True")
        assert (alone["screens"], alone["family"], alone["at"]) == (["Laptop"], "", 3)
        assert alone["running"]
        show.say("grab alone")
        assert show.press(["PageDown"])["at"] == 4

        x11(display, "xrandr", "--setmonitor", *monitor(BEAMER), "none")
        back = show.say("wait family Beamer")
        assert (back["one_screen"], back["family_fills"], back["at"]) == (False, True, 4)
        assert show.press(["PageDown"])["at"] == 5
        assert x11(display, "xdotool", "getwindowfocus") == str(begun["window"])
        show.say("grab back")
        for name in ("before-family", "before-presenter", "alone-presenter", "back-family"):
            assert not is_flat(tmp_path / f"{name}.png")


@contextmanager
def big_display() -> Generator[str]:
    """One X screen in which xrandr has made two monitors."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "3200x1080x24", "-noreset", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            display = f":{server.stdout.readline().strip()}"
            x11(display, "xrandr", "--setmonitor", *monitor(LAPTOP), "screen")
            x11(display, "xrandr", "--setmonitor", *monitor(BEAMER), "none")
            yield display
        finally:
            server.terminate()


def monitor(facts: Mapping[str, object]) -> tuple[str, str]:
    size = f"{facts['width']}/300x{facts['height']}/200+{facts['x']}+{facts['y']}"
    return str(facts["name"]), size


def x11(display: str, *command: str) -> str:
    done = subprocess.run(
        command,
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    return done.stdout.strip()
