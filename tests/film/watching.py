"""Looks and listens: when a film's picture changes and when its sound begins, read from the file and from libVLC."""

import ctypes
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import av
from av import AudioFrame, AudioResampler

from companion.domain.clip import FilmFrame
from companion.video.binding import binding
from companion.video.frames import FrameStore, plug_in
from companion.video.libvlc import LibVlc

RATE = 48_000
LOUD = 300
"""Samples from which a sound is heard; full scale is 32767."""
OTHER = 24
"""How far the grey of a place must be from what it was, of 255, to count as another picture."""
PLACE = (0.3, 0.35)
"""Where to look: a share of the width and of the height, in the middle of the drawing."""
MICRO = 1_000_000


def picture_times(file: Path) -> Iterator[tuple[float, int]]:
    """Time and grey of each picture."""
    with av.open(str(file)) as box:
        for frame in box.decode(video=0):
            plane = frame.planes[0]
            x, y = int(PLACE[0] * frame.width), int(PLACE[1] * frame.height)
            yield frame.time or 0.0, bytes(plane)[y * plane.line_size + x]


def levels(file: Path) -> list[int]:
    """The loudest sample of each 10 ms, from 0 s on."""
    loud: list[int] = []
    with av.open(str(file)) as box:
        resampler = AudioResampler(format="s16", layout="mono", rate=RATE)
        for frame in box.decode(audio=0):
            for made in resampler.resample(frame):
                _mark(made, loud, round((frame.time or 0.0) * RATE))
    return loud


def _mark(frame: AudioFrame, loud: list[int], first: int) -> None:
    samples = memoryview(bytes(frame.planes[0])).cast("h")[: frame.samples]
    for number in range(0, frame.samples, 48):
        slot = (first + number) * 100 // RATE
        loud += [0] * (slot + 1 - len(loud))
        loud[slot] = max(loud[slot], *(abs(s) for s in samples[number : number + 48]))


def onset_after(loud: list[int], at: float) -> float:
    """When the first sound is heard from this second on."""
    first = next(i for i in range(round(at * 100), len(loud)) if loud[i] > LOUD)
    return first / 100


def change_after(pictures: list[tuple[float, int]], at: float) -> float:
    """When the picture is another one than at this second."""
    before = next(grey for time, grey in pictures if time >= at)
    return next(time for time, grey in pictures if time >= at and abs(grey - before) > OTHER)


@dataclass
class Witness:
    """What libVLC would show and let hear, in seconds of its own clock: the first change and the first sound."""

    seen: float | None = None
    heard: float | None = None
    grey: int | None = None
    done: threading.Event = field(default_factory=threading.Event)

    def look(self, frame: FilmFrame) -> None:
        """A picture is to be shown now."""
        x, y = int(PLACE[0] * frame.width), int(PLACE[1] * frame.height)
        grey = frame.pixels[y * frame.stride + x * 4 + 1]
        self.grey = grey if self.grey is None else self.grey
        if self.seen is None and abs(grey - self.grey) > OTHER:
            self.seen = binding().libvlc_clock() / MICRO
            self._check()

    def listen(self, samples: memoryview, pts: int) -> None:
        """Sound that is to be heard from ``pts`` on (microseconds of libVLC's clock)."""
        if self.heard is None:
            first = next((i for i, sample in enumerate(samples) if abs(sample) > LOUD), None)
            if first is not None:
                self.heard = pts / MICRO + first / RATE
                self._check()

    def _check(self) -> None:
        if self.seen is not None and self.heard is not None:
            self.done.set()


def watched(
    vlc: LibVlc, file: Path, size: tuple[int, int], start: float = 0.0, patience: float = 20.0
) -> Witness:
    """Play a film through our frames until its picture has changed and a sound was heard."""
    module, witness = binding(), Witness()
    store = FrameStore(lambda: _shown(store, witness))
    store.expect(1, *size)
    player = cast("Any", vlc.instance().media_player_new())
    plug_in(store, player)
    played = _ears(witness)
    player.audio_set_callbacks(played, None, None, None, None, None)
    player.audio_set_format("S16N", RATE, 1)
    media = vlc.instance().media_new_path(str(file))
    media.add_option(f":start-time={start:.3f}")
    player.set_media(media)
    assert player.play() == 0
    try:
        assert witness.done.wait(patience), f"seen {witness.seen}, heard {witness.heard}"
    finally:
        player.stop()
        player.release()
        media.release()
    assert module is not None
    return witness


def _shown(store: FrameStore, witness: Witness) -> None:
    frame = store.take(1)
    if frame is not None:
        witness.look(frame)


def _ears(witness: Witness) -> Callable[..., None]:
    def play(_opaque: int, data: int, count: int, pts: int) -> None:
        witness.listen(memoryview(ctypes.string_at(data, count * 2)).cast("h"), pts)

    return cast("Callable[..., None]", binding().CallbackDecorators.AudioPlayCb(play))
