"""The two ways to help, in a row, for screens that cover the sidebar."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton


class HelpChips(QWidget):
    """Chips for "Crying" and "Get help"; each tells by a signal of its own."""

    help_asked = Signal()
    crying_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        crying = PillButton(look, self.tr("Crying"), Kind.CHIP_HELP)
        crying.setAccessibleName(self.tr("When the crying is too much"))
        get_help = PillButton(look, self.tr("Get help"), Kind.CHIP_HELP)
        crying.clicked.connect(self.crying_asked)
        get_help.clicked.connect(self.help_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(crying)
        row.addWidget(get_help)
