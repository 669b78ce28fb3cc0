"""With a passcode nothing that was written can be read from the disk, and all of it is there for whoever has it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from companion.domain.backup import Why
from companion.domain.errors import CompanionError
from companion.services import keeping
from companion.storage.connection import beside, is_plain
from companion.storage.erasing import PASSCODE_FILE
from companion.storage.form import Form
from companion.storage.migrations import MIGRATIONS, Migration
from companion.storage.opening import open_diary
from companion.storage.passcode import Slot, unwrapped
from tests.storage.family import MILA
from tests.storage.golden import file_of
from tests.storage.guarded import MOON, NOTE, SUN, GuardedHome, guarded, is_readable, key_of, lock_of, restart
from tests.storage.samples import TODAY


@pytest.fixture
def home(tmp_path: Path) -> Iterator[GuardedHome]:
    """A family with a massage and a copy, without a passcode yet."""
    home = guarded(tmp_path / "home")
    home.with_family().play("one", note=NOTE)
    home.vault.back_up(Why.START)
    yield home
    home.close()


@pytest.fixture
def locked(home: GuardedHome) -> GuardedHome:
    home.lock()
    return home


def carried_away(home: GuardedHome, to: Path) -> Path:
    """The oldest copy, as somebody took it along."""
    to.write_bytes(home.vault.file_of(home.vault.backups()[0]).read_bytes())
    return to


def test_without_a_passcode_all_can_be_read(home: GuardedHome) -> None:
    assert is_readable(home)
    assert not home.passcodes.is_set()


def test_with_one_no_word_of_diary_log_or_copies_can_be_read(locked: GuardedHome) -> None:
    locked.play("two", days=1, note=NOTE).day()
    assert beside(locked.places.diary, "-wal").stat().st_size > 0
    assert not is_readable(locked)
    locked.later(minutes=31).vault.back_up(Why.REGULAR)
    assert not is_readable(locked)
    assert not is_readable(restart(locked))


def test_all_that_was_written_is_there_after_locking_and_after_a_start(locked: GuardedHome) -> None:
    for home in (locked, restart(locked)):
        record = home.diary.session("one")
        assert record
        assert record.reflection.note == NOTE
        assert home.passcodes.is_set()


def test_what_is_written_while_the_lock_is_made_is_not_lost(home: GuardedHome) -> None:
    ready = home.passcodes.lock_up(home.passcodes.choose(MOON))
    home.play("meanwhile", days=1)
    home.passcodes.finish(ready)
    assert home.diary.session("meanwhile") is not None
    assert not list(home.folder.glob(".*.part*"))


def test_taking_it_away_makes_all_readable_again_and_leaves_no_key(locked: GuardedHome) -> None:
    locked.unlock()
    assert is_readable(locked)
    assert not list(locked.folder.rglob(PASSCODE_FILE))
    assert restart(locked).diary.session("one") is not None
    assert [is_plain(locked.vault.file_of(copy)) for copy in locked.vault.backups()] == [True]


def test_a_wrong_passcode_changes_nothing(locked: GuardedHome) -> None:
    for attempt in (
        lambda: locked.passcodes.take_away(SUN),
        lambda: locked.passcodes.change(SUN, MOON),
        lambda: locked.passcodes.new_code(SUN),
    ):
        with pytest.raises(CompanionError, match="passcode-wrong"):
            attempt()
    assert unwrapped(lock_of(locked), Slot.PASSCODE, MOON)


def test_a_changed_passcode_opens_and_the_old_one_does_not(locked: GuardedHome) -> None:
    locked.passcodes.change(MOON, SUN)
    assert unwrapped(lock_of(locked), Slot.PASSCODE, SUN)
    with pytest.raises(CompanionError, match="passcode-wrong"):
        unwrapped(lock_of(locked), Slot.PASSCODE, MOON)
    assert restart(locked).diary.session("one") is not None


def test_the_recovery_code_opens_before_and_after_a_change(home: GuardedHome) -> None:
    code = home.lock()
    home.passcodes.change(MOON, SUN)
    assert unwrapped(lock_of(home), Slot.RECOVERY, code.lower()) == key_of(lock_of(home))
    with pytest.raises(CompanionError, match="recovery-wrong"):
        unwrapped(lock_of(home), Slot.RECOVERY, code[:-1])


def test_a_locked_copy_is_restored_and_an_open_one_too(home: GuardedHome, tmp_path: Path) -> None:
    from_before = carried_away(home, tmp_path / "open.sqlite3")
    home.lock()
    home.play("two", days=1)
    keeping.restore(home.vault, from_before)
    assert home.diary.session("two") is None
    keeping.restore(home.vault, home.vault.file_of(home.vault.backups()[-1]))
    assert home.diary.session("two") is not None
    assert not is_readable(home)


def test_a_locked_copy_cannot_be_read_without_the_passcode(locked: GuardedHome, tmp_path: Path) -> None:
    carried = carried_away(locked, tmp_path / "carried.sqlite3")
    other = guarded(tmp_path / "other")
    with pytest.raises(CompanionError, match="backup-damaged"):
        other.vault.preview(carried)
    other.lock(SUN)
    with pytest.raises(CompanionError, match="backup-damaged"):
        other.vault.restore(carried)
    other.close()


def test_a_folder_of_copies_that_was_carried_away_opens_with_the_passcode(
    locked: GuardedHome, tmp_path: Path
) -> None:
    shutil.copytree(locked.places.backups, tmp_path / "new" / "backups")
    new = guarded(tmp_path / "new")
    assert new.opened.notice
    assert new.opened.notice.restored
    assert new.diary.session("one") is not None
    new.close()


def test_a_copy_of_an_older_schema_is_brought_up_to_date_and_locked(tmp_path: Path) -> None:
    newer = (*MIGRATIONS, Migration("dolls", ("CREATE TABLE doll (nr INTEGER PRIMARY KEY) STRICT",)))
    form = Form(newer, bytes(range(32)))
    database = open_diary(tmp_path / "diary.sqlite3", TODAY, form).database
    from companion.storage.restoring import restore

    old = tmp_path / "old.sqlite3"
    old.write_bytes(file_of(1).read_bytes())
    restore(database, old)
    assert database.rows("PRAGMA user_version") == [(len(newer),)]
    assert database.rows("SELECT count(*) FROM session") == [(3,)]
    database.close()
    assert not is_plain(tmp_path / "diary.sqlite3")


def test_a_locked_diary_is_brought_to_a_newer_schema_with_a_locked_copy_of_the_old(
    locked: GuardedHome,
) -> None:
    form = Form(
        (*MIGRATIONS, Migration("dolls", ("CREATE TABLE doll (x TEXT) STRICT",))), key_of(lock_of(locked))
    )
    locked.close()
    opened = open_diary(locked.places.diary, TODAY, form)
    assert opened.database.rows("SELECT count(*) FROM session") == [(1,)]
    opened.database.close()
    assert [is_plain(file) for file in locked.folder.glob("diary.before-v*")] == [False]


def test_forgetting_a_baby_leaves_no_trace_under_the_lock_either(locked: GuardedHome) -> None:
    keeping.forget_baby(locked.vault, MILA.id)
    assert locked.diary.session("one") is None
    assert restart(locked).passcodes.is_set()


def test_forgetting_everything_forgets_the_passcode(locked: GuardedHome) -> None:
    keeping.forget_everything(locked.vault)
    assert not list(locked.folder.rglob(PASSCODE_FILE))
    assert locked.diary.session("one") is None
    assert is_plain_after_closing(locked)


def is_plain_after_closing(home: GuardedHome) -> bool:
    home.close()
    return is_plain(home.places.diary)


def test_setting_it_twice_gives_another_key(home: GuardedHome) -> None:
    home.lock()
    first = key_of(lock_of(home))
    home.unlock()
    home.lock()
    assert key_of(lock_of(home)) != first
    assert restart(home).diary.session("one") is not None


def test_a_new_recovery_code_counts_only_when_it_is_kept(home: GuardedHome) -> None:
    old = home.lock()
    made = home.passcodes.new_code(MOON)
    assert unwrapped(lock_of(home), Slot.RECOVERY, old)
    home.passcodes.keep_code(made)
    assert unwrapped(lock_of(home), Slot.RECOVERY, made.code)
    with pytest.raises(CompanionError, match="recovery-wrong"):
        unwrapped(lock_of(home), Slot.RECOVERY, old)


def test_films_come_under_the_lock_and_out_of_it(home: GuardedHome, tmp_path: Path) -> None:
    folder = home.folder / "clips"
    folder.mkdir()
    film, listed = folder / ("a" * 64), home.folder / "clips.json"
    film.write_bytes(b"a film of Mila" * 10_000)
    listed.write_bytes(b'{"clips": "Mila"}')
    home.places = home.vault._places = home.passcodes._places = replace(home.places, films=(folder,))
    home.lock()
    assert not is_readable(home)
    home.unlock()
    assert film.read_bytes() == b"a film of Mila" * 10_000
    assert listed.read_bytes() == b'{"clips": "Mila"}'
