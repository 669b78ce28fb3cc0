"""One libVLC player with a film in it. Every call here may wait, and comes from one lane only."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Any

from companion.domain.errors import CompanionError
from companion.services.clip_ports import Cue
from companion.video.binding import Events, Media, MediaPlayer, binding
from companion.video.frames import FrameStore, plug_in
from companion.video.libvlc import LibVlc
from companion.video.reel import Reel

ROUNDS = 65_535
"""The most rounds that libVLC repeats: 36 hours of a two-second film."""
PATIENCE = 5.0
"""Seconds in which a film must show its first picture: a damaged one may go round and round without any."""
AHEAD = 100
"""Milliseconds that libVLC reads ahead: enough for a file on a disk."""
STRAY = 1
"""Pictures from the film's very beginning that libVLC may show before it goes to ``start-time``."""


class Telling(Enum):
    """What libVLC tells about a film."""

    PLAYING = auto()
    PAUSED = auto()
    TIME = auto()
    SOUGHT = auto()
    ENDED = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class News:
    """What happened to the film with this number; ``at`` is seconds into the film."""

    turn: int
    telling: Telling
    at: float = 0.0
    error: CompanionError | None = None


class Deck:
    """Puts films on and takes them off. ``tell`` is called on libVLC's threads and must only leave a note."""

    def __init__(
        self, vlc: LibVlc, frames: FrameStore, tell: Callable[[News], None], patience: float = PATIENCE
    ) -> None:
        self._vlc = vlc
        self._frames = frames
        self._tell = tell
        self._patience = patience
        self._give_up_at: float | None = None
        self._player: MediaPlayer | None = None
        self._events: Events | None = None  # holds the callbacks: kept until libVLC lets go of them
        self._reel: Reel | None = None  # likewise
        self._turn = 0
        self._file = ""
        self._volume = 0

    def put_on(self, turn: int, cue: Cue, *, unheard: bool = False) -> None:
        """Play this film from its start; ``unheard`` until it has jumped."""
        self.take_off()
        self._frames.expect(turn, *cue.size, skip=STRAY if cue.start > 0 else 0)
        try:
            player = self._player = self._made()
        except CompanionError as error:
            self._tell(News(turn, Telling.FAILED, error=error))
            return
        self._turn, self._file, self._volume = turn, cue.file.name, round(cue.volume * 100)
        if not cue.file.is_file():
            self._fail("clip-missing")
            return
        media = self._media(cue)
        for option in options_for(cue):
            media.add_option(option)
        player.set_media(media)
        media.release()
        player.set_rate(cue.rate)
        player.audio_set_volume(0 if unheard else self._volume)
        self._give_up_at = time.monotonic() + self._patience
        if player.play() != 0:
            self._fail("clip-unplayable")

    def look_after(self) -> float | None:
        """Give up a film that shows nothing. Returns in how many seconds to look again."""
        now = time.monotonic()
        if self._give_up_at is not None and self._frames.count(self._turn):
            self._give_up_at = None
        if self._give_up_at is not None and now >= self._give_up_at:
            self._give_up_at = None
            if self._player is not None:
                self._player.stop()
            self._fail("clip-unplayable")
        return None if self._give_up_at is None else self._give_up_at - now

    def pause(self, paused: bool) -> None:
        """Stand still, or go on."""
        if self._player is not None:
            self._player.set_pause(1 if paused else 0)

    def seek(self, at: float) -> None:
        """Go to this second; pictures that come after ``SOUGHT`` are from there."""
        if self._player is not None:
            self._frames.drop()
            self._player.set_time(round(at * 1000))
            self._player.audio_set_volume(self._volume)
            self._note(Telling.SOUGHT)

    def set_rate(self, rate: float) -> None:
        """Slower or faster from now on."""
        if self._player is not None:
            self._player.set_rate(rate)

    def take_off(self) -> None:
        """Let go of the film. After ``stop`` no callback comes any more.

        Each film has a player of its own: nothing of the one before is left in it.
        """
        player, self._player = self._player, None
        self._give_up_at = None
        if player is not None:
            player.stop()
            player.release()
        self._events = self._reel = None

    def _media(self, cue: Cue) -> Media:
        instance = self._vlc.instance()
        if cue.source is None:
            return instance.media_new_path(str(cue.file))
        self._reel = Reel(cue.source)
        return self._reel.media(instance)

    def _made(self) -> MediaPlayer:
        player = self._vlc.instance().media_player_new()
        plug_in(self._frames, player)
        self._attach(player)
        return player

    def _attach(self, player: MediaPlayer) -> None:
        kinds = binding().EventType
        self._events = events = player.event_manager()
        events.event_attach(kinds.MediaPlayerPlaying, partial(self._note, Telling.PLAYING))
        events.event_attach(kinds.MediaPlayerPaused, partial(self._note, Telling.PAUSED))
        events.event_attach(kinds.MediaPlayerTimeChanged, self._note_time)
        events.event_attach(kinds.MediaPlayerEndReached, self._note_end)
        events.event_attach(kinds.MediaPlayerEncounteredError, partial(self._fail, "clip-unplayable"))

    def _note(self, telling: Telling, _event: object = None) -> None:
        self._tell(News(self._turn, telling))

    def _note_time(self, event: Any) -> None:  # noqa: ANN401 - a structure of the binding
        self._tell(News(self._turn, Telling.TIME, at=event.u.new_time / 1000))

    def _note_end(self, _event: object) -> None:
        if self._frames.count(self._turn):
            self._note(Telling.ENDED)
        else:
            self._fail("clip-unplayable")

    def _fail(self, key: str, _event: object = None) -> None:
        self._tell(News(self._turn, Telling.FAILED, error=CompanionError(key, name=self._file)))


def options_for(cue: Cue) -> list[str]:
    """What libVLC is told about this film. At the end of a round it goes back to ``start-time`` by itself."""
    options = [f":start-time={cue.start:.3f}"] if cue.start > 0 else []
    if cue.end < cue.seconds:
        options.append(f":stop-time={cue.end:.3f}")
    if cue.loop:
        options.append(f":input-repeat={ROUNDS}")
    if cue.muted:
        options.append(":no-audio")
    return [*options, f":file-caching={AHEAD}", ":no-spu"]
