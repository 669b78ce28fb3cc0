"""A clinician's yes: what waits for one, and all that were given, with the way to withdraw them."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.body import Area
from companion.domain.family import Baby
from companion.domain.unlock import Unlock, newest
from companion.ui.baby.household import Household
from companion.ui.dates import locale_for
from companion.ui.places import Shell
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.forms import leading, note_card, page_of
from companion.ui.widgets.surfaces import card, lay_anew, surface
from companion.ui.widgets.tabs import TabPage
from companion.ui.widgets.text import Role, label, put


class YesPage(TabPage):
    """The history for the chosen baby, the newest first."""

    def __init__(self, shell: Shell, household: Household) -> None:
        super().__init__()
        self._shell = shell
        self._household = household
        self._locale = locale_for(shell.context.words.language)
        self._waiting_told = label("", Role.BODY, wrap=True)
        self._waiting = note_card(
            label(self.tr("A clinician has to say yes first"), Role.HEADING, wrap=True), self._waiting_told
        )
        told = self.tr(
            "Some babies need a clinician’s yes, and some routines open only with a therapist. "
            "Put it in as they said it: who, when, and which parts. Only these parts are then massaged."
        )
        self._add = PillButton(shell.look, self.tr("Add a yes"), Kind.PRIMARY)
        self._add.clicked.connect(self._open)
        head = card(
            label(self.tr("Your therapist’s yes"), Role.HEADING, wrap=True),
            label(told, Role.BODY, wrap=True),
            leading(self._add),
        )
        self._history = QWidget()
        self._rows = QVBoxLayout(self._history)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page_of(self._waiting, head, self._history))

    def refresh(self) -> None:
        """Show the chosen baby's."""
        baby = self._household.baby()
        if baby is None:
            return
        lay_anew(self._rows, [self._row(baby, unlock) for unlock in reversed(baby.profile.unlocks)])
        waiting = self._waiting_for(baby)
        put(self._waiting_told, waiting)
        self._waiting.setVisible(bool(waiting))

    def _waiting_for(self, baby: Baby) -> str:
        asking = self._household.asking(baby)
        yes = newest(baby.profile.unlocks, self._today())
        if not asking or (yes is not None and set(asking) <= yes.conditions):
            return ""
        told = self.tr("Because of: %1. Until then there is no massage, only cuddles.")
        return told.replace("%1", named(self._shell, asking))

    def _row(self, baby: Baby, unlock: Unlock) -> QFrame:
        frame = surface("card")
        row = QHBoxLayout(frame)
        row.setContentsMargins(26, 16, 18, 16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(unlock.therapist, Role.STRONG, wrap=True))
        for told in self._told(unlock):
            words.addWidget(label(told, Role.BODY, wrap=True))
        row.addLayout(words, 1)
        if unlock.withdrawn is None:
            withdraw = PillButton(self._shell.look, self.tr("Withdraw"), Kind.PLAIN)
            withdraw.setAccessibleName(self.tr("Withdraw the yes of %1").replace("%1", unlock.therapist))
            withdraw.clicked.connect(partial(self._withdraw, baby, unlock))
            row.addWidget(withdraw, 0, Qt.AlignmentFlag.AlignTop)
        return frame

    def _told(self, unlock: Unlock) -> Sequence[str]:
        words = self._shell.context.words
        given = self._locale.toString(_qdate(unlock.given), QLocale.FormatType.LongFormat)
        routine = words.routines.get(unlock.routine)
        about = routine.title if routine else self.tr("Massage in general")
        areas = [words.phrases.get(f"area.{area}", area) for area in Area if area in unlock.areas]
        lines = [f"{given} · {about}", " · ".join(areas)]
        if unlock.conditions:
            known = named(self._shell, sorted(unlock.conditions))
            lines.append(self.tr("Knowing of: %1").replace("%1", known))
        if unlock.withdrawn is not None:
            ended = self._locale.toString(_qdate(unlock.withdrawn), QLocale.FormatType.LongFormat)
            lines.append(self.tr("Withdrawn on %1").replace("%1", ended))
        elif newest(self._shown_unlocks(), self._today(), unlock.routine) == unlock:
            missing = [name for name in self._asking() if name not in unlock.conditions]
            told = (
                self.tr("Does not count: given without knowing of %1") if missing else self.tr("Counts now")
            )
            lines.append(told.replace("%1", named(self._shell, missing)))
        else:
            lines.append(self.tr("A newer one counts"))
        return lines

    def _shown_unlocks(self) -> Sequence[Unlock]:
        baby = self._household.baby()
        return baby.profile.unlocks if baby is not None else ()

    def _asking(self) -> Sequence[str]:
        baby = self._household.baby()
        return self._household.asking(baby) if baby is not None else ()

    def _withdraw(self, baby: Baby, unlock: Unlock, *_checked: object) -> None:
        self._household.withdraw_yes(baby, unlock)

    def _open(self) -> None:
        from companion.ui.baby.yes_sheet import YesSheet  # noqa: PLC0415 - when wanted

        baby = self._household.baby()
        if baby is not None:
            sheet = YesSheet(self._shell, self._household, baby)
            sheet.closed.connect(sheet.deleteLater)
            sheet.open()

    def _today(self) -> date:
        return self._shell.context.clock.wall().date()


def named(shell: Shell, conditions: Sequence[str]) -> str:
    """Conditions in plain words."""
    titles = shell.context.safety_words().conditions
    return ", ".join(titles[name].because if name in titles else name for name in conditions)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
