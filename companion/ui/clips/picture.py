"""The film itself: frames, or its poster until they come, upright and whole, mirrored if wished."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.domain.clip import FilmFrame
from companion.ui.theme import Look

RADIUS = 28


class FilmPicture(QWidget):
    """Paints frames. ``radius`` rounds the corners, which show the theme's ``ground``; an audience's screen has
    none."""

    def __init__(self, look: Look, *, radius: int = RADIUS, ground: str = "page") -> None:
        super().__init__()
        self._look = look
        self._radius = radius
        self._ground = ground
        self._frame: FilmFrame | None = None
        self._poster = QImage()
        self._mirrored = False
        self._notice = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_poster(self, poster: QImage) -> None:
        """Show this picture until a frame comes."""
        self._frame, self._poster = None, poster
        self.update()

    def show_frame(self, frame: FilmFrame | None) -> None:
        """Show this frame from now on; None leaves what is shown. It is read until the next one is given."""
        if frame is not None:
            self._frame = frame
            self.update()

    def show_part(self, *, mirrored: bool, notice: str) -> None:
        """Mirror the film, or put a sentence in its place."""
        if (mirrored, notice) != (self._mirrored, self._notice):
            self._mirrored, self._notice = mirrored, notice
            self.update()

    def sizeHint(self) -> QSize:
        """A film's usual shape."""
        return QSize(640, 360)

    def minimumSizeHint(self) -> QSize:
        """May be small."""
        return QSize(200, 112)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, the film, and the corners over it."""
        painter = QPainter(self)
        theme = self._look.theme
        image = self._image()
        target = fitted_rect(image.size(), self.rect())
        for beside in _beside(self.rect(), target):
            painter.fillRect(beside, QColor(theme.sand))
        if not image.isNull():
            self._paint_image(painter, image, target)
        if self._notice:
            self._paint_notice(painter)
        if self._radius:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(self._corners(), QColor(getattr(theme, self._ground)))

    def _image(self) -> QImage:
        frame = self._frame
        if frame is None:
            return self._poster
        return QImage(frame.pixels, frame.width, frame.height, frame.stride, QImage.Format.Format_RGB32)

    def _paint_image(self, painter: QPainter, image: QImage, target: QRect) -> None:
        painter.save()
        if self._mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
            target = QRect(
                self.width() - target.x() - target.width(), target.y(), target.width(), target.height()
            )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, image.size() != target.size())
        painter.drawImage(target, image)
        painter.restore()

    def _paint_notice(self, painter: QPainter) -> None:
        theme, look = self._look.theme, self._look
        veil = QColor(theme.page)
        veil.setAlphaF(0.86)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QColor(theme.ink))
        painter.setFont(look.font(20, 600))
        room = self.rect().adjusted(look.px(28), look.px(20), -look.px(28), -look.px(20))
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), self._notice
        )

    def _corners(self) -> QPainterPath:
        whole = QRectF(self.rect())
        round_one = QPainterPath()
        round_one.addRoundedRect(whole, self._radius, self._radius)
        corners = QPainterPath()
        corners.addRect(whole.adjusted(-1, -1, 1, 1))
        return corners.subtracted(round_one)


def fitted_rect(size: QSize, room: QRect) -> QRect:
    """Where a picture of this size stands, whole, in the middle of the room; empty without a picture."""
    if size.isEmpty():
        return QRect()
    fitting = QSizeF(size).scaled(QSizeF(room.size()), Qt.AspectRatioMode.KeepAspectRatio).toSize()
    middle = QRectF(room).center() - QPointF(fitting.width() / 2, fitting.height() / 2)
    return QRect(middle.toPoint(), fitting).intersected(room)


def _beside(room: QRect, target: QRect) -> tuple[QRect, ...]:
    """The strips of the room that the picture leaves free."""
    if target.isEmpty():
        return (room,)
    right, low = target.x() + target.width(), target.y() + target.height()
    return (
        QRect(room.x(), room.y(), room.width(), target.y() - room.y()),
        QRect(room.x(), low, room.width(), room.y() + room.height() - low),
        QRect(room.x(), target.y(), target.x() - room.x(), target.height()),
        QRect(right, target.y(), room.x() + room.width() - right, target.height()),
    )
