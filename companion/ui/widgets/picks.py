"""One of many: a drop-down list in the look of the program, and a day put together from three of them."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import QLocale, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.flow import Flow

Value = TypeVar("Value")


class Drop(QComboBox):
    """A drop-down list; the wheel scrolls the page and never changes it."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setView(QListView())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and a small chevron at its end."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(QColor(self._look.theme.soft), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        middle, below = self.width() - self._look.px(20), self.height() / 2
        path = QPainterPath(QPointF(middle - 5, below - 2.5))
        path.lineTo(middle, below + 2.5)
        path.lineTo(middle + 5, below - 2.5)
        painter.drawPath(path)


class Pick(Drop, Generic[Value]):
    """A list of (value, words); ``picked`` is called with the value that a person picks."""

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[tuple[Value, str]],
        picked: Callable[[Value], None],
    ) -> None:
        super().__init__(look, name)
        self._values = [value for value, _ in options]
        self._picked = picked
        for _, words in options:
            self.addItem(words)
        self.activated.connect(self._tell)

    def put(self, value: Value | None) -> None:
        """Show this value; one that is not offered, and None, leave the field empty."""
        at = [number for number, known in enumerate(self._values) if known == value]
        self.setCurrentIndex(at[0] if at else -1)

    def value(self) -> Value | None:
        """What is shown."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def _tell(self, at: int) -> None:
        self._picked(self._values[at])


class DayPick(QWidget):
    """A day, or only a month. ``picked`` is called with (year, month, day or 0) when year and month are there, and
    with None when they are no more; ``named`` are the accessible names of day, month and year."""

    def __init__(
        self,
        look: Look,
        named: tuple[str, str, str],
        years: Sequence[int],
        locale: QLocale,
        picked: Callable[[tuple[int, int, int] | None], None],
    ) -> None:
        super().__init__()
        self._picked = picked
        day, month, year = named
        months = [(number, locale.standaloneMonthName(number)) for number in range(1, 13)]
        days = [(number, str(number)) for number in range(1, 32)]
        self._day = Pick(look, day, [(0, self.tr("Day")), *days], self._changed)
        self._month = Pick(look, month, [(0, self.tr("Month")), *months], self._changed)
        self._year = Pick(look, year, [(0, self.tr("Year")), *((n, str(n)) for n in years)], self._changed)
        row = Flow(self)
        for pick in (self._day, self._month, self._year):
            pick.put(0)
            row.addWidget(pick)

    def put(self, day: tuple[int, int, int] | None) -> None:
        """Show a day (0: only the month); None shows none."""
        year, month, number = day or (0, 0, 0)
        self._year.put(year)
        self._month.put(month)
        self._day.put(number)

    def value(self) -> tuple[int, int, int] | None:
        """Year, month and day (0: only the month); None while year or month is missing. A day that the month does
        not have is its last one."""
        year, month, day = self._year.value(), self._month.value(), self._day.value()
        if not year or not month:
            return None
        return year, month, min(day or 0, _days_in(year, month))

    def _changed(self, _value: int) -> None:
        value = self.value()
        if value is not None and value[2]:
            self._day.put(value[2])
        self._picked(value)


def _days_in(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days
