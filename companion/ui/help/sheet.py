"""Get help: the numbers, the signs that call for them, and behind each sign what to do now."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.help import HelpLevel, HelpSign, signs_of
from companion.ui.actions import Press
from companion.ui.help.act import ActPage, title_of
from companion.ui.help.desk import HelpDesk
from companion.ui.help.numbers import number_cards
from companion.ui.help.rows import RowButton
from companion.ui.keys import press_of
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PlayerButton
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.text import Role, label

COLUMNS = ((HelpLevel.NOW, HelpLevel.CALL), (HelpLevel.TODAY,))


class HelpSheet(Sheet):
    """Lies over a screen; ``crying_asked`` wants the plan for crying instead.

    With ``signs`` (ids, the caregiver has named them already) it opens on what to do about the most urgent one.
    """

    crying_asked = Signal()

    def __init__(self, look: Look, parent: QWidget, desk: HelpDesk, signs: Sequence[str] = ()) -> None:
        super().__init__(look, parent, desk.phrases.get("help.title", ""), widest=1100)
        self._look = look
        self._desk = desk
        self._list = QWidget()
        self._act = ActPage(look, desk)
        self._act.hide()
        self._lay_out()
        self.body.addWidget(self._list)
        self.body.addWidget(self._act)
        self._act.back.connect(self._show_list)
        if named := [sign for sign in desk.signs.values() if sign.id in signs]:
            order = list(HelpLevel)
            self._show_sign(min(named, key=lambda sign: order.index(sign.level)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a clicker move along a list that is longer than the screen; Escape closes."""
        bar = self.scroll_bar
        steps = {Press.NEXT: bar.pageStep() // 2, Press.BACK: -bar.pageStep() // 2}
        step = steps.get(press_of(event.key(), event.modifiers()) or Press.CLOSE)
        if step is None or bar.maximum() == 0:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def _show_sign(self, sign: HelpSign) -> None:
        self._act.show_part(sign)
        self.rename(title_of(sign.level, self._desk))
        self._list.hide()
        self._act.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        key = f"say.help.{sign.level}"
        self._desk.say(f"phrase.{key}", self._desk.phrases.get(key, ""))

    def _show_list(self) -> None:
        self._desk.hush()
        self.rename(self._desk.phrases.get("help.title", ""))
        self._act.hide()
        self._list.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(number_cards(self._look, self._desk))
        where = QHBoxLayout()
        where.setSpacing(16)
        where.addWidget(label(self._where(), Role.SOFT, wrap=True), 1)
        crying = PlayerButton(self._look, self._desk.phrases.get("help.crying", ""), Kind.NO)
        crying.clicked.connect(self.crying_asked)
        where.addWidget(crying)
        column.addLayout(where)
        column.addWidget(label(self.tr("Is it one of these? Tap it."), Role.LEAD, wrap=True))
        halves = QHBoxLayout()
        halves.setSpacing(28)
        for levels in COLUMNS:
            half = QVBoxLayout()
            half.setSpacing(8)
            for level in levels:
                self._add_signs(half, level)
            half.addStretch(1)
            halves.addLayout(half, 1)
        column.addLayout(halves)
        column.addWidget(label(self._desk.phrases.get("help.note", ""), Role.SOFT, wrap=True))

    def _add_signs(self, column: QVBoxLayout, level: HelpLevel) -> None:
        column.addWidget(label(title_of(level, self._desk), Role.HEADING, wrap=True))
        for sign in signs_of(self._desk.signs, level):
            words = self._desk.phrases.get(sign.phrase, "")
            row = RowButton(self._look, words, urgent=level is HelpLevel.NOW)
            row.clicked.connect(partial(self._pressed, sign))
            column.addWidget(row)
        column.addSpacing(8)

    def _pressed(self, sign: HelpSign, *_checked: object) -> None:
        self._show_sign(sign)

    def _where(self) -> str:
        """Whose numbers these are, and whether they should be looked at again."""
        if self._desk.numbers.own:
            told = self.tr("These are the numbers that you put in.")
        elif self._desk.numbers.region == "manitoba":
            told = self.tr("These numbers are for Manitoba, Canada.")
        elif self._desk.numbers.region == "canada":
            told = self.tr("These numbers are for all of Canada. Add your own nurse line.")
        else:
            told = self.tr("Put in the numbers of the place where you live.")
        more = self.tr("You can change them in Settings.")
        old = self.tr("It is a year since they were checked.") if self._desk.due else ""
        return " ".join(part for part in (told, old, more) if part)
