"""One thread on which libVLC is called: jobs in order, and a look at something between them."""

import atexit
import logging
import queue
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)

Job = Callable[[], None]


def _nothing() -> None:
    return None


class Lane:
    """Runs jobs one after the other on a thread of its own, which starts with the first of them.

    libVLC waits for its own threads in calls such as ``stop``: here nobody is kept waiting by that. ``look_after``
    runs after each job and whenever the time is over that it last returned (seconds, or None for "wake me for
    jobs only"). A job that raises is a bug: it goes to ``threading.excepthook``, and the lane goes on.
    """

    def __init__(self, name: str, look_after: Callable[[], float | None] = _nothing) -> None:
        self._name = name
        self._look_after = look_after
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    def submit(self, job: Job) -> None:
        """Do this soon; returns at once. After ``close`` nothing happens."""
        with self._lock:
            if self._closed:
                return
            self._jobs.put(job)
            if self._thread is None:
                atexit.register(self.close)
                self._start()

    def close(self, timeout: float = 5.0) -> None:
        """Do the jobs that are waiting, then end the thread."""
        with self._lock:
            already, self._closed = self._closed, True
            thread = self._thread
        if already or thread is None:
            return
        atexit.unregister(self.close)
        self._jobs.put(None)
        thread.join(timeout)
        if thread.is_alive():
            log.warning("the %s thread did not end within %.0f s", self._name, timeout)

    def _start(self) -> None:
        self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._work()
        except BaseException:
            with self._lock:
                self._start()
            raise

    def _work(self) -> None:
        wait: float | None = None
        while True:
            try:
                job = self._jobs.get(timeout=wait)
            except queue.Empty:
                job = _nothing
            if job is None:
                return
            job()
            wait = self._look_after()
