"""Knows films and sounds by their first bytes, whatever their names say, and notices those that are cut short.

Only bytes decide: a list of addresses that calls itself a film would make a player reach for the network.
"""

from enum import Enum, auto
from typing import BinaryIO

HEAD = 4096
"""Bytes that are enough to know a container."""


class Container(Enum):
    """What a file is, as its first bytes tell."""

    MP4 = auto()
    MATROSKA = auto()
    OGG = auto()
    AVI = auto()
    WAVE = auto()
    TRANSPORT_STREAM = auto()
    PROGRAM_STREAM = auto()
    FLASH = auto()
    WINDOWS_MEDIA = auto()
    MP3 = auto()
    FLAC = auto()
    AIFF = auto()


SOUND_ONLY = frozenset({Container.WAVE, Container.MP3, Container.FLAC, Container.AIFF})
"""Containers that hold no pictures."""

_MP4_FIRST = frozenset({b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})
_STARTS = (
    (b"\x1a\x45\xdf\xa3", Container.MATROSKA),
    (b"OggS", Container.OGG),
    (b"\x00\x00\x01\xba", Container.PROGRAM_STREAM),
    (b"\x00\x00\x01\xb3", Container.PROGRAM_STREAM),
    (b"FLV\x01", Container.FLASH),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", Container.WINDOWS_MEDIA),
    (b"ID3", Container.MP3),
    (b"fLaC", Container.FLAC),
)
_PACKET = 188
_UNKNOWN_SIZE = -1


def container_of(head: bytes) -> Container | None:
    """What begins with these bytes (``HEAD`` of them are enough), or None."""
    if head[4:8] in _MP4_FIRST:
        return Container.MP4
    for start, found in _STARTS:
        if head.startswith(start):
            return found
    match head[:4], head[8:12]:
        case b"RIFF", b"AVI ":
            return Container.AVI
        case b"RIFF", b"WAVE":
            return Container.WAVE
        case b"FORM", b"AIFF" | b"AIFC":
            return Container.AIFF
        case _:
            return _stream_of(head)


def is_cut_short(file: BinaryIO, size: int) -> bool:
    """Whether a file of ``size`` bytes ends before the parts that it announces: a copy that was broken off.

    Looks at the headers of MP4 and Matroska files; of other containers it cannot be told.
    """
    file.seek(0)
    match container_of(file.read(HEAD)):
        case Container.MP4:
            return _mp4_ends_early(file, size)
        case Container.MATROSKA:
            return _matroska_ends_early(file, size)
        case _:
            return False


def _stream_of(head: bytes) -> Container | None:
    for packet, first in ((_PACKET, 0), (_PACKET + 4, 4)):
        marks = head[first : first + 5 * packet : packet]
        if len(marks) == 5 and marks == b"\x47" * 5:
            return Container.TRANSPORT_STREAM
    # MPEG sound without a tag: eleven set bits, then a layer, a bit rate and a sample rate that exist.
    if len(head) > 3 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:
        layer, bits, rate = head[1] & 0x06, head[2] & 0xF0, head[2] & 0x0C
        if layer and bits not in {0x00, 0xF0} and rate != 0x0C:
            return Container.MP3
    return None


def _mp4_ends_early(file: BinaryIO, size: int) -> bool:
    """Boxes follow each other (ISO 14496-12): four bytes of length, four of name; 1 means that eight bytes of
    length follow, 0 that the box goes on to the end. A film has an index, ``moov`` or ``moof``."""
    at, indexed = 0, False
    while at + 8 <= size:
        file.seek(at)
        header = file.read(16)
        length = int.from_bytes(header[:4], "big")
        indexed = indexed or header[4:8] in {b"moov", b"moof"}
        if length == 1:
            length = int.from_bytes(header[8:16], "big")
        if length == 0:
            return not indexed
        if length < 8 or at + length > size:
            return True
        at += length
    return not indexed


def _matroska_ends_early(file: BinaryIO, size: int) -> bool:
    """Two elements stand at the top (RFC 8794): a header and one segment, each an id, a length and its content."""
    at = 0
    for _ in range(2):
        file.seek(at)
        header = file.read(12)
        id_bytes = _vint_width(header[0]) if header else 0
        if not id_bytes or len(header) < id_bytes + 1:
            return True
        length, length_bytes = _vint(header[id_bytes:])
        if length == _UNKNOWN_SIZE:
            return False
        at += id_bytes + length_bytes + length
    return at > size


def _vint_width(first: int) -> int:
    return 9 - first.bit_length() if first else 0


def _vint(data: bytes) -> tuple[int, int]:
    """A number of variable width and its width; all bits set means that the size is not known."""
    width = _vint_width(data[0])
    if not width or len(data) < width:
        return _UNKNOWN_SIZE, 1
    value = int.from_bytes(data[:width], "big") & ((1 << 7 * width) - 1)
    return (_UNKNOWN_SIZE if value == (1 << 7 * width) - 1 else value), width
