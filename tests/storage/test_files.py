"""Files are put in place whole, under names that nobody has, and stay after a power cut."""

import os
from datetime import date
from pathlib import Path

import pytest

from companion.storage.files import dated_name, place_new, sync_folder, unfinished_name, write_whole

DAY = date(2026, 7, 29)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text("old and long")
    write_whole(file, b"new")
    assert file.read_text() == "new"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_cannot_be_replaced_leaves_no_litter(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    (file / "folder").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        write_whole(file, b"new")
    assert list(tmp_path.iterdir()) == [file]


def test_a_finished_file_gets_its_name(tmp_path: Path) -> None:
    part = unfinished_name(tmp_path / "diary")
    part.write_text("whole")
    assert place_new(part, tmp_path / "diary")
    assert (tmp_path / "diary").read_text() == "whole"


def test_a_finished_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    part = unfinished_name(tmp_path / "diary")
    (tmp_path / "diary").write_text("mine")
    assert not place_new(part, tmp_path / "diary")
    assert (tmp_path / "diary").read_text() == "mine"


def test_a_disk_without_second_names_still_gets_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    part = unfinished_name(tmp_path / "diary")
    part.write_text("whole")
    assert place_new(part, tmp_path / "diary")
    assert [file.name for file in tmp_path.iterdir()] == ["diary"]


def test_a_system_that_cannot_sync_folders_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FileNotFoundError):
        sync_folder(tmp_path / "nowhere")
    monkeypatch.delattr(os, "O_DIRECTORY")
    assert sync_folder(tmp_path / "nowhere") is None  # pyright: ignore


def test_a_dated_name_is_free_with_all_that_may_lie_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "diary.sqlite3"
    assert dated_name(file, "damaged", DAY).name == "diary.damaged-2026-07-29.sqlite3"
    (tmp_path / "diary.damaged-2026-07-29.sqlite3-wal").touch()
    assert dated_name(file, "damaged", DAY).name == "diary.damaged-2026-07-29-2.sqlite3"
    (tmp_path / "diary.damaged-2026-07-29-2.sqlite3").touch()
    assert dated_name(file, "damaged", DAY).name == "diary.damaged-2026-07-29-3.sqlite3"
    assert dated_name(file, "before-v2", DAY).name == "diary.before-v2-2026-07-29.sqlite3"
