"""The family's window: it fills another display, and neither takes the keys nor keeps anybody in."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.ui.stage_show.audience import AudienceView


class AudienceWindow(QWidget):
    """Holds the view; keys that reach it all the same go on to ``keyed``. ``closed``: somebody closed it;
    ``activated``: a window manager has given it the focus that it did not ask for."""

    closed = Signal()
    activated = Signal()

    def __init__(self, view: AudienceView, keyed: Callable[[QKeyEvent], None]) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._keyed = keyed
        self.view = view
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setWindowTitle(self.tr("For the family"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view)

    def fill(self, screen: QScreen) -> None:
        """Fill this display, without a word to the window that has the keys."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen() would ask for the focus
        self.show()
        self.setGeometry(screen.geometry())

    def event(self, event: QEvent) -> bool:
        """Give the focus away again at once."""
        if event.type() == QEvent.Type.WindowActivate:
            self.activated.emit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys are the presenter's, whatever a window manager thinks."""
        self._keyed(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that somebody closed it by the system's own means."""
        if event.spontaneous():
            self.closed.emit()
        super().closeEvent(event)
