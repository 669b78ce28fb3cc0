"""Films lie under their own hash, whatever they were called; the list survives damage; nothing escapes the folder."""

import errno
import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from companion.domain.clip import LARGEST, Clip
from companion.domain.errors import CompanionError
from companion.services.clip_ports import Incoming
from companion.storage.clips import ClipFolder
from tests.clip_fakes import a_clip
from tests.fakes import ManualClock

FILM = b"\0\0\0\x10ftypisom\0\0\2\0" + b"\0\0\0\x20moov" + bytes(24) + b"\0\0\x10\x08mdat" + bytes(4096)
SHA = hashlib.sha256(FILM).hexdigest()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def shelf(home: Path) -> ClipFolder:
    return ClipFolder(home, ManualClock())


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "film.mp4"
    file.write_bytes(FILM)
    return file


def refused(shelf: ClipFolder, source: Path) -> str:
    with pytest.raises(CompanionError) as caught:
        shelf.take_in(source)
    return caught.value.key


def files_in(home: Path) -> set[str]:
    return {str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()}


def test_a_film_is_kept_under_its_hash_with_its_poster(shelf: ClipFolder, source: Path, home: Path) -> None:
    incoming = shelf.take_in(source)
    assert (incoming.sha, incoming.size, incoming.name) == (SHA, len(FILM), "film.mp4")
    shelf.keep(incoming, b"poster")
    assert shelf.film(SHA).read_bytes() == FILM
    assert shelf.poster(SHA) == b"poster"
    assert files_in(home) == {f"clips/{SHA}", f"clips/{SHA}.jpg"}


def test_the_same_film_twice_is_kept_once(shelf: ClipFolder, source: Path, home: Path) -> None:
    for _ in range(2):
        shelf.keep(shelf.take_in(source), b"poster")
    assert files_in(home) == {f"clips/{SHA}", f"clips/{SHA}.jpg"}


def test_no_name_of_a_file_leads_out_of_the_folder(shelf: ClipFolder, tmp_path: Path, home: Path) -> None:
    strange = tmp_path / "..%2f..%2fetc;rm -rf ~\n'\" :sout=#file{dst=x}.mp4"
    strange.write_bytes(FILM)
    shelf.keep(shelf.take_in(strange), b"")
    assert files_in(home) == {f"clips/{SHA}", f"clips/{SHA}.jpg"}


@pytest.mark.parametrize("sha", ["../diary.sqlite3", "", "A" * 64, "a" * 63, "/" + "a" * 63, "a" * 64 + "\n"])
def test_what_is_no_hash_names_no_film(sha: str, shelf: ClipFolder) -> None:
    with pytest.raises(ValueError) as caught:
        shelf.film(sha)
    assert str(caught.value) == sha


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "clip-empty"),
        (b"Dear diary, this is no film at all.", "clip-not-a-film"),
        (b"#EXTM3U\nhttp://127.0.0.1/film.ts\n", "clip-not-a-film"),
        (b"RIFF\1\2\3\4WAVEfmt " + bytes(90), "clip-no-picture"),
        (FILM[:-1], "clip-cut-short"),
        (FILM[:30], "clip-cut-short"),
    ],
)
def test_what_is_no_whole_film_is_refused_and_leaves_nothing(
    content: bytes, key: str, shelf: ClipFolder, tmp_path: Path, home: Path
) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(content)
    assert refused(shelf, file) == key
    assert not home.exists()


def test_a_film_of_many_gigabytes_is_refused_without_reading_it(shelf: ClipFolder, tmp_path: Path) -> None:
    huge = tmp_path / "huge.mp4"
    with huge.open("wb") as file:
        file.write(FILM)
        file.truncate(LARGEST + 1)
    assert refused(shelf, huge) == "clip-too-large"


def test_a_folder_a_pipe_and_a_missing_file_are_refused(shelf: ClipFolder, tmp_path: Path) -> None:
    assert refused(shelf, tmp_path) == "clip-unreadable"
    assert refused(shelf, tmp_path / "gone.mp4") == "clip-unreadable"
    assert refused(shelf, Path(os.devnull)) == "clip-unreadable"


def test_a_source_that_breaks_off_while_it_is_copied_leaves_nothing(
    shelf: ClipFolder, source: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = ClipFolder._new_part

    def shortened(shelf: ClipFolder) -> Path:
        source.write_bytes(FILM[:100])
        return real(shelf)

    monkeypatch.setattr(ClipFolder, "_new_part", shortened)
    assert refused(shelf, source) == "clip-cut-short"
    assert files_in(home) == set()


def test_a_full_disk_refuses_the_film_and_leaves_nothing(small_disk: Path, tmp_path: Path) -> None:
    film = tmp_path / "large.mp4"
    film.write_bytes(FILM[:48] + (8 + 2**20).to_bytes(4, "big") + b"mdat" + bytes(2**20))
    shelf = ClipFolder(small_disk, ManualClock())
    assert refused(shelf, film) == "disk-full"
    assert files_in(small_disk) == set()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, source: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    shelf = ClipFolder(tmp_path / "home", ManualClock())
    assert refused(shelf, source) == "clips-unwritable"
    with pytest.raises(CompanionError) as caught:
        shelf.save([])
    assert caught.value.key == "clips-unwritable"
    with pytest.raises(CompanionError) as caught:
        shelf.keep(Incoming(source, SHA, 1, "film.mp4"), b"")
    assert caught.value.key == "clips-unwritable"


def test_a_disk_that_fills_up_at_the_last_moment_leaves_nothing(
    shelf: ClipFolder, source: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("companion.storage.clips.sync_file", full)
    assert refused(shelf, source) == "disk-full"
    assert files_in(home) == set()


def test_a_source_that_fails_while_it_is_read_is_told(
    shelf: ClipFolder, source: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object) -> None:
        raise OSError(errno.EIO, "the stick was pulled out")

    monkeypatch.setattr("companion.storage.clips.is_cut_short", lost)
    assert refused(shelf, source) == "clip-unreadable"
    assert not home.exists()


def test_a_candidate_that_is_dropped_is_gone(shelf: ClipFolder, source: Path, home: Path) -> None:
    shelf.drop(shelf.take_in(source))
    assert files_in(home) == set()


def test_sweeping_removes_what_nobody_shows_and_nothing_else(
    shelf: ClipFolder, source: Path, home: Path
) -> None:
    shelf.sweep(set())
    shelf.keep(shelf.take_in(source), b"poster")
    other = home / "clips" / ("b" * 64)
    other.write_bytes(b"not shown")
    other.with_suffix(".jpg").write_bytes(b"not shown")
    (home / "clips" / "my own notes.txt").write_text("keep me")
    shelf.take_in(source)
    shelf.sweep({SHA})
    assert files_in(home) == {f"clips/{SHA}", f"clips/{SHA}.jpg", "clips/my own notes.txt"}


def test_a_film_that_cannot_be_removed_stays_for_now(
    shelf: ClipFolder, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    incoming = shelf.take_in(source)

    def in_use(*_: object, **__: object) -> None:
        raise PermissionError("in use")

    monkeypatch.setattr(Path, "unlink", in_use)
    shelf.drop(incoming)
    assert incoming.part.exists()


def test_a_missing_poster_is_none(shelf: ClipFolder) -> None:
    assert shelf.poster("a" * 64) == b""


def test_clips_come_back_as_they_were_saved(shelf: ClipFolder) -> None:
    clips = (
        a_clip(),
        a_clip(id="clip-2", start=1.5, end=4.0, slow=True, mirrored=True, muted=False, caption="Là"),
    )
    assert shelf.clips() == ()
    shelf.save(clips)
    assert shelf.clips() == clips


def stored(home: Path) -> dict[str, object]:
    return json.loads((home / "clips.json").read_text("utf-8"))


def damaged(home: Path, **changes: object) -> None:
    content = stored(home)
    content["clips"] = [{**content["clips"][0], **changes}, content["clips"][1]]  # pyright: ignore
    (home / "clips.json").write_text(json.dumps(content))


@pytest.mark.parametrize(
    "change",
    [
        {"id": 5},
        {"title": None},
        {"start": "soon"},
        {"end": float("nan")},
        {"slow": 1},
        {"film": "none"},
        {"film": {"sha": "../x"}},
        {
            "film": {
                "sha": "../../etc/passwd",
                "seconds": 2.0,
                "width": 2,
                "height": 2,
                "sound": True,
                "size": 2,
            }
        },
        {"film": {"sha": "a" * 64, "seconds": 0.0, "width": 2, "height": 2, "sound": True, "size": 2}},
        {"film": {"sha": "a" * 64, "seconds": 1e300, "width": 2, "height": 2, "sound": True, "size": 2}},
    ],
)
def test_an_entry_that_is_damaged_is_passed_over(
    change: dict[str, object], shelf: ClipFolder, home: Path
) -> None:
    shelf.save((a_clip(), a_clip(id="clip-2")))
    damaged(home, **change)
    assert [clip.id for clip in shelf.clips()] == ["clip-2"]


def test_a_trim_outside_the_film_is_put_into_order(shelf: ClipFolder, home: Path) -> None:
    shelf.save((a_clip(), a_clip(id="clip-2")))
    damaged(home, start=-4, end=99)
    assert (shelf.clips()[0].start, shelf.clips()[0].end) == (0.0, 8.0)


def test_a_list_of_a_newer_program_is_refused_and_left_alone(shelf: ClipFolder, home: Path) -> None:
    home.mkdir()
    (home / "clips.json").write_text('{"version": 2, "clips": {}}')
    with pytest.raises(CompanionError) as caught:
        shelf.clips()
    assert caught.value.key == "clips-newer"
    assert stored(home) == {"version": 2, "clips": {}}


@pytest.mark.parametrize("text", ["", "[]", "{", "\ufeff[" * 9000, "null"])
def test_a_list_that_is_no_list_is_kept_aside(text: str, shelf: ClipFolder, home: Path) -> None:
    home.mkdir()
    (home / "clips.json").write_text(text, encoding="utf-8")
    assert shelf.clips() == ()
    assert [name for name in files_in(home) if "broken" in name]
    shelf.save((a_clip(),))
    assert shelf.clips() == (a_clip(),)


def test_a_list_without_clips_is_empty(shelf: ClipFolder, home: Path) -> None:
    home.mkdir()
    (home / "clips.json").write_text('{"version": 1, "clips": "none"}')
    assert shelf.clips() == ()


def test_a_list_that_can_neither_be_read_nor_moved_is_empty(
    shelf: ClipFolder, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir()
    (home / "clips.json").write_text("{")

    def locked(*_: object) -> None:
        raise PermissionError("locked")

    monkeypatch.setattr(Path, "rename", locked)
    assert shelf.clips() == ()
    assert files_in(home) == {"clips.json"}


def test_a_full_disk_leaves_the_list_as_it_was(shelf: ClipFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    before: tuple[Clip, ...] = (a_clip(),)
    shelf.save(before)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("companion.storage.clips.write_whole", full)
    with pytest.raises(CompanionError) as caught:
        shelf.save((replace(a_clip(), title="new"),))
    assert caught.value.key == "disk-full"
    assert shelf.clips() == before


KEY = bytes(range(32))


@pytest.fixture
def locked_shelf(home: Path) -> ClipFolder:
    return ClipFolder(home, ManualClock(), lambda: KEY)


def test_with_a_passcode_films_pictures_and_titles_lie_locked(
    locked_shelf: ClipFolder, source: Path, home: Path
) -> None:
    locked_shelf.keep(locked_shelf.take_in(source), b"a poster of Mila")
    locked_shelf.save((a_clip(title="Mila and grandma"),))
    everything = b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file())
    assert b"Mila" not in everything
    assert b"ftypisom" not in everything
    assert locked_shelf.poster(SHA) == b"a poster of Mila"
    assert [clip.title for clip in locked_shelf.clips()] == ["Mila and grandma"]
    opened = locked_shelf.source(SHA)
    assert opened
    reading = opened.open()
    assert (reading.size, reading.read(0, 16)) == (len(FILM), FILM[:16])
    reading.close()


def test_films_from_before_the_passcode_are_still_shown(
    shelf: ClipFolder, locked_shelf: ClipFolder, source: Path
) -> None:
    shelf.keep(shelf.take_in(source), b"poster")
    shelf.save((a_clip(),))
    assert locked_shelf.source(SHA) is None
    assert locked_shelf.film(SHA).read_bytes() == FILM
    assert (locked_shelf.poster(SHA), len(locked_shelf.clips())) == (b"poster", 1)


def test_a_locked_list_is_not_written_over_by_somebody_without_the_key(
    shelf: ClipFolder, locked_shelf: ClipFolder
) -> None:
    locked_shelf.save((a_clip(),))
    with pytest.raises(CompanionError, match="sealed-broken"):
        shelf.clips()
    assert len(locked_shelf.clips()) == 1
