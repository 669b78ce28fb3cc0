"""Paints a film's pictures on one canvas; what has not changed since the last picture is not painted again."""

from dataclasses import dataclass, field
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from companion.domain.figure.drawing import Drawing, Layer
from companion.domain.figure.figure import drawing
from companion.film.lettering import MIDDLE, Type, balanced, letter, width_of
from companion.film.shot import Beside, Count, Page, Shot, View
from companion.paint.figure_painter import PathStore, paint_moving, paint_still
from companion.paint.palette import Palette

HIGH = 720
"""The design's height in pixels; other sizes are scaled from it."""
STAGE = QRectF(28, 28, 744, 548)
COLUMN = QRectF(804, 28, 448, 548)
CAPTION = QRectF(28, 592, 1224, 92)
THREAD = QRectF(28, 700, 1224, 8)
PAGE = QRectF(120, 84, 1040, 500)
RADIUS = 32

EYEBROW, TITLE, LINE = Type(20, 15, 700), Type(44, 26, 800), Type(28, 19, 600)
CAPTIONED, PILL, NEXT = Type(30, 20, 600), Type(20, 14, 700), Type(20, 14, 600)
NUMBER, UNDER = Type(44, 26, 800), Type(18, 13, 600)
PAGE_TITLE, POINT = Type(64, 36, 800), Type(32, 21, 500)


@dataclass(frozen=True, slots=True)
class Tints:
    """The colours round the drawing."""

    page: QColor
    card: QColor
    sand: QColor
    line: QColor
    track: QColor
    ink: QColor
    soft: QColor
    teal: QColor
    teal_deep: QColor
    dot_off: QColor


@dataclass(slots=True)
class _Painted:
    """What stands on the canvas now."""

    view: View | None = None
    still: tuple[Layer, ...] | None = None
    ground: QImage | None = None


@dataclass(slots=True)
class Easel:
    """Paints views onto one canvas of 16 to 9. Needs a QGuiApplication with the fonts that it is to write in."""

    size: tuple[int, int]
    tints: Tints
    palette: Palette
    store: PathStore = field(default_factory=PathStore)
    _canvas: QImage | None = None
    _on: _Painted = field(default_factory=_Painted)

    def paint(self, view: View) -> QImage | None:
        """The canvas with this view on it, good until the next call; None when it is what was painted last."""
        if view == self._on.view:
            return None
        canvas = self._ready()
        before, self._on.view = self._on.view, view
        with QPainter(canvas) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            match view:
                case Shot():
                    self._shot(painter, view, before if isinstance(before, Shot) else None)
                case Page():
                    self._page(painter, view)
                case _:
                    assert_never(view)
        return canvas

    def _ready(self) -> QImage:
        if self._canvas is None:
            self._canvas = QImage(*self.size, QImage.Format.Format_RGB32)
        return self._canvas

    @property
    def _scale(self) -> float:
        return self.size[1] / HIGH

    def _shot(self, painter: QPainter, shot: Shot, before: Shot | None) -> None:
        if before is None:
            painter.fillRect(QRectF(0, 0, *self.size), self.tints.page)
        if before is None or before.beside != shot.beside:
            self._on.still = None
        self._stage(painter, shot)
        painter.scale(self._scale, self._scale)
        if before is None or (before.beside, before.count) != (shot.beside, shot.count):
            painter.fillRect(COLUMN.adjusted(-16, 0, 16, 4), self.tints.page)
            self._column(painter, shot.beside, shot.count)
        if before is None or before.caption != shot.caption:
            self._caption(painter, shot.caption)
        self._thread(painter, shot.through)

    def _stage(self, painter: QPainter, shot: Shot) -> None:
        target = _scaled(STAGE, self._scale)
        picture = drawing(shot.choreography, shot.side, shot.t, period=shot.period)
        if self._on.ground is None or self._on.still is not picture.still:
            self._on.ground, self._on.still = self._grounded(picture, target), picture.still
        painter.drawImage(target.topLeft(), self._on.ground)
        painter.save()
        paint_moving(painter, picture, self.palette, target, store=self.store)
        painter.scale(self._scale, self._scale)
        painter.fillPath(_corners(STAGE, RADIUS), self.tints.page)
        self._pill(painter, shot.beside.part)
        painter.restore()

    def _grounded(self, picture: Drawing, target: QRectF) -> QImage:
        """What does not move, as large as the stage."""
        image = QImage(target.size().toSize(), QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_still(painter, picture, self.palette, QRectF(image.rect()), ground=True)
        return image

    def _pill(self, painter: QPainter, words: str) -> None:
        if not words:
            return
        box = QRectF(STAGE.left() + 20, STAGE.top() + 18, width_of(words, PILL) + 36, 42)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.tints.card)
        painter.drawRoundedRect(box, 21, 21)
        letter(painter, box, words, PILL, self.tints.ink, MIDDLE)

    def _column(self, painter: QPainter, beside: Beside, count: Count) -> None:
        tints, left, width = self.tints, COLUMN.left(), COLUMN.width()
        y = COLUMN.top() + 6
        for words, kind, colour, height, gap in (
            (beside.area.upper(), EYEBROW, tints.teal_deep, 28, 6),
            (beside.title, TITLE, tints.ink, 110, 14),
            (beside.line, LINE, tints.ink, 176, 0),
        ):
            y += letter(painter, QRectF(left, y, width, height), words, kind, colour) + gap
        self._ring(painter, QPointF(left + 66, COLUMN.bottom() - 148), count)
        self._dots(painter, QRectF(left + 156, COLUMN.bottom() - 214, width - 156, 132), count)
        self._coming(painter, QRectF(left, COLUMN.bottom() - 52, width, 52), beside.coming)

    def _coming(self, painter: QPainter, foot: QRectF, words: str) -> None:
        if words:
            painter.setPen(QPen(self.tints.line, 1))
            painter.setBrush(self.tints.card)
            painter.drawRoundedRect(foot, 26, 26)
            letter(painter, foot.adjusted(20, 0, -20, 0), words, NEXT, self.tints.soft, _LEFT_MIDDLE)

    def _ring(self, painter: QPainter, middle: QPointF, count: Count) -> None:
        box = QRectF(middle.x() - 60, middle.y() - 60, 120, 120)
        for colour, share in ((self.tints.track, 1.0), (self.tints.teal, count.share)):
            painter.setPen(QPen(colour, 11, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(box, 90 * 16, -round(360 * 16 * share))
        number = QRectF(box.left(), middle.y() - 38, 120, 52)
        letter(painter, number, _clock(count.seconds), NUMBER, self.tints.ink, MIDDLE)
        under = QRectF(box.left() + 14, middle.y() + 12, 92, 26)
        letter(painter, under, count.word, UNDER, self.tints.soft, MIDDLE)

    def _dots(self, painter: QPainter, place: QRectF, count: Count) -> None:
        if count.total < 1:
            return
        words = QRectF(place.left(), place.top() + 20, place.width(), 36)
        letter(painter, words, count.times, LINE, self.tints.ink)
        painter.setPen(Qt.PenStyle.NoPen)
        across = max(1, int(place.width() // 26))
        for number in range(count.total):
            painter.setBrush(self.tints.teal if number < count.done else self.tints.dot_off)
            x, y = number % across * 26 + 9, number // across * 26 + 72
            painter.drawEllipse(QPointF(place.left() + x, place.top() + y), 8.5, 8.5)

    def _caption(self, painter: QPainter, words: str) -> None:
        painter.fillRect(CAPTION.adjusted(-4, -4, 4, 2), self.tints.page)
        if words:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.tints.sand)
            painter.drawRoundedRect(CAPTION, 28, 28)
            place = balanced(CAPTION.adjusted(30, 4, -30, -4), words, CAPTIONED)
            letter(painter, place, words, CAPTIONED, self.tints.ink, MIDDLE)

    def _thread(self, painter: QPainter, share: float) -> None:
        """How much of the massage is over."""
        painter.fillRect(THREAD.adjusted(-4, -4, 4, 4), self.tints.page)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, part in ((self.tints.track, 1.0), (self.tints.teal, share)):
            painter.setBrush(colour)
            painter.drawRoundedRect(THREAD.adjusted(0, 0, -THREAD.width() * (1 - part), 0), 4, 4)

    def _page(self, painter: QPainter, page: Page) -> None:
        tints = self.tints
        painter.fillRect(QRectF(0, 0, *self.size), tints.page)
        painter.scale(self._scale, self._scale)
        y, left, width = PAGE.top(), PAGE.left(), PAGE.width()
        over = page.eyebrow.upper()
        y += letter(painter, QRectF(left, y, width, 34), over, EYEBROW, tints.teal_deep) + 8
        y += letter(painter, QRectF(left, y, width, 150), page.title, PAGE_TITLE, tints.ink) + 26
        for point in page.points:
            place = QRectF(left, y, width, max(34.0, PAGE.bottom() - y))
            y += letter(painter, place, point, POINT, tints.ink) + 20
        self._caption(painter, page.caption)


_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}" if seconds >= 100 else str(seconds)


def _corners(box: QRectF, radius: float) -> QPainterPath:
    """What lies outside the round corners of a box."""
    whole, inner = QPainterPath(), QPainterPath()
    whole.addRect(box.adjusted(-1, -1, 1, 1))
    inner.addRoundedRect(box, radius, radius)
    return whole.subtracted(inner)


def _scaled(box: QRectF, scale: float) -> QRectF:
    left, top = round(box.left() * scale), round(box.top() * scale)
    return QRectF(left, top, round(box.width() * scale), round(box.height() * scale))
