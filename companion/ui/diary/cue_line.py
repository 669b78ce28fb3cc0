"""The course of a session on a line: the areas one after the other, rests and pauses, and the baby's cues above it."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.services.retelling import Course, Mark, Span, SpanKind
from companion.ui.diary.telling import Telling, clock_length
from companion.ui.theme import Look

HEIGHT = 104
BAR_TOP, BAR = 44, 30
MARK = 8


class CueLine(QWidget):
    """Round marks: baby wants more. Diamonds: baby says no. The words beside it say the same."""

    def __init__(self, look: Look, course: Course, is_yes: Mapping[str, bool], telling: Telling) -> None:
        super().__init__()
        self._look = look
        self._course = course
        self._is_yes = is_yes
        self._telling = telling
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How it went, in time"))
        self.setAccessibleDescription("; ".join(self._told(mark) for mark in course.marks))

    def sizeHint(self) -> QSize:
        """Full width."""
        return QSize(self._look.px(400), self._look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine."""
        return QSize(200, self._look.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar of areas, what lies on it, the marks, and the times at its ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, span in enumerate(self._areas()):
            self._draw_area(painter, span, number)
        for span in self._course.spans:
            if span.kind is not SpanKind.AREA:
                self._draw_still(painter, span)
        for mark in self._course.marks:
            self._draw_mark(painter, mark)
        self._draw_times(painter)

    def _areas(self) -> list[Span]:
        return [span for span in self._course.spans if span.kind is SpanKind.AREA]

    def _x(self, at: float) -> float:
        edge = self._look.px(MARK + 2)
        room = self.width() - 2 * edge
        return edge + room * min(1.0, at / max(self._course.length, 1.0))

    def _bar(self, span: Span) -> QRectF:
        left, right = self._x(span.start), self._x(span.end)
        return QRectF(left, self._look.px(BAR_TOP), max(2.0, right - left - 2), self._look.px(BAR))

    def _draw_area(self, painter: QPainter, span: Span, number: int) -> None:
        theme = self._look.theme
        box = self._bar(span)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.sand if number % 2 else theme.teal_pale))
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(self._look.font(14, 600))
        words = self._telling.area(span.area)
        if painter.fontMetrics().horizontalAdvance(words) + 10 <= box.width():
            painter.setPen(QColor(theme.ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_still(self, painter: QPainter, span: Span) -> None:
        """A rest is a low warm bar below the areas, a pause an empty one."""
        theme = self._look.theme
        box = self._bar(span)
        low = QRectF(box.left(), box.bottom() + 2, box.width(), self._look.px(7))
        rest = span.kind is SpanKind.REST
        painter.setBrush(QColor(theme.sun if rest else theme.card))
        painter.setPen(Qt.PenStyle.NoPen if rest else QPen(QColor(theme.soft), 1))
        painter.drawRoundedRect(low, 3, 3)

    def _draw_mark(self, painter: QPainter, mark: Mark) -> None:
        theme, size = self._look.theme, self._look.px(MARK)
        x, y = self._x(mark.at), self._look.px(BAR_TOP) - size * 2.0
        yes = self._is_yes.get(mark.cue, True)
        colour = QColor(theme.teal if yes else theme.coral)
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(x, y), QPointF(x, self._look.px(BAR_TOP + 5)))
        painter.setPen(QPen(QColor(theme.card), 1.5))
        painter.setBrush(colour)
        if yes:
            painter.drawEllipse(QPointF(x, y), size, size)
            return
        tips = [QPointF(0, -1.3), QPointF(1.3, 0), QPointF(0, 1.3), QPointF(-1.3, 0)]
        painter.drawPolygon(QPolygonF([QPointF(x, y) + tip * size for tip in tips]))

    def _draw_times(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._look.theme.soft))
        painter.setFont(self._look.font(14, 400))
        top = self._look.px(BAR_TOP + BAR + 10)
        line = QRectF(2, top, self.width() - 4, self._look.px(20))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, clock_length(0))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, clock_length(self._course.length))

    def _told(self, mark: Mark) -> str:
        area = self._telling.area(mark.area)
        return f"{clock_length(mark.at)} {self._telling.cue(mark.cue, {})}, {area}"
