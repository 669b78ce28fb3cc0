"""The palette of cues: small pictures of what the baby may do, one tap or one digit each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from companion.domain.cues import Strength
from companion.domain.figure.portraits import cue_picture
from companion.ui.actions import SawCue
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PlayerButton
from companion.ui.widgets.glyphs import Glyph, draw_glyph
from companion.ui.widgets.picture import Studio
from companion.ui.widgets.portrait import portrait_pixmap

COLUMNS = 3
STACKED_FROM = 84
"""Height of a cell, in design pixels, from which the words stand below the picture, not beside it."""
LARGEST, SMALLEST = 16, 10
TARGET = 64


@dataclass(frozen=True, slots=True)
class CueChoice:
    """A cue to choose: its id, its words, and how clear it is."""

    id: str
    words: str
    strength: Strength


class CueCell(QAbstractButton):
    """One cue: its number, its picture and its words; checked once it was seen."""

    def __init__(self, look: Look, studio: Studio) -> None:
        super().__init__()
        self._look = look
        self._studio = studio
        self._cue: CueChoice | None = None
        self._number = 0
        self._kept: QPixmap | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_part(self, number: int, cue: CueChoice, *, seen: bool) -> None:
        """Offer this cue under this digit."""
        if cue != self._cue:
            self._cue, self._kept = cue, None
            self.setText(cue.words)
            self.setAccessibleName(cue.words)
        self._number = number
        self.setChecked(seen)
        self.update()

    def sizeHint(self) -> QSize:
        """A picture and two short lines."""
        return QSize(self._look.px(150), self._look.px(104))

    def minimumSizeHint(self) -> QSize:
        """A finger's width."""
        return QSize(self._look.px(84), TARGET)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only Enter acts here, as on the player's buttons."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.hasFocus():
            self.click()
            return
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Releases are the player's too."""
        event.ignore()

    def nextCheckState(self) -> None:
        """What was seen stays seen."""
        self.setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size needs another picture."""
        self._kept = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme too."""
        if event.type() == QEvent.Type.StyleChange:
            self._kept = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, picture, words and number."""
        if self._cue is None:
            return
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = self.isChecked()
        ring = 3 if self.hasFocus() or seen else 1
        edge = theme.focus if self.hasFocus() else theme.teal if seen else theme.line
        painter.setPen(QPen(QColor(edge), ring))
        painter.setBrush(QColor(theme.teal_pale if seen else theme.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 16, 16)
        picture, words = self._places()
        if self._kept is None:
            size = picture.size()
            self._kept = portrait_pixmap(
                self._studio, cue_picture(self._cue.id), size, self.devicePixelRatioF()
            )
        painter.drawPixmap(picture.topLeft(), self._kept)
        self._draw_words(painter, words, stacked=words.top() > picture.bottom())
        self._draw_number(painter, picture)

    def _places(self) -> tuple[QRect, QRect]:
        """Where the picture and where the words are."""
        px, width, height = self._look.px, self.width(), self.height()
        if height >= px(STACKED_FROM):
            line = QFontMetrics(self._look.font(LARGEST, 600)).lineSpacing()
            side = min(height - 2 * line - px(10), width - px(24))
            picture = QRect((width - side) // 2, px(6), side, side)
            top = picture.bottom() + 1
            return picture, QRect(6, top, width - 12, height - top - px(3))
        side = min(height - px(12), round(width * 0.38))
        picture = QRect(px(7), (height - side) // 2, side, side)
        left = picture.right() + px(7)
        return picture, QRect(left, 4, width - left - px(5), height - 8)

    def _draw_words(self, painter: QPainter, room: QRect, *, stacked: bool) -> None:
        across = Qt.AlignmentFlag.AlignHCenter if stacked else Qt.AlignmentFlag.AlignLeft
        flags = int(across | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        size = LARGEST
        while size > SMALLEST:
            taken = QFontMetrics(self._look.font(size, 600)).boundingRect(
                QRect(0, 0, room.width(), 1000), flags, self.text()
            )
            if taken.height() <= room.height() and taken.width() <= room.width():
                break
            size -= 1
        painter.setFont(self._look.font(size, 600))
        painter.setPen(QColor(self._look.theme.ink))
        painter.drawText(room, flags, self.text())

    def _draw_number(self, painter: QPainter, picture: QRect) -> None:
        theme, side = self._look.theme, self._look.px(22)
        badge = QRectF(4, 4, side, side)
        seen = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.teal if seen else theme.sand))
        painter.drawEllipse(badge)
        if seen:
            painter.save()
            painter.translate(badge.left() + side * 0.14, badge.top() + side * 0.14)
            painter.scale(side * 0.72 / 24, side * 0.72 / 24)
            draw_glyph(painter, Glyph.CHECK, QColor(theme.on_teal))
            painter.restore()
            return
        painter.setFont(self._look.font(13, 700))
        painter.setPen(QColor(theme.ink))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._number))


class CueGrid(QWidget):
    """Nine cues at a time and a way to the next nine, with room ``beside`` it; ``picked`` carries a SawCue."""

    picked = Signal(object)

    def __init__(self, look: Look, studio: Studio, beside: QWidget | None = None) -> None:
        super().__init__()
        self._look = look
        self._pages: Sequence[Sequence[CueChoice]] = ()
        self._page = 0
        self._seen: set[str] = set()
        self._cells = [CueCell(look, studio) for _ in range(9)]
        self._more = PlayerButton(look, self.tr("More"), Kind.CHIP)
        self._more.setAccessibleName(self.tr("More to choose from"))
        grid = QGridLayout()
        grid.setSpacing(8)
        for at, cell in enumerate(self._cells):
            grid.addWidget(cell, at // COLUMNS, at % COLUMNS)
            cell.clicked.connect(partial(self._clicked, at))
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        for row in range(3):
            grid.setRowStretch(row, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(beside or QWidget(), 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self._more)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(0)
        column_of_all.addLayout(grid, 1)
        column_of_all.addLayout(foot)
        self._more.clicked.connect(self.turn)

    def offer(self, pages: Sequence[Sequence[CueChoice]]) -> None:
        """Begin with the first of these pages; nothing was seen yet."""
        self._pages, self._page = pages, 0
        self._seen.clear()
        self._show()

    def press(self, digit: int) -> None:
        """The digit keys: 1 to 9 are cues, 0 turns the page."""
        if digit == 0:
            self.turn()
        elif digit <= len(self._here()):
            self._pick(digit - 1)

    def turn(self) -> None:
        """On to the next page; after the last comes the first."""
        self._page = (self._page + 1) % max(1, len(self._pages))
        self._show()

    def _here(self) -> Sequence[CueChoice]:
        return self._pages[self._page] if self._pages else ()

    def _clicked(self, at: int, *_checked: object) -> None:
        self._pick(at)

    def _pick(self, at: int) -> None:
        cue = self._here()[at]
        self._seen.add(cue.id)
        self._show()
        self.picked.emit(SawCue(cue.id))

    def _show(self) -> None:
        here = self._here()
        for at, cell in enumerate(self._cells):
            cell.setVisible(at < len(here))
            if at < len(here):
                cell.show_part(at + 1, here[at], seen=here[at].id in self._seen)
        count = len(self._pages)
        self._more.setVisible(count > 1)
        told = self.tr("More  %1 of %2").replace("%1", str(self._page + 1)).replace("%2", str(count))
        self._more.setText(f"0  {told}")
