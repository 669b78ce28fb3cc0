"""Whatever happened to the file, a start never crashes, never loses a byte of it, and never hides it."""

import random
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.domain.errors import CompanionError
from companion.domain.events import Event, RepetitionDone
from companion.domain.session import Position, SessionStatus
from companion.storage.connection import APPLICATION_ID, beside, connect
from companion.storage.database import Database
from companion.storage.journal import SqliteJournal
from companion.storage.opening import OpenedDiary, open_diary, quarantine
from companion.storage.sessions import SqliteDiary
from tests.storage.samples import (
    DONE,
    EVENING,
    EVENTS,
    PLAN,
    SESSION,
    TODAY,
    StillClock,
    copy_as_after_a_crash,
    opened,
)

HERE = Position(0, 0.0)
MANY: tuple[Event, ...] = tuple(RepetitionDone(float(at), 0, at) for at in range(60))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A diary with one session, closed well."""
    path = tmp_path_factory.mktemp("sound") / "diary.sqlite3"
    database = opened(path).database
    journal = SqliteJournal(database)
    journal.begin(SESSION, PLAN, EVENING)
    journal.append(SESSION, EVENTS * 20, HERE, EVENING)
    journal.end(SESSION, SessionStatus.FINISHED, None, DONE, 75.0, EVENING)
    database.close()
    return path


@pytest.fixture(scope="module")
def crashed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A diary whose writer died, with its log: one event a transaction."""
    folder = tmp_path_factory.mktemp("crashed")
    database = opened(folder / "diary.sqlite3").database
    journal = SqliteJournal(database)
    journal.begin(SESSION, PLAN, EVENING)
    for event in MANY:
        journal.append(SESSION, [event], HERE, EVENING)
    left = copy_as_after_a_crash(folder / "diary.sqlite3", folder / "left.sqlite3")
    database.close()
    return left


def kept_as(diary: OpenedDiary) -> Path:
    """Where the damaged diary was put aside."""
    assert diary.notice
    assert diary.notice.kept_as
    return diary.notice.kept_as


def expect_nothing_lost(path: Path, found: bytes) -> None:
    """Start on ``path``: it works as it is, is refused as it is, or is kept aside as it is and told."""
    try:
        diary = opened(path)
    except CompanionError as told:
        assert told.key in {"diary-not-ours", "diary-newer"}, told
        assert path.read_bytes() == found
        return
    if diary.notice:
        assert kept_as(diary).read_bytes() == found
        assert diary.database.rows("SELECT count(*) FROM session") == [(0,)]
    else:
        expect_to_be_read_or_told(diary.database)
    diary.database.close()


def expect_to_be_read_or_told(database: Database) -> None:
    """Text has no checksum: a wrong letter in it is read, or told when it makes no sense."""
    diary, journal = SqliteDiary(database, StillClock()), SqliteJournal(database)
    reads: list[Callable[[], object]] = [
        diary.unfinished,
        lambda: diary.sessions_between(date.min, date.max),
        lambda: journal.events(SESSION),
    ]
    for read in reads:
        try:
            read()
        except CompanionError as told:
            assert told.key in {"diary-entry-unreadable", "diary-damaged"}, told


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"Dear diary, today we did the toes.\n" * 400,
        b"SQLite format 3\0",
        b"SQLite format 3\0" + bytes(4080),
        bytes(8192),
        b"\x89PNG\r\n\x1a\n" + bytes(2000),
    ],
    ids=["empty", "newline", "text", "magic alone", "magic and zeros", "zeros", "picture"],
)
def test_a_file_that_is_no_diary_is_put_aside_whole(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "diary.sqlite3"
    path.write_bytes(content)
    diary = opened(path)
    diary.database.close()
    assert diary.notice
    assert kept_as(diary).read_bytes() == content
    assert sorted(file.name for file in tmp_path.iterdir()) == [kept_as(diary).name, "diary.sqlite3"]


def test_an_empty_database_with_our_mark_is_no_diary(tmp_path: Path) -> None:
    path = tmp_path / "diary.sqlite3"
    path.touch()
    with closing(connect(path)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    diary = opened(path)
    diary.database.close()
    assert diary.notice


def test_a_diary_that_misses_a_table_is_put_aside(tmp_path: Path, sound: Path) -> None:
    path = tmp_path / "diary.sqlite3"
    path.write_bytes(sound.read_bytes())
    with closing(connect(path)) as connection:
        connection.execute("DROP TABLE reason")
    diary = opened(path)
    diary.database.close()
    assert diary.notice


def test_a_file_format_that_no_sqlite_knows_is_damage(tmp_path: Path, sound: Path) -> None:
    content = bytearray(sound.read_bytes())
    content[47] = 5
    path = tmp_path / "diary.sqlite3"
    path.write_bytes(content)
    diary = opened(path)
    diary.database.close()
    assert diary.notice
    assert kept_as(diary).read_bytes() == content


@pytest.mark.parametrize("share", [0.01, 0.1, 0.3, 0.5, 0.9, 0.999])
def test_a_diary_cut_short_is_put_aside_whole(tmp_path: Path, sound: Path, share: float) -> None:
    path = tmp_path / "diary.sqlite3"
    cut = sound.read_bytes()[: int(sound.stat().st_size * share)]
    path.write_bytes(cut)
    diary = opened(path)
    diary.database.close()
    assert diary.notice
    assert kept_as(diary).read_bytes() == cut


@settings(max_examples=80, deadline=None)
@given(seed=st.integers(0, 2**32), flips=st.integers(1, 64))
def test_flipped_bytes_anywhere_lose_nothing_and_crash_nothing(sound: Path, seed: int, flips: int) -> None:
    chance = random.Random(seed)
    content = bytearray(sound.read_bytes())
    for _ in range(flips):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "diary.sqlite3"
        path.write_bytes(content)
        expect_nothing_lost(path, bytes(content))


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, 99), to=st.integers(0, 255))
def test_any_byte_of_the_header_may_be_wrong(sound: Path, place: int, to: int) -> None:
    content = bytearray(sound.read_bytes())
    content[place] = to
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "diary.sqlite3"
        path.write_bytes(content)
        expect_nothing_lost(path, bytes(content))


@settings(max_examples=60, deadline=None)
@given(share=st.floats(0, 1))
def test_a_log_torn_by_a_power_cut_keeps_all_before_the_tear(crashed: Path, share: float) -> None:
    file, log = crashed.read_bytes(), beside(crashed, "-wal").read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "diary.sqlite3"
        path.write_bytes(file)
        beside(path, "-wal").write_bytes(log[: int(len(log) * share)])
        diary = opened(path)
        kept = SqliteJournal(diary.database).events(SESSION)
        diary.database.close()
    assert diary.notice is None
    assert kept == MANY[: len(kept)]
    assert share < 1 or kept == MANY


def test_a_log_of_another_file_is_not_mixed_in(tmp_path: Path, sound: Path, crashed: Path) -> None:
    path = tmp_path / "diary.sqlite3"
    path.write_bytes(sound.read_bytes())
    beside(path, "-wal").write_bytes(beside(crashed, "-wal").read_bytes()[:40] + bytes(9000))
    diary = opened(path)
    record = SqliteDiary(diary.database, StillClock()).session(SESSION)
    diary.database.close()
    assert record
    assert record.steps == DONE


def test_a_log_whose_file_is_gone_is_put_aside_and_told(tmp_path: Path, crashed: Path) -> None:
    path = tmp_path / "diary.sqlite3"
    beside(path, "-wal").write_bytes(beside(crashed, "-wal").read_bytes())
    diary = opened(path)
    diary.database.close()
    assert diary.notice
    assert beside(kept_as(diary), "-wal").read_bytes() == beside(crashed, "-wal").read_bytes()


def test_the_log_goes_aside_with_its_file(tmp_path: Path, crashed: Path) -> None:
    path = tmp_path / "diary.sqlite3"
    path.write_bytes(crashed.read_bytes())
    beside(path, "-wal").write_bytes(beside(crashed, "-wal").read_bytes())
    kept = quarantine(path, TODAY)
    assert kept.read_bytes() == crashed.read_bytes()
    assert beside(kept, "-wal").read_bytes() == beside(crashed, "-wal").read_bytes()
    diary = opened(kept)
    assert SqliteJournal(diary.database).events(SESSION) == MANY
    diary.database.close()


def test_a_second_damaged_diary_of_a_day_gets_a_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "diary.sqlite3"
    kept: list[Path] = []
    for content in ("one", "two", "three"):
        path.write_text(content)
        diary = opened(path)
        diary.database.close()
        assert diary.notice
        kept.append(kept_as(diary))
    assert [file.read_text() for file in kept] == ["one", "two", "three"]
    assert kept[2].name == "diary.damaged-2026-07-30-3.sqlite3"


def test_a_start_that_died_after_putting_aside_leaves_the_telling_to_the_next(tmp_path: Path) -> None:
    path = tmp_path / "diary.sqlite3"
    path.write_text("damaged")
    kept = quarantine(path, TODAY)
    diary = opened(path)
    diary.database.close()
    assert diary.notice
    assert diary.notice.kept_as == kept
    again = opened(path)
    again.database.close()
    assert again.notice is None


def test_a_damaged_diary_that_cannot_be_put_aside_is_not_replaced(lockable_disk: Path) -> None:
    from tests.storage.conftest import lock

    path = lockable_disk / "diary.sqlite3"
    path.write_text("damaged")
    lock(lockable_disk)
    with pytest.raises(CompanionError, match="diary-unwritable"):
        open_diary(path, TODAY)
    assert path.read_text() == "damaged"


def test_damage_met_in_the_middle_of_a_session_is_told(tmp_path: Path, sound: Path) -> None:
    path = tmp_path / "diary.sqlite3"
    path.write_bytes(sound.read_bytes())
    database = opened(path).database
    root = database.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'event'")[0][0]
    with path.open("rb+") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)
    with pytest.raises(CompanionError, match="diary-damaged"):
        SqliteJournal(database).append(SESSION, MANY, HERE, EVENING)
    database.close()
