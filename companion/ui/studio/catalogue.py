"""The list of strokes with its search; what is chosen stays chosen while the list is read anew."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from companion.ui.studio.state import Entry, matching
from companion.ui.theme import Look
from companion.ui.widgets.text import Role, label

HIGH = 44
KEY = Qt.ItemDataRole.UserRole
NOT_MINE = {Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_S}


class StrokeList(QListWidget):
    """One line a stroke. Keys that move the picture are left to the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down are the list's own."""
        if event.key() in NOT_MINE:
            event.ignore()
            return
        super().keyPressEvent(event)


class Catalogue(QWidget):
    """Search and list; ``chosen`` carries the key of the stroke (or stroke@variant) that a person picks."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._entries: tuple[Entry, ...] = ()
        self._key = ""
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search strokes"))
        self._search.setClearButtonEnabled(True)
        self._list = StrokeList()
        self._list.setAccessibleName(self.tr("Strokes"))
        self._list.setProperty("kind", "strokes")
        self._list.setUniformItemSizes(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = label(self.tr("No stroke has these words."), Role.SOFT, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Stroke studio"), Role.HEADING))
        column.addWidget(self._search)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        self._search.textChanged.connect(self._fill)
        self._search.returnPressed.connect(self._take_first)
        self._list.currentItemChanged.connect(self._tell)

    def show_entries(self, entries: Sequence[Entry], key: str) -> None:
        """Take the strokes as they are now; the one of this key is the one that is shown."""
        if tuple(entries) != self._entries:
            self._entries = tuple(entries)
            self._fill()
        self.mark(key)

    def search(self) -> None:
        """Go to the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def take_keys(self) -> None:
        """Let the keys go to the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for entry in matching(self._entries, self._search.text()):
            item = QListWidgetItem(f"{entry.code}  {entry.title}")
            item.setData(KEY, entry.key)
            item.setToolTip(entry.key)
            item.setSizeHint(QSize(10, self._look.px(HIGH)))
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._none.setVisible(not self._list.count())
        self.mark(self._key)

    def mark(self, key: str) -> None:
        """Show which one is chosen, without telling anyone."""
        self._list.blockSignals(True)
        for row in range(self._list.count()):
            if self._list.item(row).data(KEY) == key:
                self._list.setCurrentRow(row)
                break
        else:
            self._list.setCurrentRow(-1)
        self._list.blockSignals(False)
        self._key = key

    def _take_first(self) -> None:
        if self._list.count():
            self._list.setCurrentRow(0)
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._key = str(item.data(KEY))
            self.chosen.emit(self._key)
