"""Which part of a film is shown: a bar with a handle at each end."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.theme import Look

HANDLE = 44
"""Pixels that answer to a finger; what is drawn is smaller."""
DRAWN = 14.0
FINE, COARSE = 0.1, 1.0
"""Seconds that an arrow key and a page key move a handle."""


@dataclass(frozen=True, slots=True)
class Trim:
    """Seconds ``start`` to ``end``; ``at`` is the one that was moved. ``settled`` when the hand let go."""

    start: float
    end: float
    at: float
    settled: bool


class TrimHandle(QWidget):
    """One end. ``moved`` carries how many seconds a key asks for, ``dragged`` the place of the pointer in the bar
    (pixels), and ``let_go`` that a pull is over."""

    moved = Signal(float)
    dragged = Signal(float)
    let_go = Signal()

    def __init__(self, look: Look, name: str, bar: QWidget) -> None:
        super().__init__(bar)
        self._look = look
        self._bar = bar
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setFixedSize(HANDLE, HANDLE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move it finely, page keys coarsely; other keys are not its own."""
        steps = {
            Qt.Key.Key_Left: -FINE,
            Qt.Key.Key_Down: -FINE,
            Qt.Key.Key_Right: FINE,
            Qt.Key.Key_Up: FINE,
            Qt.Key.Key_PageDown: -COARSE,
            Qt.Key.Key_PageUp: COARSE,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
        else:
            self.moved.emit(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull it."""
        self.dragged.emit(float(self.mapTo(self._bar, event.position().toPoint()).x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.let_go.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A disc, with a wider edge when the keys go to it."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.card))
        painter.setPen(
            QPen(QColor(theme.focus if self.hasFocus() else theme.teal), 4 if self.hasFocus() else 2)
        )
        painter.drawEllipse(QPointF(HANDLE / 2, HANDLE / 2), DRAWN, DRAWN)


class TrimBar(QWidget):
    """Two handles over the length of a film; ``changed`` carries a Trim. They keep ``least`` seconds apart."""

    changed = Signal(object)

    def __init__(self, look: Look, least: float) -> None:
        super().__init__()
        self._look = look
        self._least = least
        self._whole, self._low, self._high = 1.0, 0.0, 1.0
        self._start = TrimHandle(look, self.tr("Start of the part that is shown"), self)
        self._end = TrimHandle(look, self.tr("End of the part that is shown"), self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._start.moved.connect(self._step_start)
        self._end.moved.connect(self._step_end)
        self._start.dragged.connect(self._drag_start)
        self._end.dragged.connect(self._drag_end)
        self._start.let_go.connect(lambda: self._move_start(self._low, settled=True))
        self._end.let_go.connect(lambda: self._move_end(self._high, settled=True))

    def show_part(self, whole: float, start: float, end: float) -> None:
        """A film of ``whole`` seconds, of which these are shown."""
        self._whole, self._low, self._high = max(0.001, whole), start, end
        self._place()

    def sizeHint(self) -> QSize:
        """Full width, as high as a finger."""
        return QSize(320, HANDLE)

    def minimumSizeHint(self) -> QSize:
        """Room for both handles."""
        return QSize(3 * HANDLE, HANDLE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The handles keep their seconds."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The film's length, and in it the part that is shown."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() / 2
        for left, right, token in (
            (0.0, self._whole, theme.track),
            (self._low, self._high, theme.teal),
        ):
            painter.setBrush(QColor(token))
            bar = QRectF(self._x(left), middle - 4, self._x(right) - self._x(left), 8)
            painter.drawRoundedRect(bar, 4, 4)

    def _step_start(self, step: float) -> None:
        self._move_start(self._low + step, settled=True)

    def _step_end(self, step: float) -> None:
        self._move_end(self._high + step, settled=True)

    def _drag_start(self, x: float) -> None:
        self._move_start(self._second(x), settled=False)

    def _drag_end(self, x: float) -> None:
        self._move_end(self._second(x), settled=False)

    def _move_start(self, second: float, *, settled: bool) -> None:
        least = min(self._least, self._whole)
        self._low = min(max(0.0, second), self._high - least)
        self._tell(self._low, settled)

    def _move_end(self, second: float, *, settled: bool) -> None:
        least = min(self._least, self._whole)
        self._high = max(min(self._whole, second), self._low + least)
        self._tell(self._high, settled)

    def _tell(self, at: float, settled: bool) -> None:
        self._place()
        self.changed.emit(Trim(self._low, self._high, at, settled))

    def _place(self) -> None:
        for handle, second in ((self._start, self._low), (self._end, self._high)):
            handle.move(round(self._x(second) - HANDLE / 2), round((self.height() - HANDLE) / 2))
        self.update()

    def _x(self, second: float) -> float:
        return HANDLE / 2 + (self.width() - HANDLE) * second / self._whole

    def _second(self, x: float) -> float:
        return (x - HANDLE / 2) / max(1, self.width() - HANDLE) * self._whole
