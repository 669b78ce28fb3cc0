"""Which baby and whose hands the diary is narrowed to; nothing is shown where there is only one of each."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from companion.domain.entry_list import Filter
from companion.ui.diary.desk import Desk
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.flow import Flow


class Narrowing(QWidget):
    """A row of babies and a row of caregivers, each with "all" first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._known: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._babies: Choices[str] | None = None
        self._caregivers: Choices[str] | None = None
        self._flow = Flow(self, 24)

    def refresh(self) -> None:
        """Show the family as it is now, and what is chosen."""
        telling = self._desk.telling
        known = tuple(telling.babies), tuple(telling.caregivers)
        if known != self._known:
            self._known = known
            self._lay_out()
        narrowed = self._desk.narrowed
        if self._babies is not None:
            self._babies.put(narrowed.baby)
        if self._caregivers is not None:
            self._caregivers.put(narrowed.caregiver)
        self.setVisible(self._babies is not None or self._caregivers is not None)

    def _lay_out(self) -> None:
        for old in (self._babies, self._caregivers):
            if old is not None:
                self._flow.removeWidget(old)
                old.deleteLater()
        telling = self._desk.telling
        babies = [(baby, telling.baby(baby)) for baby in telling.babies]
        people = [(person, telling.caregiver(person)) for person in telling.caregivers]
        self._babies = self._row(self.tr("Baby"), self.tr("All babies"), babies, self._by_baby)
        self._caregivers = self._row(self.tr("Who massaged"), self.tr("Everyone"), people, self._by_caregiver)

    def _row(
        self, name: str, everyone: str, options: list[tuple[str, str]], picked: Callable[[str], None]
    ) -> Choices[str] | None:
        if len(options) < 2:
            return None
        row = Choices(self._desk.shell.look, name, [("", everyone), *options], picked)
        self._flow.addWidget(row)
        return row

    def _by_baby(self, baby: str) -> None:
        self._desk.narrow(replace(self._desk.narrowed, baby=baby))

    def _by_caregiver(self, caregiver: str) -> None:
        self._desk.narrow(replace(self._desk.narrowed, caregiver=caregiver))


def narrows(narrowed: Filter) -> bool:
    """Whether anything is left out."""
    return narrowed != Filter()
