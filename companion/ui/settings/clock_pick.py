"""A time of day from two lists: the hour, and the minute in steps of five."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QWidget

from companion.ui.theme import Look
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.picks import Pick

STEP = 5


class ClockPick(QWidget):
    """A time in minutes since midnight; ``picked`` is called with it. ``name`` is what it is the time of."""

    def __init__(self, look: Look, name: str, locale: QLocale, picked: Callable[[int], None]) -> None:
        super().__init__()
        self._picked = picked
        self.setAccessibleName(name)
        hours = [(hour, locale.toString(QTime(hour, 0), _hour_format(locale))) for hour in range(24)]
        minutes = [(minute, f"{minute:02}") for minute in range(0, 60, STEP)]
        self._hour = Pick(look, self.tr("%1: hour").replace("%1", name), hours, self._tell)
        self._minute = Pick(look, self.tr("%1: minute").replace("%1", name), minutes, self._tell)
        row = Flow(self)
        row.addWidget(self._hour)
        row.addWidget(self._minute)

    def put(self, minute: int) -> None:
        """Show this time; minutes between two steps are shown as the step before."""
        self._hour.put(minute // 60)
        self._minute.put(minute % 60 // STEP * STEP)

    def _tell(self, _value: int) -> None:
        self._picked((self._hour.value() or 0) * 60 + (self._minute.value() or 0))


def _hour_format(locale: QLocale) -> str:
    """The hour as it is written here: "6 PM" or "18"."""
    return "h AP" if "a" in locale.timeFormat(QLocale.FormatType.ShortFormat).lower() else "HH"
