"""A still picture of a stroke, kept as a pixmap, with round corners."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.scene import Scene

UPPER = 0.7
"""The share of the whole baby that a wide picture shows, from just below the crown down."""

SOON_MS = 12
"""How long after the words of a screen its picture is begun: they are to be seen first."""


if TYPE_CHECKING:
    from companion.domain.figure.drawing import Frame
    from companion.ui.pictures import Artist

Studio = Callable[[], "Artist"]
"""Gives the artist when there is something to draw; what it draws with is loaded then."""


class StillPicture(QWidget):
    """One scene at a telling instant, filling its place from edge to edge.

    ``radius`` rounds the right-hand corners, where it meets a card's; ``whole`` shows the baby from the head
    down, however near the scene itself would look.
    """

    def __init__(self, studio: Studio, radius: int = 0, *, whole: bool = False) -> None:
        super().__init__()
        self._studio = studio
        self._radius = radius
        self._whole = whole
        self._scene: Scene | None = None
        self._kept: QPixmap | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._draw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_part(self, scene: Scene) -> None:
        """Draw this scene from now on."""
        if scene != self._scene:
            self._scene = scene
            self.forget()

    def forget(self) -> None:
        """Draw anew, after colours or tones changed."""
        self._kept = None
        self.update()

    def sizeHint(self) -> QSize:
        """The design's size."""
        return QSize(420, 300)

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(120, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size needs another pixmap."""
        self._kept = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme too."""
        if event.type() == QEvent.Type.StyleChange:
            self._kept = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The kept pixmap."""
        if self._scene is None:
            return
        if self._kept is None:
            self._soon.start()
            return
        QPainter(self).drawPixmap(0, 0, self._kept)

    def _draw(self) -> None:
        """After the words: a picture takes longer than all the rest of a screen."""
        if self._scene is not None and self._kept is None:
            self._kept = self._drawn(self._scene)
            self.update()

    def _drawn(self, scene: Scene) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        target = QRectF(self.rect())
        clip = QPainterPath()
        clip.addRoundedRect(target.adjusted(-2 * self._radius, 0, 0, 0), self._radius, self._radius)
        artist = self._studio()
        picture = artist.drawing(scene, scene.period / 3)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(clip)
            if self._whole:
                artist.paint_bare(painter, picture, target, _from_the_top(artist.baby_frame(), target))
            else:
                artist.paint_whole(painter, picture, target, _filling(picture.frame, target))
        return pixmap


def _from_the_top(frame: "Frame", target: QRectF) -> "Frame":
    """The upper part of a frame, as wide as the target asks for."""
    height = frame.height * UPPER
    width = height * target.width() / max(1.0, target.height())
    left = frame.left + (frame.width - width) / 2
    return replace(frame, left=left, top=frame.top + frame.height * 0.06, width=width, height=height)


def _filling(frame: "Frame", target: QRectF) -> "Frame":
    """The part of a frame that fills the target from edge to edge."""
    share = target.width() / max(1.0, target.height())
    if frame.width / frame.height < share:
        return replace(frame, height=frame.width / share)
    width = frame.height * share
    return replace(frame, left=frame.left + (frame.width - width) / 2, width=width)
