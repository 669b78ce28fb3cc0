"""What happens when the program itself is wrong: the log keeps the report and the caregiver gets to see it."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

log = logging.getLogger("companion.crash")


def catch_bugs(show: Callable[[str], None]) -> None:
    """Send every unexpected exception to the log and to ``show`` (a report as plain text), and go on."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        log.error("unexpected: %s", report)
        show(report)

    def caught_in_thread(arguments: threading.ExceptHookArgs) -> None:
        trace = arguments.exc_traceback
        told = arguments.exc_value or RuntimeError(str(arguments.exc_type))
        log.error(
            "unexpected in a thread: %s", "".join(traceback.format_exception(arguments.exc_type, told, trace))
        )

    sys.excepthook = caught
    threading.excepthook = caught_in_thread
