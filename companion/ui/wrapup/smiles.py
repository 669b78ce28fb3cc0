"""Five plain faces from unhappy to happy: how comfortable it was, in the caregiver's eyes."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from companion.ui.theme import Look

SIDE = 54
BEND = (-9.0, -4.0, 0.0, 4.0, 9.0)
"""How far the middle of the mouth hangs below its corners, in a face of 48 by 48."""


class Smile(QAbstractButton):
    """One of the five; pressed again it is taken back."""

    def __init__(self, look: Look, comfort: int, name: str) -> None:
        super().__init__()
        self._look = look
        self._bend = BEND[comfort]
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """A round face."""
        return QSize(self._look.px(SIDE), self._look.px(SIDE))

    def minimumSizeHint(self) -> QSize:
        """A finger's width."""
        return QSize(46, 46)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two eyes and a mouth."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(side / 54, side / 54)
        chosen = self.isChecked()
        edge = theme.focus if self.hasFocus() else theme.teal if chosen else theme.line
        painter.setPen(QPen(QColor(edge), 3 if chosen or self.hasFocus() else 1.5))
        painter.setBrush(QColor(theme.teal_pale if chosen else theme.card))
        painter.drawEllipse(QRectF(-25, -25, 50, 50))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.ink))
        for x in (-8.5, 8.5):
            painter.drawEllipse(QPointF(x, -6), 2.8, 3.4)
        mouth = QPainterPath(QPointF(-11, 9 - self._bend / 2))
        mouth.quadTo(QPointF(0, 9 + self._bend * 1.5), QPointF(11, 9 - self._bend / 2))
        pen = QPen(QColor(theme.ink), 2.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(mouth)


class Smiles(QWidget):
    """All five in a row; ``picked`` tells that the choice changed."""

    picked = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        told = (
            self.tr("not at all"),
            self.tr("a little"),
            self.tr("so-so"),
            self.tr("well"),
            self.tr("very well"),
        )
        self._faces = [Smile(look, comfort, f"{name}: {words}") for comfort, words in enumerate(told)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for comfort, face in enumerate(self._faces):
            face.clicked.connect(partial(self._pick, comfort))
            row.addWidget(face)
        row.addStretch(1)

    def choice(self) -> int | None:
        """From 0 to 4, or None."""
        return next((comfort for comfort, face in enumerate(self._faces) if face.isChecked()), None)

    def _pick(self, comfort: int, *_checked: object) -> None:
        for known, face in enumerate(self._faces):
            face.setChecked(face.isChecked() and known == comfort)
        self.picked.emit()
