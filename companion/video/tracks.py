"""What a parsed film holds: its size as it is seen, and whether it has sound. Mirrors structures of libVLC 3.

The binding's own structure for a track lays the kinds of a union side by side, so its pointers are off.
"""

import ctypes
from dataclasses import dataclass
from enum import IntEnum

from companion.video.binding import Media, binding, pointer_to

_FIRST_TURNED = 4
"""Orientations from this one on (libvlc_video_orient_t) lie on their side."""


class _Kind(IntEnum):
    AUDIO = 0
    VIDEO = 1


class _Video(ctypes.Structure):
    _fields_ = (
        ("height", ctypes.c_uint),
        ("width", ctypes.c_uint),
        ("sar_num", ctypes.c_uint),
        ("sar_den", ctypes.c_uint),
        ("frame_rate_num", ctypes.c_uint),
        ("frame_rate_den", ctypes.c_uint),
        ("orientation", ctypes.c_int),
    )


class _Track(ctypes.Structure):
    _fields_ = (
        ("codec", ctypes.c_uint32),
        ("original_fourcc", ctypes.c_uint32),
        ("id", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("profile", ctypes.c_int),
        ("level", ctypes.c_int),
        ("video", ctypes.POINTER(_Video)),
    )


@dataclass(frozen=True, slots=True)
class Tracks:
    """What there is to see and to hear; 0 by 0 when there is no picture."""

    width: int
    height: int
    sound: bool


def tracks_of(media: Media) -> Tracks:
    """The tracks of a media that was parsed."""
    vlc = binding()
    found = pointer_to(vlc.MediaTrack)()
    count: int = vlc.libvlc_media_tracks_get(media, ctypes.byref(found))
    listed = ctypes.cast(found, ctypes.POINTER(ctypes.POINTER(_Track)))
    try:
        tracks = [listed[number].contents for number in range(count)]
        pictures = [_upright(track.video.contents) for track in tracks if track.kind == _Kind.VIDEO]
        width, height = max(pictures, key=lambda size: size[0] * size[1], default=(0, 0))
        return Tracks(width, height, any(track.kind == _Kind.AUDIO for track in tracks))
    finally:
        if count:
            tracks_pointer = pointer_to(pointer_to(vlc.MediaTrack))
            vlc.libvlc_media_tracks_release(ctypes.cast(found, tracks_pointer), count)


def _upright(video: _Video) -> tuple[int, int]:
    """The size with square pixels, as it stands when it is turned the right way up."""
    width, height = video.width, video.height
    if video.sar_num and video.sar_den:
        width = round(width * video.sar_num / video.sar_den)
    return (height, width) if video.orientation >= _FIRST_TURNED else (width, height)
