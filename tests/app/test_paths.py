"""Where things lie: shipped folders, the caregiver's own folder, and the cache."""

from pathlib import Path

import pytest

from companion.app.paths import shipped_root, usual_paths


def test_a_checkout_ships_its_own_data_and_media() -> None:
    assert (shipped_root() / "data" / "routines" / "first-massage.toml").is_file()
    assert (shipped_root() / "media" / "narration").is_dir()


def test_a_named_folder_holds_everything_that_is_the_caregivers(tmp_path: Path) -> None:
    paths = usual_paths(tmp_path)
    assert {paths.diary.parent, paths.settings.parent, paths.log.parent, paths.cache.parent} == {tmp_path}


def test_the_folder_may_be_named_in_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPANION_HOME", str(tmp_path / "elsewhere"))
    assert usual_paths().home == tmp_path / "elsewhere"


def test_without_a_name_the_data_lie_in_the_users_own_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COMPANION_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    assert tmp_path in usual_paths().home.parents
    assert usual_paths().home.name == "infant-massage-companion"
