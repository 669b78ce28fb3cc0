"""Asks a short-lived helper process to synthesise words that are not shipped, and keeps what it made."""

import contextlib
import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

import companion
from companion.domain.spoken import text_hash
from companion.sound.worker import Worker

log = logging.getLogger(__name__)

NO_SPEECH = "no-speech"
"""The message key of the one notice: words that are not shipped cannot be spoken on this machine."""
EDITION = 1
"""Part of each cached file's name; raise it when the same words would sound different."""
IDLE_AFTER = 20.0
"""Seconds without work after which the helper process is ended."""
PATIENCE = 30.0
"""Seconds that the helper may take for one text; usually 0.9 s for the first one and 0.05 s for the others."""
CRASHES = 3
"""After so many helpers that died, nothing is synthesised any more until the program starts again."""

SPEAK = (sys.executable, "-m", "companion.sound.speak")


class Speech:
    """Turns text into a cached WAV file. Never blocks, never raises; no answer is ``None``.

    ``on_notice`` is called on a thread of its own, at most once, with ``NO_SPEECH``.
    """

    def __init__(
        self,
        cache: Path,
        on_notice: Callable[[str], None],
        command: Sequence[str] = SPEAK,
        idle_after: float = IDLE_AFTER,
        patience: float = PATIENCE,
    ) -> None:
        self._cache = cache
        self._on_notice = on_notice
        self._command = command
        self._idle_after = idle_after
        self._patience = patience
        self._worker = Worker("speech", self._look_after, self._end_helper)
        self._lock = threading.Lock()
        self._helper: subprocess.Popen[str] | None = None
        self._crashes = 0
        self._told = False
        self._closed = False
        self._worked = False

    @property
    def helper_pid(self) -> int | None:
        """The helper's process id while there is one."""
        helper = self._helper
        return None if helper is None else helper.pid

    def file_of(self, text: str) -> Path:
        """Where the sound of this text is, or would be."""
        return self._cache / f"{text_hash(text)}-{EDITION}.wav"

    def fetch(self, text: str, then: Callable[[Path | None], None]) -> None:
        """Have this text synthesised unless it is cached; ``then`` gets the file, or None, on another thread."""
        self._worker.submit(lambda: then(self._made(text)))

    def close(self) -> None:
        """Kill the helper and end the thread; what was still asked for is dropped."""
        with self._lock:
            self._closed = True
            if self._helper is not None:
                self._helper.kill()
        self._worker.close()

    def _made(self, text: str) -> Path | None:
        file = self.file_of(text)
        if file.exists():
            return file
        self._worked = True
        order = json.dumps({"text": text, "out": str(file)})
        while self._crashes < CRASHES and not self._closed:
            answer = self._answer(order)
            if answer is None:
                self._crashes += 1
                self._end_helper()
                continue
            if answer.get("made") and file.exists():
                self._crashes = 0
                return file
            log.warning("a text could not be synthesised: %s", answer.get("failed", "no file"))
            break
        if not self._closed:
            self._tell()
        return None

    def _answer(self, order: str) -> dict[str, object] | None:
        """What the helper says to an order, or None when there is no helper or it died or hung."""
        helper = self._running_helper()
        if helper is None or helper.stdin is None or helper.stdout is None:
            return None
        watchdog = threading.Timer(self._patience, helper.kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            helper.stdin.write(order + "\n")
            helper.stdin.flush()
            told = json.loads(helper.stdout.readline())
        except (OSError, ValueError) as error:
            log.warning("the speech helper gave no answer: %s", type(error).__name__)
            return None
        finally:
            watchdog.cancel()
            watchdog.join()
        return cast("dict[str, object]", told) if isinstance(told, dict) else None

    def _running_helper(self) -> subprocess.Popen[str] | None:
        with self._lock:
            if self._closed:
                return None
            if self._helper is None:
                self._helper = self._new_helper()
            return self._helper

    def _new_helper(self) -> subprocess.Popen[str] | None:
        home = str(Path(companion.__file__).parent.parent)
        path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
        try:
            self._cache.mkdir(parents=True, exist_ok=True)
            return subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                env={**os.environ, "PYTHONPATH": path},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            log.warning("the speech helper does not start: %s", error)
            return None

    def _look_after(self) -> float | None:
        if self._helper is None:
            return None
        if not self._worked:
            self._end_helper()
            return None
        self._worked = False
        return self._idle_after

    def _end_helper(self) -> None:
        with self._lock:
            helper, self._helper = self._helper, None
        if helper is None:
            return
        helper.kill()
        for pipe in (helper.stdin, helper.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what it never read
                    pipe.close()
        log.debug("the speech helper ended with %s", helper.wait())

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self._on_notice(NO_SPEECH)
