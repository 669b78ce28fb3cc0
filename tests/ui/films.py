"""Films and music in memory, for the screens that show them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from companion.domain.words import Words
from companion.services.clip_ports import ClipPlayer, MusicChoice
from companion.services.clips import ClipLibrary
from companion.ui.background import Background
from companion.ui.clips.context import ClipContext
from tests.clip_fakes import HandPlayer, MemoryShelf, SureInspector


@dataclass
class RecordingMusic:
    """Notes what it is asked for."""

    heard: list[object] = field(default_factory=list[object])

    def play(self, choice: MusicChoice) -> None:
        self.heard.append(choice)

    def stop(self) -> None:
        self.heard.append("stop")

    def set_volume(self, volume: float) -> None:
        self.heard.append(volume)

    def duck(self, seconds: float) -> None:
        self.heard.append("duck")

    def unduck(self) -> None:
        self.heard.append("unduck")


@dataclass
class MemoryMusic:
    """Remembers a choice."""

    choice: MusicChoice = field(default_factory=MusicChoice)

    def load(self) -> MusicChoice:
        return self.choice

    def save(self, choice: MusicChoice) -> None:
        self.choice = choice


@dataclass
class Films:
    """What a family has of films and music. ``source`` and ``songs`` are what the file dialogs give."""

    shelf: MemoryShelf = field(default_factory=MemoryShelf)
    inspector: SureInspector = field(default_factory=SureInspector)
    music: RecordingMusic = field(default_factory=RecordingMusic)
    store: MemoryMusic = field(default_factory=MemoryMusic)
    source: Path | None = None
    songs: Sequence[Path] = ()
    players: list[HandPlayer] = field(default_factory=list[HandPlayer])

    def context(self, words: Words, background: Background) -> ClipContext:
        ids = (f"clip-{number}" for number in count(1))
        return ClipContext(
            ClipLibrary(self.shelf, self.inspector, lambda: next(ids)),
            self._open,
            background,
            words,
            self.music,
            self.store,
            lambda _over: self.source,
            lambda _over: self.songs,
        )

    def _open(self) -> ClipPlayer:
        self.players.append(HandPlayer())
        return self.players[-1]
