"""The stage: the moving picture, whose side it is on, and whether it stands still."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.domain.figure.drawing import Drawing
from companion.ui.pictures import Artist
from companion.ui.player.crossing import Crossing
from companion.ui.scene import Scene
from companion.ui.theme import Look, Theme
from companion.ui.widgets.glyphs import Glyph, draw_glyph

RADIUS = 36
PILL = 20
SMILE_SECONDS = 20.0


class Stage(QWidget):
    """Shows one scene at one instant. What does not move is kept as a pixmap; ``tapped`` tells of a press."""

    tapped = Signal()

    def __init__(self, look: Look, artist: Artist) -> None:
        super().__init__()
        self._look = look
        self._artist = artist
        self._scene: Scene | None = None
        self._part = ""
        self._t = 0.0
        self._note = ""
        self._paused = False
        self._life = self._smiles_until = 0.0
        self._still: tuple[object, QPixmap] | None = None
        self._frame: list[tuple[QPoint, QPixmap]] | None = None
        self._crossing = Crossing(self, self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_part(
        self, scene: Scene, part: str, t: float, *, paused: bool, life: float | None = None
    ) -> None:
        """Take a new state; repaints only when something to be seen has changed. In a pause no camera moves and
        no baby stirs. ``life`` is the baby's own time, in seconds: without it nothing but hands move.
        """
        life = self._life if paused or life is None or self._look.calm else life
        if (scene, part, paused) != (self._scene, self._part, self._paused):
            if paused:
                self._crossing.cut()
            elif scene != self._scene:
                self._cross_to(scene)
            if scene != self._scene or part != self._part:
                self._still = self._frame = None
            self._scene, self._part, self._paused = scene, part, paused
            self.setAccessibleName(self.tr("Picture: %1").replace("%1", part))
        elif (t, life) == (self._t, self._life):
            return
        self._t, self._life = t, life
        self.update()

    @property
    def is_crossing(self) -> bool:
        """Whether the picture is still on its way from the scene before."""
        return self._crossing.is_on

    def note(self, words: str, *, smiling: bool = False) -> None:
        """A few words at the foot of the picture, or none. When the baby is ``smiling``, it does so for a while."""
        if smiling:
            self._smiles_until = self._life + SMILE_SECONDS
        if words != self._note:
            self._note = words
            self.setAccessibleDescription(words)
            self.update()

    def forget(self) -> None:
        """Drop what is kept, after colours or tones changed."""
        self._still = self._frame = None
        self.update()

    def sizeHint(self) -> QSize:
        """The design's size."""
        return QSize(660, 588)

    def minimumSizeHint(self) -> QSize:
        """Still large enough to see hands."""
        return QSize(280, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size needs another still layer."""
        self._crossing.cut()
        self._still = self._frame = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme needs another still layer."""
        if event.type() == QEvent.Type.StyleChange:
            self._still = self._frame = None
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap anywhere on the picture; other buttons are the player's."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.tapped.emit()
            return
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The kept layer, the hands, the frame with its words, and the veil when it stands still."""
        if self._scene is None:
            return
        target = QRectF(self.rect())
        picture = self._drawn(self._scene)
        self._crossing.end_if_over()
        with QPainter(self) as painter:
            self._paint_picture(painter, picture, target)
            for place, pixmap in self._framed():
                painter.drawPixmap(place, pixmap)
            if self._paused:
                _draw_pause(painter, QRectF(self.rect()), self._look.theme)
            if self._note:
                self._draw_pill(painter, self._note, foot=True)

    def _drawn(self, scene: Scene) -> Drawing:
        return self._artist.alive(scene, self._t, self._life, smiling=self._life < self._smiles_until)

    def _paint_picture(self, painter: QPainter, picture: Drawing, target: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._crossing.frame(picture.frame, target.width() / target.height())
        if frame is not None:
            self._artist.paint_through(painter, picture, target, frame)
            return
        if self._still is None or self._still[0] is not picture.still:
            self._still = (picture.still, self._kept(picture, target))
        painter.drawPixmap(0, 0, self._still[1])
        self._artist.paint_moving(painter, picture, target)
        if (remains := self._crossing.remains()) is not None:
            _paint_remains(painter, target, self._artist.cloth(), *remains)

    def _cross_to(self, scene: Scene) -> None:
        """From what is shown now to another scene: over the same baby the camera glides, else the picture fades."""
        before = self._scene
        if before is None or not self.isVisible() or self.size().isEmpty():
            return
        shown = self._drawn(before)
        calm = self._look.calm
        if not calm and self._artist.world(before) == self._artist.world(scene):
            now = self._crossing.frame(shown.frame, self.width() / self.height())
            self._crossing.glide_from(now or shown.frame)
            return
        pixmap = self._blank()
        with QPainter(pixmap) as painter:
            self._paint_picture(painter, shown, QRectF(self.rect()))
        self._crossing.fade_from(pixmap, calm=calm)

    def _blank(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _kept(self, picture: Drawing, target: QRectF) -> QPixmap:
        pixmap = self._blank()
        pixmap.fill(QColor(self._look.theme.sand))
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._artist.paint_still(painter, picture, target)
        return pixmap

    def _framed(self) -> list[tuple[QPoint, QPixmap]]:
        """The page's colour outside the round corners, and the pill with the part of the body, cut to pieces."""
        if self._frame is not None:
            return self._frame
        pixmap = self._blank()
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        round_one = QPainterPath()
        round_one.addRoundedRect(whole, RADIUS, RADIUS)
        corners = QPainterPath()
        corners.addRect(whole.adjusted(-1, -1, 1, 1))
        painter.fillPath(corners.subtracted(round_one), QColor(self._look.theme.page))
        pieces = _corners(self.size())
        if self._part:
            pieces.append(self._draw_pill(painter, self._part, foot=False))
        painter.end()
        ratio = self.devicePixelRatioF()
        self._frame = [(box.topLeft(), pixmap.copy(_scaled(box, ratio))) for box in pieces]
        return self._frame

    def _draw_pill(self, painter: QPainter, words: str, *, foot: bool) -> QRect:
        look = self._look
        painter.setFont(look.font(17, 700))
        metrics = painter.fontMetrics()
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(40, self.width() - 90))
        width = metrics.horizontalAdvance(words) + look.px(32)
        height = look.px(39)
        left = (self.width() - width) / 2 if foot else PILL + 2
        top = self.height() - height - PILL if foot else PILL
        box = QRectF(left, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.theme.card))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(QColor(look.theme.teal_deep if foot else look.theme.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        return box.toAlignedRect()


def _draw_pause(painter: QPainter, whole: QRectF, theme: Theme) -> None:
    """A veil over the picture, and the sign for going on."""
    veil = QColor(theme.page)
    veil.setAlphaF(0.62)
    clip = QPainterPath()
    clip.addRoundedRect(whole, RADIUS, RADIUS)
    painter.fillPath(clip, veil)
    radius = min(whole.width(), whole.height()) * 0.13
    middle = QPointF(whole.width() / 2, whole.height() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.teal))
    painter.drawEllipse(middle, radius, radius)
    painter.save()
    painter.translate(middle.x() - radius * 0.5, middle.y() - radius * 0.5)
    painter.scale(radius / 24, radius / 24)
    draw_glyph(painter, Glyph.PLAY, QColor(theme.on_teal))
    painter.restore()


def _paint_remains(
    painter: QPainter, target: QRectF, cloth: QColor, before: QPixmap, strength: float
) -> None:
    """The old picture goes into the cloth of the mat, then the new one comes out of it: never two babies."""
    painter.setOpacity(min(1.0, 2 * strength))
    painter.fillRect(target, cloth)
    painter.setOpacity(max(0.0, 2 * strength - 1.0))
    painter.drawPixmap(0, 0, before)
    painter.setOpacity(1.0)


def _corners(size: QSize) -> list[QRect]:
    right, low = size.width() - RADIUS, size.height() - RADIUS
    return [QRect(x, y, RADIUS, RADIUS) for x in (0, right) for y in (0, low)]


def _scaled(box: QRect, ratio: float) -> QRect:
    """The same box in the pixels of the screen."""
    return QRect(
        round(box.left() * ratio),
        round(box.top() * ratio),
        round(box.width() * ratio),
        round(box.height() * ratio),
    )
