"""What goes wrong outside the program is told in one sentence that says what to do, and nothing is lost."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.app.cli import ROOT, companion

PLAY = ("rehearse", "first-massage", "--speed", "5000", "--keep")


def one_sentence(text: str) -> str:
    lines = text.strip().splitlines()
    assert len(lines) == 1, text
    assert "Traceback" not in text
    return lines[0]


def test_a_diary_from_the_future_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    companion(tmp_path, *PLAY)
    diary = tmp_path / "diary.sqlite3"
    with sqlite3.connect(diary) as connection:
        connection.execute("pragma user_version = 999")
    connection.close()
    before = diary.read_bytes()
    done = companion(tmp_path, *PLAY)
    assert done.returncode == 1
    assert "newer version" in one_sentence(done.stderr)
    assert diary.read_bytes() == before


def test_a_damaged_diary_is_kept_aside_and_a_new_one_begun(tmp_path: Path) -> None:
    diary = tmp_path / "diary.sqlite3"
    diary.write_bytes(b"this is not a diary at all" * 400)
    before = diary.read_bytes()
    done = companion(tmp_path, *PLAY)
    assert done.returncode == 0
    kept = list(tmp_path.glob("diary.damaged-*"))
    assert [path.read_bytes() for path in kept] == [before]
    assert kept[0].name in done.stderr


def test_a_data_folder_that_cannot_be_written_is_told_with_its_name(tmp_path: Path) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("mine")
    done = companion(in_the_way / "home", *PLAY)
    assert done.returncode == 1
    assert str(in_the_way) in one_sentence(done.stderr)
    assert in_the_way.read_text() == "mine"


@pytest.fixture
def copied_program(tmp_path: Path) -> Path:
    """The program with its data in a folder of its own, so that a test may break them."""
    root = tmp_path / "program"
    for name in ("companion", "data"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "media").symlink_to(ROOT / "media")
    return root


def test_a_broken_routine_file_is_named_with_the_place(tmp_path: Path, copied_program: Path) -> None:
    routine = copied_program / "data" / "routines" / "first-massage.toml"
    routine.write_text(routine.read_text() + "\n[[block\n")
    done = companion(tmp_path, *PLAY, PYTHONPATH=str(copied_program))
    assert done.returncode == 1
    assert "first-massage.toml" in one_sentence(done.stderr)
    assert not (tmp_path / "diary.sqlite3").exists()


def test_no_words_at_all_still_gives_a_sentence(tmp_path: Path, copied_program: Path) -> None:
    (copied_program / "data" / "text" / "en" / "messages.toml").write_text("not = [toml")
    done = companion(tmp_path, *PLAY, PYTHONPATH=str(copied_program))
    assert done.returncode == 1
    assert "messages.toml" in one_sentence(done.stderr)


def test_missing_narration_does_not_stop_a_session(tmp_path: Path, copied_program: Path) -> None:
    (copied_program / "media").unlink()
    (copied_program / "media").mkdir()
    done = companion(tmp_path, *PLAY, PYTHONPATH=str(copied_program))
    assert done.returncode == 0, done.stderr


def test_without_a_screen_a_sentence_names_rehearse(tmp_path: Path) -> None:
    done = companion(tmp_path)
    assert done.returncode == 1
    assert "rehearse" in one_sentence(done.stderr)


def test_a_session_plays_where_neither_vlc_nor_sound_can_be_had(tmp_path: Path) -> None:
    prelude = """
import sys
for name in ("vlc", "miniaudio", "hibari_tts", "onnxruntime"):
    sys.modules[name] = None
"""
    done = companion(tmp_path, *PLAY, prelude=prelude)
    assert done.returncode == 0, done.stderr


def test_settings_that_are_no_settings_are_kept_aside(tmp_path: Path) -> None:
    tmp_path.joinpath("settings.json").write_text("{ broken")
    done = companion(tmp_path, *PLAY)
    assert done.returncode == 0, done.stderr
    kept = list(tmp_path.glob("settings.broken-*"))
    assert [path.read_text() for path in kept] == ["{ broken"]
    assert os.fspath(tmp_path) not in done.stderr
