"""The key map: complete, without doubles, and shown as it is."""

from collections import Counter

from PySide6.QtCore import Qt

from companion.ui.actions import Press
from companion.ui.keys import DEBOUNCE, KEY_MAP, KeyGate, key_rows, press_of
from tests.fakes import ManualClock

NONE = Qt.KeyboardModifier.NoModifier


def test_no_key_does_two_things() -> None:
    counted = Counter(key for binding in KEY_MAP for key in binding.keys)
    assert [key for key, times in counted.items() if times > 1] == []


def test_every_row_has_a_name_and_keys() -> None:
    rows = list(key_rows())
    assert len(rows) == len(KEY_MAP) + 1, "one more for the digits"
    assert all(name and keys.strip() for name, keys in rows)


def test_an_unknown_key_does_nothing() -> None:
    assert press_of(Qt.Key.Key_Z, NONE) is None
    assert press_of(0x1234567, NONE) is None


def test_a_key_held_with_control_belongs_to_the_system() -> None:
    assert press_of(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier) is None
    assert press_of(Qt.Key.Key_P, NONE) is Press.BACK


def test_the_gate_holds_back_a_bounce_and_lets_the_next_press_through() -> None:
    clock = ManualClock()
    gate = KeyGate(clock)
    assert gate.lets(Qt.Key.Key_Right)
    clock.advance(DEBOUNCE - 0.01)
    assert not gate.lets(Qt.Key.Key_Right)
    clock.advance(0.02)
    assert gate.lets(Qt.Key.Key_Right)


def test_a_row_of_bounces_does_not_keep_the_gate_shut() -> None:
    clock = ManualClock()
    gate = KeyGate(clock)
    let = 0
    for _ in range(11):
        let += gate.lets(Qt.Key.Key_Right)
        clock.advance(0.1)
    assert let == 4
