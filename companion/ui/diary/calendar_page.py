"""The calendar: a month of days with what was done, and beside it the day that is chosen."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.entry_list import Entry
from companion.ui.diary.desk import Desk
from companion.ui.diary.empty import EmptyDiary
from companion.ui.diary.entry_list import EntryList
from companion.ui.diary.month_grid import MonthGrid
from companion.ui.diary.month_view import (
    NOTHING,
    DaySum,
    MonthView,
    month_bounds,
    month_view,
    months_on,
)
from companion.ui.diary.narrowing import Narrowing
from companion.ui.diary.telling import Telling, length, massages
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.surfaces import CardRow, scrolling
from companion.ui.widgets.tabs import TabPage
from companion.ui.widgets.text import Role, label, put


class CalendarPage(TabPage):
    """A month and a day of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = desk.shell.look
        self._chosen: date | None = None
        self._narrowing = Narrowing(desk)
        self._empty = EmptyDiary(desk)
        self._month = MonthCard(look, desk.telling)
        self._day = DayCard(look)
        self._cards = CardRow(look, (self._month, self._day), least=330)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 6, 40, 24)
        column.setSpacing(14)
        column.addWidget(self._narrowing)
        column.addWidget(self._empty)
        column.addWidget(self._cards)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(page))
        self._month.chosen.connect(self._choose)
        self._month.today_asked.connect(lambda: self._choose(self._today()))
        self._day.opened.connect(desk.open_entry)
        self._day.write_asked.connect(lambda: desk.write_one(self._chosen))

    def refresh(self) -> None:
        """Show the month of the chosen day; at first that of today."""
        desk, today = self._desk, self._today()
        chosen = self._chosen or today
        self._chosen = chosen
        first, last = month_bounds(chosen)
        entries = desk.lists.entries(replace(desk.narrowed, first=first, last=last))
        view = month_view(entries, chosen, today, desk.telling.locale.firstDayOfWeek().value - 1)
        self._narrowing.refresh()
        self._empty.setVisible(not entries and desk.lists.is_empty())
        self._month.show_view(view, desk.telling)
        of_day = [entry for entry in reversed(entries) if entry.started.date() == chosen]
        self._day.show_view(view, of_day, desk.telling)

    def _today(self) -> date:
        return self._desk.shell.context.clock.wall().date()

    def _choose(self, day: object) -> None:
        assert isinstance(day, date)
        self._chosen = day
        self.refresh()


class MonthCard(QFrame):
    """The month with the ways to other months, and its sum; ``chosen`` carries a date."""

    chosen = Signal(object)
    today_asked = Signal()

    def __init__(self, look: Look, telling: Telling) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._view: MonthView | None = None
        self._name = label("", Role.ROUTINE)
        self._grid = MonthGrid(look, telling.locale.firstDayOfWeek().value - 1)
        self._sum = label("", Role.SOFT, wrap=True)
        before = PillButton(look, "", Kind.CLOSE, Glyph.BACK)
        before.setAccessibleName(self.tr("The month before"))
        after = PillButton(look, "", Kind.CLOSE, Glyph.NEXT)
        after.setAccessibleName(self.tr("The month after"))
        self._today = today = PillButton(look, self.tr("Today"), Kind.LINK)
        today.setAccessibleName(self.tr("Go to today"))
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(before)
        top.addWidget(self._name, 1)
        top.addWidget(today)
        top.addWidget(after)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._grid)
        column.addWidget(self._sum)
        self._name.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        before.clicked.connect(lambda: self._turn(-1))
        after.clicked.connect(lambda: self._turn(1))
        today.clicked.connect(self.today_asked)
        self._grid.chosen.connect(self.chosen)

    def show_view(self, view: MonthView, telling: Telling) -> None:
        """Take a new state."""
        self._view = view
        put(self._name, telling.month(view.first))
        self._today.setVisible(view.chosen != view.today)
        self._grid.show_view(view, telling)
        put(self._sum, self._summed(view.whole))
        self._sum.setVisible(not view.whole.is_empty)

    def _summed(self, whole: DaySum) -> str:
        parts = [massages(whole.massages), self.tr("%1 of touch").replace("%1", length(whole.seconds))]
        told = self.tr("● This month: %1").replace("%1", " · ".join(parts)) if whole.massages else ""
        if not whole.practised:
            return told
        doll = self.tr("○ On a doll, to practise: %1 ×").replace("%1", str(whole.practised))
        return f"{told}\n{doll}" if told else doll

    def _turn(self, months: int) -> None:
        if self._view is not None:
            self.chosen.emit(months_on(self._view.chosen, months))


class DayCard(QFrame):
    """The chosen day: what was done, and a way to write one down. ``opened`` carries a session's id."""

    opened = Signal(str)
    write_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._name = label("", Role.HEADING, wrap=True)
        self._sum = label("", Role.SOFT, wrap=True)
        self._list = EntryList(look, self.tr("Massages of this day"), dated=False, whole=True)
        self._write = PillButton(look, self.tr("Write one down"), Kind.LINK)
        self._write.setAccessibleName(self.tr("Write one down for this day"))
        self._write.setProperty("flush", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self._sum)
        column.addWidget(self._list)
        column.addWidget(self._write, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._list.opened.connect(self.opened)
        self._write.clicked.connect(self.write_asked)

    def show_view(self, view: MonthView, entries: list[Entry], telling: Telling) -> None:
        """Take a new state; ``entries`` are those of the chosen day, oldest first."""
        put(self._name, telling.day(view.chosen))
        put(self._sum, self._summed(view.days.get(view.chosen, NOTHING), view))
        self._list.show_entries(entries, telling)
        self._write.setVisible(view.chosen <= view.today)

    def _summed(self, done: DaySum, view: MonthView) -> str:
        if done.massages:
            touch = self.tr("%1 of touch").replace("%1", length(done.seconds))
            return f"{massages(done.massages)} · {touch}"
        if done.practised:
            return self.tr("Practice on a doll")
        if view.chosen > view.today:
            return self.tr("This day is still to come.")
        if view.chosen == view.today:
            return self.tr("Nothing noted yet today.")
        return self.tr("Nothing noted. That is fine.")
