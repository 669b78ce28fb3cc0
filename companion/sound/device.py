"""The only code that knows miniaudio: the way to the loudspeakers and the decoder, loaded on first need."""

import ctypes
import functools
import logging
import sys
from array import array
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from miniaudio import Backend

log = logging.getLogger(__name__)

RATE = 24_000
"""Mono 16-bit samples a second, everywhere in this package: the rate of the synthesised voice."""
PERIOD_MS = 40
"""Length of one call for samples. Three of them are buffered: 120 ms lie between mixing and hearing."""
PERIODS = 3

Pull = Generator["bytes | array[int]", int, None]
"""Is sent a number of frames and yields that many samples; already started when it is handed over."""


class Output(Protocol):
    """An open device: the part of ``miniaudio.PlaybackDevice`` that the mixer uses."""

    stop_callback: Callable[[], None] | None

    def start(self, callback_generator: Pull) -> None:
        """Begin to ask for samples, on a thread of the library."""
        ...

    def close(self) -> None:
        """Stop and let go of the device."""
        ...


OpenDevice = Callable[[], Output]
"""Raises ``miniaudio.MiniaudioError`` when the machine has no sound."""


def open_speakers() -> Output:
    """The machine's own playback device, not yet started. Raises ``miniaudio.MiniaudioError``.

    The silent null backend is left out, or a machine without sound would seem to have some.
    """
    _load()
    import miniaudio  # noqa: PLC0415 - on first need, off the UI thread

    _quiet_alsa()
    silent = {miniaudio.Backend.NULL, miniaudio.Backend.CUSTOM}
    backends = [b for b in miniaudio.Backend if b in miniaudio.get_enabled_backends() - silent]
    return open_backends(backends)


def open_backends(backends: "Sequence[Backend]") -> Output:
    """The first of these miniaudio backends that works, not yet started. Raises ``miniaudio.MiniaudioError``."""
    _load()
    import miniaudio  # noqa: PLC0415

    device = miniaudio.PlaybackDevice(
        output_format=miniaudio.SampleFormat.SIGNED16,
        nchannels=1,
        sample_rate=RATE,
        buffersize_msec=PERIOD_MS,
        callback_periods=PERIODS,
        backends=list(backends),
        app_name="Infant Massage Companion",
    )
    log.info("sound goes out through %s", cast("str", device.backend))
    return cast("Output", device)


def started(open_device: OpenDevice, pull: Pull, on_stop: Callable[[], None]) -> Output | None:
    """Open a device and let it play, or None (with a line in the log) when there is no sound to be had.

    ``on_stop`` is called on a foreign thread when the device stops by itself.
    """
    try:
        _load()
        import miniaudio  # noqa: PLC0415
    except (ImportError, OSError) as error:
        log.warning("no sound library: %s", error)
        return None
    device: Output | None = None
    try:
        device = open_device()
        device.stop_callback = on_stop
        next(pull)
        device.start(pull)
    except (miniaudio.MiniaudioError, OSError) as error:
        log.warning("no sound device: %s", error)
        if device is not None:
            stopped(device)
        return None
    return device


def stopped(device: Output) -> None:
    """Let go of a device for good, without its telling that it stopped."""
    device.stop_callback = None
    device.close()


def decoded(path: Path) -> "array[int] | None":
    """The samples of a WAV or Ogg Vorbis file of any rate; None, with a line in the log, when it cannot be read."""
    try:
        _load()
        import miniaudio  # noqa: PLC0415
    except (ImportError, OSError) as error:
        log.warning("no sound library: %s", error)
        return None
    try:
        sound = miniaudio.decode(path.read_bytes(), nchannels=1, sample_rate=RATE)
        return cast("array[int]", sound.samples)
    except (OSError, miniaudio.MiniaudioError) as error:
        log.warning("%s cannot be played: %s", path.name, error)
        return None


@functools.lru_cache(maxsize=1)
def _load() -> None:
    """Import miniaudio without the numpy that it would take along, only to accept arrays that are never sent
    here: 190 ms and 20 MB. Raises ImportError or OSError."""
    modules = cast("dict[str, ModuleType | None]", sys.modules)
    hide = "numpy" not in modules and "miniaudio" not in modules
    if hide:
        modules["numpy"] = None
    try:
        import miniaudio  # noqa: PLC0415, F401  # pyright: ignore[reportUnusedImport]
    finally:
        if hide:
            del modules["numpy"]


@functools.lru_cache(maxsize=1)
def _quiet_alsa() -> object:
    """Keep ALSA from printing forty lines on a machine without a sound card; returns what must stay alive."""
    if not sys.platform.startswith("linux"):
        return None
    kind = ctypes.CFUNCTYPE(
        None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
    )
    silent = kind(lambda *_: None)
    try:
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(silent)
    except (OSError, AttributeError):
        return None
    return silent
