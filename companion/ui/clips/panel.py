"""The films of one stroke: the one that plays, the others beside it, adding, removing and taking that back."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.clip import Clip
from companion.ui.clips.film import ClipWidget
from companion.ui.clips.view import clock_time
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.text import Role, label, put

TILE = (168, 128)
RADIUS = 18


class ClipTile(PillButton):
    """A film's poster with its name and length; the one that plays has a ring."""

    def __init__(self, look: Look, clip: Clip, poster: QImage) -> None:
        super().__init__(look, clip.title, Kind.LINK)
        self._title = clip.title
        self._length = clock_time(clip.seconds + 0.5)
        self._poster = poster
        self._mirrored = clip.mirrored
        self.setCheckable(True)
        self.setToolTip(clip.title)

    def sizeHint(self) -> QSize:
        """As wide as a poster."""
        return QSize(self._look.px(TILE[0]), self._look.px(TILE[1]))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The poster, its length in a corner, the name below."""
        theme, look = self._look.theme, self._look
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(3, 3, -3, -look.px(30))
        shape = QPainterPath()
        shape.addRoundedRect(box, RADIUS, RADIUS)
        painter.fillPath(shape, QColor(theme.sand))
        if not self._poster.isNull():
            painter.save()
            painter.setClipPath(shape)
            self._paint_poster(painter, box)
            painter.restore()
        self._paint_length(painter, box)
        ringed = self.isChecked() or self.hasFocus()
        if ringed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus if self.hasFocus() else theme.teal), 3))
            painter.drawPath(shape)
        painter.setPen(QColor(theme.ink))
        painter.setFont(look.font(16, 700 if self.isChecked() else 600))
        line = QRectF(6, self.height() - look.px(27), self.width() - 12, look.px(24))
        words = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_poster(self, painter: QPainter, box: QRectF) -> None:
        """From edge to edge, cut at the sides."""
        size = self._poster.size().scaled(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(box.center())
        if self._mirrored:
            painter.translate(2 * box.center().x(), 0)
            painter.scale(-1, 1)
        painter.drawImage(target, self._poster)

    def _paint_length(self, painter: QPainter, box: QRectF) -> None:
        theme, look = self._look.theme, self._look
        painter.setFont(look.font(14, 700))
        width = painter.fontMetrics().horizontalAdvance(self._length) + look.px(16)
        pill = QRectF(box.right() - width - 8, box.bottom() - look.px(24) - 8, width, look.px(24))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(QColor(theme.ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._length)


class ClipPanel(QWidget):
    """``picked``, ``removed`` and ``put_back`` carry a Clip, ``add_asked`` the wish for another film."""

    picked = Signal(object)
    removed = Signal(object)
    put_back = Signal(object)
    add_asked = Signal()

    def __init__(self, look: Look, *, ground: str = "page") -> None:
        super().__init__()
        self._look = look
        self._shown: Clip | None = None
        self._gone: Clip | None = None
        self._tiles: list[tuple[str, ClipTile]] = []
        self.film = ClipWidget(look, ground=ground)
        self.film.setMinimumHeight(look.px(360))
        self._empty = label(
            self.tr("Add a film of your own, or one from your therapist. It stays on this computer."),
            Role.BODY,
            wrap=True,
        )
        self._strip = QWidget()
        self._flow = Flow(self._strip)
        self._add = PillButton(look, self.tr("Add a film"))
        self._remove = PillButton(look, self.tr("Remove this film"), Kind.LINK)
        self._gone_words = label("", Role.SOFT)
        self._undo = PillButton(look, self.tr("Put it back"), Kind.LINK)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.film, 1)
        column.addWidget(self._empty)
        column.addWidget(self._strip)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self._add, self._remove, self._gone_words, self._undo):
            row.addWidget(part)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(0)
        self._add.clicked.connect(self.add_asked)
        self._remove.clicked.connect(lambda: self.removed.emit(self._shown))
        self._undo.clicked.connect(lambda: self.put_back.emit(self._gone))

    def show_view(
        self, clips: Sequence[tuple[Clip, QImage]], shown: Clip | None, gone: Clip | None = None
    ) -> None:
        """The clips with their posters, which of them plays, and the one that was just removed."""
        self._shown, self._gone = shown, gone
        for _, tile in self._tiles:
            self._flow.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = [(clip.id, self._made_tile(clip, poster)) for clip, poster in clips]
        self._strip.setVisible(len(clips) > 1)
        self.film.setVisible(shown is not None)
        self._empty.setVisible(shown is None)
        self._remove.setVisible(shown is not None)
        self._gone_words.setVisible(gone is not None)
        self._undo.setVisible(gone is not None)
        if gone is not None:
            put(self._gone_words, self.tr("“%1” is removed.").replace("%1", gone.title))
        self._strip.updateGeometry()

    def _made_tile(self, clip: Clip, poster: QImage) -> ClipTile:
        tile = ClipTile(self._look, clip, poster)
        tile.setChecked(self._shown is not None and clip.id == self._shown.id)
        tile.clicked.connect(lambda: self.picked.emit(clip))
        self._flow.addWidget(tile)
        return tile
