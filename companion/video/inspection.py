"""Opens a film and looks: how long it is, how large, whether there is sound, and one picture of it."""

import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

from companion.domain.clip import MOST_PIXELS, FilmFrame
from companion.domain.errors import CompanionError
from companion.services.clip_ports import Inspection
from companion.video.binding import Instance, Media, binding
from companion.video.frames import FrameStore, plug_in
from companion.video.libvlc import LibVlc
from companion.video.tracks import Tracks, tracks_of

PATIENCE = 6.0
"""Seconds in which a film must have been read, and in which its first picture must have come."""
POSTER_WIDTH = 640
POSTER_QUALITY = 84
_POSTER_AT = 1.0
_UNKNOWN = -1


class VlcFilmInspector:
    """Fills the port ``FilmInspector``. Waits for libVLC: call it on a worker thread."""

    def __init__(self, vlc: LibVlc, patience: float = PATIENCE) -> None:
        self._vlc = vlc
        self._patience = patience

    def inspect(self, file: Path, name: str) -> Inspection:
        instance = self._vlc.instance()
        media = instance.media_new_path(str(file))
        try:
            tracks, seconds = self._parsed(media, name)
            if tracks.width * tracks.height > MOST_PIXELS:
                raise CompanionError("clip-too-detailed", name=name, width=tracks.width, height=tracks.height)
            poster = self._poster(instance, media, tracks, min(_POSTER_AT, seconds / 2))
        finally:
            media.release()
        if poster is None:
            raise CompanionError("clip-no-picture", name=name)
        return Inspection(seconds, tracks.width, tracks.height, tracks.sound, poster)

    def _parsed(self, media: Media, name: str) -> tuple[Tracks, float]:
        """What is in the film, and how many seconds it lasts."""
        vlc = binding()
        done = threading.Event()
        events = media.event_manager()
        events.event_attach(vlc.EventType.MediaParsedChanged, partial(_set, done))
        media.parse_with_options(vlc.MediaParseFlag.local, round(self._patience * 1000))
        done.wait(self._patience + 1)
        events.event_detach(vlc.EventType.MediaParsedChanged)
        if media.get_parsed_status() != vlc.MediaParsedStatus.done:
            raise CompanionError("clip-not-a-film", name=name)
        tracks, milliseconds = tracks_of(media), media.get_duration()
        if not (tracks.width and tracks.height):
            raise CompanionError("clip-no-picture", name=name)
        if milliseconds == _UNKNOWN or milliseconds <= 0:
            raise CompanionError("clip-not-a-film", name=name)
        return tracks, milliseconds / 1000

    def _poster(self, instance: Instance, media: Media, tracks: Tracks, at: float) -> bytes | None:
        """A picture from this second of the film; None when there is none to be had."""
        vlc = binding()
        came, over = threading.Event(), threading.Event()
        frames = FrameStore(lambda: _both(came, over))
        frames.expect(1, tracks.width, tracks.height)
        player = instance.media_player_new()
        plug_in(frames, player)
        events = player.event_manager()
        for kind in (vlc.EventType.MediaPlayerEndReached, vlc.EventType.MediaPlayerEncounteredError):
            events.event_attach(kind, partial(_set, over))
        media.add_option(":no-audio")
        media.add_option(":no-spu")
        media.add_option(f":start-time={at:.3f}")
        player.set_media(media)
        player.play()
        over.wait(self._patience)
        player.stop()
        player.release()
        frame = frames.take(1) if came.is_set() else None
        return None if frame is None else jpeg(frame)


def jpeg(frame: FilmFrame) -> bytes:
    """The frame as a JPEG file, at most ``POSTER_WIDTH`` wide."""
    image = QImage(frame.pixels, frame.width, frame.height, frame.stride, QImage.Format.Format_RGB32)
    if image.width() > POSTER_WIDTH:
        image = image.scaledToWidth(POSTER_WIDTH, Qt.TransformationMode.SmoothTransformation)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", POSTER_QUALITY)  # pyright: ignore[reportArgumentType, reportCallIssue]
    return bytes(buffer.data().data())


def _set(event: threading.Event, _told: object) -> None:
    event.set()


def _both(came: threading.Event, over: threading.Event) -> None:
    came.set()
    over.set()
