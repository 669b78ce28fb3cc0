"""The frame of every page between Begin and play: the way back, help, what is asked, and the way on at its foot."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.ui.actions import Press
from companion.ui.keys import press_of
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.help_chips import HelpChips
from companion.ui.widgets.surfaces import scrolling
from companion.ui.widgets.text import Role, label

WIDEST = 1080
AIR = 20
ON = {Qt.Key.Key_PageDown, Qt.Key.Key_MediaNext, Qt.Key.Key_MediaPlay, Qt.Key.Key_F5}
BACK = {Qt.Key.Key_Escape, Qt.Key.Key_PageUp, Qt.Key.Key_MediaPrevious}


class CheckPage(QWidget):
    """A page; ``body`` takes what is asked, and ``offer`` the ways on. ``back``, ``help_asked`` and ``crying_asked``
    leave by the top.

    With ``clicker`` a clicker's "next" presses the button that ``lead`` was given; a question about the baby is
    answered by hand.
    """

    back = Signal()
    help_asked = Signal()
    crying_asked = Signal()

    def __init__(
        self, look: Look, eyebrow: str, title: str, line: str = "", *, clicker: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("screen", True)
        self.setAccessibleName(title)
        self._look = look
        self._clicker = clicker
        self._lead: PillButton | None = None
        self.title = label(title, Role.GREETING, wrap=True)
        self.line = label(line, Role.LEAD_SOFT, wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        self._foot = QWidget()
        self._row = Flow(self._foot, spacing=12)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._reveal_now)
        self._shown_next: QWidget | None = None
        self._lay_out(eyebrow)
        self.line.setVisible(bool(line))

    def offer(self, button: PillButton) -> None:
        """A way on, at the foot of the page."""
        button.setProperty("tall", True)
        self._row.addWidget(button)

    def lead(self, button: PillButton) -> None:
        """The way on that is nearest at hand: the keys go to it. A double click that led here does not press it."""
        self._lead = button
        button.installEventFilter(self)
        self.setFocusProxy(button)

    def reveal(self, part: QWidget) -> None:
        """Bring a part into view once it has found its place."""
        self._shown_next = part
        self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The second half of a double click is no answer."""
        return watched is self._lead and event.type() == QEvent.Type.MouseButtonDblClick

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, H asks for help, and where it may a clicker goes on."""
        key = event.key()
        if event.isAutoRepeat():
            return
        if key in BACK:
            self.back.emit()
        elif press_of(key, event.modifiers()) is Press.HELP:
            self.help_asked.emit()
        elif press_of(key, event.modifiers()) is Press.CRYING:
            self.crying_asked.emit()
        elif key in ON and self._clicker and self._lead is not None:
            self._lead.click()
        else:
            super().keyPressEvent(event)

    def _reveal_now(self) -> None:
        if self._shown_next is not None:
            self._scroll.ensureWidgetVisible(self._shown_next, 0, AIR)

    def _lay_out(self, eyebrow: str) -> None:
        back = PillButton(self._look, self.tr("Back"), Kind.LINK)
        back.setProperty("flush", True)
        back.clicked.connect(self.back)
        help_ = HelpChips(self._look)
        help_.help_asked.connect(self.help_asked)
        help_.crying_asked.connect(self.crying_asked)
        top = QHBoxLayout()
        top.addWidget(back)
        top.addStretch(1)
        top.addWidget(help_)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(eyebrow, Role.EYEBROW_TEAL, wrap=True))
        words.addWidget(self.title)
        words.addWidget(self.line)
        page = QVBoxLayout()
        page.setContentsMargins(0, 0, 12, 12)
        page.setSpacing(20)
        page.addLayout(words)
        page.addLayout(self.body)
        page.addStretch(1)
        inside = QWidget()
        inside.setLayout(page)
        middle = QVBoxLayout()
        middle.setSpacing(6)
        middle.addLayout(top)
        self._scroll = scrolling(inside)
        middle.addWidget(self._scroll, 1)
        middle.addWidget(self._foot)
        holder = QWidget()
        holder.setLayout(middle)
        holder.setMaximumWidth(WIDEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 8, 28, 12)
        row.addStretch(1)
        row.addWidget(holder, 100)
        row.addStretch(1)
