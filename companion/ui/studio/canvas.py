"""The studio's stage: one stroke at one instant, with whatever is laid over it."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.domain.body import Side
from companion.domain.figure.choreography import Choreography
from companion.domain.figure.drawing import Drawing, Layer
from companion.domain.figure.figure import View, drawing, phase_at, seen
from companion.paint.figure_painter import PathStore, paint_moving, paint_still, transform_for
from companion.paint.palette import Palette, Scheme, palette, read_colours
from companion.ui.studio.overlays import Inks, Instant, draw_landmarks, draw_routes, draw_zones, inks_of
from companion.ui.studio.state import Light, Overlay
from companion.ui.theme import Look

RADIUS = 28
PATH = frozenset({"path", "dot"})


@dataclass(frozen=True, slots=True)
class Picture:
    """What the stage shows at ``t`` natural seconds; ``period`` is the length of one repetition."""

    choreography: Choreography
    side: Side
    t: float
    period: float
    view: View
    overlays: frozenset[Overlay]
    light: Light
    tones: tuple[int, int]


class Canvas(QWidget):
    """Paints a picture; ``tapped`` tells of a press on it. ``colours`` is the figure's colour file."""

    tapped = Signal()

    def __init__(self, look: Look, colours: Path) -> None:
        super().__init__()
        self._look = look
        self._read = cache(lambda: read_colours(colours))
        self._palette = cache(self._mix)
        self._store = PathStore()
        self._picture: Picture | None = None
        self._still: tuple[tuple[Layer, ...], object, QImage] | None = None
        self._pointer: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def show_picture(self, picture: Picture | None, name: str) -> None:
        """Show this from now on."""
        if picture != self._picture:
            self._picture = picture
            self.update()
        if self.accessibleName() != name:
            self.setAccessibleName(name)

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    def sizeHint(self) -> QSize:
        """The design's size."""
        return QSize(620, 560)

    def minimumSizeHint(self) -> QSize:
        """Still large enough to see hands."""
        return QSize(220, 150)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size needs another still layer."""
        self._still = None
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap stops and goes on."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.tapped.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The landmark next to the pointer tells its name."""
        self._point_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._point_at(None)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing in a frame with round corners, and the overlays."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            clip = QPainterPath()
            clip.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
            painter.setClipPath(clip)
            if self._picture is None:
                painter.fillRect(self.rect(), self._look.theme.sand)
                return
            self._paint(painter, self._picture)

    def _paint(self, painter: QPainter, shown: Picture) -> None:
        target, colours = QRectF(self.rect()), self._palette(shown.light, *shown.tones)
        picture = drawing(shown.choreography, shown.side, shown.t, period=shown.period, view=shown.view)
        if Overlay.PATH not in shown.overlays:
            kept = tuple(layer for layer in picture.moving if layer.name not in PATH)
            picture = replace(picture, moving=kept)
        painter.drawImage(target, self._ground(picture, colours))
        paint_moving(painter, picture, colours, target, store=self._store)
        painter.setOpacity(1.0)
        self._lay_over(painter, shown, transform_for(picture, target))

    def _lay_over(self, painter: QPainter, shown: Picture, view: QTransform) -> None:
        done = seen(shown.choreography, shown.view)
        phase = phase_at(done, shown.t, shown.period, shown.view)
        instant = Instant(done, shown.side, phase)
        inks = self._inks()
        if Overlay.NO_GO in shown.overlays:
            draw_zones(painter, instant, view, inks)
        if Overlay.ROUTES in shown.overlays:
            draw_routes(painter, instant, view, inks)
        if Overlay.LANDMARKS in shown.overlays:
            draw_landmarks(painter, instant, view, inks, self._pointer)

    def _ground(self, picture: Drawing, colours: Palette) -> QImage:
        """What does not move, kept as long as it is the same."""
        if (
            self._still is None
            or self._still[0] is not picture.still
            or self._still[1] != (colours, picture.turn, picture.flip)
        ):
            ratio = self.devicePixelRatioF()
            image = QImage(self.size() * ratio, QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(ratio)
            with QPainter(image) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_still(painter, picture, colours, QRectF(self.rect()), ground=True)
            self._still = (picture.still, (colours, picture.turn, picture.flip), image)
        return self._still[2]

    def _point_at(self, pointer: QPointF | None) -> None:
        self._pointer = pointer
        if self._picture is not None and Overlay.LANDMARKS in self._picture.overlays:
            self.update()

    def _inks(self) -> Inks:
        return inks_of(self._look.theme, self._look.font(13, 700))

    def _mix(self, light: Light, baby: int, adult: int) -> Palette:
        return palette(self._read(), Scheme(light.value), baby, adult)
