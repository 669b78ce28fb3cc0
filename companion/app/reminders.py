"""Shows a reminder in the tray when one is due, while the program is open; without a tray, in the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from companion.app.doorbell import come_to_the_front
from companion.app.wiring import App
from companion.domain.errors import CompanionError
from companion.services.reminders import Reminders
from companion.ui.main_window import MainWindow
from companion.ui.settings.reminder_words import reminder_words
from companion.ui.widgets.glyphs import Glyph, glyph_icon

LOOK_EVERY_MS = 30_000
SHOWN_MS = 20_000


def has_tray() -> bool:
    """Whether this desktop can show a reminder beside the clock."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


class Bellman(QObject):
    """Asks every half minute whether a reminder is due. The icon appears with the first one."""

    def __init__(
        self, reminders: Reminders, window: MainWindow, tell: Callable[[CompanionError], None]
    ) -> None:
        super().__init__(window)
        self._reminders = reminders
        self._window = window
        self._tell = tell
        self._told: set[str] = set()
        self._tray: QSystemTrayIcon | None = None
        self._timer = QTimer(self)

    def begin(self) -> None:
        """Look now, and go on looking."""
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY_MS)
        self.look()

    def look(self) -> None:
        """Remind when it is time; what stands in the way is told once."""
        try:
            due = self._reminders.is_due()
        except CompanionError as error:
            if error.key not in self._told:
                self._told.add(error.key)
                self._tell(error)
            return
        if due:
            self.remind()

    def remind(self) -> None:
        """Show the reminder."""
        title, line = reminder_words()
        if has_tray():
            self._icon().showMessage(title, line, QSystemTrayIcon.MessageIcon.NoIcon, SHOWN_MS)
        else:
            self._window.say(f"{title} {line}")

    def _icon(self) -> QSystemTrayIcon:
        if self._tray is None:
            colour = QColor(self._window.look.theme.teal)
            drawn: QIcon = glyph_icon(Glyph.SMILE, colour, 64, 0, False, 1.0)
            self._tray = QSystemTrayIcon(drawn, self)
            self._tray.messageClicked.connect(self._come)
            self._tray.activated.connect(self._come)
            self._tray.show()
        return self._tray

    def _come(self, *_reason: object) -> None:
        come_to_the_front(self._window, "")


def begin_reminding(app: App, window: MainWindow) -> None:
    """Remind from now on, as long as the window lives."""
    Bellman(Reminders(app.settings, app.diary, app.ports.clock), window, app.notices.add).begin()
