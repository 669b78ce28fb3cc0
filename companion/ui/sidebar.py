"""The sidebar: where one can go, and help, always in sight."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout

from companion.ui.places import PLACES, Page
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.text import Role, label

WIDTH = 196


class Sidebar(QFrame):
    """The places; ``chosen`` carries a Page, ``help_asked`` and ``crying_asked`` the wish for help."""

    chosen = Signal(object)
    help_asked = Signal()
    crying_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("surface", "sidebar")
        self._group = QButtonGroup(self)
        self._buttons: dict[Page, PillButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 26, 18, 26)
        column.setSpacing(6)
        brand = label("Infant\nMassage\nCompanion", Role.BRAND)
        brand.setContentsMargins(14, 0, 0, 14)
        column.addWidget(brand)
        for page, words in self._places():
            column.addWidget(self._place(page, words))
        column.addStretch(1)
        help_button = PillButton(look, self.tr("Get help"), Kind.NAV_HELP)
        help_button.clicked.connect(self.help_asked)
        column.addWidget(help_button)
        crying = PillButton(look, self.tr("Crying"), Kind.NAV_HELP)
        crying.setAccessibleName(self.tr("When the crying is too much"))
        crying.clicked.connect(self.crying_asked)
        column.addWidget(crying)
        column.addWidget(self._place(Page.SETTINGS, self.tr("Settings")))

    def show_part(self, page: Page) -> None:
        """Mark the place where we are."""
        self._buttons[page].setChecked(True)

    def resize_for_scale(self) -> None:
        """As wide as the text size asks for."""
        self.setFixedWidth(self._look.px(WIDTH))

    def _places(self) -> Iterator[tuple[Page, str]]:
        """The places that there are, but for the settings, which stand apart."""
        titles = {
            Page.TODAY: self.tr("Today"),
            Page.ROUTINES: self.tr("Routines"),
            Page.BABY: self.tr("Baby"),
            Page.DIARY: self.tr("Diary"),
            Page.CLINIC: self.tr("Clinic"),
        }
        return ((page, titles[page]) for page in Page if page in titles and page in PLACES)

    def _place(self, page: Page, words: str) -> PillButton:
        button = PillButton(self._look, words, Kind.NAV)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(page))
        self._group.addButton(button)
        self._buttons[page] = button
        return button
