"""The small side view beside the words: how far the skin gives under this stroke."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.domain.stroke import Pressure
from companion.ui.pictures import Artist
from companion.ui.scene import Scene
from companion.ui.theme import Look

WIDTH, HEIGHT = 132, 82
RADIUS = 16


class PressureInset(QWidget):
    """A fingertip on the skin, in step with the scene on the stage; ``is_wanted`` while there is a pressure."""

    def __init__(self, look: Look, artist: Artist) -> None:
        super().__init__()
        self._look = look
        self._artist = artist
        self._shown: tuple[Scene, Pressure, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_part(self, scene: Scene, pressure: Pressure | None, t: float, told: str) -> None:
        """Take a new state; ``told`` is the pressure in words."""
        shown = None if pressure is None else (scene, pressure, t)
        if shown == self._shown:
            return
        self._shown = shown
        self.setAccessibleName(self.tr("Picture of the pressure: %1").replace("%1", told))
        self.update()

    @property
    def is_wanted(self) -> bool:
        """Whether there is a pressure to show."""
        return self._shown is not None

    def sizeHint(self) -> QSize:
        """Small."""
        return QSize(self._look.px(WIDTH), self._look.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Skin and fingertip, with round corners."""
        if self._shown is None:
            return
        scene, pressure, t = self._shown
        target = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        round_one = QPainterPath()
        round_one.addRoundedRect(target, RADIUS, RADIUS)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(round_one)
            self._artist.paint_whole(painter, self._artist.pressure(scene, pressure, t), target)
            painter.setClipping(False)
            painter.setPen(QPen(QColor(self._look.theme.line), 1.4))
            painter.drawPath(round_one)
