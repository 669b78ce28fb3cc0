"""The presenter's screen: which of its pages is shown, and what lies over it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from companion.ui.pictures import Artist
from companion.ui.stage_show.keys import Desk
from companion.ui.stage_show.one_screen_page import OneScreenPage
from companion.ui.stage_show.presenter_page import PresenterPage
from companion.ui.stage_show.view import ShowView
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PlayerButton
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.text import Elided, Role


class ShowScreen(QWidget):
    """``asked`` carries a Show or a Desk, ``keyed`` a press of a key that nobody here has; ``seen`` tells whether the
    screen came into view or left it."""

    asked = Signal(object)
    keyed = Signal(object)
    seen = Signal(bool)

    def __init__(self, look: Look, artist: Artist, title: str) -> None:
        super().__init__()
        self.setProperty("screen", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Demonstration: %1").replace("%1", title))
        self._look = look
        self._sheet: Sheet | None = None
        self.presenter = PresenterPage(look, artist)
        self.one_screen = OneScreenPage(look, artist)
        self._title = title
        self._where = Elided(Role.ROUTINE)
        self._display = PlayerButton(look, "", Kind.CHIP)
        self._header = self._head(look)
        self._pages = QStackedWidget()
        self._desk = QWidget()
        inner = QVBoxLayout(self._desk)
        inner.setContentsMargins(28, 6, 28, 16)
        inner.setSpacing(2)
        inner.addWidget(self._header)
        inner.addWidget(self.presenter, 1)
        self._pages.addWidget(self._desk)
        self._pages.addWidget(self.one_screen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.presenter.asked.connect(self.asked)
        self.one_screen.asked.connect(self.asked)

    def show_view(self, view: ShowView) -> None:
        """Show this instant on the page that is in view."""
        if self.is_one_screen:
            self.one_screen.show_view(view)
            return
        told = self.tr("%1 · %2 of %3").replace("%1", self._title).replace("%2", str(view.at + 1))
        self._where.put(told.replace("%3", str(view.of)))
        self.presenter.show_view(view)

    def look_at(self, display: str | None) -> None:
        """The family looks at the display of this name, which may be unknown (""), or at this window (None)."""
        self._display.put(self.tr("Family: %1").replace("%1", display or self.tr("second display")))
        self._pages.setCurrentIndex(1 if display is None else 0)

    @property
    def is_one_screen(self) -> bool:
        """Whether the family looks at this window."""
        return self._pages.currentIndex() == 1

    @property
    def sheet(self) -> Sheet | None:
        """What lies over the screen."""
        return self._sheet

    def open_sheet(self, sheet: Sheet) -> None:
        """Lay a sheet over the screen; it is the only one."""
        self.close_sheet()
        self._sheet = sheet
        sheet.closed.connect(self.close_sheet)
        sheet.open()

    def close_sheet(self) -> None:
        """Take away what lies over the screen."""
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.hide()
            sheet.deleteLater()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All keys are the demonstration's."""
        self.keyed.emit(event)

    def showEvent(self, event: QShowEvent) -> None:
        """In view again."""
        super().showEvent(event)
        if not event.spontaneous():
            self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Something else is shown; a window that is only made small stays what it was."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.seen.emit(False)

    def _head(self, look: Look) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._where, 1)
        strokes = PlayerButton(look, self.tr("Strokes"), Kind.CHIP)
        keys = PlayerButton(look, self.tr("Keys"), Kind.CHIP)
        help_ = PlayerButton(look, self.tr("Get help"), Kind.CHIP_HELP)
        leave = PlayerButton(look, self.tr("Back to the clinic"), Kind.CHIP)
        for chip, asked in (
            (self._display, Desk.DISPLAY),
            (strokes, Desk.STROKES),
            (keys, Desk.KEYS),
            (help_, Desk.HELP),
            (leave, Desk.LEAVE),
        ):
            row.addWidget(chip)
            chip.clicked.connect(partial(self._tell, asked))
        return head

    def _tell(self, asked: Desk, _checked: bool = False) -> None:
        self.asked.emit(asked)
