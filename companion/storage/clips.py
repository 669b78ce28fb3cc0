"""Knows where clips lie: films under the hash of their bytes, and the list of clips as a JSON file beside them."""

import hashlib
import json
import logging
import os
import re
from collections.abc import Callable, Collection, Generator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import BinaryIO, cast

from companion.domain.clip import LARGEST, Clip, Film, trimmed
from companion.domain.clock import Clock
from companion.domain.container import HEAD, SOUND_ONLY, container_of, is_cut_short
from companion.domain.errors import CompanionError
from companion.services.clip_ports import Incoming
from companion.storage.faults import is_full
from companion.storage.files import place_new, sync_file, sync_folder, unfinished_name, write_whole
from companion.storage.kept_json import read_kept
from companion.storage.sealed import Unsealed, content_of, is_sealed, relock_file, sealed_bytes, unsealed

log = logging.getLogger(__name__)

VERSION = 1
MOST_CLIPS = 10_000
_CHUNK = 1 << 20
_SHA = re.compile(r"[0-9a-f]{64}")
_OURS = re.compile(r"[0-9a-f]{64}(\.jpg)?|\..*\.part")


def _no_key() -> None:
    """Films lie open."""


@dataclass(frozen=True, slots=True, repr=False)
class SealedFilm:
    """The FilmSource port for a film that lies locked."""

    file: Path
    key: bytes

    def open(self) -> Unsealed:
        """Begin to read."""
        return unsealed(self.file, self.key)


class ClipFolder:
    """The ClipShelf port: ``home/clips`` holds films and posters, ``home/clips.json`` the list. With a ``key``, what is
    written is locked; what lies open from before is read all the same."""

    def __init__(self, home: Path, clock: Clock, key: Callable[[], bytes | None] = _no_key) -> None:
        self._folder = home / "clips"
        self._list = home / "clips.json"
        self._clock = clock
        self._key = key

    def clips(self) -> tuple[Clip, ...]:
        """All clips that can be read; an entry that cannot is passed over. Raises CompanionError ``clips-newer``."""
        stored = self._stored()
        if stored is None:
            return ()
        if stored.get("version") != VERSION:
            raise CompanionError("clips-newer", file=str(self._list))
        entries = stored.get("clips")
        found = (
            (_clip(entry) for entry in cast("list[object]", entries)[:MOST_CLIPS])
            if isinstance(entries, list)
            else ()
        )
        return tuple(clip for clip in found if clip is not None)

    def save(self, clips: Sequence[Clip]) -> None:
        content = {"version": VERSION, "clips": [asdict(clip) for clip in clips]}
        with self._writing():
            self._list.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._list, self._locked((json.dumps(content, indent=1) + "\n").encode()))

    def take_in(self, source: Path) -> Incoming:
        name = source.name
        if not source.is_file():  # opening a pipe would wait for ever
            raise CompanionError("clip-unreadable", name=name)
        with _reading(name), source.open("rb") as opened:
            size = _checked_size(opened, name)
            part = self._new_part()
            try:
                return Incoming(part, self._copied(opened, part, size, name), size, name)
            except CompanionError:
                part.unlink(missing_ok=True)
                raise

    def keep(self, incoming: Incoming, poster: bytes) -> None:
        with self._writing():
            write_whole(self._poster(incoming.sha), self._locked(poster))
            key = self._key()
            if key is not None:
                relock_file(incoming.part, None, key)
            place_new(incoming.part, self.film(incoming.sha))
            incoming.part.unlink(missing_ok=True)

    def drop(self, incoming: Incoming) -> None:
        _removed(incoming.part)

    def film(self, sha: str) -> Path:
        if not _SHA.fullmatch(sha):
            raise ValueError(sha)
        return self._folder / sha

    def source(self, sha: str) -> SealedFilm | None:
        file, key = self.film(sha), self._key()
        return SealedFilm(file, key) if key is not None and file.is_file() and is_sealed(file) else None

    def poster(self, sha: str) -> bytes:
        try:
            return content_of(self._poster(sha), self._key())
        except (OSError, CompanionError):
            return b""

    def sweep(self, shown: Collection[str]) -> None:
        if not self._folder.is_dir():
            return
        for file in self._folder.iterdir():
            if _OURS.fullmatch(file.name) and file.stem not in shown:
                _removed(file)

    def _stored(self) -> dict[str, object] | None:
        """What the list holds. Raises CompanionError ``sealed-broken`` for one that is locked with another key."""
        if not self._list.is_file() or not is_sealed(self._list):
            return read_kept(self._list, self._clock)
        stored: object = json.loads(content_of(self._list, self._key()))
        return cast("dict[str, object]", stored) if isinstance(stored, dict) else None

    def _locked(self, content: bytes) -> bytes:
        key = self._key()
        return content if key is None else sealed_bytes(content, key)

    def _poster(self, sha: str) -> Path:
        return self.film(sha).with_suffix(".jpg")

    def _new_part(self) -> Path:
        with self._writing():
            self._folder.mkdir(parents=True, exist_ok=True)
            return unfinished_name(self._folder / "film")

    def _copied(self, source: BinaryIO, part: Path, size: int, name: str) -> str:
        """Copy ``size`` bytes and no more; the SHA-256 of what was copied."""
        digest, left = hashlib.sha256(), size
        with self._writing():
            with part.open("wb") as target:
                while left:
                    with _reading(name):
                        chunk = source.read(min(_CHUNK, left))
                    if not chunk:
                        raise CompanionError("clip-cut-short", name=name)
                    digest.update(chunk)
                    target.write(chunk)
                    left -= len(chunk)
            sync_file(part)
            sync_folder(part.parent)
        return digest.hexdigest()

    @contextmanager
    def _writing(self) -> Generator[None]:
        """Turn what the disk says into ``disk-full`` or ``clips-unwritable``, both with the folder."""
        try:
            yield
        except OSError as error:
            key = "disk-full" if is_full(error) else "clips-unwritable"
            raise CompanionError(key, folder=str(self._folder)) from error


@contextmanager
def _reading(name: str) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise CompanionError("clip-unreadable", name=name) from error


def _checked_size(file: BinaryIO, name: str) -> int:
    """The size of a file that may be a film. Raises CompanionError when it is none."""
    size = os.fstat(file.fileno()).st_size
    if size == 0:
        raise CompanionError("clip-empty", name=name)
    if size > LARGEST:
        raise CompanionError("clip-too-large", name=name, most=LARGEST // 1024**2)
    kind = container_of(file.read(HEAD))
    if kind is None:
        raise CompanionError("clip-not-a-film", name=name)
    if kind in SOUND_ONLY:
        raise CompanionError("clip-no-picture", name=name)
    if is_cut_short(file, size):
        raise CompanionError("clip-cut-short", name=name)
    file.seek(0)
    return size


def _removed(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:  # still open in a player, on Windows: the next sweep takes it
        log.warning("a film stays for now: %s", error.strerror)


def _clip(entry: object) -> Clip | None:
    """A clip from the list, or None when the entry is not what we once wrote."""
    given = _table(entry)
    film = _typed(Film, _table(given.get("film")))
    clip = _typed(Clip, {**given, "film": film})
    if not isinstance(clip, Clip) or not _SHA.fullmatch(clip.film.sha) or not clip.film.seconds > 0:
        log.warning("an entry of the list of clips cannot be read")
        return None
    return trimmed(clip, clip.start, clip.end)


def _table(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def _typed(kind: type[Film] | type[Clip], given: dict[str, object]) -> Film | Clip | None:
    """``given`` as a value of this kind; None when a part is missing or of another type."""
    types = {"str": str, "float": float, "int": int, "bool": bool, "Film": Film}
    values: dict[str, object] = {}
    for field in fields(kind):
        value = given.get(field.name, field.default)
        wanted = field.type if isinstance(field.type, type) else types[str(field.type)]
        if wanted is float and type(value) is int:
            value = float(value)
        if type(value) is not wanted or (isinstance(value, float) and not abs(value) < 1e9):
            return None
        values[field.name] = value
    return kind(**values)  # pyright: ignore[reportArgumentType]
