"""Lets libVLC read a film that is no plain file: piece by piece, as its source gives it."""

import ctypes
import logging
from dataclasses import dataclass
from typing import Any

from companion.domain.errors import CompanionError
from companion.services.clip_ports import FilmReading, FilmSource
from companion.video.binding import Instance, Media, binding

log = logging.getLogger(__name__)
_FAILED = -1


@dataclass(slots=True)
class _Opened:
    """A film as one of libVLC's threads reads it."""

    reading: FilmReading
    at: int = 0


class Reel:
    """A film for one media; kept as long as libVLC may read, which is until its player has stopped.

    All but ``media`` is called on libVLC's threads, one opening on one thread, and must not call libVLC.
    """

    def __init__(self, source: FilmSource) -> None:
        self._source = source
        self._opened: dict[int, _Opened] = {}
        self._last = 0
        self._callbacks: tuple[Any, ...] = ()

    def media(self, instance: Instance) -> Media:
        """The film, ready to be put on."""
        kinds = binding().CallbackDecorators
        self._callbacks = (
            kinds.MediaOpenCb(self._open),
            kinds.MediaReadCb(self._read),
            kinds.MediaSeekCb(self._seek),
            kinds.MediaCloseCb(self._close),
        )
        return instance.media_new_callbacks(*self._callbacks, None)

    def _open(self, _opaque: Any, handle: Any, size: Any) -> int:  # noqa: ANN401 - pointers
        try:
            reading = self._source.open()
        except (OSError, CompanionError) as error:
            log.warning("a film cannot be opened: %s", type(error).__name__)
            return _FAILED
        self._last += 1
        self._opened[self._last] = _Opened(reading)
        handle[0] = self._last
        size[0] = reading.size
        return 0

    def _read(self, handle: int, buffer: Any, most: int) -> int:  # noqa: ANN401
        opened = self._opened[handle]
        try:
            content = opened.reading.read(opened.at, most)
        except (OSError, CompanionError) as error:
            log.warning("a film cannot be read on: %s", type(error).__name__)
            return _FAILED
        ctypes.memmove(buffer, content, len(content))
        opened.at += len(content)
        return len(content)

    def _seek(self, handle: int, to: int) -> int:
        self._opened[handle].at = to
        return 0

    def _close(self, handle: int) -> None:
        self._opened.pop(handle).reading.close()
