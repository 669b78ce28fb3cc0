"""Keeps the way to the loudspeakers open while there is something to hear, and lives on without it."""

import logging
import time
from collections.abc import Callable

from companion.sound.desk import Channel, Clip, Desk
from companion.sound.device import OpenDevice, Output, Pull, open_speakers, started, stopped
from companion.sound.worker import Worker

log = logging.getLogger(__name__)

NO_SOUND = "no-sound"
"""The message key of the one notice: there is no sound device, or it went away and stayed away."""
REST_AFTER = 20.0
"""Seconds of silence until the device is let go; longer than most gaps of a session, because headphones and
screens that fall asleep swallow the first syllable."""
LOST_AFTER = 3.0
"""Seconds without a call for samples after which a device counts as lost."""
RETRY_AFTER = 20.0
"""Seconds until a missing device is looked for again, when there is something to play."""


class Mixer:
    """Plays clips of three channels on the machine's sound device. Never blocks, never raises.

    Everything slow (loading the library, opening the device, jobs of voice and chimes) happens on one thread
    of its own, started with the first sound. ``on_notice`` is called on that thread, at most once, with
    ``NO_SOUND``.
    """

    def __init__(
        self,
        on_notice: Callable[[str], None],
        open_device: OpenDevice = open_speakers,
        rest_after: float = REST_AFTER,
        lost_after: float = LOST_AFTER,
        retry_after: float = RETRY_AFTER,
    ) -> None:
        self._on_notice = on_notice
        self._open_device = open_device
        self._rest_after = rest_after
        self._lost_after = lost_after
        self._retry_after = retry_after
        self._desk = Desk()
        self._worker = Worker("sound", self._look_after, self._let_go)
        self._device: Output | None = None
        self._told = False
        self._ever_asked = False
        self._silent_until = 0.0
        self._asked_at = 0.0
        self._heard_at = 0.0

    @property
    def silent(self) -> bool:
        """Whether a device was looked for in vain and it is too early to look again."""
        return time.monotonic() < self._silent_until

    def audible(self, channel: Channel) -> bool:
        """Whether playing on this channel could be heard at all."""
        return self._desk.audible(channel) and not self.silent

    def set_volume(self, channel: Channel, volume: float) -> None:
        """0.0 to 1.0; also changes what is being played."""
        self._desk.set_volume(channel, volume)

    def play(self, channel: Channel, clip: Clip) -> None:
        """Let a clip be heard; on the voice's channel the line before it gives way."""
        if self.audible(channel):
            self._desk.add(channel, clip)
            self._worker.submit(self._wake)

    def fade_out(self, channel: Channel) -> None:
        """End what the channel plays."""
        self._desk.fade_out(channel)

    def submit(self, job: Callable[[], None]) -> None:
        """Do a small job (find, read, decode) on the sound thread."""
        self._worker.submit(job)

    def close(self) -> None:
        """Be silent, let go of the device and end the thread."""
        self._desk.clear()
        self._worker.close()

    def _wake(self) -> None:
        if self._device is not None:
            return
        if self.silent:
            self._desk.clear()
            return
        self._ever_asked = False
        self._asked_at = self._heard_at = time.monotonic()
        self._device = started(self._open_device, self._pull(), self._device_stopped)
        if self._device is None:
            self._be_silent()

    def _pull(self) -> Pull:
        """Answers the device's calls for samples, on a thread of the library."""
        frames = yield b""
        while True:
            self._ever_asked = True
            self._asked_at = time.monotonic()
            if self._desk.busy:
                self._heard_at = self._asked_at
            frames = yield self._desk.mix(frames)

    def _device_stopped(self) -> None:
        device = self._device
        self._worker.submit(lambda: self._lost(device))

    def _lost(self, device: Output | None) -> None:
        if device is None or device is not self._device:
            return
        log.warning("the sound device went away")
        self._let_go()
        if not self._ever_asked:
            self._be_silent()
        elif self._desk.busy:
            self._wake()

    def _look_after(self) -> float | None:
        if self._device is None:
            return None
        now = time.monotonic()
        if now - self._asked_at > self._lost_after:
            self._lost(self._device)
        elif now - self._heard_at > self._rest_after:
            self._let_go()
        return min(1.0, self._rest_after, self._lost_after)

    def _let_go(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            stopped(device)

    def _be_silent(self) -> None:
        self._silent_until = time.monotonic() + self._retry_after
        self._desk.clear()
        if not self._told:
            self._told = True
            self._on_notice(NO_SOUND)
