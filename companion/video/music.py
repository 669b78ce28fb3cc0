"""Plays the caregiver's own music through libVLC, file after file and round again, under the voice."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from companion.domain.container import HEAD, container_of
from companion.domain.errors import CompanionError
from companion.services.clip_ports import MusicChoice
from companion.video.binding import Events, MediaPlayer, binding
from companion.video.lane import Lane
from companion.video.libvlc import LibVlc
from companion.video.loudness import Loudness

PACE = 0.04
"""Seconds between two steps of a ramp."""
SHORTEST = 1.0
"""Seconds that music lasts at least: a file that ends sooner was none that could be played."""
ROUNDS_IN_VAIN = 3


def _nobody(_file: Path) -> None:
    return None


class VlcMusic:
    """Fills the port ``Music``. Everything happens on a lane of its own.

    ``tell`` is called on that lane with ``no-libvlc`` or, when no file can be played, ``music-unplayable``;
    ``heard`` with each file that begins.
    """

    def __init__(
        self,
        vlc: LibVlc,
        tell: Callable[[CompanionError], None],
        heard: Callable[[Path], None] = _nobody,
    ) -> None:
        self._vlc = vlc
        self._tell = tell
        self._heard = heard
        self._lane = Lane("music", self._look_after)
        self._loudness = Loudness()
        self._files: tuple[Path, ...] = ()
        self._next = 0
        self._failed = 0
        self._track = 0
        self._set = -1
        self._started_at = 0.0
        self._player: MediaPlayer | None = None
        self._events: Events | None = None  # holds the callbacks: kept until libVLC lets go of them

    @property
    def gain(self) -> float:
        """What the music is multiplied with now, 0.0 to 1.0."""
        return self._loudness.gain

    def play(self, choice: MusicChoice) -> None:
        self._lane.submit(partial(self._begin, choice))

    def stop(self) -> None:
        self._lane.submit(lambda: self._loudness.fade_out(time.monotonic()))

    def set_volume(self, volume: float) -> None:
        def change() -> None:
            self._loudness.volume = min(1.0, max(0.0, volume))

        self._lane.submit(change)

    def duck(self, seconds: float) -> None:
        self._lane.submit(lambda: self._loudness.duck(time.monotonic(), seconds))

    def unduck(self) -> None:
        self._lane.submit(lambda: self._loudness.unduck(time.monotonic()))

    def close(self) -> None:
        """Be silent and let go of everything. Returns when libVLC has stopped."""
        self._lane.submit(self._let_go)
        self._lane.close()

    def _begin(self, choice: MusicChoice) -> None:
        if choice.files != self._files:
            self._let_go()
            self._files, self._next = choice.files, 0
        self._loudness.volume = min(1.0, max(0.0, choice.volume))
        self._loudness.fade_in(time.monotonic())
        if self._player is None and self._files:
            self._failed = 0
            try:
                self._player = self._made()
            except CompanionError as error:
                self._tell(error)
                return
            self._play_next()

    def _made(self) -> MediaPlayer:
        player = self._vlc.instance().media_player_new()
        kinds = binding().EventType
        self._events = events = player.event_manager()
        events.event_attach(kinds.MediaPlayerEndReached, partial(self._ended, True))
        events.event_attach(kinds.MediaPlayerEncounteredError, partial(self._ended, False))
        return player

    def _ended(self, well: bool, _event: object) -> None:
        """Called on libVLC's thread: only leaves a job."""
        track = self._track
        self._lane.submit(lambda: self._after(track, well))

    def _after(self, track: int, well: bool) -> None:
        if track == self._track and self._player is not None:
            played = well and time.monotonic() - self._started_at >= SHORTEST
            self._failed = 0 if played else self._failed + 1
            self._play_next()

    def _play_next(self) -> None:
        """Play the next file that is a sound; give up when there was none for some rounds."""
        player = self._player
        while player is not None and self._failed < ROUNDS_IN_VAIN * len(self._files):
            file = self._files[self._next]
            self._next = (self._next + 1) % len(self._files)
            if _is_sound(file) and self._started(player, file):
                self._heard(file)
                return
            self._failed += 1
        self._let_go()
        self._tell(CompanionError("music-unplayable"))

    def _started(self, player: MediaPlayer, file: Path) -> bool:
        self._track += 1
        media = self._vlc.instance().media_new_path(str(file))
        media.add_option(":no-video")
        player.set_media(media)
        media.release()
        self._set = -1
        self._started_at = time.monotonic()
        return player.play() == 0

    def _look_after(self) -> float | None:
        if self._player is None:
            return None
        now = time.monotonic()
        self._loudness.step(now)
        if self._loudness.is_silent:
            self._let_go()
            return None
        volume = round(100 * self._loudness.gain)
        if volume != self._set:
            self._set = volume
            self._player.audio_set_volume(volume)
        return self._loudness.next_change(now, PACE)

    def _let_go(self) -> None:
        player, self._player = self._player, None
        self._track += 1
        if player is not None:
            player.stop()
            player.release()
        self._events = None


def _is_sound(file: Path) -> bool:
    """Whether the file's own bytes say that it is one: a list of addresses would reach for the network."""
    try:
        with file.open("rb") as opened:
            return container_of(opened.read(HEAD)) is not None
    except OSError:
        return False
