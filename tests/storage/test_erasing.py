"""What a family wants forgotten is nowhere any more: not in the diary, not in copies, not in what was spoken."""

from contextlib import closing
from dataclasses import replace

import pytest

from companion.domain.backup import Why
from companion.domain.entry_list import Filter
from companion.domain.errors import CompanionError
from companion.domain.occasion import Occasion
from companion.storage.connection import connect
from companion.storage.erasing import forget_everything, tidy
from tests.storage.family import ANA, MILA, NEW
from tests.storage.home import Home, bytes_everywhere

SECRET = "Zwetschgenknödel"


@pytest.fixture
def full(home: Home) -> Home:
    """Two babies' sessions and days, copies, a damaged diary put aside, settings and speech."""
    home.with_family().set_up()
    for number in range(6):
        home.play(f"mila {number}", days=number, note=f"{SECRET} {number} " * 60)
    home.play("new", occasion=Occasion(NEW.id, ANA.id), note="Sauerkraut")
    home.day(MILA.id, SECRET).day(NEW.id, "Sauerkraut")
    home.vault.back_up(Why.START)
    for name in (
        "diary.damaged-2026-07-01.sqlite3",
        "diary.damaged-2026-07-01.sqlite3-wal",
        ".diary.sqlite3.x.part",
    ):
        (home.folder / name).write_text(SECRET)
    (home.folder / "diary.before-v2-2026-07-01.sqlite3").write_text(SECRET)
    (home.folder / "settings.broken-2026-07-01.json").write_text(SECRET)
    return home


def test_a_forgotten_baby_is_nowhere_any_more(full: Home) -> None:
    assert SECRET.encode() in bytes_everywhere(full.folder)
    (full.places.backups / "notes.txt").write_text("mine")
    full.vault.forget_baby(MILA.id)
    full.vault.back_up(Why.AFTER_DELETING)
    assert (full.places.backups / "notes.txt").exists()
    (full.folder / "settings.broken-2026-07-01.json").unlink()
    left = bytes_everywhere(full.folder)
    for word in (SECRET, "Mila", "Tremblay", "hip-harness"):
        assert word.encode() not in left
    assert b"Sauerkraut" in left


def test_the_other_baby_keeps_its_diary(full: Home) -> None:
    full.vault.forget_baby(MILA.id)
    assert full.families.babies() == (NEW,)
    assert [entry.id for entry in full.entries.entries(Filter())] == ["new"]
    assert full.database.rows("PRAGMA integrity_check") == [("ok",)]
    assert full.database.rows("SELECT count(*) FROM day_card") == [(1,)]
    assert full.vault.backups() == ()


def test_everything_forgotten_is_nowhere_any_more(full: Home) -> None:
    full.vault.forget_everything()
    assert full.families.babies() == ()
    assert {file.name for file in full.folder.iterdir()} - {"backups", "cache"} == {
        "diary.sqlite3", "diary.sqlite3-wal", "diary.sqlite3-shm"
    }  # fmt: skip
    left = bytes_everywhere(full.folder)
    for word in (SECRET, "Sauerkraut", "Mila", "Ana", MILA.id):
        assert word.encode() not in left
    full.with_family().play("new beginning")
    full.close()
    full.open()
    assert full.opened.notice is None


def test_films_and_what_a_family_made_itself_go_with_everything(full: Home) -> None:
    films, own = full.folder / "clips", full.folder / "routines"
    for folder in (films, own):
        folder.mkdir()
        (folder / "one").write_text(SECRET)
    forget_everything(full.database, replace(full.places, films=(films,), own=(own,)))
    assert not films.exists()
    assert not own.exists()
    assert SECRET.encode() not in bytes_everywhere(full.folder)


def test_a_baby_that_is_not_there_is_our_bug_and_costs_nothing(full: Home) -> None:
    with pytest.raises(KeyError):
        full.vault.forget_baby("nobody")
    assert len(full.entries.entries(Filter())) == 7
    full.close()
    tidy(full.places)
    full.open()
    assert len(full.vault.backups()) == 1


@pytest.mark.parametrize("what", ["baby", "everything"])
def test_what_a_power_cut_interrupted_is_ended_at_the_next_start(what: str, full: Home) -> None:
    full.close()
    (full.folder / "forgetting").write_text(what)
    tidy(full.places)
    assert full.places.diary.exists() == (what == "baby")
    assert SECRET.encode() not in bytes_everywhere(full.places.backups)
    assert not (full.folder / "forgetting").exists()
    full.open()
    assert full.opened.notice is None
    assert len(full.families.babies()) == (2 if what == "baby" else 0)


def test_what_was_never_finished_is_swept_away_at_the_next_start(full: Home) -> None:
    full.close()
    for file in (full.places.backups / ".diary.x.part", full.folder / ".diary.sqlite3.y.part-journal"):
        file.write_text("half")
    tidy(full.places)
    assert b"half" not in bytes_everywhere(full.folder)
    full.open()
    assert len(full.vault.backups()) == 1


def test_a_start_with_nothing_to_forget_touches_nothing(home: Home) -> None:
    full = home.with_family().play("one")
    before = bytes_everywhere(full.folder)
    tidy(full.places)
    assert bytes_everywhere(full.folder) == before


def test_a_home_without_copies_can_be_forgotten_too(home: Home) -> None:
    home.with_family()
    home.vault.forget_baby(MILA.id)
    assert home.families.babies() == (NEW,)


def test_what_could_not_be_forgotten_is_all_still_there_also_after_the_next_start(full: Home) -> None:
    with closing(connect(full.places.diary)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM session").fetchone()
        full.play("tonight")
        with pytest.raises(CompanionError, match="diary-busy"):
            full.vault.forget_everything()
    full.close()
    tidy(full.places)
    full.open()
    assert full.diary.session("tonight") is not None
    assert len(full.vault.backups()) == 1
