"""A sheet of paper over a dimmed screen: the one way in which anything is laid over a screen."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PlayerButton
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.surfaces import scrolling
from companion.ui.widgets.text import Role, label

MARGINS = (36, 24, 24, 30)
"""Left, above, right and below what is on the paper."""

GAP, AIR, TARGET, HEADER, SCROLL_BAR = 12, 24, 46, 84, 14
ASIDE = 0.56
"""The share of the screen's width that a sheet at the side may take."""


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
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._cover)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._widest = widest
        self._paper = QFrame(self)
        self._paper.setProperty("surface", "sheet")
        self._title = label(title, Role.HEADLINE, wrap=True)
        close = PlayerButton(look, "", Kind.CLOSE, Glyph.CLOSE)
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.close_by_hand)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 0, 12, 0)
        self.body.setSpacing(14)
        column = QVBoxLayout(self._paper)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(GAP)
        column.addLayout(top)
        self._scroll = scrolling(self._inside)
        column.addWidget(self._scroll, 1)
        parent.installEventFilter(self)
        self._inside.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Cover the parent now and take the keys."""
        self._cover()
        self.show()
        self._cover()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def scroll_bar(self) -> QScrollBar:
        """What moves a content that is higher than the paper."""
        return self._scroll.verticalScrollBar()

    def rename(self, title: str) -> None:
        """Another title, for another page of the sheet."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def close_by_hand(self) -> None:
        """Hide and say so."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the parent and with what is on the paper."""
        if watched is self._under and event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        elif watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        return False

    def _cover(self) -> None:
        """Cover the parent; the paper is as high as its content, or as there is room for."""
        self.setGeometry(self._under.rect())
        left, above, right, below = MARGINS
        width = min(self._widest, round(self.width() * ASIDE) if self._aside else self.width() - 2 * AIR)
        inner = width - left - right
        title = max(TARGET, self._title.heightForWidth(inner - TARGET))
        self._inside.ensurePolished()
        # As if there were a scroll bar: Qt keeps one that its own narrowing of the content asks for.
        body = max(self._inside.heightForWidth(inner - SCROLL_BAR), self._inside.minimumSizeHint().height())
        top = HEADER if self._aside else AIR
        height = min(above + title + GAP + body + below + 2, self.height() - top - AIR)
        x = self.width() - width - AIR if self._aside else (self.width() - width) // 2
        y = top if self._aside else (self.height() - height) // 2
        self._paper.setGeometry(x, y, width, height)

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
        there = stops[(here + (1 if forward else -1)) % len(stops)]
        there.setFocus(reason)
        if self._inside.isAncestorOf(there):
            self._scroll.ensureWidgetVisible(there)
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
