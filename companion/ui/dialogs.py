"""How an error of the world is told: one sentence on a sheet, in the words of the content."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PlayerButton
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.text import Role, label


class ErrorSheet(Sheet):
    """What went wrong and what to do next; with ``again`` there is a button to try again."""

    def __init__(
        self, look: Look, parent: QWidget, told: str, again: Callable[[], None] | None = None
    ) -> None:
        super().__init__(look, parent, self.tr("This needs you"), widest=680)
        self.body.addWidget(label(told, Role.LEAD, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(14)
        if again is not None:
            retry = PlayerButton(look, self.tr("Try again"), Kind.PRIMARY)
            retry.clicked.connect(again)
            row.addWidget(retry)
        fine = PlayerButton(look, self.tr("All right"), Kind.PRIMARY if again is None else Kind.LINK)
        fine.clicked.connect(self.close_by_hand)
        row.addWidget(fine)
        row.addStretch(1)
        self.body.addSpacing(10)
        self.body.addLayout(row)
