"""Knows how a whole file is locked so that any part of it can be read alone: chunks, each encrypted and signed.

A sealed file is a mark, 16 random bytes, and chunks of 64 KiB of the content, each by XChaCha20-Poly1305. The nonce of
a chunk is those random bytes, its number, and whether it is the last: none can be left out, doubled, moved or cut off.
"""

import hashlib
import io
import secrets
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import BinaryIO

from companion.domain.errors import CompanionError
from companion.storage.files import sync_file, sync_folder, unfinished_name

MARK = b"IMCseal1"
CHUNK = 64 * 1024
_HEAD = len(MARK) + 16
_SIGNATURE = 16


class Unsealed:
    """A sealed file that is open for reading: ``size`` is that of its content. Safe on one thread at a time."""

    def __init__(self, file: BinaryIO, key: bytes, prefix: bytes, size: int) -> None:
        self.size = size
        self._file = file
        self._key = key
        self._prefix = prefix
        self._chunks = max(1, -(-size // CHUNK))
        self._held: tuple[int, bytes] = (-1, b"")

    def read(self, at: int, most: int) -> bytes:
        """The content from ``at`` on, ``most`` bytes or fewer, but at least one before the end.

        Raises OSError, or CompanionError ``sealed-broken`` for a chunk that is not what we wrote.
        """
        if at >= self.size or most <= 0:
            return b""
        number = at // CHUNK
        if self._held[0] != number:
            self._held = (number, self.chunk(number))
        return self._held[1][at - number * CHUNK :][:most]

    def all(self) -> Iterator[bytes]:
        """The whole content, chunk by chunk."""
        at = 0
        while part := self.read(at, CHUNK):
            at += len(part)
            yield part

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def chunk(self, number: int) -> bytes:
        """A whole chunk of the content. Raises as ``read`` does."""
        self._file.seek(_HEAD + number * (CHUNK + _SIGNATURE))
        content = self._file.read(CHUNK + _SIGNATURE)
        return _opened(content, self._key, _nonce(self._prefix, number, last=number == self._chunks - 1))


def unsealed(file: Path, key: bytes) -> Unsealed:
    """Open a sealed file. Raises OSError, or CompanionError ``sealed-broken`` where it is none, or cut short."""
    with ExitStack() as on_failure:
        opened = file.open("rb")
        on_failure.callback(opened.close)
        head = opened.read(_HEAD)
        if len(head) != _HEAD or not head.startswith(MARK):
            raise CompanionError("sealed-broken", file=file.name)
        body = file.stat().st_size - _HEAD
        chunks = max(1, -(-body // (CHUNK + _SIGNATURE)))
        if body < chunks * _SIGNATURE:
            raise CompanionError("sealed-broken", file=file.name)
        found = Unsealed(opened, _own(key), head[len(MARK) :], body - chunks * _SIGNATURE)
        if found.size == 0:
            found.chunk(0)  # an empty content is signed too
        on_failure.pop_all()
    return found


def seal(content: Iterable[bytes], target: BinaryIO, key: bytes) -> None:
    """Write content as a sealed file. Raises OSError."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt  # noqa: PLC0415 - only with a passcode

    own, prefix = _own(key), secrets.token_bytes(16)
    target.write(MARK + prefix)
    for number, (chunk, last) in enumerate(_chunks(content)):
        nonce = _nonce(prefix, number, last=last)
        target.write(crypto_aead_xchacha20poly1305_ietf_encrypt(chunk, MARK, nonce, own))


def is_sealed(file: Path) -> bool:
    """Whether a file begins as a sealed one does. Raises OSError."""
    with file.open("rb") as opened:
        return opened.read(len(MARK)) == MARK


def sealed_bytes(content: bytes, key: bytes) -> bytes:
    """Content as a sealed file has it."""
    target = io.BytesIO()
    seal([content], target, key)
    return target.getvalue()


def content_of(file: Path, key: bytes | None) -> bytes:
    """The content of a small file, sealed or not. Raises OSError, or CompanionError ``sealed-broken``."""
    with closing(_pieces(file, key)) as pieces:
        return b"".join(pieces)


def relock_file(file: Path, old: bytes | None, new: bytes | None) -> None:
    """Give a file another lock: ``old`` and ``new`` are keys, None is no lock. The old file is there until the new one
    has been read back. Raises OSError, or CompanionError ``sealed-broken``; the old file then stands."""
    part = unfinished_name(file)
    try:
        with part.open("wb") as target, closing(_pieces(file, old)) as pieces:
            if new is None:
                target.writelines(pieces)
            else:
                seal(pieces, target, new)
        sync_file(part)
        if _digest(part, new) != _digest(file, old):
            raise CompanionError("sealed-broken", file=file.name)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(file.parent)


def _pieces(file: Path, key: bytes | None) -> Generator[bytes]:
    """The content of a file, sealed or not."""
    if is_sealed(file):
        if key is None:
            raise CompanionError("sealed-broken", file=file.name)
        with closing(unsealed(file, key)) as opened:
            yield from opened.all()
        return
    with file.open("rb") as plain:
        while piece := plain.read(CHUNK):
            yield piece


def _digest(file: Path, key: bytes | None) -> bytes:
    found = hashlib.sha256()
    with closing(_pieces(file, key)) as pieces:
        for piece in pieces:
            found.update(piece)
    return found.digest()


def _chunks(content: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The content in chunks of our size, each with whether it is the last."""
    held = bytearray()
    for part in content:
        held += part
        while len(held) > CHUNK:
            yield bytes(held[:CHUNK]), False
            del held[:CHUNK]
    yield bytes(held), True


def _opened(content: bytes, key: bytes, nonce: bytes) -> bytes:
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt  # noqa: PLC0415
    from nacl.exceptions import CryptoError  # noqa: PLC0415

    try:
        return bytes(crypto_aead_xchacha20poly1305_ietf_decrypt(content, MARK, nonce, key))
    except (CryptoError, ValueError) as error:
        raise CompanionError("sealed-broken", file="") from error


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + number.to_bytes(7, "big") + (b"\x01" if last else b"\x00")


def _own(key: bytes) -> bytes:
    """A key of its own for files, made from that of the diary."""
    return hashlib.blake2b(key, digest_size=32, person=b"imc-sealed-files").digest()
