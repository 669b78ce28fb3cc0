"""Fakes with behaviour for clips: a shelf in memory, an inspector, and a player whose film is a number of frames."""

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from companion.domain.clip import Clip, ClipPhase, ClipState, Film, FilmFrame, fitted
from companion.domain.errors import CompanionError
from companion.services.clip_ports import Cue, FilmSource, Incoming, Inspection

A_FILM = Film("a" * 64, 8.0, 1280, 720, sound=True, size=4_000_000)
A_LOOK = Inspection(8.0, 1280, 720, sound=True, poster=b"a picture")
SIZE = (320, 180)


def a_clip(stroke: str = "hip-to-ankle-glide", id: str = "clip-1", **more: object) -> Clip:  # noqa: A002
    """The whole of a film of eight seconds."""
    clip = Clip(id, stroke, "With our doll", A_FILM, 0.0, A_FILM.seconds)
    return replace(clip, **more)  # pyright: ignore[reportArgumentType]


@dataclass
class MemoryShelf:
    """A shelf whose films are the bytes of the sources. While ``broken`` every write is refused with it."""

    kept: dict[str, bytes] = field(default_factory=dict[str, bytes])
    parts: set[Path] = field(default_factory=set[Path])
    posters: dict[str, bytes] = field(default_factory=dict[str, bytes])
    listed: tuple[Clip, ...] = ()
    broken: CompanionError | None = None

    def clips(self) -> tuple[Clip, ...]:
        return self.listed

    def save(self, clips: Sequence[Clip]) -> None:
        if self.broken:
            raise self.broken
        self.listed = tuple(clips)

    def take_in(self, source: Path) -> Incoming:
        try:
            data = source.read_bytes()
        except OSError as error:
            raise CompanionError("clip-unreadable", name=source.name) from error
        part = Path(f".{source.name}.part")
        self.parts.add(part)
        return Incoming(part, hashlib.sha256(data).hexdigest(), len(data), source.name)

    def keep(self, incoming: Incoming, poster: bytes) -> None:
        if self.broken:
            raise self.broken
        self.parts.discard(incoming.part)
        self.kept[incoming.sha] = b""
        self.posters[incoming.sha] = poster

    def drop(self, incoming: Incoming) -> None:
        self.parts.discard(incoming.part)

    def source(self, sha: str) -> FilmSource | None:
        return None

    def film(self, sha: str) -> Path:
        return Path(sha)

    def poster(self, sha: str) -> bytes:
        return self.posters.get(sha, b"")

    def sweep(self, shown: Collection[str]) -> None:
        self.kept = {sha: data for sha, data in self.kept.items() if sha in shown}
        self.parts.clear()


@dataclass
class SureInspector:
    """Sees in every film the same; ``refusal`` is raised instead when it is set."""

    seen: Inspection = A_LOOK
    refusal: CompanionError | None = None

    def inspect(self, file: Path, name: str) -> Inspection:
        if self.refusal:
            raise self.refusal
        return self.seen


class HandPlayer:
    """A player that is moved by hand: ``run`` lets seconds of film go by, at its rate, round and round."""

    def __init__(self) -> None:
        self.cue: Cue | None = None
        self.closed = False
        self.broken: CompanionError | None = None
        self._state = ClipState()
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        self._listeners.append(listener)

    def ignore(self, listener: Callable[[], None]) -> None:
        if listener in self._listeners:
            self._listeners.remove(listener)

    def frame(self) -> FilmFrame | None:
        if self.cue is None or self._state.phase in {ClipPhase.EMPTY, ClipPhase.FAILED, ClipPhase.LOADING}:
            return None
        width, height = fitted(*self.cue.size, *SIZE)
        left, right = b"\x28\x28\xd2\xff", b"\xc8\x3c\x28\xff"
        row = left * (width // 2) + right * (width - width // 2)
        return FilmFrame(memoryview(row * height), width, height, width * 4)

    def state(self) -> ClipState:
        return self._state

    def load(self, cue: Cue) -> None:
        self.cue = cue
        begins = cue.start if cue.at is None else cue.at
        self._become(ClipState(ClipPhase.LOADING, begins))
        if self.broken:
            self._become(ClipState(ClipPhase.FAILED, begins, self.broken))
            return
        self._become(ClipState(ClipPhase.PAUSED if cue.paused else ClipPhase.PLAYING, begins))

    def play(self) -> None:
        self._become(replace(self._state, phase=ClipPhase.PLAYING))

    def pause(self) -> None:
        self._become(replace(self._state, phase=ClipPhase.PAUSED))

    def seek(self, at: float) -> None:
        self._become(replace(self._state, at=at))

    def set_rate(self, rate: float) -> None:
        assert self.cue is not None
        self.cue = replace(self.cue, rate=rate)

    def set_muted(self, muted: bool) -> None:
        assert self.cue is not None
        self.cue = replace(self.cue, muted=muted)

    def unload(self) -> None:
        self.cue = None
        self._become(ClipState())

    def close(self) -> None:
        self.closed = True
        self._listeners.clear()

    def run(self, seconds: float) -> None:
        """Let so many seconds go by."""
        assert self.cue is not None
        whole = self.cue.end - self.cue.start
        at = self.cue.start + (self._state.at - self.cue.start + seconds * self.cue.rate) % whole
        self._become(replace(self._state, at=at))

    def _become(self, state: ClipState) -> None:
        self._state = state
        for listener in tuple(self._listeners):
            listener()
