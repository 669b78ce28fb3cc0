"""Those who massage: who it is just now, and who else there is."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.family import Caregiver
from companion.ui.baby.household import Household
from companion.ui.places import Shell
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.forms import Line, leading, page_of
from companion.ui.widgets.surfaces import card, lay_anew, surface
from companion.ui.widgets.tabs import TabPage
from companion.ui.widgets.text import Role, label


class CaregiversPage(TabPage):
    """All who massage; each change is kept at once."""

    def __init__(self, shell: Shell, household: Household) -> None:
        super().__init__()
        self._shell = shell
        self._household = household
        told = self.tr("The diary notes who massaged. One tap after a massage changes it.")
        self._new = Line(
            self.tr("Name of someone new"), self._add, hint=self.tr("Mum, Dad, Grandma, a name …")
        )
        add = PillButton(shell.look, self.tr("Add"), Kind.SMALL)
        add.setAccessibleName(self.tr("Add someone who massages"))
        add.clicked.connect(lambda: self._add(self._new.text()))
        self._new.setMinimumWidth(shell.look.px(300))
        head = card(
            label(self.tr("Who massages?"), Role.HEADING, wrap=True),
            label(told, Role.BODY, wrap=True),
            leading(self._new, add),
        )
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page_of(head, self._list))

    def refresh(self) -> None:
        """Show everybody."""
        now = self._household.caregiver()
        here = [self._row(caregiver, caregiver.id == now) for caregiver in self._household.caregivers()]
        away = [self._put_away(caregiver) for caregiver in self._household.caregivers(archived=True)]
        lay_anew(self._rows, [*here, *away])

    def _row(self, caregiver: Caregiver, is_now: bool) -> QFrame:
        frame, look = surface("card"), self._shell.look
        called = caregiver.name or self.tr("No name")
        name = Line(
            self.tr("Name: %1").replace("%1", called),
            lambda words: self._household.keep_caregiver(replace(caregiver, name=words)),
        )
        name.put(caregiver.name)
        this_is = PillButton(look, self.tr("Massages now"), Kind.CHOICE)
        this_is.setAccessibleName(self.tr("%1 massages now").replace("%1", called))
        this_is.setCheckable(True)
        this_is.setChecked(is_now)
        this_is.clicked.connect(partial(self._is_now, caregiver.id))
        away = PillButton(look, self.tr("Put away"), Kind.LINK)
        away.setAccessibleName(self.tr("Put %1 away").replace("%1", called))
        away.clicked.connect(partial(self._archive, caregiver, True))
        name.setMinimumWidth(look.px(220))
        row = QHBoxLayout(frame)
        row.setContentsMargins(26, 14, 18, 14)
        row.addWidget(leading(name, this_is, away))
        return frame

    def _put_away(self, caregiver: Caregiver) -> QFrame:
        frame = surface("plain")
        row = QHBoxLayout(frame)
        row.setContentsMargins(26, 4, 18, 4)
        called = caregiver.name or self.tr("No name")
        row.addWidget(label(self.tr("%1 is put away").replace("%1", called), Role.SOFT, wrap=True), 1)
        back = PillButton(self._shell.look, self.tr("Take back"), Kind.LINK)
        back.setAccessibleName(self.tr("Take %1 back").replace("%1", called))
        back.clicked.connect(partial(self._archive, caregiver, False))
        row.addWidget(back)
        return frame

    def _add(self, name: str) -> None:
        if name.strip():
            self._new.put("")
            self._household.add_caregiver(name)

    def _is_now(self, caregiver: str, *_checked: object) -> None:
        self._household.is_caregiver(caregiver)

    def _archive(self, caregiver: Caregiver, archived: bool, *_checked: object) -> None:
        self._household.keep_caregiver(replace(caregiver, archived=archived))
