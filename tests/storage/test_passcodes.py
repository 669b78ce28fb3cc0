"""With a passcode nothing that was written can be read from the disk, and nothing of it is ever lost."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from companion.domain.backup import Why
from companion.domain.errors import CompanionError
from companion.services import keeping
from companion.storage.connection import beside, is_plain
from companion.storage.erasing import PASSCODE_FILE, tidy
from companion.storage.form import PLAIN, Form
from companion.storage.migrations import MIGRATIONS, Migration
from companion.storage.opening import open_diary
from companion.storage.passcode import Lock, Slot, read_lock, unwrapped, write_lock
from companion.storage.passcodes import homes_of, settle_diary
from tests.storage.family import MILA
from tests.storage.golden import file_of
from tests.storage.guarded import MOON, SUN, GuardedHome, guarded, key_of
from tests.storage.home import bytes_everywhere
from tests.storage.samples import SESSION, TODAY
from tests.storage.test_disk import fill

NOTE = "Mila laughed aloud"


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


def is_readable(home: GuardedHome) -> bool:
    everything = bytes_everywhere(home.folder)
    return any(word.encode() in everything for word in (NOTE, "Mila", "hip-to-ankle-glide", "first-massage"))


def carried_away(home: GuardedHome, to: Path) -> Path:
    """The oldest copy, as somebody took it along."""
    to.write_bytes(home.vault.file_of(home.vault.backups()[0]).read_bytes())
    return to


def restart(home: GuardedHome) -> GuardedHome:
    home.close()
    home.open()
    return home


def lock_of(home: GuardedHome) -> Lock:
    lock = read_lock(homes_of(home.places))
    assert lock
    return lock


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

    restore(database, file_of(1))
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


def test_a_start_ends_a_setting_that_was_cut_off(home: GuardedHome) -> None:
    chosen = home.passcodes.choose(MOON)
    home.close()
    assert isinstance(chosen.lock, Lock)
    write_lock(chosen.lock, homes_of(home.places))
    home.open()
    assert home.opened.notice is None
    assert home.diary.session("one") is not None
    assert home.passcodes.settle() == 0
    assert not is_readable(home)


def test_a_start_ends_a_taking_away_that_was_cut_off(locked: GuardedHome) -> None:
    key = key_of(lock_of(locked))
    locked.close()
    write_lock(Lock(opened=key), homes_of(locked.places))
    locked.open()
    assert locked.opened.notice is None
    assert locked.diary.session("one") is not None
    assert locked.passcodes.settle() == 0
    assert not list(locked.folder.rglob(PASSCODE_FILE))


def test_a_setting_that_was_cut_off_after_a_crash_takes_the_log_along(
    home: GuardedHome, tmp_path: Path
) -> None:
    home.play("in the log", days=1)
    crashed = tmp_path / "crashed"
    shutil.copytree(home.folder, crashed)
    chosen = home.passcodes.choose(MOON)
    assert isinstance(chosen.lock, Lock)
    write_lock(chosen.lock, (crashed,))
    again = guarded(crashed)
    assert again.opened.notice is None
    assert again.diary.session("in the log") is not None
    again.close()
    assert not is_plain(again.places.diary)


def test_a_damaged_diary_that_was_to_be_locked_is_put_aside_as_it_is(home: GuardedHome) -> None:
    chosen = home.passcodes.choose(MOON)
    home.close()
    damaged = b"SQLite format 3\0" + random.Random(1).randbytes(20_000)
    home.places.diary.write_bytes(damaged)
    assert isinstance(chosen.lock, Lock)
    settle_diary(home.places, chosen.lock, chosen.key)
    assert home.places.diary.read_bytes() == damaged
    write_lock(chosen.lock, homes_of(home.places))
    home.open()
    assert home.opened.notice
    assert home.opened.notice.restored
    assert home.diary.session("one") is not None


@pytest.mark.parametrize("page", range(1, 12, 2))
def test_a_diary_with_a_damaged_page_that_was_to_be_locked_gives_way_to_its_copy(
    home: GuardedHome, page: int
) -> None:
    chosen = home.passcodes.choose(MOON)
    home.close()
    content = bytearray(home.places.diary.read_bytes())
    content[page * 4096 : page * 4096 + 200] = random.Random(page).randbytes(200)
    home.places.diary.write_bytes(content)
    assert isinstance(chosen.lock, Lock)
    write_lock(chosen.lock, homes_of(home.places))
    home.open()
    assert home.diary.session("one") is not None
    assert home.database.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_locked_diary_that_was_damaged_gives_way_to_its_last_locked_copy(locked: GuardedHome) -> None:
    locked.vault.back_up(Why.REGULAR)
    locked.close()
    content = bytearray(locked.places.diary.read_bytes())
    content[len(content) // 2] ^= 1
    locked.places.diary.write_bytes(content)
    locked.open()
    assert locked.opened.notice
    assert locked.opened.notice.restored
    assert locked.diary.session("one") is not None


@pytest.mark.parametrize("seed", range(12))
def test_a_flipped_bit_is_noticed_wherever_it_is(locked: GuardedHome, seed: int) -> None:
    """Each page of a locked file is signed: nothing that was changed is ever shown."""
    locked.vault.back_up(Why.REGULAR)
    locked.close()
    content = bytearray(locked.places.diary.read_bytes())
    where = random.Random(seed).randrange(len(content))
    content[where] ^= 1 << seed % 8
    locked.places.diary.write_bytes(content)
    locked.open()
    assert locked.opened.notice is not None, where
    record = locked.diary.session("one")
    assert record
    assert record.reflection.note == NOTE


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": 2}', b"\xff" * 100, b"[" * 60_000])
def test_a_broken_lock_is_mended_from_the_one_beside_the_copies(locked: GuardedHome, content: bytes) -> None:
    locked.close()
    (locked.folder / PASSCODE_FILE).write_bytes(content)
    locked.open()
    assert locked.diary.session("one") is not None
    locked.passcodes.settle()
    assert read_lock((locked.folder,)) is not None


def test_a_lock_that_is_broken_everywhere_is_told_and_touched_by_nobody(locked: GuardedHome) -> None:
    locked.close()
    for folder in homes_of(locked.places):
        (folder / PASSCODE_FILE).write_bytes(b"{}")
    before = locked.places.diary.read_bytes()
    with pytest.raises(CompanionError) as told:
        locked.open()
    assert (told.value.key, told.value.details) == (
        "passcode-file-broken",
        {"file": str(locked.folder / PASSCODE_FILE)},
    )
    assert locked.places.diary.read_bytes() == before


@pytest.mark.parametrize("change", ["memory", "passes", "salt", "box"])
def test_a_lock_that_asks_too_much_or_makes_no_sense_is_refused(locked: GuardedHome, change: str) -> None:
    import json

    file = locked.folder / PASSCODE_FILE
    told = json.loads(file.read_text("utf-8"))
    told["slots"]["passcode"][change] = {"memory": 2**50, "passes": 10**6, "salt": "AAAA", "box": 7}[change]
    file.write_text(json.dumps(told), "utf-8")
    with pytest.raises(CompanionError, match="passcode-file-broken"):
        read_lock((locked.folder,))


def test_a_disk_without_room_leaves_the_diary_open_as_it_was(small_disk: Path) -> None:
    home = guarded(small_disk / "home")
    home.with_family().play(SESSION)
    chosen = home.passcodes.choose(MOON)
    filler = fill(small_disk)
    with pytest.raises(CompanionError, match="disk-full"):
        home.passcodes.lock_up(chosen)
    filler.unlink()
    assert not home.passcodes.is_set()
    assert restart(home).diary.session(SESSION) is not None
    assert not list(home.folder.rglob(PASSCODE_FILE))
    home.close()


def test_a_lock_that_cannot_be_written_leaves_the_diary_open(small_disk: Path) -> None:
    home = guarded(small_disk / "home")
    home.with_family().play(SESSION)
    ready = home.passcodes.lock_up(home.passcodes.choose(MOON))
    filler = fill(small_disk)
    with pytest.raises(CompanionError, match="disk-full"):
        home.passcodes.finish(ready)
    filler.unlink()
    assert not home.passcodes.is_set()
    assert restart(home).diary.session(SESSION) is not None
    home.close()


def test_a_damaged_copy_is_left_and_counted(locked: GuardedHome) -> None:
    copy = locked.vault.file_of(locked.vault.backups()[0])
    copy.write_bytes(b"SQLite format 3\0 torn")
    assert locked.passcodes.settle() == 1
    assert locked.passcodes.open_files() == (copy,)


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


def test_files_that_a_cut_off_locking_left_are_swept_away(home: GuardedHome) -> None:
    ready = home.passcodes.lock_up(home.passcodes.choose(MOON))
    assert ready.part.exists()
    tidy(home.places)
    assert not ready.part.exists()
    assert home.database.form == PLAIN


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
