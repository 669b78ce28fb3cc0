"""Takes pictures from libVLC's thread into three buffers, and hands the newest one to the screen's thread."""

import ctypes
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from companion.domain.clip import MOST_PIXELS, FilmFrame, fitted
from companion.video.binding import MediaPlayer, binding

WIDEST, HIGHEST = 1280, 720
"""Frames are never larger than this, whatever the film is."""
FORMAT = b"RV32"
_ALIGNED = 32
_BUFFERS = 3
_NONE = -1

_Unsigned = ctypes.POINTER(ctypes.c_uint)
FormatCallback = ctypes.CFUNCTYPE(
    ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p, _Unsigned, _Unsigned, _Unsigned, _Unsigned
)
"""Like the binding's own, but with an address for the format's name: the binding hands over a copy."""
LockCallback = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p))
DisplayCallback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)


@dataclass(frozen=True, slots=True)
class _Buffer:
    """Memory for one picture, and where in it the picture begins."""

    memory: "ctypes.Array[ctypes.c_char]"  # holds the address while libVLC writes
    address: int
    frame: FilmFrame


class FrameStore:
    """Three buffers: one being written, one complete, one being shown; so nobody waits and nothing is torn.

    ``wake`` is called on libVLC's thread when a picture is complete; it must only leave a mark. The callbacks must
    be kept as long as libVLC may call them: keep the store.
    """

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._lock = threading.Lock()
        self._film = (0, 0)
        self._skip = 0
        self._size = (0, 0)
        self._buffers: tuple[_Buffer, ...] = ()
        self._complete = _NONE
        self._shown = _NONE
        self._turn = 0
        self._count = 0
        self.on_format = FormatCallback(self._set_format)
        self.on_lock = LockCallback(self._lend)
        self.on_display = DisplayCallback(self._display)

    def expect(self, turn: int, width: int, height: int, skip: int = 0) -> None:
        """The pictures of film number ``turn`` come next, of this size as it is seen; those that are here are
        forgotten, and the first ``skip`` that come are not shown.

        What libVLC itself tells in the format callback is the decoder's size, with margins.
        """
        with self._lock:
            self._film, self._skip = (width, height), skip
            self._complete = _NONE
            self._turn, self._count = turn, 0

    def drop(self) -> None:
        """Forget the picture that is complete: the next one is to be another."""
        with self._lock:
            self._complete = _NONE

    def count(self, turn: int) -> int:
        """How many pictures of this film have come."""
        with self._lock:
            return self._count if turn == self._turn else 0

    def take(self, turn: int) -> FilmFrame | None:
        """The newest picture of this film, valid until the next call; None when there is none."""
        with self._lock:
            if self._complete == _NONE or turn != self._turn:
                return None
            self._shown = self._complete
            return self._buffers[self._shown].frame

    def forget(self) -> None:
        """Give the memory back; libVLC must have stopped."""
        with self._lock:
            self._buffers, self._complete, self._shown = (), _NONE, _NONE

    def _set_format(
        self,
        _opaque: int,
        chroma: int,
        width: Any,  # noqa: ANN401 - pointers of ctypes
        height: Any,  # noqa: ANN401
        pitches: Any,  # noqa: ANN401
        lines: Any,  # noqa: ANN401
    ) -> int:
        seen = self._film if all(self._film) else (width[0], height[0])
        if width[0] * height[0] > 2 * MOST_PIXELS:
            return 0
        ctypes.memmove(chroma, FORMAT, len(FORMAT))
        width[0], height[0] = self._size = fitted(*seen, WIDEST, HIGHEST)
        pitches[0], lines[0] = _stride(self._size[0]), height[0]
        return 1

    def _lend(self, _opaque: int, planes: Any) -> int:  # noqa: ANN401
        with self._lock:
            if (
                not self._buffers
                or (self._buffers[0].frame.width, self._buffers[0].frame.height) != self._size
            ):
                self._buffers = tuple(_buffer(*self._size) for _ in range(_BUFFERS))
                self._complete = self._shown = _NONE
            free = next(number for number in range(_BUFFERS) if number not in {self._complete, self._shown})
            planes[0] = self._buffers[free].address
            return free + 1  # an address of 0 would be none

    def _display(self, _opaque: int, picture: int | None) -> None:
        with self._lock:
            if self._skip > 0:
                self._skip -= 1
                return
            self._complete = (picture or 0) - 1
            self._count += 1
        self._wake()


def plug_in(frames: FrameStore, player: MediaPlayer) -> None:
    """Let a player draw into these frames. ``frames`` must live as long as the player."""
    kinds = binding().CallbackDecorators
    player.video_set_format_callbacks(ctypes.cast(frames.on_format, kinds.VideoFormatCb), None)
    player.video_set_callbacks(
        ctypes.cast(frames.on_lock, kinds.VideoLockCb),
        None,
        ctypes.cast(frames.on_display, kinds.VideoDisplayCb),
        None,
    )


def _stride(width: int) -> int:
    return (width * 4 + _ALIGNED - 1) // _ALIGNED * _ALIGNED


def _buffer(width: int, height: int) -> _Buffer:
    stride = _stride(width)
    space = bytearray(stride * height + _ALIGNED)
    memory = (ctypes.c_char * len(space)).from_buffer(space)
    skip = -ctypes.addressof(memory) % _ALIGNED
    pixels = memoryview(space)[skip : skip + stride * height].toreadonly()
    return _Buffer(memory, ctypes.addressof(memory) + skip, FilmFrame(pixels, width, height, stride))
