"""A locked diary asks for its passcode before anything else, and opens with the recovery code too."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from companion.app.entering import ask_terminal, enter, nobody_to_ask
from companion.app.paths import Paths
from companion.app.unlocking import ask_in_window, unlock_window
from companion.app.wiring import App, build
from companion.content.library import load_messages
from companion.domain.backup import Why
from companion.domain.errors import CompanionError
from companion.storage.erasing import PASSCODE_FILE
from companion.storage.passcode import Cost, Lock, read_lock
from companion.storage.passcodes import SqlitePasscodes
from companion.ui.keeping.unlock import UnlockWindow
from tests.app.folders import ROOT, paths_in
from tests.app.test_rounds import AtOnce
from tests.fakes import ManualClock

EVENING = datetime.fromisoformat("2026-11-19T18:40:00+00:00")
PASSCODE = "moon and stars"
CHEAP = Cost(1, 8192)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_in(tmp_path)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(wall=EVENING)


def locked_home(paths: Paths, clock: ManualClock) -> tuple[Lock, str]:
    """A home in which a passcode was set; returns its lock and the recovery code."""
    app = build(paths, clock, audible=False, awake=False)
    app.start_session("first-massage").begin()
    passcodes = app.passcodes()
    assert isinstance(passcodes, SqlitePasscodes)
    passcodes._cost = CHEAP
    chosen = passcodes.choose(PASSCODE)
    passcodes.finish(passcodes.lock_up(chosen))
    app.close()
    lock = read_lock((paths.home,))
    assert lock
    return lock, chosen.code


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Lock, str]:
    """A home that was locked once, to be copied; with its lock and its recovery code."""
    folder = tmp_path_factory.mktemp("locked")
    return (folder / "home", *locked_home(paths_in(folder), ManualClock(wall=EVENING)))


@pytest.fixture
def locked(paths: Paths, prepared: tuple[Path, Lock, str]) -> tuple[Lock, str]:
    home, lock, code = prepared
    shutil.copytree(home, paths.home)
    return lock, code


@pytest.fixture
def window(
    qtbot: QtBot, paths: Paths, clock: ManualClock, locked: tuple[Lock, str]
) -> Iterator[UnlockWindow]:
    made = unlock_window(paths, clock, locked[0], AtOnce(), CHEAP)
    qtbot.addWidget(made)
    made.show()
    yield made


def write(window: UnlockWindow, line: str, words: str) -> None:
    field = next(f for f in window.findChildren(QLineEdit) if f.accessibleName() == line)
    QTest.keyClicks(field, words)


def click(window: UnlockWindow, name: str) -> None:
    button = next(b for b in window.findChildren(QAbstractButton) if b.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def reads(window: UnlockWindow) -> str:
    QApplication.processEvents()
    return "\n".join(shown.text() for shown in window.findChildren(QLabel) if shown.isVisible())


def key_of(told: list[bytes] | None) -> bytes:
    assert told
    return told[0]


def opened(paths: Paths, clock: ManualClock, key: bytes) -> App:
    return build(paths, clock, audible=False, awake=False, ask=lambda _lock: key)


def test_a_locked_diary_stays_locked_where_nobody_can_be_asked(
    paths: Paths, clock: ManualClock, locked: tuple[Lock, str]
) -> None:
    with pytest.raises(CompanionError, match="passcode-needed"):
        build(paths, clock, audible=False, awake=False)
    with pytest.raises(CompanionError, match="passcode-needed"):
        enter(paths, nobody_to_ask)


def test_the_passcode_opens_the_diary(
    window: UnlockWindow, qtbot: QtBot, paths: Paths, clock: ManualClock
) -> None:
    write(window, "Passcode", PASSCODE)
    with qtbot.waitSignal(window.opened) as got:
        click(window, "Open")
    app = opened(paths, clock, key_of(got.args))
    assert app.unfinished() is not None
    assert app.passcodes().is_set()
    app.close()


def test_enter_is_as_good_as_the_button(window: UnlockWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.opened):
        write(window, "Passcode", PASSCODE + "\r")


def test_a_wrong_passcode_is_told_in_one_sentence_and_can_be_tried_again(
    window: UnlockWindow, qtbot: QtBot
) -> None:
    write(window, "Passcode", "moon and stairs\r")
    assert "That is not the passcode." in reads(window)
    with qtbot.waitSignal(window.opened):
        write(window, "Passcode", PASSCODE + "\r")


def test_nothing_written_asks_for_nothing(window: UnlockWindow) -> None:
    click(window, "Open")
    assert "not the passcode" not in reads(window)


def test_whom_to_call_is_seen_whatever_is_locked(window: UnlockWindow) -> None:
    assert "911" in reads(window)


def test_a_passcode_can_be_shown_while_it_is_written(window: UnlockWindow) -> None:
    field = next(f for f in window.findChildren(QLineEdit) if f.accessibleName() == "Passcode")
    assert field.echoMode() is QLineEdit.EchoMode.Password
    click(window, "Show what is written: Passcode")
    assert field.echoMode() is QLineEdit.EchoMode.Normal


def test_a_forgotten_passcode_is_replaced_by_way_of_the_recovery_code(
    window: UnlockWindow, qtbot: QtBot, paths: Paths, clock: ManualClock, locked: tuple[Lock, str]
) -> None:
    click(window, "I forgot it")
    write(window, "Recovery code", locked[1].lower())
    write(window, "New passcode", "sun and clouds")
    write(window, "New passcode, once more", "sun and clouds")
    with qtbot.waitSignal(window.opened) as got:
        click(window, "Open")
    opened(paths, clock, key_of(got.args)).close()
    lock = read_lock((paths.home,))
    assert lock
    again = unlock_window(paths, clock, lock, AtOnce(), CHEAP)
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.opened):
        write(again, "Passcode", "sun and clouds\r")


@pytest.mark.parametrize(
    ("code", "new", "once_more", "told"),
    [
        ("", "sun", "sun", "Take 6 characters or more"),
        ("", "sun and clouds", "sun and cloud", "The two are not the same."),
        (
            "0000-0000-0000-0000-0000-0000",
            "sun and clouds",
            "sun and clouds",
            "That is not the recovery code.",
        ),
    ],
)
def test_what_is_wrong_with_a_recovery_is_told(
    window: UnlockWindow, code: str, new: str, once_more: str, told: str
) -> None:
    click(window, "I forgot it")
    write(window, "Recovery code", code)
    write(window, "New passcode", new)
    write(window, "New passcode, once more", once_more)
    click(window, "Open")
    assert told in reads(window)


def test_closing_the_window_is_no_error(window: UnlockWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        window.close()


def test_asking_waits_for_the_window_and_gives_the_key(
    qtbot: QtBot, paths: Paths, clock: ManualClock, locked: tuple[Lock, str]
) -> None:
    def answer() -> None:
        shown = next(
            w for w in QApplication.topLevelWidgets() if isinstance(w, UnlockWindow) and w.isVisible()
        )
        write(shown, "Passcode", PASSCODE + "\r")

    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, answer)
    app = opened(paths, clock, ask_in_window(paths, clock, locked[0]))
    assert app.unfinished() is not None
    app.close()


def test_closing_the_window_that_asks_leaves_the_diary_locked(
    qtbot: QtBot, paths: Paths, clock: ManualClock, locked: tuple[Lock, str]
) -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, QApplication.closeAllWindows)
    with pytest.raises(CompanionError, match="passcode-needed"):
        ask_in_window(paths, clock, locked[0])


def test_a_command_reads_the_passcode_from_its_input(paths: Paths, locked: tuple[Lock, str]) -> None:
    report = subprocess.run(
        [sys.executable, "-m", "companion", "report", str(paths.home / "report.pdf")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "COMPANION_HOME": str(paths.home)},
        input=f"{PASSCODE}\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (report.returncode, report.stderr) == (0, "")
    assert (paths.home / "report.pdf").read_bytes().startswith(b"%PDF")


def test_a_pipe_is_asked_once(
    paths: Paths, locked: tuple[Lock, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("wrong\nwrong\n"))
    with pytest.raises(CompanionError, match="passcode-wrong"):
        ask_terminal(load_messages(paths.data, "en"))(locked[0])


def test_a_lost_lock_is_taken_from_beside_the_copies(
    paths: Paths, clock: ManualClock, locked: tuple[Lock, str]
) -> None:
    key = ask_terminal_key(paths, locked)
    app = opened(paths, clock, key)
    app.vault.back_up(Why.START)
    app.settle_copies()
    app.close()
    (paths.home / PASSCODE_FILE).unlink()
    again = opened(paths, clock, key)
    assert again.unfinished() is not None
    again.settle_copies()
    again.close()
    assert (paths.home / PASSCODE_FILE).exists()


def ask_terminal_key(paths: Paths, locked: tuple[Lock, str]) -> bytes:
    from companion.app.unlocking import FolderUnlocker

    return FolderUnlocker(locked[0], (paths.home,)).unlock(PASSCODE)


def test_nothing_is_asked_where_there_is_no_passcode(paths: Paths, clock: ManualClock) -> None:
    build(paths, clock, audible=False, awake=False).close()
    entry = enter(paths, nobody_to_ask)
    entry.leave()
    assert entry.form.key is None


def test_what_was_spoken_does_not_lie_about_where_there_is_a_passcode(
    paths: Paths, clock: ManualClock, locked: tuple[Lock, str]
) -> None:
    spoken = paths.cache / "speech" / "hello-mila.wav"
    for _ in range(2):  # left by a program that was killed, and by one that is closed
        spoken.parent.mkdir(parents=True, exist_ok=True)
        spoken.write_bytes(b"Hello Mila")
        app = opened(paths, clock, ask_terminal_key(paths, locked))
        assert not spoken.exists()
        spoken.parent.mkdir(parents=True)
        spoken.write_bytes(b"Hello Mila")
        app.close()
        assert not spoken.exists()


def test_routines_of_ones_own_are_not_locked_with_the_films(
    paths: Paths, clock: ManualClock, locked: tuple[Lock, str]
) -> None:
    routine = paths.home / "routines" / "ours.toml"
    routine.parent.mkdir()
    routine.write_text('title = "Ours"')
    app = opened(paths, clock, ask_terminal_key(paths, locked))
    app.settle_copies()
    app.close()
    assert routine.read_text() == 'title = "Ours"'


def test_the_whole_program_asks_first_and_then_shows_its_window(
    paths: Paths, locked: tuple[Lock, str]
) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.app.open_window", str(paths.home), PASSCODE],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout
    told = [child.stdout.readline() for _ in range(2)]
    child.kill()
    child.communicate()
    assert told == ["asked\n", "listening\n"]
