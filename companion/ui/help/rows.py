"""A row to press whose words wrap, with a bar in the colour of its urgency."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from companion.ui.theme import Look
from companion.ui.widgets.buttons import BY_KEY, ENTER

INSET = (18, 9, 12, 9)
TARGET = 48
SIZE = 17


class RowButton(QAbstractButton):
    """One sign or the like: as high as its words need at this width, and never lower than a finger."""

    def __init__(self, look: Look, words: str, *, urgent: bool = False) -> None:
        super().__init__()
        self._look = look
        self._urgent = urgent
        self._ringed = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Wrapped words need height where there is little width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the words at this width."""
        left, above, right, below = INSET
        room = QRect(0, 0, max(1, width - left - right), 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        taken = QFontMetrics(self._look.font(SIZE, 600)).boundingRect(room, flags, self.text())
        return max(self._look.px(TARGET), taken.height() + above + below)

    def sizeHint(self) -> QSize:
        """A line of some length."""
        width = self._look.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine: words wrap."""
        return QSize(self._look.px(150), self._look.px(TARGET))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for those who came by key."""
        self._ringed = event.reason() in BY_KEY
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, bar and words."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        pressed = self.isDown() or self.underMouse()
        painter.setBrush(QColor(theme.sand if pressed else theme.coral_pale if self._urgent else theme.page))
        ringed = self.hasFocus() and self._ringed
        painter.setPen(QPen(QColor(theme.focus if ringed else theme.line), 3 if ringed else 1))
        painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1) if ringed else whole, 14, 14)
        painter.setPen(QColor(theme.ink))
        painter.setFont(self._look.font(SIZE, 600))
        left, above, right, below = INSET
        painter.drawText(
            self.rect().adjusted(left, above, -right, -below),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap),
            self.text(),
        )
