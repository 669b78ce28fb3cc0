"""When a massage was: the day in a small calendar that opens on the spot, and the time."""

from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from companion.ui.diary.month_grid import MonthGrid
from companion.ui.diary.month_view import month_view, months_on
from companion.ui.diary.telling import Telling
from companion.ui.diary.time_field import QUARTER, TimeField
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.surfaces import surface
from companion.ui.widgets.text import Role, label, put

WIDEST = 460


class When(QWidget):
    """A day and a time of day; days to come are not taken. ``changed``: another day or time is shown."""

    changed = Signal()

    def __init__(self, look: Look, telling: Telling, started: datetime, today: date) -> None:
        super().__init__()
        self._telling = telling
        self._today = today
        self._day = started.date()
        self._first_weekday = telling.locale.firstDayOfWeek().value - 1
        self._open = PillButton(look, "", Kind.PLAIN)
        self._time = TimeField(look, self.tr("Time"), started.time(), telling.locale)
        earlier = PillButton(look, self.tr("− 15 min"), Kind.PLAIN)
        later = PillButton(look, self.tr("+ 15 min"), Kind.PLAIN)
        earlier.setAccessibleName(self.tr("15 minutes earlier"))
        later.setAccessibleName(self.tr("15 minutes later"))
        line = QWidget()
        row = Flow(line)
        for part in (self._open, self._time, earlier, later):
            row.addWidget(part)
        self._month = label("", Role.STRONG)
        self._grid = MonthGrid(look, self._first_weekday)
        self._calendar = self._calendar_card(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(line)
        column.addWidget(self._calendar)
        self._calendar.hide()
        self._open.clicked.connect(self._turn)
        earlier.clicked.connect(lambda: self._time.move_by(-QUARTER))
        later.clicked.connect(lambda: self._time.move_by(QUARTER))
        self._grid.chosen.connect(self._choose)
        self._time.changed.connect(self.changed)
        self._show()

    def day(self) -> date:
        """The day that is shown."""
        return self._day

    def time(self) -> time:
        """The time of day that is shown."""
        return self._time.value()

    def _calendar_card(self, look: Look) -> QFrame:
        frame = surface("card")
        frame.setMaximumWidth(look.px(WIDEST))
        before = PillButton(look, "", Kind.CLOSE, Glyph.BACK)
        before.setAccessibleName(self.tr("The month before"))
        after = PillButton(look, "", Kind.CLOSE, Glyph.NEXT)
        after.setAccessibleName(self.tr("The month after"))
        top = QHBoxLayout()
        top.addWidget(before)
        top.addWidget(self._month, 1)
        top.addWidget(after)
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 8, 14, 12)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._grid)
        before.clicked.connect(lambda: self._choose(months_on(self._day, -1)))
        after.clicked.connect(lambda: self._choose(months_on(self._day, 1)))
        return frame

    def _turn(self) -> None:
        self._calendar.setVisible(self._calendar.isHidden())
        if not self._calendar.isHidden():
            self._grid.focus_day()

    def _choose(self, day: object) -> None:
        assert isinstance(day, date)
        self._day = min(day, self._today)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        view = month_view((), self._day, self._today, self._first_weekday)
        self._open.put(self._telling.day(self._day))
        self._open.setAccessibleName(self.tr("Day: %1").replace("%1", self._telling.day(self._day)))
        put(self._month, self._telling.month(self._day))
        self._grid.show_view(view, self._telling)
