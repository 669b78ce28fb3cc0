"""The sheet for a home programme: minutes, days a week, weeks, and from when; a therapist or a parent puts it in."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from companion.domain.programme import NOTHING_AGREED, Agreed
from companion.ui.places import Shell
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.text import Role, label

MINUTES: Sequence[int] = (5, 10, 15, 20, 30)
DAYS: Sequence[int] = (2, 3, 4, 5, 6, 7)
WEEKS: Sequence[int] = (2, 4, 6, 8, 12)
USUAL = Agreed(minutes=20, days=5, weeks=8)


class AgreedSheet(Sheet):
    """Nothing is kept before "Keep it"; ``kept`` is called afterwards."""

    def __init__(self, shell: Shell, baby: str, kept: Callable[[], None]) -> None:
        super().__init__(
            shell.look, shell.over, QCoreApplication.translate("charts", "What you agreed on"), widest=820
        )
        self._shell = shell
        self._kept = kept
        today = shell.context.clock.wall().date()
        monday = today - timedelta(days=today.weekday())
        now = shell.context.settings.load().agreed
        self._had = now.programme() is not None and now.baby in {"", baby}
        usual = replace(USUAL, baby=baby, first=monday.isoformat())
        self._agreed = now if self._had else usual
        starts = {
            monday.isoformat(): self.tr("This Monday"),
            today.isoformat(): self.tr("Today"),
            (monday + timedelta(days=7)).isoformat(): self.tr("Next Monday"),
        }
        self._lay({self._agreed.first: self.tr("As before"), **starts})

    def _lay(self, starts: dict[str, str]) -> None:
        look, agreed = self._shell.look, self._agreed
        about = self.tr("Your therapist and you agree on it together. A day less is a day, not a failure.")
        self.body.addWidget(label(about, Role.BODY, wrap=True))
        minutes = Choices(
            look, self.tr("Minutes on a day"), [(n, str(n)) for n in MINUTES], self._set_minutes
        )
        days = Choices(look, self.tr("Days a week"), [(n, str(n)) for n in DAYS], self._set_days)
        weeks = Choices(look, self.tr("Weeks"), [(n, str(n)) for n in WEEKS], self._set_weeks)
        first = Choices(look, self.tr("From when"), tuple(starts.items()), self._set_first)
        minutes.put(agreed.minutes)
        days.put(agreed.days)
        weeks.put(agreed.weeks)
        first.put(agreed.first)
        for choices in (minutes, days, weeks, first):
            self.body.addWidget(label(choices.accessibleName(), Role.STRONG))
            self.body.addWidget(choices)
        keep = PillButton(look, self.tr("Keep it"), Kind.SMALL)
        none = PillButton(look, self.tr("Nothing agreed any more"), Kind.LINK)
        none.setVisible(self._had)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(keep)
        row.addWidget(none)
        row.addStretch(1)
        self.body.addSpacing(8)
        self.body.addLayout(row)
        keep.clicked.connect(lambda: self._keep(self._agreed))
        none.clicked.connect(lambda: self._keep(NOTHING_AGREED))

    def _keep(self, agreed: Agreed) -> None:
        shell, kept = self._shell, self._kept
        self.close_by_hand()
        shell.wear(replace(shell.context.settings.load(), agreed=agreed))
        kept()

    def _set_minutes(self, minutes: int) -> None:
        self._agreed = replace(self._agreed, minutes=minutes)

    def _set_days(self, days: int) -> None:
        self._agreed = replace(self._agreed, days=days)

    def _set_weeks(self, weeks: int) -> None:
        self._agreed = replace(self._agreed, weeks=weeks)

    def _set_first(self, first: str) -> None:
        self._agreed = replace(self._agreed, first=first)
