"""One more question before a massage is carried on much later, whether baby is still well."""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from companion.domain.practice import is_practice
from companion.domain.session import UnfinishedSession
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.text import Role, label

SOON = timedelta(hours=1)
"""How long what was said of the baby before the session still counts."""


def asks_again(left: UnfinishedSession, now: datetime) -> bool:
    """Whether so much time has gone by that the baby must be looked at anew; a doll never."""
    return not is_practice(left.plan) and not timedelta(0) <= now - left.last_seen < SOON


class StillWellSheet(Sheet):
    """Asks once more how baby is; ``well`` carries on, ``different`` leads to today's check."""

    well = Signal()
    different = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, self.tr("Is baby still well?"), widest=720)
        told = self.tr(
            "Some time has gone by. Awake and calm, no fever, not just fed, nothing new on the skin?"
        )
        self.body.addWidget(label(told, Role.LEAD, wrap=True))
        yes = PillButton(look, self.tr("Yes, carry on"), Kind.PRIMARY)
        no = PillButton(look, self.tr("Something is different"), Kind.LINK)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(yes)
        row.addWidget(no)
        row.addStretch(1)
        self.body.addSpacing(8)
        self.body.addLayout(row)
        for button, answer in ((yes, self.well), (no, self.different)):
            button.clicked.connect(self.close_by_hand)
            button.clicked.connect(answer)
        self._yes = yes

    def open(self) -> None:
        """Cover the parent; the keys go to the careful question's usual answer."""
        super().open()
        self._yes.setFocus()
