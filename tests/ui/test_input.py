"""Clickers and keys: what arrives, keys that are taught, and each key of the map through the window's own door."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from companion.domain.learned_keys import NO_KEYS, Deed, LearnedKeys
from companion.domain.player import Phase
from companion.domain.settings import Settings
from companion.storage.settings_file import SettingsFile
from companion.ui.input.marks import STANDS_FOR, deed_name, mark_name
from companion.ui.input.section import KeyPad
from companion.ui.keys import press_of
from companion.ui.places import Page
from companion.ui.stage_show.keys import asked_by
from tests.fakes import ManualClock, MemorySettings
from tests.ui.baby.hands import open_page
from tests.ui.conftest import OpenHouse
from tests.ui.house import House
from tests.ui.walker import Walker

K = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
NAMELESS = 0x01FFFFFF


def arrive(walker: Walker, key: int, code: int = 0) -> None:
    """A key comes to the window as the system sends it."""
    walker.let_pass(0.3)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, NONE, code, 0, 0)
        QCoreApplication.sendEvent(walker.window.windowHandle(), event)


def at_input(open_house: OpenHouse, keys: LearnedKeys = NO_KEYS) -> Walker:
    walker = open_house(House(settings=MemorySettings(Settings(keys=keys))))
    open_page(walker, Page.SETTINGS, "Settings: Clickers and keys")
    return walker


def kept(walker: Walker) -> LearnedKeys:
    return walker.house.settings.load().keys


def test_what_arrives_is_shown_with_its_name_and_codes(open_house: OpenHouse) -> None:
    walker = at_input(open_house)
    walker.find("Try a key", KeyPad).setFocus()
    arrive(walker, K.Key_PageDown, 117)
    assert "key 16777239 · native code 117" in walker.reads()
    assert "In a session: Next" in walker.reads()
    arrive(walker, K.Key_Q)
    assert "It does nothing in a session." in walker.reads()


def test_a_key_is_taught_and_its_former_meaning_told(open_house: OpenHouse) -> None:
    walker = at_input(open_house)
    walker.click("Teach a key for Back")
    arrive(walker, K.Key_N)
    assert "This key was “Next”. Now it is “Back”." in walker.reads()
    assert kept(walker) == LearnedKeys(back=f"k{int(K.Key_N)}")
    walker.click("Teach a key for Baby says no")
    arrive(walker, K.Key_N)
    assert "This key was “Back”. Now it is “Baby says no”." in walker.reads()
    walker.click("Forget N")
    assert kept(walker) == NO_KEYS


def test_a_key_without_a_name_is_taught_by_its_native_code(open_house: OpenHouse) -> None:
    walker = at_input(open_house)
    walker.click("Teach a key for Next")
    arrive(walker, NAMELESS, 201)
    assert kept(walker) == LearnedKeys(next="s201")
    walker.click("Back to the usual keys")
    assert kept(walker) == NO_KEYS


@pytest.mark.parametrize("key", [K.Key_Tab, K.Key_Shift, K.Key_5, K.Key_F1])
def test_some_keys_keep_their_own_meaning(open_house: OpenHouse, key: Qt.Key) -> None:
    walker = at_input(open_house)
    walker.click("Teach a key for Next")
    pad = walker.find("Try a key", KeyPad)
    QCoreApplication.sendEvent(
        pad, QKeyEvent(QEvent.Type.KeyPress, key, NONE)
    ) if key != K.Key_Tab else pad.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, NONE))
    assert "This key keeps its own meaning" in walker.reads()
    assert kept(walker) == NO_KEYS


def test_escape_leaves_everything_as_it_was(open_house: OpenHouse) -> None:
    walker = at_input(open_house)
    walker.click("Teach a key for Next")
    arrive(walker, K.Key_Escape)
    assert kept(walker) == NO_KEYS
    assert "Click here, then press any key or button." in walker.reads()


def test_a_learned_key_survives_a_restart(tmp_path: Path, open_house: OpenHouse) -> None:
    file = tmp_path / "settings.json"
    walker = open_house(House(settings=SettingsFile(file, ManualClock())))  # pyright: ignore[reportArgumentType]
    open_page(walker, Page.SETTINGS, "Settings: Clickers and keys")
    walker.click("Teach a key for Pause, or go on")
    arrive(walker, NAMELESS, 201)
    walker.window.close()
    again = open_house(House(settings=SettingsFile(file, ManualClock())))  # pyright: ignore[reportArgumentType]
    again.begin()
    arrive(again, NAMELESS, 201)
    assert again.phase is Phase.PAUSED
    arrive(again, NAMELESS, 201)
    assert again.phase is Phase.PLAYING


def test_the_map_of_keys_shows_what_was_taught(open_house: OpenHouse) -> None:
    keys = LearnedKeys(next=f"k{int(K.Key_Q)} s201")
    walker = open_house(House(settings=MemorySettings(Settings(keys=keys))))
    walker.begin()
    arrive(walker, K.Key_Question)
    assert "Q   key without a name (201)" in walker.reads()


def test_a_taught_key_writes_words_as_before(open_house: OpenHouse) -> None:
    walker = open_house(House(settings=MemorySettings(Settings(keys=LearnedKeys(next=f"k{int(K.Key_Q)}")))))
    open_page(walker, Page.SETTINGS, "Settings: Numbers to call")
    line = walker.find("Nurse line", QLineEdit)
    line.clear()
    line.setFocus()
    QTest.keyClick(walker.window.windowHandle(), K.Key_Q)
    assert line.text() == "q"


@pytest.mark.parametrize("deed", list(Deed))
def test_what_can_be_taught_means_something_at_home_and_is_named(deed: Deed) -> None:
    assert press_of(STANDS_FOR[deed], NONE) is not None
    assert deed_name(deed)


@pytest.mark.parametrize("deed", [Deed.NEXT, Deed.BACK, Deed.PAUSE, Deed.REST])
def test_what_can_be_taught_means_the_like_in_a_demonstration(deed: Deed) -> None:
    assert asked_by(STANDS_FOR[deed], NONE) is not None


def test_a_mark_that_nobody_wrote_is_named_as_it_stands() -> None:
    assert mark_name("k16777239")
    assert mark_name("nonsense") == "key without a name (0)"


PLAYED = {
    "pause": (K.Key_Space, K.Key_Return, K.Key_Enter, K.Key_F5, K.Key_MediaPlay, K.Key_MediaPause),
    "next": (K.Key_Right, K.Key_PageDown, K.Key_Down, K.Key_N, K.Key_MediaNext),
    "rest": (K.Key_S, K.Key_B, K.Key_Period),
}  # fmt: skip


@pytest.mark.parametrize("key", PLAYED["pause"])
def test_keys_that_pause_come_through_the_window(walker: Walker, key: Qt.Key) -> None:
    walker.begin()
    arrive(walker, key)
    assert walker.phase is Phase.PAUSED


@pytest.mark.parametrize("key", PLAYED["next"])
def test_keys_that_go_on_come_through_the_window(walker: Walker, key: Qt.Key) -> None:
    walker.begin()
    arrive(walker, key)
    assert walker.state.moment.step == 1


@pytest.mark.parametrize("key", PLAYED["rest"])
def test_keys_that_rest_come_through_the_window(walker: Walker, key: Qt.Key) -> None:
    walker.begin()
    arrive(walker, key)
    assert walker.phase is Phase.RESTING


@pytest.mark.parametrize(
    "key", [K.Key_Left, K.Key_PageUp, K.Key_Up, K.Key_P, K.Key_Backspace, K.Key_MediaPrevious]
)
def test_keys_that_go_back_come_through_the_window(walker: Walker, key: Qt.Key) -> None:
    walker.begin()
    arrive(walker, K.Key_Right)
    arrive(walker, K.Key_Right)
    assert walker.state.moment.step == 2
    arrive(walker, key)
    assert walker.state.moment.step == 1


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        (K.Key_Escape, "Finish here?"),
        (K.Key_H, "Get help"),
        (K.Key_F1, "Get help"),
        (K.Key_Question, "Keys, clickers and pedals"),
    ],
)
def test_keys_that_open_something_come_through_the_window(walker: Walker, key: Qt.Key, shown: str) -> None:
    walker.begin()
    arrive(walker, key)
    assert walker.sees(shown)
