"""Files are known by their bytes: what a name says counts for nothing, and a copy that broke off is noticed."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.container import Container, container_of, is_cut_short


def box(name: bytes, content: bytes = b"", *, length: int | None = None) -> bytes:
    return (8 + len(content) if length is None else length).to_bytes(4, "big") + name + content


FTYP = box(b"ftyp", b"isom\0\0\2\0")
MOOV = box(b"moov", bytes(40))
MDAT = box(b"mdat", bytes(400))
EBML = b"\x1a\x45\xdf\xa3\x84" + bytes(4)
SEGMENT = b"\x18\x53\x80\x67"


def cut_short(data: bytes) -> bool:
    return is_cut_short(io.BytesIO(data), len(data))


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (FTYP, Container.MP4),
        (box(b"moov"), Container.MP4),
        (EBML, Container.MATROSKA),
        (b"OggS\0\2", Container.OGG),
        (b"RIFF\1\2\3\4AVI LIST", Container.AVI),
        (b"RIFF\1\2\3\4WAVEfmt ", Container.WAVE),
        (b"FORM\1\2\3\4AIFFCOMM", Container.AIFF),
        ((b"\x47" + bytes(187)) * 6, Container.TRANSPORT_STREAM),
        ((bytes(4) + b"\x47" + bytes(187)) * 6, Container.TRANSPORT_STREAM),
        (b"\x00\x00\x01\xba\x44", Container.PROGRAM_STREAM),
        (b"FLV\x01\x05", Container.FLASH),
        (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9", Container.WINDOWS_MEDIA),
        (b"ID3\x04", Container.MP3),
        (b"\xff\xfb\x90\x64", Container.MP3),
        (b"fLaC\0\0\0\x22", Container.FLAC),
    ],
)
def test_a_container_is_known_by_its_first_bytes(head: bytes, kind: Container) -> None:
    assert container_of(head) is kind


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\0",
        b"Dear diary, today",
        b"#EXTM3U\n#EXT-X-VERSION:3\nhttp://127.0.0.1/a.ts",
        b'<?xml version="1.0"?><MPD>',
        b"<SmoothStreamingMedia>",
        b"[playlist]\nFile1=http://127.0.0.1/a.mp4",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04",
        b"\x7fELF\x02",
        b"\xff\xfe\xff\xff",
        b"RIFF\1\2\3\4WEBP",
    ],
)
def test_what_is_neither_film_nor_sound_is_nothing(head: bytes) -> None:
    assert container_of(head) is None


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=200))
def test_no_plain_text_is_taken_for_a_film(text: str) -> None:
    film = container_of(text.encode())
    assert film is None or not text.lstrip("\ufeff").startswith(("#", "<", "[", "http"))


@pytest.mark.parametrize(
    "data", [FTYP + MOOV + MDAT, FTYP + MDAT + MOOV, FTYP + MOOV + box(b"mdat", bytes(9), length=0)]
)
def test_a_whole_mp4_is_not_cut_short(data: bytes) -> None:
    assert not cut_short(data)


@pytest.mark.parametrize(
    "data",
    [
        (FTYP + MOOV + MDAT)[:-1],
        FTYP + MDAT,
        FTYP + box(b"mdat", bytes(9), length=0),
        FTYP + MOOV + box(b"mdat", bytes(9), length=5),
        FTYP + MOOV + box(b"mdat", (2**40).to_bytes(8, "big"), length=1),
    ],
)
def test_an_mp4_without_its_end_or_its_index_is_cut_short(data: bytes) -> None:
    assert cut_short(data)


def test_an_mp4_with_a_long_box_is_measured_by_it() -> None:
    long_box = box(b"mdat", (24).to_bytes(8, "big") + bytes(8), length=1)
    assert not cut_short(FTYP + MOOV + long_box)


@pytest.mark.parametrize(
    "rest",
    [SEGMENT + b"\x84abcd", SEGMENT + b"\xff" + bytes(20), SEGMENT + b"\x01" + b"\xff" * 7 + bytes(20)],
)
def test_a_whole_matroska_file_is_not_cut_short(rest: bytes) -> None:
    assert not cut_short(EBML + rest)


@pytest.mark.parametrize("rest", [b"", b"\x00" + bytes(5), SEGMENT, SEGMENT + b"\x84abc"])
def test_a_matroska_file_without_its_end_is_cut_short(rest: bytes) -> None:
    assert cut_short(EBML + rest)


def test_a_length_that_is_cut_itself_is_not_trusted() -> None:
    assert not cut_short(EBML + SEGMENT + b"\x01\x02")


def test_of_other_containers_the_end_is_not_known() -> None:
    assert not cut_short(b"OggS" + bytes(90))


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading(data: bytes) -> None:
    assert cut_short(data) in {True, False}
    assert cut_short(FTYP + data) in {True, False}
    assert cut_short(EBML + data) in {True, False}
