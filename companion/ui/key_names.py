"""What all maps of keys share: what keys are called, which go unsaid, and which are the system's."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

Meaning = TypeVar("Meaning")
_K = Qt.Key

CHORDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
"""What is held for a key that is the system's."""

UNSHOWN = {
    _K.Key_Enter,
    _K.Key_Equal,
    _K.Key_MediaPlay,
    _K.Key_MediaPause,
    _K.Key_MediaTogglePlayPause,
    _K.Key_MediaNext,
    _K.Key_MediaPrevious,
}
"""Keys that a map has and does not list: twins of others, and the media keys, which a sentence tells of."""


def meaning_of(
    meanings: Mapping[Qt.Key, Meaning], key: int, modifiers: Qt.KeyboardModifier
) -> Meaning | None:
    """What a key means in a map, or None; keys held with Ctrl, Alt or Meta are the system's."""
    if modifiers & CHORDS:
        return None
    try:
        return meanings.get(Qt.Key(key))
    except ValueError:
        return None


def key_words(keys: Iterable[Qt.Key]) -> str:
    """What the keys are called, side by side, but for those that go unsaid."""
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(QKeySequence(key).toString(native) for key in keys if key not in UNSHOWN)
