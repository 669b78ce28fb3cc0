"""The program's own edges: clocks, log, bugs, notices and keeping the screen awake."""

import logging
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from companion.app.clocks import RehearsalClock, SystemClock
from companion.app.crash import catch_bugs
from companion.app.log import start_log
from companion.app.sentences import sentence
from companion.app.wakefulness import WakepyWakefulness
from companion.app.wiring import Notices
from companion.domain.errors import CompanionError

START = datetime(2026, 3, 1, 21, 0, tzinfo=UTC)


@pytest.fixture
def own_log() -> Iterator[logging.Logger]:
    """The program's logger, left as it was found."""
    log = logging.getLogger("companion")
    before = list(log.handlers)
    yield log
    for handler in set(log.handlers) - set(before):
        log.removeHandler(handler)
        handler.close()


@pytest.fixture
def own_hooks() -> Iterator[None]:
    """The hooks for unexpected exceptions, put back afterwards."""
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def broken() -> None:
    raise ZeroDivisionError("our mistake")


def test_the_systems_steady_clock_never_goes_back() -> None:
    clock = SystemClock()
    seen = [clock.now() for _ in range(100)]
    assert seen == sorted(seen)
    assert clock.wall().tzinfo is not None


def test_a_rehearsal_clock_moves_only_when_told_to() -> None:
    clock = RehearsalClock(START)
    assert (clock.now(), clock.wall()) == (0.0, START)
    clock.let_pass(90.0)
    assert (clock.now(), clock.wall()) == (90.0, START + timedelta(seconds=90))


def test_the_log_is_written_beside_the_diary(tmp_path: Path, own_log: logging.Logger) -> None:
    start_log(tmp_path / "new" / "companion.log")
    own_log.info("step %s", "hand-hug")
    assert "step hand-hug" in (tmp_path / "new" / "companion.log").read_text("utf-8")


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path, own_log: logging.Logger) -> None:
    (tmp_path / "file").write_text("in the way")
    start_log(tmp_path / "file" / "companion.log")
    own_log.info("nobody hears this")
    assert (tmp_path / "file").read_text() == "in the way"


@pytest.mark.usefixtures("own_hooks")
def test_a_bug_is_logged_and_shown_with_its_place(caplog: pytest.LogCaptureFixture) -> None:
    shown: list[str] = []
    catch_bugs(shown.append)
    with pytest.raises(ZeroDivisionError) as caught:
        broken()
    sys.excepthook(ZeroDivisionError, caught.value, caught.value.__traceback__)
    assert len(shown) == 1
    assert "ZeroDivisionError: our mistake" in shown[0]
    assert "test_edges.py" in shown[0]
    assert "ZeroDivisionError: our mistake" in caplog.text


@pytest.mark.usefixtures("own_hooks")
def test_a_bug_in_a_thread_reaches_the_log(caplog: pytest.LogCaptureFixture) -> None:
    catch_bugs(lambda _report: None)
    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    assert "in a thread: " in caplog.text
    assert "our mistake" in caplog.text


def test_an_interrupt_from_the_keyboard_is_no_bug(own_hooks: None, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    usual: list[type[BaseException]] = []

    def usual_hook(kind: type[BaseException], _error: object, _trace: object) -> None:
        usual.append(kind)

    monkeypatch.setattr(sys, "__excepthook__", usual_hook)
    catch_bugs(shown.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert (shown, usual) == ([], [KeyboardInterrupt])


def test_notices_are_kept_until_they_are_taken_and_ring_a_bell() -> None:
    notices, rung = Notices(), list[int]()
    notices.add(CompanionError("no-sound"))
    notices.listen(lambda: rung.append(1))
    notices.add(CompanionError("no-speech"))
    assert [notice.key for notice in notices.take()] == ["no-sound", "no-speech"]
    assert notices.take() == ()
    assert rung == [1]


def test_an_error_is_told_with_its_details_or_else_by_its_key() -> None:
    error = CompanionError("disk-full", folder="/home")
    assert sentence(error, {"disk-full": "No room in {folder}."}) == "No room in /home."
    assert sentence(error, {}) == "disk-full (folder=/home)"


def test_keeping_awake_ends_with_its_thread() -> None:
    keeper = WakepyWakefulness()
    keeper.hold()
    keeper.hold()
    threads = [thread for thread in threading.enumerate() if thread.name == "wakefulness"]
    assert len(threads) == 1
    keeper.release()
    keeper.release()
    threads[0].join(timeout=20)
    assert not threads[0].is_alive()


def test_a_log_that_has_grown_large_is_put_aside(tmp_path: Path, own_log: logging.Logger) -> None:
    path = tmp_path / "companion.log"
    path.write_bytes(b"x" * 1_000_001)
    start_log(path)
    own_log.info("afresh")
    assert (tmp_path / "companion.log.1").stat().st_size == 1_000_001
    assert path.stat().st_size < 1000
