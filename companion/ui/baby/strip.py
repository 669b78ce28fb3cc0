"""The babies in a row: one tap to mean another one, and one to add one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QWidget

from companion.domain.family import Baby
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow


class BabyStrip(QWidget):
    """Buttons for the babies there are. ``chosen`` is called with a baby; ``add``, where given, for a new one."""

    def __init__(
        self, look: Look, chosen: Callable[[Baby], None], add: Callable[[], None] | None = None
    ) -> None:
        super().__init__()
        self._look = look
        self._chosen = chosen
        self._add = add
        self._babies: tuple[Baby, ...] = ()
        self._buttons: dict[str, PillButton] = {}
        self._group = QButtonGroup(self)
        self._row = Flow(self)
        self.setAccessibleName(self.tr("Babies"))

    def show_part(self, babies: Sequence[Baby], baby: str) -> None:
        """Show these babies; this one is meant."""
        if tuple(babies) != self._babies:
            self._babies = tuple(babies)
            self._lay()
        if baby in self._buttons:
            self._buttons[baby].setChecked(True)

    def _lay(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._buttons = {}
        self._group.deleteLater()
        self._group = QButtonGroup(self)
        for number, baby in enumerate(self._babies, 1):
            name = baby.profile.nickname or self._nameless(number)
            button = PillButton(self._look, name, Kind.CHOICE)
            button.setAccessibleName(self.tr("Baby: %1").replace("%1", name))
            button.setCheckable(True)
            button.clicked.connect(partial(self._tell, baby))
            self._group.addButton(button)
            self._buttons[baby.id] = button
            self._row.addWidget(button)
            button.show()
        if self._add is not None:
            more = PillButton(self._look, self.tr("Add a baby"), Kind.LINK)
            more.clicked.connect(self._add)
            self._row.addWidget(more)
            more.show()

    def _nameless(self, number: int) -> str:
        if len(self._babies) == 1:
            return self.tr("Your baby")
        return self.tr("Baby %1").replace("%1", str(number))

    def _tell(self, baby: Baby, *_checked: object) -> None:
        self._chosen(baby)
