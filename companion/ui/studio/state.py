"""What the studio shows: which stroke, on which side, how fast, seen how, and with what laid over it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from companion.domain.body import Side
from companion.domain.clock import Clock
from companion.domain.errors import CompanionError
from companion.domain.figure.figure import View
from companion.domain.stroke import Stroke

SLOWEST, FASTEST = 3.0, 0.25
"""A repetition may be shown up to three times as long as usual, or in a quarter of its time."""


class Overlay(StrEnum):
    """What can be laid over the drawing."""

    LANDMARKS = "landmarks"
    NO_GO = "no-go"
    PATH = "path"
    ROUTES = "routes"


class Manner(StrEnum):
    """How the drawing may be looked at besides the side of the mat."""

    MIRRORED = "mirrored"
    LEFT_HANDED = "left-handed"
    LIVING = "living"
    STILL = "still"


class Light(StrEnum):
    """The colours of the figure; at night the window is dark as well."""

    DAY = "day"
    NIGHT = "night"
    HIGH_CONTRAST = "high-contrast"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class StudioContext:
    """What the studio is given. ``load`` reads the strokes anew and raises CompanionError with a sentence of its
    own (file, line, what); ``titles`` names strokes and variants by key; ``watched`` are the folders
    whose files count."""

    load: Callable[[], Mapping[str, Stroke]]
    titles: Callable[[], Mapping[str, str]]
    sentence: Callable[[CompanionError], str]
    watched: Sequence[Path]
    clock: Clock
    themes: Path
    fonts: Path


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: a stroke or one of its variants; ``key`` is ``id`` or ``id@variant``."""

    key: str
    stroke: str
    variant: str
    code: str
    title: str
    area: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that can be set in the studio. ``pace`` multiplies the length of a repetition."""

    key: str = ""
    side: Side = Side.RIGHT
    pace: float = 1.0
    facing: bool = False
    manners: frozenset[Manner] = frozenset({Manner.LIVING})
    overlays: frozenset[Overlay] = frozenset({Overlay.PATH})
    light: Light = Light.DAY
    tones: tuple[int, int] = field(default=(2, 4))

    @property
    def view(self) -> View:
        """How the figure is to be drawn."""
        return View(
            facing=self.facing,
            mirrored=Manner.MIRRORED in self.manners,
            left_handed=Manner.LEFT_HANDED in self.manners,
            reduced_motion=Manner.STILL in self.manners,
            living=Manner.LIVING in self.manners,
        )


def entries_of(strokes: Mapping[str, Stroke], titles: Mapping[str, str]) -> tuple[Entry, ...]:
    """All strokes with their variants, in the order of the catalogue; the id stands in for a missing title."""
    return tuple(
        _entry(stroke, variant, titles) for stroke in strokes.values() for variant in ("", *stroke.variants)
    )


def _entry(stroke: Stroke, variant: str, titles: Mapping[str, str]) -> Entry:
    key = f"{stroke.id}@{variant}" if variant else stroke.id
    return Entry(key, stroke.id, variant, stroke.code, titles.get(key, key), stroke.area.value)


def matching(entries: Sequence[Entry], typed: str) -> tuple[Entry, ...]:
    """The entries that have every typed word somewhere in their title, id, code or area."""
    words = typed.casefold().split()
    return tuple(entry for entry in entries if all(word in _text(entry) for word in words))


def _text(entry: Entry) -> str:
    return f"{entry.code} {entry.title} {entry.key} {entry.area}".casefold()


class Transport:
    """Plays, stands still and goes where it is told, in natural seconds of the stroke. Time is asked, never counted."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last: float | None = None
        self.playing = True
        self.pace = 1.0
        self.t = 0.0

    def tick(self) -> float:
        """Spend the time that has passed; returns where it stands."""
        now = self._clock.now()
        if self.playing and self._last is not None:
            self.t += (now - self._last) / self.pace
        self._last = now
        return self.t

    def toggle(self) -> None:
        """Go on, or stand still."""
        self.tick()
        self.playing = not self.playing

    def go_to(self, t: float) -> None:
        """Stand still at this second; before the beginning counts as the beginning."""
        self.playing = False
        self.t = max(0.0, t)
