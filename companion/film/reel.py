"""Writes a film file: H.264 and AAC in MP4, for any phone. The only code that knows PyAV; loaded on first need."""

import contextlib
import os
import sys
from array import array
from collections.abc import Generator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QImage

from companion.domain.errors import CompanionError

if TYPE_CHECKING:
    from av import VideoFrame
    from av.audio.stream import AudioStream
    from av.container import OutputContainer
    from av.video.stream import VideoStream

ENCODERS = ("libx264", "libopenh264", "h264_videotoolbox", "h264_mf")
"""Ways to make H.264, the best first; which of them there are depends on how the library was built."""
SOUND_RATE = 48_000
"""Samples a second in the file: what phones play everywhere."""
BROADCAST, BT709 = 1, 1
"""FFmpeg's numbers for the range and the space of colours that players take for granted in films of this size."""
QUALITY = {"preset": "veryfast", "tune": "animation", "crf": "23"}
"""How libx264 is set: flat colours stay clean, and the file small."""


@dataclass(frozen=True, slots=True)
class Format:
    """The film's size in pixels (even numbers), pictures and samples a second, and what it is called."""

    size: tuple[int, int]
    fps: int
    rate: int
    title: str


def video_encoder() -> str:
    """The H.264 encoder that is used. CompanionError ``film-needs-av`` where PyAV is not installed,
    ``film-no-encoder`` where it cannot make H.264."""
    try:
        import av  # noqa: PLC0415 - an extra, and 100 ms
    except ImportError as error:
        raise CompanionError("film-needs-av", python=sys.executable) from error
    known = av.codecs_available
    for name in ENCODERS:
        if name in known and _can_write(name):
            return name
    raise CompanionError("film-no-encoder", python=sys.executable)


def _can_write(name: str) -> bool:
    import av  # noqa: PLC0415
    from av.codec.codec import UnknownCodecError  # noqa: PLC0415

    try:
        av.Codec(name, "w")
    except UnknownCodecError:
        return False
    return True


@contextlib.contextmanager
def recording(out: Path, form: Format, *, replace: bool = False) -> "Generator[Reel]":
    """A reel to put pictures and samples on. It is written beside its place and gets its name when the block ends
    well; otherwise nothing is left of it. ``replace`` allows a file of that name to be there.

    CompanionError ``film-exists``, ``film-unwritable`` and what ``video_encoder`` raises.
    """
    encoder = video_encoder()
    import av  # noqa: PLC0415
    from av.error import FFmpegError  # noqa: PLC0415

    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        _refuse_existing(out, replace=replace)
        with av.open(str(part), "w", format="mp4", options={"movflags": "+faststart"}) as box:
            reel = _reel(box, encoder, form)
            yield reel
            reel.finish()
        _refuse_existing(out, replace=replace)
        part.replace(out)
    except (OSError, FFmpegError) as error:
        reason = error.strerror or str(error)
        raise CompanionError("film-unwritable", file=str(out), reason=reason) from error
    finally:
        part.unlink(missing_ok=True)


def _refuse_existing(out: Path, *, replace: bool) -> None:
    if out.is_dir() or (out.exists() and not replace):
        raise CompanionError("film-exists", file=str(out))


def _reel(box: "OutputContainer", encoder: str, form: Format) -> "Reel":
    box.metadata["title"] = form.title
    video = cast("VideoStream", box.add_stream(encoder, rate=form.fps))
    video.width, video.height = form.size
    video.pix_fmt = "yuv420p"
    video.gop_size = form.fps * 5
    video.color_range, video.colorspace = BROADCAST, BT709
    video.color_primaries = video.color_trc = BT709
    if encoder == "libx264":
        video.options = dict(QUALITY)
    audio = box.add_stream("aac", rate=SOUND_RATE, layout="mono")
    audio.bit_rate = 96_000
    return Reel(box, video, audio, form)


class Reel:
    """Takes pictures and samples in turn; both begin at 0 s and run on without gaps."""

    def __init__(
        self, box: "OutputContainer", video: "VideoStream", audio: "AudioStream", form: Format
    ) -> None:
        self._box = box
        self._video = video
        self._audio = audio
        self._form = form
        self._last: VideoFrame | None = None
        self._pictures = 0
        self._samples = 0

    def add_picture(self, canvas: QImage | None) -> None:
        """The next picture (32 bits a pixel); None shows the last one once more."""
        if canvas is not None:
            self._last = self._converted(canvas)
        if self._last is None:
            raise ValueError("the first picture must be there")
        self._last.pts = self._pictures
        self._last.time_base = Fraction(1, self._form.fps)
        self._pictures += 1
        self._box.mux(self._video.encode(self._last))

    def add_sound(self, samples: "bytes | array[int]") -> None:
        """The next mono 16-bit samples."""
        from av import AudioFrame  # noqa: PLC0415

        sound = bytes(samples)
        frame = AudioFrame(format="s16", layout="mono", samples=len(sound) // 2)
        frame.planes[0].update(sound)
        frame.sample_rate = self._form.rate
        frame.pts = self._samples
        frame.time_base = Fraction(1, self._form.rate)
        self._samples += len(sound) // 2
        self._box.mux(self._audio.encode(frame))

    def finish(self) -> None:
        """Write what the encoders still hold."""
        self._box.mux(self._video.encode(None))
        self._box.mux(self._audio.encode(None))

    def _converted(self, canvas: QImage) -> "VideoFrame":
        from av import VideoFrame  # noqa: PLC0415

        frame = VideoFrame(canvas.width(), canvas.height(), "bgra")
        frame.planes[0].update(cast("bytes", canvas.constBits()))
        return frame.reformat(format="yuv420p", dst_colorspace="ITU709")
