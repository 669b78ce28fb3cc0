"""What a family sees of a demonstration: the figure, a title, one line and the direction, to be read across a room."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.domain.demonstration import Spot
from companion.ui.pictures import Artist
from companion.ui.stage_show.figure_view import FigureView, Shown, dark
from companion.ui.theme import FAMILY, Look

WORDS = 0.35
"""The share of a wide window that the words have, and of a high one."""
WORDS_BELOW = 0.3
WIDE = 1.15


@dataclass(frozen=True, slots=True)
class AudienceWords:
    """What is written for the family."""

    part: str
    title: str
    line: str
    direction: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """One of the texts: its size as a share of the type's unit, its weight and its colour token."""

    words: str
    size: float
    weight: int
    token: str
    gap: float


class WordsPanel(QWidget):
    """The words beside the figure, as large as there is room for."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = AudienceWords("", "", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def put(self, words: AudienceWords) -> None:
        """Show these words."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(f"{words.title}. {words.line} {words.direction}".strip())
            self.update()

    def line_pixels(self) -> float:
        """How high the type of the one line is just now, in pixels."""
        return self._unit() * self._pieces()[2].size

    def paintEvent(self, event: QPaintEvent) -> None:
        """The part of the body, the title, the line, and the direction below them."""
        look = self._look
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.theme.page))
        unit, inside = self._unit(), self._inside()
        pieces = self._pieces()
        top = inside.top() + max(0.0, (inside.height() - self._height(unit, pieces, inside.width())) / 2)
        for piece in pieces:
            height = self._high(unit, piece, inside.width())
            painter.setFont(_font(unit * piece.size, piece.weight))
            painter.setPen(QColor(getattr(look.theme, piece.token)))
            painter.drawText(QRectF(inside.left(), top, inside.width(), height), _flags(), piece.words)
            top += height + unit * piece.gap

    def _pieces(self) -> tuple[_Piece, ...]:
        told = self._words
        return (
            _Piece(told.part, 0.72, 700, "teal_deep", 0.25),
            _Piece(told.title, 1.55, 800, "ink", 0.55),
            _Piece(told.line, 1.0, 500, "ink", 0.75),
            _Piece(told.direction, 0.95, 700, "teal_deep", 0.0),
        )

    def _unit(self) -> float:
        """Pixels of the line's type: as large as fits, from a nineteenth of the height down."""
        inside, pieces = self._inside(), self._pieces()
        longest = max(pieces[1].words.replace("-", "- ").split(), key=len, default="")
        unit = max(self.height(), self.width() * 0.9) / 19
        while unit > 12:
            widest = QFontMetricsF(_font(unit * pieces[1].size, 800)).horizontalAdvance(longest)
            if self._height(unit, pieces, inside.width()) <= inside.height() and widest <= inside.width():
                break
            unit *= 0.96
        return unit

    def _inside(self) -> QRectF:
        air = min(self.width(), self.height()) * 0.075
        return QRectF(self.rect()).adjusted(air, air, -air, -air)

    def _height(self, unit: float, pieces: Sequence[_Piece], width: float) -> float:
        return sum(self._high(unit, piece, width) + unit * piece.gap for piece in pieces)

    @staticmethod
    def _high(unit: float, piece: _Piece, width: float) -> float:
        if not piece.words:
            return 0.0
        metrics = QFontMetricsF(_font(unit * piece.size, piece.weight))
        return metrics.boundingRect(QRectF(0, 0, width, 100_000), _flags(), piece.words).height()


class AudienceView(QWidget):
    """Words and figure; dark all over while it is blank."""

    def __init__(self, look: Look, artist: Artist) -> None:
        super().__init__()
        self._look = look
        self._theme = look.theme
        self._blank = False
        self.panel = WordsPanel(look)
        self.figure = FigureView(look, artist)
        for part in (self.panel, self.figure):
            part.setParent(self)
        self.setAccessibleName(self.tr("What the family sees"))

    def show_part(
        self, words: AudienceWords, shown: Shown, t: float, spot: Spot | None, *, blank: bool
    ) -> None:
        """Take a new state."""
        if blank is not self._blank:
            self._blank = blank
            self.panel.setHidden(blank)
            self.figure.setHidden(blank)
            self.update()
        if self._theme is not self._look.theme:  # no style sheet reaches a window of its own
            self._theme = self._look.theme
            self.figure.forget()
            self.panel.update()
            self.update()
        self.panel.put(words)
        self.figure.show_part(shown, t, spot)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is to be seen."""
        return self._blank

    def sizeHint(self) -> QSize:
        """The design's size."""
        return QSize(960, 540)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words beside the figure, or below it where the window is narrow."""
        words = words_room(self.size())
        self.panel.setGeometry(words)
        beside = words.width() < self.width()
        left, below = (words.width(), 0) if beside else (0, words.height())
        self.figure.setGeometry(left, 0, self.width() - left, self.height() - below)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing but the dark, where there is anything to be seen of it."""
        QPainter(self).fillRect(self.rect(), QColor(dark(self._look)))


def words_room(size: QSize) -> QRect:
    """Where the words are in a window of this size."""
    if size.width() > size.height() * WIDE:
        return QRect(0, 0, round(size.width() * WORDS), size.height())
    high = round(size.height() * WORDS_BELOW)
    return QRect(0, size.height() - high, size.width(), high)


def _font(pixels: float, weight: int) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(QFont.Weight(weight))
    return font


def _flags() -> int:
    return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
