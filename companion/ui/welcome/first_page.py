"""The first page: what the baby is called, and when it was born."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.domain.baby import Birth
from companion.domain.errors import CompanionError
from companion.ui.baby.answers import BirthField
from companion.ui.places import Shell
from companion.ui.settings.languages import Languages, has_choice
from companion.ui.widgets.forms import Line
from companion.ui.widgets.surfaces import CardRow, card
from companion.ui.widgets.text import Role, label

LEAST = 440
"""Design pixels of a question that stands beside another."""


class FirstPage(QWidget):
    """Two questions, and the language where there is more than one. ``entered``: Enter was pressed in the name."""

    entered = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._birth: Birth | None = None
        told = self.tr(
            "Two short pages make each massage right for your baby. Skip what you like; it can all wait."
        )
        self.name = Line(
            self.tr("What do you call your baby?"), lambda _name: None, hint=self.tr("A nickname")
        )
        self.name.returnPressed.connect(self.entered)
        self._born = BirthField(shell, self._picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(self.tr("Welcome"), Role.GREETING))
        column.addWidget(label(told, Role.LEAD_SOFT, wrap=True))
        if has_choice(shell):
            column.addWidget(card(label(self.tr("Language"), Role.HEADING), Languages(shell)))
        name = card(label(self.tr("What do you call your baby?"), Role.HEADING, wrap=True), self.name)
        told = self.tr("The day, or only the month. It sets how long a massage may be.")
        born = card(
            label(self.tr("When was baby born?"), Role.HEADING, wrap=True),
            label(told, Role.SOFT, wrap=True),
            self._born,
        )
        column.addWidget(CardRow(shell.look, (name, born), LEAST))
        column.addStretch(1)

    def told(self) -> tuple[str, Birth | None]:
        """The name and the birth, as far as they were told."""
        return self.name.text().strip(), self._birth

    def _picked(self, birth: Birth | None) -> None:
        if birth is not None and birth.earliest > self._shell.context.clock.wall().date():
            self._shell.refuse(CompanionError("birth-in-future"))
            self._born.clear()
            birth = None
        self._birth = birth
