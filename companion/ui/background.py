"""Runs slow work off the screen's thread and brings back what came of it: the one way to do so."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from companion.domain.errors import CompanionError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Result = TypeVar("Result")


class _Messenger(QObject):
    """Carries a call to the thread that this was made on."""

    brought = Signal(object)


class Background:
    """A few threads for slow functions on copies. Make it on the UI thread."""

    def __init__(self, threads: int = 2) -> None:
        self._threads = threads
        self._pool: ThreadPoolExecutor | None = None
        self._messenger = _Messenger()
        self._messenger.brought.connect(_call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[CompanionError], None],
    ) -> None:
        """Do ``work`` on another thread; then call ``done`` with its result, or ``failed`` with the error of the
        world that it raised, on this thread. Anything else that it raised is raised here: it is a bug."""
        future = self._crew().submit(work)
        future.add_done_callback(
            lambda over: self._messenger.brought.emit(partial(_tell, over, done, failed))
        )

    def close(self) -> None:
        """Take no more work; what is under way ends unheard."""
        self._messenger.brought.disconnect()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _crew(self) -> "ThreadPoolExecutor":
        """The threads, from the first work on: a start needs none."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

        if self._pool is None:
            self._pool = ThreadPoolExecutor(self._threads, "background")
        return self._pool


def _call(told: Callable[[], None]) -> None:
    told()


def _tell(
    over: "Future[Result]", done: Callable[[Result], None], failed: Callable[[CompanionError], None]
) -> None:
    if over.cancelled():
        return
    try:
        result = over.result()
    except CompanionError as error:
        failed(error)
    else:
        done(result)
