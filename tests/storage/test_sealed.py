"""A sealed file tells nothing, can be read from anywhere, and shows whatever was done to it."""

import io
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.errors import CompanionError
from companion.storage.sealed import (
    CHUNK,
    MARK,
    content_of,
    is_sealed,
    relock_file,
    seal,
    sealed_bytes,
    unsealed,
)

KEY, OTHER = bytes(range(32)), bytes(32)
EVER_ANOTHER = Path("/proc/sys/kernel/random/uuid")
CONTENT = random.Random(1).randbytes(2 * CHUNK + 777)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "film"
    made.write_bytes(sealed_bytes(CONTENT, KEY))
    return made


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5])
def test_what_was_sealed_comes_back(tmp_path: Path, size: int) -> None:
    made = tmp_path / "film"
    made.write_bytes(sealed_bytes(CONTENT[:size] if size < len(CONTENT) else bytes(size), KEY))
    opened = unsealed(made, KEY)
    assert opened.size == size
    assert b"".join(opened.all()) == (CONTENT[:size] if size < len(CONTENT) else bytes(size))
    opened.close()


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sealed film that nobody changes."""
    made = tmp_path_factory.mktemp("sealed") / "film"
    made.write_bytes(sealed_bytes(CONTENT, KEY))
    return made


@given(at=st.integers(0, len(CONTENT) + 10), most=st.integers(0, 2 * CHUNK))
def test_any_part_can_be_read_alone(film: Path, at: int, most: int) -> None:
    opened = unsealed(film, KEY)
    part = opened.read(at, most)
    assert CONTENT[at : at + most].startswith(part)
    assert part or at >= len(CONTENT) or most == 0
    opened.close()


def test_parts_of_one_chunk_follow_one_another(film: Path) -> None:
    opened = unsealed(film, KEY)
    assert opened.read(CHUNK - 20, 10) + opened.read(CHUNK - 10, 100) == CONTENT[CHUNK - 20 : CHUNK]
    opened.close()


def test_nothing_of_the_content_can_be_read(tmp_path: Path) -> None:
    made = sealed_bytes(b"Mila laughed aloud " * 100, KEY)
    assert b"Mila" not in made
    assert sealed_bytes(b"the same", KEY) != sealed_bytes(b"the same", KEY)


def test_pieces_of_any_length_are_sealed_as_one(tmp_path: Path) -> None:
    target = io.BytesIO()
    seal((CONTENT[start : start + 1000] for start in range(0, len(CONTENT), 1000)), target, KEY)
    (tmp_path / "film").write_bytes(target.getvalue())
    assert content_of(tmp_path / "film", KEY) == CONTENT


def broken(file: Path, key: bytes | None = KEY) -> bool:
    try:
        content_of(file, key)
    except CompanionError as error:
        return error.key == "sealed-broken"
    return False


def test_another_key_opens_nothing_and_none_does_not_either(file: Path) -> None:
    assert broken(file, OTHER)
    assert broken(file, None)


@pytest.mark.parametrize("seed", range(20))
def test_a_flipped_bit_is_noticed(file: Path, seed: int) -> None:
    content = bytearray(file.read_bytes())
    content[random.Random(seed).randrange(len(MARK), len(content))] ^= 1 << seed % 8
    file.write_bytes(content)
    assert broken(file)


@pytest.mark.parametrize("cut", [1, 777, CHUNK, CHUNK + 16, 2 * CHUNK + 800])
def test_a_cut_off_end_is_noticed(file: Path, cut: int) -> None:
    file.write_bytes(file.read_bytes()[:-cut])
    assert broken(file)


def test_chunks_that_changed_places_are_noticed(file: Path) -> None:
    content, head, one = file.read_bytes(), len(MARK) + 16, CHUNK + 16
    file.write_bytes(
        content[:head]
        + content[head + one : head + 2 * one]
        + content[head : head + one]
        + content[head + 2 * one :]
    )
    assert broken(file)


@pytest.mark.parametrize("content", [MARK, MARK + bytes(16), MARK + bytes(20)])
def test_half_a_head_is_no_sealed_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "film").write_bytes(content)
    assert broken(tmp_path / "film")


def test_a_file_is_locked_and_opened_again_byte_for_byte(tmp_path: Path) -> None:
    film = tmp_path / "film"
    film.write_bytes(CONTENT)
    relock_file(film, None, KEY)
    assert is_sealed(film)
    assert content_of(film, KEY) == CONTENT
    relock_file(film, KEY, None)
    assert film.read_bytes() == CONTENT
    assert [file.name for file in tmp_path.iterdir()] == ["film"]


def test_a_file_that_cannot_be_opened_stays_as_it_is(file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(CompanionError, match="sealed-broken"):
        relock_file(file, OTHER, None)
    assert file.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["film"]


@pytest.mark.skipif(
    not EVER_ANOTHER.exists(), reason="this system has no file that changes with each reading"
)
def test_a_file_that_changes_while_it_is_locked_stays_as_it_is(tmp_path: Path) -> None:
    film = tmp_path / "film"
    film.symlink_to(EVER_ANOTHER)
    with pytest.raises(CompanionError, match="sealed-broken"):
        relock_file(film, None, KEY)
    assert not is_sealed(film)
    assert [found.name for found in tmp_path.iterdir()] == ["film"]
