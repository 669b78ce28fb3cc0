"""A time of day to be typed as people write it, or moved by a quarter of an hour with the arrow keys."""

from datetime import time

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from companion.ui.theme import Look

QUARTER, LAST_SECOND = 15 * 60, 24 * 60 * 60 - 60
FORMATS = ("HH:mm", "H:mm", "h:mm AP", "h:mmAP", "h AP", "hAP", "HHmm", "H.mm", "H'h'mm", "H")
"""What is understood, whatever the locale."""
STEPS = {Qt.Key.Key_Up: QUARTER, Qt.Key.Key_Down: -QUARTER}


class TimeField(QLineEdit):
    """Shows a time in the way of the locale. What cannot be read as a time is put back; ``changed``: another time."""

    changed = Signal()

    def __init__(self, look: Look, name: str, at: time, locale: QLocale) -> None:
        super().__init__()
        self._locale = locale
        self._at = QTime(at.hour, at.minute)
        self.setAccessibleName(name)
        self.setFixedWidth(look.px(130))
        self.setMinimumHeight(46)
        self.editingFinished.connect(self._read)
        self._show()

    def value(self) -> time:
        """The time that is meant now."""
        self._read()
        return time(self._at.hour(), self._at.minute())

    def move_by(self, seconds: int) -> None:
        """Go earlier or later, and no further than the day."""
        self._read()
        at = QTime(0, 0).secsTo(self._at) + seconds
        self._put(QTime(0, 0).addSecs(min(max(at, 0), LAST_SECOND)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by key types over all of it."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move it by a quarter of an hour."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.move_by(step)

    def _read(self) -> None:
        typed = self.text().strip()
        read = self._locale.toTime(typed, QLocale.FormatType.ShortFormat)
        for known in FORMATS:
            if not read.isValid():
                read = QLocale.c().toTime(typed.upper(), known)
        self._put(read if read.isValid() else self._at)

    def _put(self, at: QTime) -> None:
        is_new = at != self._at
        self._at = at
        self._show()
        if is_new:
            self.changed.emit()

    def _show(self) -> None:
        words = self._locale.toString(self._at, QLocale.FormatType.ShortFormat)
        if words != self.text():
            self.setText(words)
