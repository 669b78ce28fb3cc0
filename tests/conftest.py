"""For all tests: Qt needs no screen, and no window may outlive its test. (Errors in slots fail by pytest-qt.)"""

import gc
import os
from collections.abc import Iterator

import pytest

from companion.app.garbage import sweep

os.environ["QT_QPA_PLATFORM"] = os.environ.get("COMPANION_TEST_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _swept_on_this_thread() -> Iterator[None]:  # pyright: ignore[reportUnusedFunction]
    """As in the program: no other thread may collect a widget."""
    gc.disable()
    yield
    sweep()


@pytest.fixture(autouse=True)
def _no_window_left(request: pytest.FixtureRequest) -> Iterator[None]:  # pyright: ignore[reportUnusedFunction]
    yield
    if "qtbot" not in request.fixturenames:
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    # Windows that pytest-qt has closed are deleted "later", which for a test without an event loop is never.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    assert not left, f"left open: {left}"
