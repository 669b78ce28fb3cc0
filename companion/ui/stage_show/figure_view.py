"""The figure of a demonstration in one window: painted from a kept layer, with a light on what is pointed at."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.domain.demonstration import Spot
from companion.domain.figure.drawing import Drawing, Frame, Layer
from companion.domain.figure.figure import CAREGIVER, View
from companion.paint.figure_painter import transform_for
from companion.ui.pictures import Artist
from companion.ui.scene import Scene
from companion.ui.theme import Look

LIGHT = 0.16
"""Radius of the light that is pointed with, as a share of the picture's height."""
VEIL = 0.5
KEPT = 2
"""Layers that are kept: the one shown and the one that comes next."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a window shows of a stroke; ``near`` looks at the hands alone, ``name`` is told to who cannot see."""

    scene: Scene
    view: View = CAREGIVER
    near: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A layer that does not move, and what it was painted from."""

    still: tuple[Layer, ...]
    place: tuple[Frame, float, bool]
    pixmap: QPixmap

    def fits(self, picture: Drawing) -> bool:
        return self.still is picture.still and self.place == _place(picture)


class FigureView(QWidget):
    """Paints a Shown at an instant; ``pointed`` carries the place under the mouse (a Spot), or None."""

    pointed = Signal(object)

    def __init__(self, look: Look, artist: Artist, radius: int = 0) -> None:
        super().__init__()
        self._look = look
        self._artist = artist
        self._radius = radius
        self._shown: Shown | None = None
        self._t = 0.0
        self._spot: Spot | None = None
        self._kept: list[_Kept] = []
        self._film: QWidget | None = None
        self._covered = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_part(self, shown: Shown, t: float, spot: Spot | None) -> None:
        """Take a new state; repaints only when something to be seen has changed."""
        if (shown, t, spot) == (self._shown, self._t, self._spot):
            return
        self._shown, self._t, self._spot = shown, t, spot
        if self.accessibleName() != shown.name:
            self.setAccessibleName(shown.name)
        self.update()

    def prepare(self, shown: Shown) -> None:
        """Paint ahead what does not move in the next picture, so that it comes with no delay."""
        if not self.size().isEmpty():
            self._layer(self._drawn(shown, 0.0))

    def point_with_mouse(self) -> None:
        """Tell from now on where the mouse is."""
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def forget(self) -> None:
        """Drop what is kept, after colours or sizes changed."""
        self._kept.clear()
        self.update()

    @property
    def has_film(self) -> bool:
        """Whether there is a film that may cover the drawing."""
        return self._film is not None

    def take_film(self, film: QWidget | None) -> None:
        """Have a film at hand, out of view until ``cover``; or have none any more."""
        if self._film is not None:
            self._film.hide()
            self._film.deleteLater()
        self._film, self._covered = film, False
        if film is not None:
            film.setParent(self)
            film.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._lay_film()
            film.show()

    def cover(self, *, on: bool) -> None:
        """Show the film in place of the drawing, or the drawing."""
        if on is not self._covered:
            self._covered = on
            self._lay_film()

    def _lay_film(self) -> None:
        """A film that does not cover lies beyond the edge: it plays there, since nobody has hidden it."""
        if self._film is not None:
            beyond = 0 if self._covered else self.height() + 1
            self._film.setGeometry(0, beyond, self.width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A film fills all of it."""
        super().resizeEvent(event)
        self._lay_film()

    def sizeHint(self) -> QSize:
        """The design's size."""
        return QSize(560, 500)

    def minimumSizeHint(self) -> QSize:
        """Still large enough to see hands."""
        return QSize(240, 200)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme needs other layers."""
        if event.type() == QEvent.Type.StyleChange:
            self.forget()
        super().changeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Where the mouse is on the figure."""
        self.pointed.emit(self.spot_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is elsewhere."""
        self.pointed.emit(None)
        super().leaveEvent(event)

    def spot_at(self, at: QPointF) -> Spot | None:
        """The place of the figure at a point of this widget."""
        if self._shown is None:
            return None
        there = self._transform(self._drawn(self._shown, self._t)).inverted()[0].map(at)
        return there.x(), there.y()

    def place_of(self, spot: Spot) -> QPointF:
        """The point of this widget where a place of the figure is."""
        assert self._shown is not None
        return self._transform(self._drawn(self._shown, self._t)).map(QPointF(*spot))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The kept layer, what moves, the light, and the page's colour at the round corners."""
        if self._shown is None:
            return
        picture = self._drawn(self._shown, self._t)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawPixmap(0, 0, self._layer(picture))
            self._artist.paint_moving(painter, picture, QRectF(self.rect()))
            if self._spot is not None:
                self._paint_light(painter, self._transform(picture).map(QPointF(*self._spot)))
            if self._radius:
                painter.fillPath(_corners(QRectF(self.rect()), self._radius), QColor(self._look.theme.page))

    def _drawn(self, shown: Shown, t: float) -> Drawing:
        return self._artist.shown(shown.scene, t, shown.view, near=shown.near)

    def _transform(self, picture: Drawing):  # noqa: ANN202 - Qt's own
        return transform_for(picture, QRectF(self.rect()))

    def _layer(self, picture: Drawing) -> QPixmap:
        """The layer below what moves; painted now when nobody has asked for it before."""
        size = self.size() * self.devicePixelRatioF()
        for kept in self._kept:
            if kept.fits(picture) and kept.pixmap.size() == size:
                return kept.pixmap
        pixmap = QPixmap(size)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        with QPainter(pixmap) as painter:
            self._artist.paint_still(painter, picture, QRectF(self.rect()))
        self._kept = [*self._kept[-(KEPT - 1) :], _Kept(picture.still, _place(picture), pixmap)]
        return pixmap

    def _paint_light(self, painter: QPainter, at: QPointF) -> None:
        whole = QPainterPath()
        whole.addRect(QRectF(self.rect()))
        radius = self.height() * LIGHT
        light = QPainterPath()
        light.addEllipse(at, radius, radius)
        veil = QColor(dark(self._look))
        veil.setAlphaF(VEIL)
        painter.fillPath(whole.subtracted(light), veil)
        painter.setPen(QPen(QColor(self._look.theme.sun), max(3.0, self.height() / 180)))
        painter.drawEllipse(at, radius, radius)


def dark(look: Look) -> str:
    """The colour of a screen that shows nothing."""
    return look.theme.page if look.theme.dark else look.theme.ink


def _place(picture: Drawing) -> tuple[Frame, float, bool]:
    return picture.frame, picture.turn, picture.flip


def _corners(whole: QRectF, radius: int) -> QPainterPath:
    """What lies outside the round corners."""
    around, inside = QPainterPath(), QPainterPath()
    around.addRect(whole.adjusted(-1, -1, 1, 1))
    inside.addRoundedRect(whole, radius, radius)
    return around.subtracted(inside)
