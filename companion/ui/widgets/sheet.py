"""A sheet of paper over a dimmed screen: the one way in which anything is laid over a screen."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PlayerButton
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.text import Role, label


class Roll(QScrollArea):
    """As high as what is in it wants to be, and it scrolls where there is less room."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        """The size of what is in it, at the width that there is."""
        inside = self._inside
        width = max(self.width(), inside.minimumSizeHint().width())
        high = inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()
        return QSize(inside.sizeHint().width(), high)

    def minimumSizeHint(self) -> QSize:
        """A few lines at least."""
        return QSize(self._inside.minimumSizeHint().width(), 80)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class Sheet(QWidget):
    """Covers its parent; ``body`` takes the content. ``closed`` is emitted when it is closed by hand.

    ``aside`` leaves the screen bright and keeps to its right-hand edge.
    """

    closed = Signal()

    def __init__(
        self, look: Look, parent: QWidget, title: str, *, widest: int = 760, aside: bool = False
    ) -> None:
        super().__init__(parent)
        self._under = parent
        self._look = look
        self._aside = aside
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._paper = QFrame()
        self._paper.setProperty("surface", "sheet")
        self._paper.setMaximumWidth(widest)
        close = PlayerButton(look, "", Kind.CLOSE, Glyph.CLOSE)
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.close_by_hand)
        top = QHBoxLayout()
        top.addWidget(label(title, Role.HEADLINE, wrap=True), 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 12, 0)
        self.body.setSpacing(14)
        column = QVBoxLayout(self._paper)
        column.setContentsMargins(36, 24, 24, 30)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(Roll(inside), 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 24, 24, 24)
        grid.setRowMinimumHeight(0, 60 if aside else 0)
        grid.setRowStretch(0, 0 if aside else 1)
        grid.setRowStretch(2, 1)
        grid.setColumnStretch(0, 60 if aside else 1)
        grid.setColumnStretch(1, 40 if aside else 100)
        grid.setColumnStretch(2, 0 if aside else 1)
        grid.addWidget(self._paper, 1, 1)
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Cover the parent now and take the keys."""
        self.setGeometry(self._under.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_by_hand(self) -> None:
        """Hide and say so."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the parent."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._under.rect())
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab goes round on the sheet and never to what lies below it."""
        stops = [
            stop
            for stop in self.findChildren(QWidget)
            if stop.isVisible() and stop.isEnabled() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not stops:
            return True
        here = next((at for at, stop in enumerate(stops) if stop.hasFocus()), -1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(here + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; other keys go on to the screen below."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.close_by_hand()
            return
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the paper closes."""
        if not self._paper.geometry().contains(event.position().toPoint()):
            self.close_by_hand()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dimmed screen."""
        if self._aside:
            return
        veil = QColor(self._look.theme.page)
        veil.setAlphaF(0.86)
        QPainter(self).fillRect(self.rect(), veil)
