"""A whole massage on the real wiring, as a process of its own: what it tells and what it leaves in the diary."""

import re
import sqlite3
from pathlib import Path

import pytest

from tests.app.cli import companion

STEP = re.compile(r"\s*\d+:\d\d\.\d\s+\d+\s+")
FAST = ("--speed", "2000")

# Brief 2.2: the order, the repetitions and the seconds.
FIRST_MASSAGE = [
    ("hand-hug", "none", 45),
    ("resting-hands", "none", 20),
    ("hip-to-ankle-glide", "right", 12),
    ("thumb-over-thumb", "right", 8),
    ("ankle-to-hip-glide", "right", 12),
    ("hip-to-ankle-glide", "left", 12),
    ("thumb-over-thumb", "left", 8),
    ("ankle-to-hip-glide", "left", 12),
    ("leg-sweep", "none", 12),
    ("resting-hands", "none", 15),
    ("heart-on-chest", "none", 12),
    ("resting-hands", "none", 15),
    ("swoop-to-bottom", "none", 9),
    ("hand-hug", "none", 60),
]
TOLD = [
    "Hand hug 45 s",
    "Resting hands on legs 20 s",
    "Hip-to-ankle glide (right) 3 x 4 s = 12 s",
    "Thumb over thumb (right) 4 x 2 s = 8 s",
    "Ankle-to-hip glide (right) 3 x 4 s = 12 s",
    "Hip-to-ankle glide (left) 3 x 4 s = 12 s",
    "Thumb over thumb (left) 4 x 2 s = 8 s",
    "Ankle-to-hip glide (left) 3 x 4 s = 12 s",
    "Leg sweep 3 x 4 s = 12 s",
    "Resting hands on chest 15 s",
    "Heart on the chest 3 x 4 s = 12 s",
    "Holding both hands 15 s",
    "Back sweep on chest 3 x 3 s = 9 s",
    "Cuddle 60 s",
]


def diary_of(home: Path) -> sqlite3.Connection:
    return sqlite3.connect(home / "diary.sqlite3")


def test_first_massage_is_told_step_by_step_with_the_times_of_the_brief(tmp_path: Path) -> None:
    done = companion(tmp_path, "rehearse", "first-massage", *FAST)
    assert done.returncode == 0, done.stderr
    steps = [
        line[line.index(found[0]) + len(found[0]) :]
        for line in done.stdout.splitlines()
        if (found := STEP.match(line))
    ]
    assert [" ".join(line.split()) for line in steps if not line.startswith("Ask baby first")] == TOLD
    assert [" ".join(line.split()) for line in steps[:2]] == ["Ask baby first 20 s", "Ask baby first 10 s"]


def test_a_kept_rehearsal_leaves_one_session_with_all_its_steps_in_the_diary(tmp_path: Path) -> None:
    done = companion(tmp_path, "rehearse", "first-massage", *FAST, "--keep")
    assert done.returncode == 0, done.stderr
    with diary_of(tmp_path) as diary:
        assert diary.execute("select routine, status from session").fetchall() == [
            ("first-massage", "finished")
        ]
        rows = diary.execute(
            "select stroke, side, round(done_seconds), outcome from step where stroke <> 'permission' order by idx"
        ).fetchall()
    assert rows == [(stroke, side, seconds, "done") for stroke, side, seconds in FIRST_MASSAGE]


def test_a_rehearsal_that_is_not_kept_leaves_no_diary(tmp_path: Path) -> None:
    assert companion(tmp_path, "rehearse", "feet-anywhere", *FAST).returncode == 0
    assert not (tmp_path / "diary.sqlite3").exists()


def test_an_unknown_routine_names_the_known_ones_and_exits_with_two(tmp_path: Path) -> None:
    done = companion(tmp_path, "rehearse", "moon-walk")
    assert done.returncode == 2
    assert "first-massage" in done.stderr
    assert "feet-anywhere" in done.stderr
    assert "torticollis" not in done.stderr
    assert done.stdout == ""


def test_a_locked_routine_says_that_a_therapist_opens_it(tmp_path: Path) -> None:
    done = companion(tmp_path, "rehearse", "torticollis")
    assert done.returncode == 2
    assert "therapist" in done.stderr


@pytest.mark.parametrize("speed", ["0", "-3", "fast", "nan", "1e9"])
def test_a_speed_that_makes_no_sense_is_refused(tmp_path: Path, speed: str) -> None:
    done = companion(tmp_path, "rehearse", "first-massage", f"--speed={speed}")
    assert done.returncode == 2
    assert "--speed" in done.stderr


def test_pictures_are_saved_one_a_step(tmp_path: Path) -> None:
    shots = tmp_path / "shots"
    done = companion(tmp_path, "rehearse", "feet-anywhere", *FAST, "--shots", str(shots))
    assert done.returncode == 0, done.stderr
    names = sorted(path.name for path in shots.iterdir())
    assert len(names) == 16
    assert names[2] == "03-thumb-over-thumb-right.png"
    assert len({path.read_bytes() for path in shots.iterdir()}) > 12


FORBID_SOCKETS = """
import sys
def forbid(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError("network: " + event)
sys.addaudithook(forbid)
"""


def test_a_whole_session_plays_with_sockets_forbidden(tmp_path: Path) -> None:
    done = companion(tmp_path, "rehearse", "first-massage", *FAST, prelude=FORBID_SOCKETS)
    assert done.returncode == 0, done.stderr
    assert "15 of 15 steps" in done.stdout


def test_the_hook_that_forbids_sockets_does_forbid_them(tmp_path: Path) -> None:
    prelude = FORBID_SOCKETS + "\nimport socket\nsocket.socket()"
    done = companion(tmp_path, "rehearse", "first-massage", *FAST, prelude=prelude)
    assert done.returncode != 0
    assert "network: socket.__new__" in done.stderr
