"""The one key map of a demonstration: keys, clickers, pedals and media keys, and what each does."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Qt

from companion.domain.demonstration import Show
from companion.ui.key_names import UNSHOWN, key_words, meaning_of


class Desk(Enum):
    """What a press asks of the presenter's window rather than of the demonstration."""

    KEYS = auto()
    STROKES = auto()
    DISPLAY = auto()
    FILM = auto()
    NOTES = auto()
    HELP = auto()
    LEAVE = auto()


Asked = Show | Desk
_K = Qt.Key


@dataclass(frozen=True, slots=True)
class Binding:
    """Keys that all do the same; the first ones are shown first."""

    asked: Asked
    keys: tuple[Qt.Key, ...]


KEY_MAP: tuple[Binding, ...] = (
    Binding(
        Show.NEXT,
        (
            _K.Key_PageDown,
            _K.Key_Right,
            _K.Key_Down,
            _K.Key_Space,
            _K.Key_N,
            _K.Key_Return,
            _K.Key_Enter,
            _K.Key_MediaNext,
        ),
    ),
    Binding(
        Show.BACK,
        (_K.Key_PageUp, _K.Key_Left, _K.Key_Up, _K.Key_Backspace, _K.Key_P, _K.Key_MediaPrevious),
    ),
    Binding(Show.BLANK, (_K.Key_Period, _K.Key_B)),
    Binding(
        Show.FREEZE,
        (_K.Key_F5, _K.Key_K, _K.Key_MediaPlay, _K.Key_MediaPause, _K.Key_MediaTogglePlayPause),
    ),
    Binding(Show.SLOWER, (_K.Key_Minus, _K.Key_BracketLeft)),
    Binding(Show.QUICKER, (_K.Key_Plus, _K.Key_Equal, _K.Key_BracketRight)),
    Binding(Show.USUAL_PACE, (_K.Key_0,)),
    Binding(Show.OTHER_SIDE, (_K.Key_O,)),
    Binding(Show.FACING, (_K.Key_V,)),
    Binding(Show.MIRROR, (_K.Key_M,)),
    Binding(Show.LEFT_HANDED, (_K.Key_L,)),
    Binding(Show.CLOSER, (_K.Key_Z,)),
    Binding(Show.CLOCK, (_K.Key_T,)),
    Binding(Show.CLOCK_BACK, (_K.Key_R,)),
    Binding(Desk.FILM, (_K.Key_F,)),
    Binding(Desk.STROKES, (_K.Key_G,)),
    Binding(Desk.NOTES, (_K.Key_E,)),
    Binding(Desk.DISPLAY, (_K.Key_D,)),
    Binding(Desk.HELP, (_K.Key_H, _K.Key_F1)),
    Binding(Desk.KEYS, (_K.Key_Question,)),
    Binding(Desk.LEAVE, (_K.Key_Escape,)),
)

CLICKER = {_K.Key_PageDown, _K.Key_PageUp, _K.Key_F5} | UNSHOWN - {_K.Key_Enter, _K.Key_Equal}
"""Keys that write nothing: they mean the demonstration even while a note is written."""

_BY_KEY = {key: binding.asked for binding in KEY_MAP for key in binding.keys}


def asked_by(key: int, modifiers: Qt.KeyboardModifier) -> Asked | None:
    """What a key asks for, or None; keys held with Ctrl, Alt or Meta are the system's."""
    return meaning_of(_BY_KEY, key, modifiers)


def key_rows() -> Iterator[tuple[str, str]]:
    """Each row of the map: what it does, and the keys that do it."""
    for binding in KEY_MAP:
        yield name_of(binding.asked), key_words(binding.keys)


def name_of(asked: Asked) -> str:
    """What a press does, in words."""
    names: dict[Asked, str] = {
        Show.NEXT: QCoreApplication.translate("ShowKeys", "Next stroke"),
        Show.BACK: QCoreApplication.translate("ShowKeys", "Stroke before"),
        Show.BLANK: QCoreApplication.translate("ShowKeys", "Darken the family’s screen"),
        Show.FREEZE: QCoreApplication.translate("ShowKeys", "Freeze, or go on"),
        Show.SLOWER: QCoreApplication.translate("ShowKeys", "Slower"),
        Show.QUICKER: QCoreApplication.translate("ShowKeys", "Faster"),
        Show.USUAL_PACE: QCoreApplication.translate("ShowKeys", "Usual pace"),
        Show.OTHER_SIDE: QCoreApplication.translate("ShowKeys", "Other side of baby"),
        Show.FACING: QCoreApplication.translate("ShowKeys", "From the other side of the mat"),
        Show.MIRROR: QCoreApplication.translate("ShowKeys", "Mirror"),
        Show.LEFT_HANDED: QCoreApplication.translate("ShowKeys", "Left-handed"),
        Show.CLOSER: QCoreApplication.translate("ShowKeys", "Close to the hands"),
        Show.CLOCK: QCoreApplication.translate("ShowKeys", "Start or halt the clock"),
        Show.CLOCK_BACK: QCoreApplication.translate("ShowKeys", "Clock back to 0"),
        Desk.FILM: QCoreApplication.translate("ShowKeys", "Your film, or the drawing"),
        Desk.STROKES: QCoreApplication.translate("ShowKeys", "Go to a stroke"),
        Desk.NOTES: QCoreApplication.translate("ShowKeys", "Write a note"),
        Desk.DISPLAY: QCoreApplication.translate("ShowKeys", "Where the family looks"),
        Desk.HELP: QCoreApplication.translate("ShowKeys", "Get help"),
        Desk.KEYS: QCoreApplication.translate("ShowKeys", "Show these keys"),
        Desk.LEAVE: QCoreApplication.translate("ShowKeys", "Back to the clinic (keeps your place)"),
    }
    return names[asked]
