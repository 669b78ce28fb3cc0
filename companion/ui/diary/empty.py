"""What an empty diary says."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from companion.ui.diary.desk import Desk
from companion.ui.places import Page
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.text import Role, label


class EmptyDiary(QFrame):
    """A kind word, and the two ways to a first entry."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("surface", "hero")
        look = desk.shell.look
        begin = PillButton(look, self.tr("To today’s massage"), Kind.SMALL)
        write = PillButton(look, self.tr("Write one down"), Kind.LINK)
        told = self.tr(
            "Each massage that you play here is noted by itself. There is nothing to fill in. "
            "Days without one are just days."
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(begin)
        buttons.addWidget(write)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 20)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Your diary begins with the first massage"), Role.HEADING, wrap=True))
        column.addWidget(label(told, Role.BODY, wrap=True))
        column.addSpacing(4)
        column.addLayout(buttons)
        begin.clicked.connect(lambda: desk.shell.go(Page.TODAY))
        write.clicked.connect(lambda: desk.write_one(None))
