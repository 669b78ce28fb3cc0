"""What clips and music need from the world, as Protocols; adapters in video and storage fill them."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from companion.domain.clip import Clip, ClipState, FilmFrame


@dataclass(frozen=True, slots=True)
class Incoming:
    """A copy of somebody's file, under a name of ours and not yet on the shelf. ``name`` is what it was called."""

    part: Path
    sha: str
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was seen when a film was opened: pixels as they are seen, and one picture of it as a JPEG file."""

    seconds: float
    width: int
    height: int
    sound: bool
    poster: bytes


class FilmReading(Protocol):
    """A film that is open for reading; ``size`` is in bytes."""

    @property
    def size(self) -> int:
        """How many bytes there are."""
        ...

    def read(self, at: int, most: int) -> bytes:
        """Some bytes from ``at`` on, none only at the end. Raises OSError or CompanionError."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class FilmSource(Protocol):
    """A film that lies locked: it can be read through this alone, on any thread, and several times at once."""

    def open(self) -> FilmReading:
        """Begin to read. Raises OSError or CompanionError."""
        ...


@dataclass(frozen=True, slots=True)
class Cue:
    """What a player is to show: ``size`` is the film's, in pixels, as it is seen. ``at`` is where it begins
    (seconds into the film), ``volume`` counts when it is not ``muted``. A film that lies
    locked is read through ``source``; ``file`` then only says where it lies."""

    file: Path
    size: tuple[int, int]
    seconds: float
    start: float
    end: float
    at: float | None = None
    loop: bool = True
    rate: float = 1.0
    muted: bool = True
    paused: bool = False
    volume: float = 0.8
    source: FilmSource | None = None


@dataclass(frozen=True, slots=True)
class MusicChoice:
    """The caregiver's own music: files in the order in which they play, and how loud (0.0 to 1.0)."""

    files: tuple[Path, ...] = ()
    volume: float = 0.4


class ClipShelf(Protocol):
    """Keeps films and the list of clips on disk. Raises CompanionError when the disk is full or cannot be written."""

    def clips(self) -> tuple[Clip, ...]:
        """All clips, oldest first."""
        ...

    def save(self, clips: Sequence[Clip]) -> None:
        """Replace the list of clips, in one step."""
        ...

    def take_in(self, source: Path) -> Incoming:
        """Copy a file in, under a name of ours; nothing of the source's name is used. Raises CompanionError
        ``clip-unreadable``, ``clip-empty``, ``clip-too-large``, ``clip-not-a-film``, ``clip-cut-short``."""
        ...

    def keep(self, incoming: Incoming, poster: bytes) -> None:
        """Give the copy its place on the shelf; a film that is there already is kept once."""
        ...

    def drop(self, incoming: Incoming) -> None:
        """Throw the copy away."""
        ...

    def film(self, sha: str) -> Path:
        """Where a film lies."""
        ...

    def source(self, sha: str) -> FilmSource | None:
        """How a film is read that lies locked; None for a plain file."""
        ...

    def poster(self, sha: str) -> bytes:
        """The picture of a film, as a JPEG file; empty when there is none."""
        ...

    def sweep(self, shown: Collection[str]) -> None:
        """Remove films that no clip shows, and copies that were broken off."""
        ...


class FilmInspector(Protocol):
    """Opens a film and looks. Slow: call it off the UI thread."""

    def inspect(self, file: Path, name: str) -> Inspection:
        """What is in it. Raises CompanionError ``no-libvlc``, ``clip-not-a-film``, ``clip-no-picture``,
        ``clip-too-detailed``; ``name`` is what the sentence calls it."""
        ...


class ClipPlayer(Protocol):
    """Plays one clip at a time into frames. Never blocks, never raises; all calls come from the UI thread, and so
    do the calls of the listeners."""

    def listen(self, listener: Callable[[], None]) -> None:
        """Call this after each new frame and each new state."""
        ...

    def ignore(self, listener: Callable[[], None]) -> None:
        """Call it no more."""
        ...

    def frame(self) -> FilmFrame | None:
        """The frame to show, valid until the listeners are called again."""
        ...

    def state(self) -> ClipState:
        """Where it stands."""
        ...

    def load(self, cue: Cue) -> None:
        """Show this from now on. The last frame stays until the new one's first."""
        ...

    def play(self) -> None:
        """Go on; from the start when it had ended."""
        ...

    def pause(self) -> None:
        """Stand still."""
        ...

    def seek(self, at: float) -> None:
        """Go to this second of the film, playing or paused."""
        ...

    def set_rate(self, rate: float) -> None:
        """0.25 to 2.0 times as fast."""
        ...

    def set_muted(self, muted: bool) -> None:
        """With or without its sound."""
        ...

    def unload(self) -> None:
        """Let go of the film; there is no frame then."""
        ...

    def close(self) -> None:
        """Let go of everything; no listener is called any more."""
        ...


class Music(Protocol):
    """Plays the caregiver's own files, round and round, softly. Never blocks, never raises."""

    def play(self, choice: MusicChoice) -> None:
        """Fade in with the first file."""
        ...

    def stop(self) -> None:
        """Fade out."""
        ...

    def set_volume(self, volume: float) -> None:
        """0.0 to 1.0, as the ear takes it."""
        ...

    def duck(self, seconds: float) -> None:
        """Be quieter while somebody speaks for about so long."""
        ...

    def unduck(self) -> None:
        """Nobody speaks any more."""
        ...


class MusicStore(Protocol):
    """Remembers the caregiver's music."""

    def load(self) -> MusicChoice:
        """What was chosen; nothing when it cannot be read."""
        ...

    def save(self, choice: MusicChoice) -> None:
        """Remember it. Raises CompanionError ``settings-unwritable``, ``disk-full``."""
        ...
