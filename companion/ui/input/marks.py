"""What keys are called, by which mark they are kept, and which key of the maps each deed stands for."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from companion.domain.learned_keys import Deed, LearnedKeys, marks_of
from companion.ui.key_names import CHORDS

_K = Qt.Key
STANDS_FOR: Mapping[Deed, Qt.Key] = {
    Deed.NEXT: _K.Key_PageDown,
    Deed.BACK: _K.Key_PageUp,
    Deed.PAUSE: _K.Key_F5,
    Deed.REST: _K.Key_Period,
    Deed.SAYS_NO: _K.Key_S,
    Deed.ENJOYING: _K.Key_E,
}
"""A key with this meaning in the map of the player and in that of the demonstration."""

THEIR_OWN = frozenset(
    {
        _K.Key_Escape,
        _K.Key_Tab,
        _K.Key_Backtab,
        _K.Key_Shift,
        _K.Key_Control,
        _K.Key_Alt,
        _K.Key_AltGr,
        _K.Key_Meta,
        _K.Key_CapsLock,
        _K.Key_NumLock,
        _K.Key_F1,
        _K.Key_F2,
    }
)
"""Keys that keep their own meaning: the way out, the way round, help, and those that only change others."""


def mark_of(event: QKeyEvent) -> str | None:
    """The mark of a key; None for one that is held with Ctrl, Alt or Meta, or of which nothing is known."""
    if event.modifiers() & CHORDS:
        return None
    if event.key() not in {0, int(_K.Key_unknown)}:
        return f"k{event.key()}"
    return f"s{event.nativeScanCode()}" if event.nativeScanCode() else None


def is_its_own(event: QKeyEvent) -> bool:
    """Whether a key cannot be taught anything else."""
    return event.key() in THEIR_OWN or Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9


def mark_name(mark: str) -> str:
    """What a key is called."""
    number = int(mark[1:]) if mark[1:].isdigit() else 0
    if mark.startswith("k") and number <= int(_K.Key_unknown):
        return QKeySequence(number).toString(QKeySequence.SequenceFormat.NativeText) or mark
    return QCoreApplication.translate("Input", "key without a name (%1)").replace("%1", str(number))


def deed_name(deed: Deed) -> str:
    """What a key can be taught to do, in words."""
    return {
        Deed.NEXT: QCoreApplication.translate("Input", "Next"),
        Deed.BACK: QCoreApplication.translate("Input", "Back"),
        Deed.PAUSE: QCoreApplication.translate("Input", "Pause, or go on"),
        Deed.REST: QCoreApplication.translate("Input", "Rest your hands; in clinic: blank"),
        Deed.SAYS_NO: QCoreApplication.translate("Input", "Baby says no"),
        Deed.ENJOYING: QCoreApplication.translate("Input", "Baby is enjoying it"),
    }[deed]


def learned_rows(learned: LearnedKeys) -> Iterator[tuple[str, str]]:
    """Each deed that keys were taught for, with their names: for the maps of keys."""
    for deed in Deed:
        if marks := marks_of(learned, deed):
            yield deed_name(deed), "   ".join(mark_name(mark) for mark in marks)
