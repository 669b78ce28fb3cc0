"""Lets a key that was taught arrive as the key that it stands for, before anybody in the window sees it."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from companion.domain.learned_keys import NO_KEYS, LearnedKeys, deed_of
from companion.ui.input.marks import STANDS_FOR, mark_of

KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}
RAW = "rawKeys"
"""A widget with this property is given its keys as they come."""


class KeyTranslator(QObject):
    """Watches a window. Where words are written, and where somebody looks at keys, nothing is changed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._learned: LearnedKeys = NO_KEYS
        self._watched: QWindow | None = None
        self._sending = False

    def watch(self, window: QWindow, learned: LearnedKeys) -> None:
        """Translate the keys of a window from now on."""
        self._learned = learned
        if self._watched is not window:
            self._watched = window
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send what a taught key stands for in its place."""
        if self._sending or event.type() not in KEYS or not isinstance(event, QKeyEvent) or _is_raw():
            return False
        mark = mark_of(event)
        deed = deed_of(self._learned, mark) if mark else None
        if deed is None:
            return False
        key = STANDS_FOR[deed]
        none = Qt.KeyboardModifier.NoModifier
        stands_for = QKeyEvent(event.type(), key, none, "", event.isAutoRepeat())
        self._sending = True
        try:
            QCoreApplication.sendEvent(watched, stands_for)
        finally:
            self._sending = False
        return True


def _is_raw() -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (
        isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit) or bool(focus.property(RAW))
    )
