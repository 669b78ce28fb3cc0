"""Garbage is collected on the window's thread, and on no other."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from companion.app.garbage import Sweeper, sweep


class Ring:
    """Something that only the collector can take away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:  # pyright: ignore[reportUnusedFunction]
    yield
    gc.unfreeze()


def allocate() -> list[list[int]]:
    """More than the collector lets pass before it looks at the youngest."""
    return [[number] for number in range(gc.get_threshold()[0] * 3)]


def test_another_thread_collects_nothing_however_much_it_allocates() -> None:
    Sweeper().begin()
    gone = weakref.ref(Ring())
    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert gone() is not None
    assert not gc.isenabled()


def test_a_sweep_collects_what_is_due_and_nothing_twice() -> None:
    gc.disable()
    kept = allocate()
    gone = weakref.ref(Ring())
    assert sweep() is not None
    assert gone() is None
    assert sweep() is None
    assert kept


def test_the_window_sweeps_again_and_again(qtbot: QtBot) -> None:
    sweeper = Sweeper(every=1)
    sweeper.begin()
    gone = weakref.ref(Ring())
    kept = allocate()
    qtbot.waitUntil(lambda: gone() is None)
    assert kept
    assert gc.get_freeze_count() > 0
