"""A small still picture of the baby in a state or with a cue, kept as a pixmap."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.picture import SOON_MS, Studio

if TYPE_CHECKING:
    from companion.domain.figure.drawing import Drawing

SIDE = 96
"""Width and height in design pixels."""
ROUND = 0.2
"""Radius of the corners, as a share of the smaller side."""


class PortraitWidget(QWidget):
    """One ``Drawing``, such as ``state_picture`` or ``cue_picture`` give, filling its place from edge to edge, with
    round corners. The caller gives the accessible name; ``side`` is the size that it asks for, in design pixels.

    It is drawn when it is first seen, after the words of its screen, and again when size, theme or tones change.
    """

    def __init__(
        self, look: Look, studio: Studio, picture: "Drawing | None" = None, side: int = SIDE
    ) -> None:
        super().__init__()
        self._look = look
        self._studio = studio
        self._picture = picture
        self._side = side
        self._kept: QPixmap | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._draw)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_part(self, picture: "Drawing") -> None:
        """Draw this from now on."""
        if picture is not self._picture:
            self._picture = picture
            self.forget()

    def forget(self) -> None:
        """Draw anew, after colours or tones changed."""
        self._kept = None
        self.update()

    def sizeHint(self) -> QSize:
        """A square of the size that was asked for."""
        return QSize(self._look.px(self._side), self._look.px(self._side))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size needs another pixmap."""
        self._kept = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme too, and another size of text another size."""
        if event.type() == QEvent.Type.StyleChange:
            self._kept = None
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The kept pixmap."""
        if self._kept is not None:
            QPainter(self).drawPixmap(0, 0, self._kept)
        elif self._picture is not None:
            self._soon.start()

    def _draw(self) -> None:
        if self._picture is not None and self._kept is None:
            self._kept = portrait_pixmap(self._studio, self._picture, self.size(), self.devicePixelRatioF())
            self.update()


def portrait_pixmap(studio: Studio, picture: "Drawing", size: QSize, ratio: float = 1.0) -> QPixmap:
    """The picture in the colours in use with round corners, ``size`` in logical pixels; for buttons that paint
    themselves."""
    pixmap = QPixmap(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    target = QRectF(0, 0, size.width(), size.height())
    radius = ROUND * min(target.width(), target.height())
    clip = QPainterPath()
    clip.addRoundedRect(target, radius, radius)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(clip)
        studio().paint_whole(painter, picture, target)
    return pixmap
