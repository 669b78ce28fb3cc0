"""The babies that were put away, each with the way back."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.family import Baby
from companion.ui.baby.household import Household
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.surfaces import lay_anew
from companion.ui.widgets.text import Role, label


class PutAway(QWidget):
    """One line for each; nothing where there are none."""

    def __init__(self, look: Look, household: Household) -> None:
        super().__init__()
        self._look = look
        self._household = household
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(14, 0, 0, 0)
        self._rows.setSpacing(0)

    def refresh(self) -> None:
        """Show who is put away now."""
        lay_anew(self._rows, [self._line(baby) for baby in self._household.babies(archived=True)])

    def _line(self, baby: Baby) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        called = baby.profile.nickname or self.tr("A baby")
        row.addWidget(label(self.tr("%1 is put away").replace("%1", called), Role.SOFT))
        back = PillButton(self._look, self.tr("Take back"), Kind.LINK)
        back.setAccessibleName(self.tr("Take %1 back").replace("%1", called))
        back.clicked.connect(partial(self._take_back, baby))
        row.addWidget(back)
        row.addStretch(1)
        return line

    def _take_back(self, baby: Baby, *_checked: object) -> None:
        self._household.archive(baby, archived=False)
