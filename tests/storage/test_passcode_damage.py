"""A locking that was cut off, a damaged diary under a lock, and a lock that is damaged itself: nothing is lost."""

import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from companion.domain.backup import Why
from companion.domain.errors import CompanionError
from companion.storage.connection import connect, is_plain
from companion.storage.erasing import PASSCODE_FILE, tidy
from companion.storage.form import PLAIN
from companion.storage.passcode import Lock, read_lock, remove_lock, write_lock
from companion.storage.passcodes import homes_of, settle_copies, settle_diary
from companion.storage.sealed import MARK
from tests.storage.guarded import MOON, NOTE, SUN, GuardedHome, guarded, is_readable, key_of, lock_of, restart
from tests.storage.samples import SESSION
from tests.storage.test_disk import fill


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


NO_WAY_IN = b'{"version": 1, "kdf": "argon2id", "slots": {}}'


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"version": 2}', NO_WAY_IN, b"\xff" * 100, b"[" * 60_000]
)
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


def test_a_diary_that_another_program_reads_stays_open_and_no_lock_is_left(tmp_path: Path) -> None:
    home = guarded(tmp_path / "home")
    home.with_family().play(SESSION)
    ready = home.passcodes.lock_up(home.passcodes.choose(MOON))
    with closing(connect(home.places.diary)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM session").fetchone()
        with pytest.raises(CompanionError, match="diary-busy"):
            home.passcodes.finish(ready)
    assert not home.passcodes.is_set()
    assert not list(home.folder.rglob(PASSCODE_FILE))
    assert restart(home).diary.session(SESSION) is not None
    home.close()


def test_a_damaged_copy_is_left_and_counted(locked: GuardedHome) -> None:
    copy = locked.vault.file_of(locked.vault.backups()[0])
    copy.write_bytes(b"SQLite format 3\0 torn")
    assert locked.passcodes.settle() == 1
    assert locked.passcodes.open_files() == (copy,)


def test_the_key_stays_while_one_copy_cannot_be_opened(locked: GuardedHome) -> None:
    locked.passcodes.finish(locked.passcodes.take_away(MOON))
    copy = locked.vault.file_of(locked.vault.backups()[0])
    whole = copy.read_bytes()
    copy.write_bytes(whole[:5000])
    assert locked.passcodes.settle() == 1
    assert lock_of(locked).opened is not None
    copy.write_bytes(whole)
    assert locked.passcodes.settle() == 0
    assert is_plain(copy)
    assert read_lock(homes_of(locked.places)) is None


def test_a_torn_film_is_left_and_counted_and_one_that_lies_open_stays(locked: GuardedHome) -> None:
    films = locked.folder / "clips"
    films.mkdir()
    contents = {"torn": MARK + bytes(20), "open": b"a film"}
    for name, content in contents.items():
        (films / name).write_bytes(content)
    locked.passcodes.finish(locked.passcodes.take_away(MOON))
    lock = lock_of(locked)
    assert settle_copies(replace(locked.places, films=(films,)), lock, None) == 1
    assert {film.name: film.read_bytes() for film in films.iterdir()} == contents
    assert lock_of(locked) == lock


def test_a_lock_that_somebody_deleted_is_told_when_the_passcode_is_to_change(locked: GuardedHome) -> None:
    remove_lock(homes_of(locked.places))
    with pytest.raises(CompanionError) as told:
        locked.passcodes.change(MOON, SUN)
    assert (told.value.key, told.value.details) == ("passcode-file-broken", {"file": str(locked.folder)})
    assert locked.diary.session("one") is not None


def test_a_locked_diary_that_the_disk_spoiled_before_it_was_used_gives_way_to_the_copy(
    home: GuardedHome,
) -> None:
    ready = home.passcodes.lock_up(home.passcodes.choose(MOON))
    ready.part.write_bytes(random.Random(1).randbytes(20_000))
    with pytest.raises(CompanionError, match="diary-damaged"):
        home.passcodes.finish(ready)
    restart(home)
    assert home.opened.notice
    assert home.opened.notice.restored
    assert home.diary.session("one") is not None
    assert home.passcodes.is_set()


def test_files_that_a_cut_off_locking_left_are_swept_away(home: GuardedHome) -> None:
    ready = home.passcodes.lock_up(home.passcodes.choose(MOON))
    assert ready.part.exists()
    tidy(home.places)
    assert not ready.part.exists()
    assert home.database.form == PLAIN
