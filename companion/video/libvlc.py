"""Finds libVLC when it is first needed, and tells in one error when it is not there."""

import logging
import threading

from companion.domain.errors import CompanionError
from companion.video.binding import Instance, binding

log = logging.getLogger(__name__)

QUIET = (
    "--quiet",
    "--intf=dummy",
    "--no-xlib",
    "--no-lua",  # its scripts look for covers and playlists on the network
    "--no-metadata-network-access",
    "--no-sub-autodetect-file",
    "--no-video-title-show",
    "--no-stats",
    "--avcodec-hw=none",  # frames go to memory anyway, and drivers fail in ways of their own
)
"""Options of every instance: no window, no network, no words on the picture."""
_MAJOR = b"3."


class LibVlc:
    """libVLC, loaded by the first call of ``instance`` (0.1 to 0.5 s: off the UI thread) and then shared."""

    def __init__(self, options: tuple[str, ...] = QUIET) -> None:
        self._options = options
        self._lock = threading.Lock()
        self._instance: Instance | None = None
        self._missing = False

    def instance(self) -> Instance:
        """The one instance. Raises CompanionError ``no-libvlc`` when there is none of version 3 to be loaded."""
        with self._lock:
            if self._instance is None and not self._missing:
                self._instance = _loaded(self._options)
                self._missing = self._instance is None
            if self._instance is None:
                raise CompanionError("no-libvlc")
            return self._instance

    def close(self) -> None:
        """Let go of the library; after everything that was made from it."""
        with self._lock:
            instance, self._instance, self._missing = self._instance, None, True
        if instance is not None:
            instance.release()


def _loaded(options: tuple[str, ...]) -> Instance | None:
    try:
        vlc = binding()
    except (ImportError, OSError, NotImplementedError, AttributeError, SystemExit) as error:
        # The binding ends the process when the library named by an environment variable cannot be loaded.
        log.warning("libVLC cannot be loaded: %s", type(error).__name__)
        return None
    version: bytes = vlc.libvlc_get_version()
    if not version.startswith(_MAJOR):
        log.warning("libVLC %s is not the version that is needed", version.decode("ascii", "replace"))
        return None
    # Without its plugins the library gives no instance: None in the binding's own constructor.
    instance: Instance | None = vlc.Instance(list(options))
    if instance is None:
        log.warning("libVLC gives no instance")
    return instance
