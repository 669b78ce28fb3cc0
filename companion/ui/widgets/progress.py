"""The way through a session: one bar an area, as long as the area lasts, filled as far as play has come."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.theme import Look

HEIGHT = 10
GAP = 6


@dataclass(frozen=True, slots=True)
class Segment:
    """One area: ``length`` in seconds of play, ``share`` of it that is over."""

    length: float
    share: float


class Progress(QWidget):
    """The segmented bar."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Segment, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, segments: tuple[Segment, ...]) -> None:
        """Take a new state; repaints only when it moved by a pixel."""
        if self._steps(segments) != self._steps(self._shown):
            self._shown = segments
            self.update()

    def _steps(self, segments: tuple[Segment, ...]) -> tuple[tuple[float, int], ...]:
        total = sum(segment.length for segment in segments) or 1.0
        return tuple(
            (segment.length, round(segment.share * segment.length / total * self.width()))
            for segment in segments
        )

    def sizeHint(self) -> QSize:
        """Full width, ten high."""
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each bar, and in it how much is over."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.page))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        total = sum(segment.length for segment in self._shown)
        if total <= 0:
            return
        room = self.width() - GAP * (len(self._shown) - 1)
        x = 0.0
        for segment in self._shown:
            width = room * segment.length / total
            bar = QPainterPath()
            bar.addRoundedRect(QRectF(x, 0, width, self.height()), 5, 5)
            painter.fillPath(bar, QColor(theme.track))
            if segment.share > 0:
                painter.save()
                painter.setClipRect(QRectF(x, 0, width * min(1.0, segment.share), self.height()))
                painter.fillPath(bar, QColor(theme.teal))
                painter.restore()
            x += width + GAP
