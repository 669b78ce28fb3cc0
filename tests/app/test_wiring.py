"""The program is built on a folder that it holds, with a diary that is sound, or says what became of it."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from companion.app.entering import enter, nobody_to_ask
from companion.app.wiring import App, build
from companion.domain.backup import Why
from companion.domain.errors import CompanionError
from companion.storage.lock import hold_folder
from tests.app.folders import paths_in
from tests.fakes import ManualClock

EVENING = datetime.fromisoformat("2026-11-19T18:40:00+00:00")


def built(folder: Path) -> App:
    return build(paths_in(folder), ManualClock(wall=EVENING), audible=False, awake=False)


def notices_of_a_start(folder: Path) -> Sequence[CompanionError]:
    app = built(folder)
    app.close()
    return app.notices.take()


def used(folder: Path, *, copied: bool) -> Path:
    """A home in which the program ran once; returns its diary."""
    app = built(folder)
    app.start_session("first-massage").begin()
    if copied:
        app.vault.back_up(Why.START)
    app.close()
    return app.paths.diary


def damage(diary: Path) -> None:
    diary.write_bytes(b"not a diary" * 1000)


def test_the_folder_is_held_until_the_program_is_closed(tmp_path: Path) -> None:
    app = built(tmp_path)
    with pytest.raises(CompanionError, match="already-open"):
        built(tmp_path)
    app.close()
    assert notices_of_a_start(tmp_path) == ()


def test_a_start_that_fails_holds_nothing(tmp_path: Path) -> None:
    with closing(sqlite3.connect(used(tmp_path, copied=False))) as other:
        other.execute("PRAGMA application_id=7")
    with pytest.raises(CompanionError, match="diary-not-ours"):
        built(tmp_path)
    hold_folder(tmp_path / "home").release()


def test_a_folder_that_the_caller_holds_stays_held(tmp_path: Path) -> None:
    entry = enter(paths_in(tmp_path), nobody_to_ask)
    build(paths_in(tmp_path), ManualClock(wall=EVENING), audible=False, awake=False, entry=entry).close()
    with pytest.raises(CompanionError, match="already-open"):
        hold_folder(tmp_path / "home")
    entry.leave()


def test_a_damaged_diary_gives_way_to_its_last_good_copy_and_the_day_is_told(tmp_path: Path) -> None:
    damage(used(tmp_path, copied=True))
    (notice,) = notices_of_a_start(tmp_path)
    assert (notice.key, notice.details["date"]) == ("diary-corrupt", "2026-11-19")
    assert Path(str(notice.details["kept"])).read_bytes().startswith(b"not a diary")


def test_a_damaged_diary_without_a_copy_is_kept_and_told(tmp_path: Path) -> None:
    damage(used(tmp_path, copied=False))
    (notice,) = notices_of_a_start(tmp_path)
    assert (notice.key, notice.details["date"]) == ("diary-quarantined", "2026-11-19")


def test_a_diary_that_is_gone_comes_back_from_its_last_good_copy(tmp_path: Path) -> None:
    used(tmp_path, copied=True).unlink()
    (notice,) = notices_of_a_start(tmp_path)
    assert (notice.key, notice.details) == ("diary-restored", {"date": "2026-11-19"})


def test_files_that_were_never_finished_are_swept_away_at_a_start(tmp_path: Path) -> None:
    part = used(tmp_path, copied=False).with_name(".diary.sqlite3.abc.part")
    part.write_bytes(b"half")
    notices_of_a_start(tmp_path)
    assert not part.exists()
