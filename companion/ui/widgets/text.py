"""Labels by their role in the text; the style sheet gives each role its size, weight and colour."""

from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from companion.ui.theme import Look


class Role(StrEnum):
    """What a piece of text is."""

    BRAND = "brand"
    GREETING = "greeting"
    HEADLINE = "headline"
    HEADING = "heading"
    LEAD = "lead"
    LEAD_SOFT = "lead-soft"
    BODY = "body"
    SOFT = "soft"
    STRONG = "strong"
    EYEBROW = "eyebrow"
    EYEBROW_TEAL = "eyebrow-teal"
    ROUTINE = "routine"
    WHERE = "where"
    CHIP = "chip"
    DONE = "done"
    NUMBER = "number"


def label(words: str, role: Role, *, wrap: bool = False) -> QLabel:
    """A plain-text label of this role."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role.value)
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def put(shown: QLabel, words: str) -> None:
    """Change a label's text only when it differs."""
    if shown.text() != words:
        shown.setText(words)


class Elided(QWidget):
    """One line that ends in dots where there is no room for all of it; styled by its role."""

    def __init__(self, role: Role) -> None:
        super().__init__()
        self._label = label("", role)
        self._words = ""
        self._label.setMinimumWidth(0)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)

    def put(self, words: str) -> None:
        """Show these words."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of it can be seen."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics = self._label.fontMetrics()
        put(self._label, metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, self.width()))


class FittedText(QWidget):
    """Text that wraps and takes the largest size that fits: from ``size`` design pixels down to ``least`` real ones.

    It wants the room of ``lines`` lines at most; what is longer gets smaller.
    """

    def __init__(self, look: Look, size: float, least: float, *, weight: int = 400, lines: int = 3) -> None:
        super().__init__()
        self._look = look
        self._size = size
        self._least = least
        self._weight = weight
        self._lines = lines
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def put(self, words: str) -> None:
        """Show these words."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """The words shown."""
        return self._words

    def hasHeightForWidth(self) -> bool:
        """Wrapped text is as high as its width makes it."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the words want at full size."""
        if not self._words:
            return 0
        most = QFontMetrics(self._look.font(self._size, self._weight)).lineSpacing() * self._lines
        return min(self._wrapped(self._size, width).height(), most) + 2

    def sizeHint(self) -> QSize:
        """As many lines as it is made for."""
        height = QFontMetrics(self._look.font(self._size, self._weight)).lineSpacing()
        return QSize(self._look.px(300), height * (self._lines if self._words else 0))

    def minimumSizeHint(self) -> QSize:
        """One line at the least size."""
        height = QFontMetrics(self._look.font(self._smallest(), self._weight)).lineSpacing()
        return QSize(self._look.px(120), height if self._words else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words at the largest size that fits."""
        size = self._fitting()
        painter = QPainter(self)
        painter.setPen(QColor(self._look.theme.ink))
        painter.setFont(self._look.font(size, self._weight))
        painter.drawText(self.rect(), self._flags(), self._words)

    def _smallest(self) -> float:
        return self._least / max(1.0, self._look.scale)

    def _fitting(self) -> float:
        size = self._size
        while size > self._smallest():
            taken = self._wrapped(size, self.width())
            if taken.height() <= self.height() and taken.width() <= self.width():
                break
            size -= 1
        return size

    def _wrapped(self, size: float, width: int) -> QRect:
        metrics = QFontMetrics(self._look.font(size, self._weight))
        return metrics.boundingRect(QRect(0, 0, width, 10_000), self._flags(), self._words)

    @staticmethod
    def _flags() -> int:
        return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
