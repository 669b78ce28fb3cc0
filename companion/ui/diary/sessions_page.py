"""All sessions, newest first, with a search in what was noted."""

from dataclasses import replace
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from companion.domain.entry_list import Filter, Total, added_up
from companion.ui.diary.desk import Desk
from companion.ui.diary.empty import EmptyDiary
from companion.ui.diary.entry_list import EntryList
from companion.ui.diary.narrowing import Narrowing
from companion.ui.diary.telling import length, massages
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.tabs import TabPage
from companion.ui.widgets.text import Role, label, put

PAGE = 100
"""How many lines are read at first; scrolling on reads as many again as there are."""


class SessionsPage(TabPage):
    """The list. Typing in the search field narrows it at once; Ctrl+F goes there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = desk.shell.look
        self._narrowing = Narrowing(desk)
        self._search = QLineEdit()
        self._search.setAccessibleName(self.tr("Search in notes"))
        self._search.setPlaceholderText(self.tr("Search in notes"))
        self._search.setClearButtonEnabled(True)
        self._search.setMinimumHeight(46)
        self._out = PillButton(look, self.tr("Taken out"), Kind.CHOICE)
        self._out.setCheckable(True)
        self._out.setToolTip(self.tr("Shows what was taken out of the diary. Open it to bring it back."))
        self._sum = label("", Role.SOFT, wrap=True)
        self._empty = EmptyDiary(desk)
        self._nothing = label("", Role.LEAD_SOFT, wrap=True)
        self._list = EntryList(look, self.tr("All massages"), dated=True)
        top = QHBoxLayout()
        top.setSpacing(18)
        top.addWidget(self._search, 3)
        top.addWidget(self._sum, 2)
        top.addWidget(self._out)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 6, 40, 12)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._narrowing)
        column.addWidget(self._empty)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        self._find_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        self._find_key.activated.connect(self._search.setFocus)
        self._out.toggled.connect(self._show_list)
        self._search.textChanged.connect(self._show_list)
        self._search.returnPressed.connect(self._list.setFocus)
        self._list.opened.connect(desk.open_entry)

    def refresh(self) -> None:
        """Show the list as it is now."""
        self._narrowing.refresh()
        taken_out = self._out.isChecked() or bool(self._desk.lists.entries(Filter(removed=True), 1))
        self._out.setVisible(taken_out)
        self._show_list()

    def _show_list(self) -> None:
        desk = self._desk
        text = self._search.text().strip()
        narrowed = replace(desk.narrowed, text=text, removed=self._out.isChecked())
        entries = desk.lists.entries(narrowed, PAGE)
        is_empty = not entries and desk.lists.is_empty()
        more = partial(desk.lists.entries, narrowed) if len(entries) == PAGE else None
        self._list.show_entries(entries, desk.telling, more)
        put(self._sum, self._summed(desk.lists.total(narrowed) if more else added_up(entries)))
        put(self._nothing, self._none_found(text))
        self._nothing.setVisible(not entries and not is_empty)
        self._empty.setVisible(is_empty)
        self._search.setVisible(not is_empty)
        self._sum.setVisible(not is_empty)

    def _summed(self, total: Total) -> str:
        if not total.massages:
            return ""
        touch = self.tr("%1 of touch").replace("%1", length(total.seconds))
        return f"{massages(total.massages)} · {touch}"

    def _none_found(self, text: str) -> str:
        if text:
            return self.tr("No note has “%1” in it. Try fewer letters.").replace("%1", text)
        if self._out.isChecked():
            return self.tr("Nothing is taken out.")
        return self.tr("Nothing noted here yet.")
