"""The steps in a row, to be chosen and to be moved by dragging or by keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from companion.ui.theme import Look

HEIGHT = 64
ALT = Qt.KeyboardModifier.AltModifier
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """A step as it is shown; ``marked``: a rule says that it must be changed; ``grouped``: it goes with the one
    before."""

    number: int
    title: str
    line: str
    marked: bool = False
    grouped: bool = False


class StepList(QListWidget):
    """``picked`` carries the number of the step that is chosen; ``moved`` two numbers: from, and to (counted without
    it); ``dropped``: the chosen step is to be taken out."""

    picked = Signal(int)
    moved = Signal(int, int)
    dropped = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Steps"))
        self.setAccessibleDescription(self.tr("Alt and the arrows move a step. Delete takes it out."))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setItemDelegate(_RowPainter(look, self))
        self.currentRowChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[Row], chosen: int) -> None:
        """Show these steps, one of them chosen."""
        self.blockSignals(True)
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        while self.count() < len(rows):
            self.addItem(QListWidgetItem())
        for item, row in zip((self.item(at) for at in range(len(rows))), rows, strict=True):
            item.setData(Qt.ItemDataRole.UserRole, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.number} {row.title}, {row.line}")
        self.setCurrentRow(chosen)
        self.blockSignals(False)
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """A step was dragged: whoever knows the steps moves it."""
        if event.source() is not self:
            event.ignore()
            return
        at = self.currentRow()
        over = self.indexAt(event.position().toPoint())
        to = over.row() if over.isValid() else self.count()
        where = self.dropIndicatorPosition()
        if over.isValid() and where is QAbstractItemView.DropIndicatorPosition.BelowItem:
            to += 1
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.moved.emit(at, to - 1 if to > at else to)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and the arrows move, Delete takes out; the rest is the list's own."""
        at, key = self.currentRow(), event.key()
        if event.modifiers() & ALT and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(at, at + (1 if key == Qt.Key.Key_Down else -1))
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.dropped.emit(at)
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tell(self, at: int) -> None:
        if at >= 0:
            self.picked.emit(at)


class _RowPainter(QStyledItemDelegate):
    """Paints a step as a small card."""

    def __init__(self, look: Look, parent: StepList) -> None:
        super().__init__(parent)
        self._look = look
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """High enough for two lines and a finger."""
        del option, index
        return QSize(self._look.px(200), self._look.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The number, the title, and the small line."""
        row: Row | None = index.data(Qt.ItemDataRole.UserRole)
        if row is None:
            return
        look, theme = self._look, self._look.theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
        box = QRectF(option.rect).adjusted(look.px(20) if row.grouped else 3, 3, -3, -3)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ringed = chosen and self._list.hasFocus()
        edge = theme.focus if ringed else theme.coral if row.marked else theme.teal if chosen else theme.line
        painter.setPen(QPen(QColor(edge), 3 if ringed else 1.5))
        painter.setBrush(QColor(theme.teal_pale if chosen else theme.card))
        painter.drawRoundedRect(box, 14, 14)
        inner = box.adjusted(look.px(14), 0, -look.px(12), 0)
        number = QRectF(inner.left(), inner.top(), look.px(30), inner.height())
        painter.setFont(look.font(17, 800))
        painter.setPen(QColor(theme.coral if row.marked else theme.teal_deep))
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, str(row.number))
        words = inner.adjusted(look.px(34), look.px(8), 0, -look.px(8))
        self._line(painter, words, row.title, 17, 700, theme.ink, Qt.AlignmentFlag.AlignTop)
        self._line(painter, words, row.line, 14, 500, theme.soft, Qt.AlignmentFlag.AlignBottom)
        painter.restore()

    def _line(
        self,
        painter: QPainter,
        box: QRectF,
        words: str,
        size: int,
        weight: int,
        colour: str,
        where: Qt.AlignmentFlag,
    ) -> None:
        painter.setFont(self._look.font(size, weight))
        painter.setPen(QColor(colour))
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, where, cut)
