"""What was left unfinished: a dated question on Today."""

from PySide6.QtCore import QDate, QLocale, QTime, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from companion.ui.theme import Look
from companion.ui.today.view import LeftOff
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.text import Role, label, put


class LeftOffCard(QFrame):
    """Asks whether to carry on or to keep it as it is; each answer is a signal."""

    carry_on = Signal()
    keep = Signal()

    def __init__(self, look: Look, locale: QLocale) -> None:
        super().__init__()
        self._locale = locale
        self.setProperty("surface", "sun")
        self._question = label("", Role.HEADING, wrap=True)
        self._told = label("", Role.BODY, wrap=True)
        carry_on = PillButton(look, self.tr("Carry on"), Kind.SMALL)
        keep = PillButton(look, self.tr("Keep it as it is"), Kind.LINK)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._question)
        words.addWidget(self._told)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 16, 16)
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(carry_on)
        row.addWidget(keep)
        carry_on.clicked.connect(self.carry_on)
        keep.clicked.connect(self.keep)

    def show_part(self, left: LeftOff | None) -> None:
        """Take a new state."""
        self.setVisible(left is not None)
        if left is None:
            return
        put(self._question, self.tr("Carry on with %1?").replace("%1", left.routine))
        time = self._locale.toString(QTime(left.when.hour, left.when.minute), QLocale.FormatType.ShortFormat)
        told = self.tr("%1 at %2 you stopped at “%3”, %4 in. All of it is saved.")
        put(
            self._told,
            told.replace("%1", self._day(left))
            .replace("%2", time)
            .replace("%3", left.stopped_at)
            .replace("%4", self._reached(round(left.session.elapsed))),
        )

    def _reached(self, seconds: int) -> str:
        if seconds < 60:
            return self.tr("%1 seconds").replace("%1", str(seconds))
        told = self.tr("%1 min %2 s")
        return told.replace("%1", str(seconds // 60)).replace("%2", str(seconds % 60))

    def _day(self, left: LeftOff) -> str:
        if left.days_ago == 0:
            return self.tr("Today")
        if left.days_ago == 1:
            return self.tr("Yesterday")
        if left.days_ago < 7:
            return self.tr("On %1").replace("%1", self._locale.dayName(left.when.isoweekday()))
        day = self._locale.toString(
            QDate(left.when.year, left.when.month, left.when.day), QLocale.FormatType.LongFormat
        )
        return self.tr("On %1").replace("%1", day)
