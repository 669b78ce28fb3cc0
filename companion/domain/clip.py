"""Clips: short films that families and therapists bring, which part of them is shown for a stroke, and how."""

import unicodedata
from dataclasses import dataclass, replace
from enum import Enum, auto

from companion.domain.errors import CompanionError

LONGEST = 20 * 60.0
"""Seconds: a film for one stroke is never longer."""
LARGEST = 1024**3
"""Bytes that a film may take."""
MOST_PIXELS = 4096 * 2304
"""Pixels of the largest picture that an ordinary computer can play."""
SHORTEST = 0.5
"""Seconds that are left at least when a film is trimmed."""
LONGEST_TITLE = 60
LONGEST_CAPTION = 160


@dataclass(frozen=True, slots=True)
class Film:
    """A film as it lies on the shelf. ``sha`` is the SHA-256 of its bytes in hex, and its name; ``width`` and
    ``height`` are pixels as they are seen (turned upright, pixels square); ``size`` is bytes."""

    sha: str
    seconds: float
    width: int
    height: int
    sound: bool
    size: int


@dataclass(frozen=True, slots=True)
class Clip:
    """A film attached to a stroke. Seconds ``start`` to ``end`` are shown, again and again. ``caption`` is the
    person's own line; when it is empty, the stroke's is shown."""

    id: str
    stroke: str
    title: str
    film: Film
    start: float
    end: float
    caption: str = ""
    slow: bool = False
    mirrored: bool = False
    muted: bool = True

    @property
    def seconds(self) -> float:
        """How long one round lasts at its own pace."""
        return self.end - self.start

    @property
    def rate(self) -> float:
        """How fast it plays: 1.0, or half of it."""
        return 0.5 if self.slow else 1.0


@dataclass(frozen=True, slots=True)
class FilmFrame:
    """One picture of a film, valid until the next one is taken: rows of ``stride`` bytes, four bytes a pixel (blue,
    green, red, unused)."""

    pixels: memoryview
    width: int
    height: int
    stride: int


class ClipPhase(Enum):
    """What a clip's player is doing."""

    EMPTY = auto()
    LOADING = auto()
    PLAYING = auto()
    PAUSED = auto()
    ENDED = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class ClipState:
    """Where a clip's player stands: ``at`` is seconds into the film; ``error`` is why it failed."""

    phase: ClipPhase = ClipPhase.EMPTY
    at: float = 0.0
    error: CompanionError | None = None


def refusal(film: Film, name: str) -> CompanionError | None:
    """Why this film cannot be taken, or None. Keys ``clip-too-long``, ``clip-too-large``, ``clip-too-detailed``."""
    if film.size > LARGEST:
        return CompanionError("clip-too-large", name=name, most=LARGEST // 1024**2)
    if film.width * film.height > MOST_PIXELS:
        return CompanionError("clip-too-detailed", name=name, width=film.width, height=film.height)
    if film.seconds > LONGEST:
        return CompanionError("clip-too-long", name=name, minutes=round(LONGEST / 60))
    return None


def trimmed(clip: Clip, start: float, end: float) -> Clip:
    """The same clip showing these seconds, put into order and inside the film, at least ``SHORTEST`` long."""
    whole = clip.film.seconds
    least = min(SHORTEST, whole)
    low, high = sorted((start, end))
    low = min(max(0.0, low), whole - least)
    return replace(clip, start=low, end=min(whole, max(high, low + least)))


def tidy(text: str, longest: int) -> str:
    """Text as a person may see it: one line, no invisible signs, not too long."""
    visible = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    line = " ".join(visible.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def title_from(name: str) -> str:
    """A title from a file's name: ``IMG_2031_legs.MOV`` becomes ``IMG 2031 legs``."""
    stem = name.rpartition(".")[0] or name
    return tidy(stem.replace("_", " "), LONGEST_TITLE)


def fitted(width: int, height: int, widest: int, highest: int) -> tuple[int, int]:
    """The largest even size of this shape inside ``widest`` by ``highest``, never larger than it is."""
    width, height = max(2, width), max(2, height)
    scale = min(1.0, widest / width, highest / height)
    return max(2, round(width * scale / 2) * 2), max(2, round(height * scale / 2) * 2)
