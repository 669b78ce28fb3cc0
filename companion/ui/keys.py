"""The one key map of the player: which key does what, what it is called, and what counts as one press."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt

from companion.domain.clock import Clock
from companion.ui.actions import Press
from companion.ui.key_names import CHORDS, key_words, meaning_of

DEBOUNCE = 0.25
"""Seconds in which a clicker's second press of the same key counts as a bounce."""


@dataclass(frozen=True, slots=True)
class Binding:
    """Keys that all do the same; the first ones are shown first in the overlay."""

    press: Press
    keys: tuple[Qt.Key, ...]


_K = Qt.Key

KEY_MAP: tuple[Binding, ...] = (
    Binding(
        Press.TOGGLE,
        (
            _K.Key_Space,
            _K.Key_Return,
            _K.Key_Enter,
            _K.Key_F5,
            _K.Key_MediaPlay,
            _K.Key_MediaPause,
            _K.Key_MediaTogglePlayPause,
        ),
    ),
    Binding(Press.NEXT, (_K.Key_Right, _K.Key_PageDown, _K.Key_Down, _K.Key_N, _K.Key_MediaNext)),
    Binding(
        Press.BACK,
        (_K.Key_Left, _K.Key_PageUp, _K.Key_Up, _K.Key_P, _K.Key_Backspace, _K.Key_MediaPrevious),
    ),
    Binding(Press.SAYS_NO, (_K.Key_S,)),
    Binding(Press.REST, (_K.Key_B, _K.Key_Period)),
    Binding(Press.ENJOYING, (_K.Key_E,)),
    Binding(Press.REPEAT, (_K.Key_R,)),
    Binding(Press.MORE_TIME, (_K.Key_Plus, _K.Key_Equal)),
    Binding(Press.FILM, (_K.Key_F,)),
    Binding(Press.FINISH, (_K.Key_Escape,)),
    Binding(Press.HELP, (_K.Key_H, _K.Key_F1)),
    Binding(Press.CRYING, (_K.Key_C, _K.Key_F2)),
    Binding(Press.KEYS, (_K.Key_Question,)),
)

_BY_KEY = {key: binding.press for binding in KEY_MAP for key in binding.keys}


def press_of(key: int, modifiers: Qt.KeyboardModifier) -> Press | None:
    """What a key does in the player, or None; keys held with Ctrl, Alt or Meta are the system's."""
    return meaning_of(_BY_KEY, key, modifiers)


def key_rows() -> Iterator[tuple[str, str]]:
    """Each row of the overlay: what it does, and the keys that do it."""
    for binding in KEY_MAP:
        yield name_of(binding.press), key_words(binding.keys)
    yield QCoreApplication.translate("Keys", "Pick what baby does"), "1 … 9   0"


def name_of(press: Press) -> str:
    """What a press does, in words."""
    names = {
        Press.TOGGLE: QCoreApplication.translate("Keys", "Pause, or go on"),
        Press.NEXT: QCoreApplication.translate("Keys", "Next"),
        Press.BACK: QCoreApplication.translate("Keys", "Back"),
        Press.SAYS_NO: QCoreApplication.translate("Keys", "Baby says no"),
        Press.REST: QCoreApplication.translate("Keys", "Rest your hands"),
        Press.ENJOYING: QCoreApplication.translate("Keys", "Baby is enjoying it"),
        Press.REPEAT: QCoreApplication.translate("Keys", "Do this one again"),
        Press.MORE_TIME: QCoreApplication.translate("Keys", "15 seconds more"),
        Press.FILM: QCoreApplication.translate("Keys", "Your film, or the drawing"),
        Press.FINISH: QCoreApplication.translate("Keys", "Finish (asks first)"),
        Press.HELP: QCoreApplication.translate("Keys", "Get help"),
        Press.CRYING: QCoreApplication.translate("Keys", "When the crying is too much"),
        Press.KEYS: QCoreApplication.translate("Keys", "Show these keys"),
    }
    return names[press]


def digit_of(key: int, modifiers: Qt.KeyboardModifier) -> int | None:
    """The digit of a key, 0 to 9, on the keypad too; None for any other."""
    if modifiers & CHORDS or not _K.Key_0 <= key <= _K.Key_9:
        return None
    return key - int(_K.Key_0)


class KeyGate:
    """Lets one press through and holds back its bounces."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._key = 0
        self._at = float("-inf")

    def lets(self, key: int) -> bool:
        """Whether this key counts now; the same key within DEBOUNCE of the last counted one does not."""
        now = self._clock.now()
        if key == self._key and now - self._at < DEBOUNCE:
            return False
        self._key, self._at = key, now
        return True
