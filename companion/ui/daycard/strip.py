"""A day of 24 hours in four rows of quarters of an hour, drawn by dragging or by keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.domain.day_card import BLOCKS, DayCard, Doing, Span, spans
from companion.ui.daycard.doings import BRUSHES, doing_name
from companion.ui.daycard.ground import HOURS, ROW_BLOCKS, ROWS, Ground, time_of
from companion.ui.diary.telling import Telling
from companion.ui.theme import Look

ROW, GAP = 50, 6
"""Design pixels: a row of blocks, and the air between rows."""
STEPS: Mapping[Qt.Key, int] = MappingProxyType(
    {
        Qt.Key.Key_Left: -1,
        Qt.Key.Key_Right: 1,
        Qt.Key.Key_Up: -ROW_BLOCKS,
        Qt.Key.Key_Down: ROW_BLOCKS,
    }
)
DRAW = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
WIPE = frozenset({Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
BRUSH_KEYS: Mapping[Qt.Key, Doing] = MappingProxyType(
    dict(
        zip(
            (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5),
            BRUSHES,
            strict=True,
        )
    )
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Blocks that somebody drew, in either direction; UNKNOWN wipes them out."""

    first: int
    last: int
    doing: Doing


class DayStrip(QWidget):
    """Shows a day; ``drawn`` carries a ``Drawn``, ``pointed`` the words of what is pointed at ("": nothing)."""

    drawn = Signal(object)
    pointed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._card: DayCard | None = None
        self._telling: Telling | None = None
        self._brush = Doing.CRYING
        self._limit = BLOCKS - 1
        self._cursor = 0
        self._anchor = 0
        self._drag: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The day in quarters of an hour"))

    def show_card(self, card: DayCard, limit: int, telling: Telling) -> None:
        """Show a day; ``limit`` is the last block that is not in the future."""
        if self._card is None or card.day != self._card.day:
            self._cursor = self._anchor = min(limit, BLOCKS // 3)
        self._card, self._limit, self._telling = card, limit, telling
        self._describe()
        self.update()

    def take_brush(self, doing: Doing) -> None:
        """Draw with this from now on."""
        self._brush = doing

    def sizeHint(self) -> QSize:
        """Full width, four rows."""
        return QSize(self._look.px(640), self._high())

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine."""
        return QSize(300, self._high())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stretch begins."""
        if event.button() is Qt.MouseButton.LeftButton and self._limit >= 0:
            self._drag = self._cursor = self._anchor = self._block_at(event.position())
            self._moved()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It grows."""
        if self._drag is not None:
            self._cursor = self._block_at(event.position())
            self._moved()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is drawn."""
        if self._drag is not None and event.button() is Qt.MouseButton.LeftButton:
            first, self._drag = self._drag, None
            self._anchor = self._cursor
            self.drawn.emit(Drawn(first, self._cursor, self._brush))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the day, with Shift they take a stretch; Enter draws it, 1 to 5 too, and 0 wipes out."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self._drag = None
            self.update()
        elif (place := self._place_by(key)) is not None:
            self._go(place, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in DRAW:
            self._draw(self._brush)
        elif key in WIPE:
            self._draw(Doing.UNKNOWN)
        elif key in BRUSH_KEYS:
            self._draw(BRUSH_KEYS[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The place of the keys shows."""
        super().focusInEvent(event)
        self._moved()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It does not any more."""
        super().focusOutEvent(event)
        self.pointed.emit("")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, what was drawn, the hours, the place of the keys."""
        if self._card is None or self._telling is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self._card
        if self._drag is not None:
            card = card.drawn(self._drag, self._cursor, self._brush)
        ground = Ground(painter, self._look, self._telling, self._box, self._limit)
        for row in range(ROWS):
            ground.draw_row(row)
        for span in spans(card.blocks):
            ground.draw_span(span)
        if self.hasFocus():
            self._draw_cursor(painter)

    def _place_by(self, key: Qt.Key) -> int | None:
        if key in STEPS:
            return self._cursor + STEPS[key]
        row = self._cursor // ROW_BLOCKS * ROW_BLOCKS
        return {Qt.Key.Key_Home: row, Qt.Key.Key_End: row + ROW_BLOCKS - 1}.get(key)

    def _go(self, block: int, *, extend: bool) -> None:
        self._cursor = min(max(block, 0), max(self._limit, 0))
        if not extend:
            self._anchor = self._cursor
        self._moved()

    def _draw(self, doing: Doing) -> None:
        if self._limit < 0:
            return
        first, last = sorted((self._anchor, self._cursor))
        self.drawn.emit(Drawn(first, last, doing))
        self._go(last + 1, extend=False)

    def _moved(self) -> None:
        self._describe()
        self.update()

    def _describe(self) -> None:
        card, telling = self._card, self._telling
        if card is None or telling is None:
            return
        low, high = sorted((self._anchor if self._drag is None else self._drag, self._cursor))
        here = f"{time_of(low, telling)} – {time_of(high + 1, telling)}"
        alike = {card.blocks[block] for block in range(low, high + 1)}
        doing = self._brush if self._drag is not None else alike.pop() if len(alike) == 1 else None
        told = f"{here} · {doing_name(doing)}" if doing is not None else here
        if self.hasFocus():
            self.pointed.emit(told)
        day = "; ".join(self._told(span, telling) for span in spans(card.blocks))
        self.setAccessibleDescription(f"{told}. {day or self.tr('Nothing drawn yet')}")

    def _told(self, span: Span, telling: Telling) -> str:
        return f"{time_of(span.first, telling)} – {time_of(span.last + 1, telling)} {doing_name(span.doing)}"

    def _draw_cursor(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._look.theme.focus), 3))
        low, high = sorted((self._anchor if self._drag is None else self._drag, self._cursor))
        for row in range(low // ROW_BLOCKS, high // ROW_BLOCKS + 1):
            first = max(low, row * ROW_BLOCKS)
            last = min(high, (row + 1) * ROW_BLOCKS - 1)
            painter.drawRoundedRect(self._box(first, last).adjusted(1, 0, -1, 0), 4, 4)

    def _wide(self) -> float:
        return (self.width() - 4) / ROW_BLOCKS

    def _high(self) -> int:
        return 4 + ROWS * (self._look.px(ROW) + self._look.px(HOURS)) + (ROWS - 1) * GAP

    def _box(self, first: int, last: int) -> QRectF:
        """Where blocks of one row lie."""
        row = first // ROW_BLOCKS
        top = 2 + row * (self._look.px(ROW) + self._look.px(HOURS) + GAP)
        left = 2 + (first % ROW_BLOCKS) * self._wide()
        return QRectF(left, top, (last - first + 1) * self._wide(), self._look.px(ROW))

    def _block_at(self, at: QPointF) -> int:
        pitch = self._look.px(ROW) + self._look.px(HOURS) + GAP
        row = min(max(int((at.y() - 2) // pitch), 0), ROWS - 1)
        column = min(max(int((at.x() - 2) // self._wide()), 0), ROW_BLOCKS - 1)
        return min(row * ROW_BLOCKS + column, self._limit)
