"""How a day is summed up in words, and what is said where there is no baby to draw one of."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from companion.domain.day_card import BASELINE_DAYS, DayCard, Doing
from companion.ui.daycard.doings import BRUSHES, doing_name
from companion.ui.diary.desk import Desk
from companion.ui.diary.telling import length
from companion.ui.places import Page
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.text import Role, label


class Nobody(QFrame):
    """A day card belongs to a baby: the way to one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("surface", "hero")
        told = self.tr("A day card belongs to a baby. Tell the program of yours first.")
        add = PillButton(desk.shell.look, self.tr("To your baby"), Kind.SMALL)
        line = QHBoxLayout()
        line.addWidget(add)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 20)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Whose day is it?"), Role.HEADING, wrap=True))
        column.addWidget(label(told, Role.BODY, wrap=True))
        column.addLayout(line)
        add.clicked.connect(lambda: desk.shell.go(Page.BABY))


def summed(shown: DayCard) -> str:
    """Sleep 9 h 15 min · Crying 45 min (longest 30 min)."""
    parts: list[str] = []
    for doing in BRUSHES:
        minutes = shown.minutes(doing)
        if minutes:
            parts.append(f"{doing_name(doing)} {length(minutes * 60)}")
    longest = shown.longest(Doing.CRYING)
    if longest and longest != shown.minutes(Doing.CRYING):
        told = QCoreApplication.translate("daycard", "longest cry %1").replace("%1", length(longest * 60))
        parts.append(told)
    return " · ".join(parts) or QCoreApplication.translate(
        "daycard", "Nothing drawn yet. Leave out whatever you like."
    )


def baseline_told(shown: DayCard, days: int, usual: float | None) -> str:
    """Crying and fussing over the first seven days, beside the day shown; ``days`` is how many were drawn."""
    if usual is None:
        told = QCoreApplication.translate("daycard", "Shown once %1 days are drawn. So far: %2.")
        return told.replace("%1", str(BASELINE_DAYS)).replace("%2", str(days))
    first = QCoreApplication.translate("daycard", "%1 a day over the first seven days.")
    here = QCoreApplication.translate("daycard", "This day: %1.")
    parts = [first.replace("%1", length(usual * 60))]
    if shown.is_drawn:
        parts.append(here.replace("%1", length(shown.minutes(Doing.CRYING, Doing.FUSSING) * 60)))
    return " ".join(parts)
