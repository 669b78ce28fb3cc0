"""Makes small films and sounds to play: frame by frame, so that each picture tells its own time."""

import math
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
from av import VideoFrame
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.video.stream import VideoStream

RATE = 48_000
FPS = 30
Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

LEFT_HALF: Colour = (210, 40, 40)
RIGHT_HALF: Colour = (40, 60, 200)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What to make. The left half is red, the right half blue; a grey band on top grows lighter with time, from
    ``GREY_FIRST`` to ``GREY_LAST``, so that a picture tells how far it is into the film."""

    seconds: float = 2.0
    size: tuple[int, int] = (1280, 720)
    video: str = "libx264"
    audio: str | None = "aac"
    gop: int = 30
    faststart: bool = False


GREY_FIRST, GREY_LAST = 40, 220
BAND = 0.25
"""The share of the height that the grey band takes."""


def make_film(file: Path, recipe: Recipe = Recipe()) -> Path:
    """Write a film; the file's suffix chooses the container."""
    options = {"movflags": "faststart"} if recipe.faststart else {}
    with av.open(str(file), "w", options=options) as box:
        video = cast("VideoStream", box.add_stream(recipe.video, rate=FPS))
        video.width, video.height = recipe.size
        video.pix_fmt = "yuv420p"
        video.gop_size = recipe.gop
        video.options = _quick(recipe.video)
        audio = cast("AudioStream", box.add_stream(recipe.audio, rate=RATE)) if recipe.audio else None
        for frame in _pictures(recipe):
            box.mux(video.encode(frame))
        box.mux(video.encode(None))
        if audio is not None:
            for sound in _tone(recipe.seconds, audio.format.name):
                box.mux(audio.encode(sound))
            box.mux(audio.encode(None))
    return file


def make_sound(file: Path, seconds: float = 1.0, codec: str = "libopus", pitch: float = 330.0) -> Path:
    """Write a film without pictures: a tone."""
    with av.open(str(file), "w") as box:
        stream = cast("AudioStream", box.add_stream(codec, rate=RATE))
        for sound in _tone(seconds, stream.format.name, pitch):
            box.mux(stream.encode(sound))
        box.mux(stream.encode(None))
    return file


def _quick(codec: str) -> dict[str, object]:
    if codec == "libvpx-vp9":
        return {"deadline": "realtime", "cpu-used": "8", "row-mt": "1", "b": "500k"}
    return {"preset": "ultrafast", "tune": "zerolatency"} if codec == "libx264" else {}


def grey_at(share: float) -> int:
    """The grey of the band when this share of the film is over."""
    return round(GREY_FIRST + (GREY_LAST - GREY_FIRST) * share)


def _pictures(recipe: Recipe) -> Iterator[VideoFrame]:
    width, height = recipe.size
    count = round(recipe.seconds * FPS)
    body = (bytes(LEFT_HALF) * (width // 2) + bytes(RIGHT_HALF) * (width - width // 2)) * (
        height - round(height * BAND)
    )
    for number in range(count):
        grey = grey_at(number / max(1, count - 1))
        frame = VideoFrame(width, height, "rgb24")
        plane = frame.planes[0]
        band = bytes([grey]) * (width * 3 * round(height * BAND))
        plane.update(_padded(band + body, width * 3, plane.line_size, height))
        frame.pts = number
        frame.time_base = Fraction(1, FPS)
        yield frame.reformat(format="yuv420p")


def _padded(packed: bytes, row: int, line: int, height: int) -> bytes:
    if row == line:
        return packed
    gap = bytes(line - row)
    return b"".join(packed[y * row : (y + 1) * row] + gap for y in range(height))


def _tone(seconds: float, form: str, pitch: float = 330.0) -> Iterator[AudioFrame]:
    size = 960
    for number in range(round(seconds * RATE / size)):
        wave = array(
            "h",
            (round(9000 * math.sin(math.tau * pitch * (number * size + i) / RATE)) for i in range(size)),
        )
        frame = AudioFrame(format="s16", layout="mono", samples=size)
        frame.planes[0].update(wave.tobytes())
        frame.sample_rate = RATE
        frame.pts = number * size
        frame.time_base = Fraction(1, RATE)
        for made in av.AudioResampler(format=form, layout="mono", rate=RATE).resample(frame):
            made.pts = frame.pts
            yield made
