"""One lazy background thread that does small jobs in order, and looks after something between them."""

import atexit
import logging
import queue
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)


def _nothing() -> None:
    return None


class Worker:
    """Runs jobs one after the other on a thread that starts with the first of them.

    ``look_after`` runs after each job and whenever the time is over that it last returned (seconds, or None
    for "wake me for jobs only"). ``at_end`` runs last, on the same thread. A job that raises is a bug: it goes to
    ``threading.excepthook``, and a new thread does the other jobs.
    """

    def __init__(
        self,
        name: str,
        look_after: Callable[[], float | None] = _nothing,
        at_end: Callable[[], None] = _nothing,
    ) -> None:
        self._name = name
        self._look_after = look_after
        self._at_end = at_end
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    def submit(self, job: Callable[[], None]) -> None:
        """Do this soon; returns at once. After ``close`` nothing happens."""
        with self._lock:
            if self._closed:
                return
            self._jobs.put(job)
            if self._thread is None:
                atexit.register(self.close)
                self._start()

    def close(self, timeout: float = 5.0) -> None:
        """Finish the job in hand, do ``at_end``, and end the thread; jobs that still wait are dropped."""
        with self._lock:
            already, self._closed = self._closed, True
            thread = self._thread
        if already or thread is None:
            return
        atexit.unregister(self.close)
        self._jobs.put(None)
        if thread is not threading.current_thread():
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
                if not self._closed:
                    self._start()
            raise
        self._at_end()

    def _work(self) -> None:
        wait: float | None = None
        while not self._closed:
            try:
                job = self._jobs.get(timeout=wait)
            except queue.Empty:
                job = _nothing
            if job is None or self._closed:
                return
            job()
            wait = self._look_after()
