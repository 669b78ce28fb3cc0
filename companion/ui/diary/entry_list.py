"""Sessions as a list of any length: only the lines that are seen are put into words and painted."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from companion.domain.entry_list import Entry
from companion.ui.diary.entry_row import EntryRow, entry_row
from companion.ui.diary.telling import Telling
from companion.ui.theme import Look

More = Callable[[int, int], Sequence[Entry]]
"""Reads (at most so many, after so many) lines of a list."""
AnyIndex = QModelIndex | QPersistentModelIndex
HEIGHT = 92
DATE = 74
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class EntryRole(IntEnum):
    """What the model gives beside the words."""

    ROW = Qt.ItemDataRole.UserRole + 1


class EntryModel(QAbstractListModel):
    """The lines of the list."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []
        self._telling: Telling | None = None
        self._more: More | None = None

    def show_entries(self, entries: Sequence[Entry], telling: Telling, more: More | None = None) -> None:
        """Take a new state; ``more`` reads what comes after the entries that are here."""
        self.beginResetModel()
        self._entries = list(entries)
        self._telling = telling
        self._more = more
        self.endResetModel()

    def canFetchMore(self, parent: AnyIndex) -> bool:  # noqa: N802
        """Whether there may be more lines."""
        return not parent.isValid() and self._more is not None

    def fetchMore(self, parent: AnyIndex) -> None:  # noqa: N802
        """Read more lines: as many as there are, so that the end of a long list comes soon."""
        if parent.isValid() or self._more is None:
            return
        here = len(self._entries)
        found = self._more(here, here)
        if len(found) < here:
            self._more = None
        if found:
            self.beginInsertRows(QModelIndex(), here, here + len(found) - 1)
            self._entries += found
            self.endInsertRows()

    def entry(self, number: int) -> Entry:
        """The session of a line."""
        return self._entries[number]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, all words for those who do not see, or the whole line."""
        if not index.isValid() or self._telling is None:
            return None
        if role == EntryRole.ROW:
            return entry_row(self._entries[index.row()], self._telling)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._telling.routine(self._entries[index.row()].routine)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry_row(self._entries[index.row()], self._telling).spoken
        return None


class EntryPainter(QStyledItemDelegate):
    """Paints a line: its day on the left where lists span days, then title, facts and note."""

    def __init__(self, look: Look, *, dated: bool) -> None:
        super().__init__()
        self._look = look
        self._dated = dated

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """All lines are of one height, so that long lists open at once."""
        return QSize(self._look.px(200), self._look.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """One line."""
        row = index.data(EntryRole.ROW)
        assert isinstance(row, EntryRow)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(2, 3, -2, -3)  # pyright: ignore[reportAttributeAccessIssue]
        self._draw_ground(painter, box, option.state)  # pyright: ignore[reportAttributeAccessIssue]
        px = self._look.px
        left = box.left() + px(16)
        if self._dated:
            self._draw_day(painter, QRectF(box.left() + px(8), box.top(), px(DATE), box.height()), row)
            left = box.left() + px(DATE + 18)
        self._draw_words(painter, QRectF(left, box.top(), box.right() - left - px(16), box.height()), row)
        painter.restore()

    def _draw_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        theme = self._look.theme
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(QColor(theme.sand if over else theme.card))
        painter.setPen(QPen(QColor(theme.focus), 3) if focused else QPen(QColor(theme.line), 1))
        painter.drawRoundedRect(box, 18, 18)

    def _draw_day(self, painter: QPainter, box: QRectF, row: EntryRow) -> None:
        theme = self._look.theme
        middle = Qt.AlignmentFlag.AlignCenter
        third = box.height() / 3
        painter.setPen(QColor(theme.soft))
        painter.setFont(self._look.font(14, 600))
        painter.drawText(
            QRectF(box.left(), box.top() + third * 0.16, box.width(), third), middle, row.weekday
        )
        painter.drawText(QRectF(box.left(), box.top() + third * 1.84, box.width(), third), middle, row.month)
        painter.setPen(QColor(theme.ink))
        painter.setFont(self._look.font(23, 800))
        painter.drawText(QRectF(box.left(), box.top() + third * 0.98, box.width(), third), middle, row.day)

    def _draw_words(self, painter: QPainter, box: QRectF, row: EntryRow) -> None:
        theme = self._look.theme
        lines = [(row.title, 18, 800, theme.ink), (row.facts, 15, 400, theme.soft)]
        if row.note:
            lines.append((row.note, 15, 400, theme.ink))
        height = self._look.px(24)
        y = box.center().y() - height * len(lines) / 2
        for number, (words, size, weight, colour) in enumerate(lines):
            width = box.width()
            if number == 0 and row.tag:
                width -= self._draw_tag(painter, QRectF(box.left(), y, box.width(), height), row)
            painter.setFont(self._look.font(size, weight))
            painter.setPen(QColor(colour))
            cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(width))
            painter.drawText(QRectF(box.left(), y, width, height), Qt.AlignmentFlag.AlignVCenter, cut)
            y += height

    def _draw_tag(self, painter: QPainter, line: QRectF, row: EntryRow) -> float:
        """The tag at the right end of a line; returns how much of the line it takes."""
        theme, px = self._look.theme, self._look.px
        painter.setFont(self._look.font(13, 700))
        width = painter.fontMetrics().horizontalAdvance(row.tag) + px(20)
        box = QRectF(line.right() - width, line.top() + 1, width, line.height() - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.sun_pale if row.practice else theme.sand))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(theme.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.tag)
        return width + px(10)


class EntryList(QListView):
    """The list; ``opened`` carries the id of the session that somebody wants to see.

    ``dated`` shows the day of each line; ``whole`` makes it as high as its lines, in a page that scrolls.
    """

    opened = Signal(str)

    def __init__(self, look: Look, name: str, *, dated: bool, whole: bool = False) -> None:
        super().__init__()
        self._look = look
        self._whole = whole
        self._model = EntryModel()
        self._painter = EntryPainter(look, dated=dated)
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def show_entries(self, entries: Sequence[Entry], telling: Telling, more: More | None = None) -> None:
        """Take a new state; the line that was current stays so. ``more`` reads what comes after the entries."""
        at = self.currentIndex().row()
        self._model.show_entries(entries, telling, more)
        if entries:
            self.setCurrentIndex(self._model.index(min(max(at, 0), len(entries) - 1)))
        if self._whole:
            self.setFixedHeight(self._look.px(HEIGHT) * len(entries) + 2)
        self.setVisible(bool(entries))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open a line."""
        if Qt.Key(event.key()) in ENTER and not event.isAutoRepeat():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: AnyIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.entry(index.row()).id)
