"""The words that are being spoken, written at the foot of the picture for as long as they are."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from companion.ui.theme import Look

SIZE = 19
EDGE, INSET, LIFT = 20, (16, 8), 48
"""Distance from the picture's edge, room round the words, and how far a note below pushes them up."""


class Caption(QWidget):
    """Lies over ``picture`` and lets every tap through; "" hides it. Painted once for each line of words."""

    def __init__(self, look: Look, picture: QWidget) -> None:
        super().__init__(picture)
        self._look = look
        self._picture = picture
        self._words = ""
        self._lifted = False
        self._kept: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        picture.installEventFilter(self)
        self.hide()

    def put(self, words: str, *, lifted: bool = False) -> None:
        """Show these words; ``lifted`` makes room for a note below them."""
        if (words, lifted) == (self._words, self._lifted):
            return
        self._words, self._lifted = words, lifted
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self._lie()

    def text(self) -> str:
        """The words shown."""
        return self._words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the foot of the picture."""
        if watched is self._picture and event.type() == QEvent.Type.Resize:
            self._lie()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or size of type is painted anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._lie()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words on their ground."""
        if self._kept is None:
            self._kept = self._painted()
        QPainter(self).drawPixmap(0, 0, self._kept)

    def _lie(self) -> None:
        if not self._words:
            return
        self._kept = None
        across, up = INSET
        widest = self._picture.width() - 2 * EDGE - 2 * across
        metrics = QFontMetrics(self._look.font(SIZE, 600))
        taken = metrics.boundingRect(QRect(0, 0, max(60, widest), 1000), self._flags(), self._words)
        width, height = taken.width() + 2 * across + 2, taken.height() + 2 * up
        foot = EDGE + (self._look.px(LIFT) if self._lifted else 0)
        left = (self._picture.width() - width) // 2
        self.setGeometry(left, max(0, self._picture.height() - height - foot), width, height)
        self.update()

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        theme = self._look.theme
        ground = QColor(theme.card)
        ground.setAlphaF(0.94)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()), 16, 16)
            painter.setPen(QColor(theme.ink))
            painter.setFont(self._look.font(SIZE, 600))
            across, up = INSET
            painter.drawText(self.rect().adjusted(across, up, -across, -up), self._flags(), self._words)
        return pixmap

    @staticmethod
    def _flags() -> int:
        return int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
