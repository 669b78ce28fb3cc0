"""Buttons: one class for all screens, and the player's own, which leaves the player's keys alone."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from companion.ui.theme import Look
from companion.ui.widgets.glyphs import Glyph, glyph_icon


class Kind(StrEnum):
    """What a button is for; the style sheet shapes it."""

    PLAIN = "plain"
    PRIMARY = "primary"
    SMALL = "small"
    LINK = "link"
    NAV = "nav"
    NAV_HELP = "nav-help"
    CONTROL = "control"
    PLAY = "play"
    YES = "yes"
    NO = "no"
    CHIP = "chip"
    CHIP_HELP = "chip-help"
    CHOICE = "choice"
    CLOSE = "close"


_ON_TEAL = {Kind.PRIMARY, Kind.SMALL, Kind.PLAY}
_GLYPH_TOKEN = {Kind.NO: "coral", Kind.CHIP_HELP: "coral", Kind.YES: "teal_deep", Kind.CLOSE: "soft"}
_CHIP_INSET = 11
GAP = 6
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


def plain(words: str) -> str:
    """The words as they are read: Qt would take a lone "&" for the mark of a key."""
    return words.replace("&", "&&")


class PillButton(QPushButton):
    """A button with a small picture if asked for, and a focus ring that shows on every ground."""

    def __init__(self, look: Look, words: str, kind: Kind = Kind.PLAIN, glyph: Glyph | None = None) -> None:
        super().__init__(plain(words))
        self._look = look
        self._kind = kind
        self._glyph = glyph
        self._ringed = False
        self.setProperty("kind", kind.value)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._draw_icon()

    def put(self, words: str, glyph: Glyph | None = None) -> None:
        """Change the words and the small picture, only when they differ."""
        if plain(words) != self.text():
            self.setText(plain(words))
            self.setAccessibleName(words)
        if glyph is not self._glyph:
            self._glyph = glyph
            self._draw_icon()

    def become(self, kind: Kind) -> None:
        """Be for something else from now on."""
        if kind is not self._kind:
            self._kind = kind
            self.setProperty("kind", kind.value)
            self.style().unpolish(self)
            self.style().polish(self)
            self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        """A new theme or size redraws the small picture."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw_icon()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for those who came by key; a window that comes back leaves it as it was."""
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._ringed = event.reason() in BY_KEY
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button as Space does."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and in it the ring when the keys go to it."""
        super().paintEvent(event)
        if not (self.hasFocus() and self._ringed):
            return
        theme = self._look.theme
        inset = _CHIP_INSET if self._kind in {Kind.CHIP, Kind.CHIP_HELP} else 0
        solid = self._kind in _ON_TEAL
        edge = 6.0 if solid else 2.0
        ring = QRectF(self.rect()).adjusted(edge, edge + inset, -edge, -edge - inset)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.on_teal if solid else theme.focus), 3))
        radius = min(
            ring.height() / 2, 18.0 if self._kind in {Kind.NAV, Kind.NAV_HELP, Kind.CHOICE} else 40.0
        )
        painter.drawRoundedRect(ring, radius, radius)

    def _draw_icon(self) -> None:
        if self._glyph is None:
            self.setIcon(QIcon())
            return
        token = "on_teal" if self._kind in _ON_TEAL else _GLYPH_TOKEN.get(self._kind, "ink")
        size = self._look.px(24 if self._kind in {Kind.PLAY, Kind.YES} else 20)
        colour = QColor(getattr(self._look.theme, token))
        gap = self._look.px(GAP) if self.text() else 0
        after = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setIcon(glyph_icon(self._glyph, colour, size, gap, after, self.devicePixelRatioF()))
        self.setIconSize(QSize(size + gap, size))

    def tighten(self, tightness: int) -> None:
        """From 0, as designed, to 3: less padding, smaller words, no small picture."""
        self.setProperty("tight", tightness)
        self.style().unpolish(self)
        self.style().polish(self)
        self._draw_icon()
        if tightness > 2:
            self.setIcon(QIcon())

    def put_glyph_after(self) -> None:
        """The small picture follows the words."""
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._draw_icon()


class PlayerButton(PillButton):
    """A button of the player. The keys belong to the player: only Enter acts here, and only after Tab led here."""

    def __init__(self, look: Look, words: str, kind: Kind = Kind.PLAIN, glyph: Glyph | None = None) -> None:
        super().__init__(look, words, kind, glyph)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter clicks after Tab; every other key is the player's."""
        if event.key() in ENTER and self._ringed and not event.isAutoRepeat():
            self.click()
            return
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Releases are the player's too."""
        event.ignore()
