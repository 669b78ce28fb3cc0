"""The caregiver's music is remembered; a file that a person spoilt costs the choice, nothing else."""

import json
from pathlib import Path

import pytest

from companion.domain.errors import CompanionError
from companion.services.clip_ports import MusicChoice
from companion.storage.music import MOST_FILES, MusicFile
from tests.fakes import ManualClock


@pytest.fixture
def store(tmp_path: Path) -> MusicFile:
    return MusicFile(tmp_path / "home", ManualClock())


def test_music_comes_back_as_it_was_chosen(store: MusicFile) -> None:
    choice = MusicChoice((Path("/music/a lullaby.mp3"), Path("/music/été.ogg")), 0.25)
    assert store.load() == MusicChoice()
    store.save(choice)
    assert store.load() == choice


@pytest.mark.parametrize(
    ("stored", "choice"),
    [
        ({"files": ["/a.mp3", 5, "/b\0.mp3"], "volume": 1}, MusicChoice((Path("/a.mp3"),), 1.0)),
        ({"files": "all", "volume": 9}, MusicChoice()),
        ({"files": [], "volume": "loud"}, MusicChoice()),
        ({"files": ["/x.mp3"] * 9999, "volume": 0.4}, MusicChoice((Path("/x.mp3"),) * MOST_FILES)),
    ],
)
def test_what_cannot_be_used_is_left_out(
    stored: object, choice: MusicChoice, store: MusicFile, tmp_path: Path
) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "music.json").write_text(json.dumps(stored))
    assert store.load() == choice


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(CompanionError) as caught:
        MusicFile(tmp_path / "home", ManualClock()).save(MusicChoice())
    assert caught.value.key == "settings-unwritable"
