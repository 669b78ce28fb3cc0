"""What is counted in a day beside its hours: stools in words, tummy time, times awake at night, and feeding notes."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from companion.domain.day_card import DayCard, Stool
from companion.ui.daycard.counter import Counter
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.surfaces import CardRow, card
from companion.ui.widgets.text import Role, label, put

TUMMY_STOPS = (*range(10), *range(10, 125, 5))
WAKE_STOPS = tuple(range(21))
Changed = Callable[[DayCard, str], None]
"""Is called with the day as it is told now, and the field in which letters were typed ("": none)."""


class Counts(QWidget):
    """The cards under the strip."""

    def __init__(self, look: Look, changed: Changed) -> None:
        super().__init__()
        self._changed = changed
        self._card: DayCard | None = None
        self._stools = Stools(look, self._put_stools)
        tummy, wakes = self.tr("Tummy time"), self.tr("Awake at night")
        self._tummy = Counter(look, tummy, TUMMY_STOPS, minutes_told, self._put_tummy)
        self._wakes = Counter(look, wakes, WAKE_STOPS, times_told, self._put_wakes)
        self._feeding = QPlainTextEdit()
        self._feeding.setAccessibleName(self.tr("Feeding notes"))
        self._feeding.setPlaceholderText(self.tr("Times, amounts, how it went"))
        self._feeding.setTabChangesFocus(True)
        self._feeding.setFixedHeight(look.px(96))
        left = card(
            label(self.tr("Stools"), Role.STRONG),
            self._stools,
            label(self.tr("Feeding notes"), Role.STRONG),
            self._feeding,
        )
        self._baseline = label("", Role.BODY, wrap=True)
        right = card(
            label(tummy, Role.STRONG),
            self._tummy,
            label(wakes, Role.STRONG),
            self._wakes,
            label(self.tr("Crying and fussing, at first"), Role.STRONG),
            self._baseline,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(CardRow(look, (left, right), least=330))
        self._feeding.textChanged.connect(self._put_feeding)

    def show_card(self, card: DayCard, baseline: str) -> None:
        """Show a day."""
        self._card = card
        self._stools.put(card.stools)
        self._tummy.put(card.tummy_minutes)
        self._wakes.put(card.wakes)
        put(self._baseline, baseline)
        if self._feeding.toPlainText().strip() != card.feeding.strip():
            self._feeding.blockSignals(True)
            self._feeding.setPlainText(card.feeding)
            self._feeding.blockSignals(False)

    def _put_stools(self, stools: tuple[Stool, ...] | None) -> None:
        if self._card is not None:
            self._changed(replace(self._card, stools=stools), "")

    def _put_tummy(self, minutes: int | None) -> None:
        if self._card is not None:
            self._changed(replace(self._card, tummy_minutes=minutes), "")

    def _put_wakes(self, times: int | None) -> None:
        if self._card is not None:
            self._changed(replace(self._card, wakes=times), "")

    def _put_feeding(self) -> None:
        if self._card is not None:
            self._changed(replace(self._card, feeding=self._feeding.toPlainText().strip()), "feeding")


class Stools(QWidget):
    """One press adds one; what was said stands below in words."""

    def __init__(self, look: Look, told: Callable[[tuple[Stool, ...] | None], None]) -> None:
        super().__init__()
        self._told = told
        self._stools: tuple[Stool, ...] | None = None
        line = QWidget()
        row = Flow(line)
        for stool in Stool:
            more = PillButton(look, f"+ {stool_name(stool)}", Kind.PLAIN)
            more.setAccessibleName(self.tr("One more: %1").replace("%1", stool_name(stool)))
            more.clicked.connect(partial(self._add, stool))
            row.addWidget(more)
        self._none = PillButton(look, self.tr("None this day"), Kind.PLAIN)
        self._none.setAccessibleName(self.tr("No stool this day"))
        self._clear = PillButton(look, self.tr("Clear"), Kind.LINK)
        self._clear.setAccessibleName(self.tr("Say nothing about stools"))
        row.addWidget(self._none)
        row.addWidget(self._clear)
        self._words = label("", Role.SOFT, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(line)
        column.addWidget(self._words)
        self._none.clicked.connect(lambda: self._told(()))
        self._clear.clicked.connect(lambda: self._told(None))
        self.put(None)

    def put(self, stools: tuple[Stool, ...] | None) -> None:
        """Show what was said."""
        self._stools = stools
        put(self._words, stools_told(stools))
        self._none.setVisible(not stools)
        self._clear.setVisible(stools is not None)

    def _add(self, stool: Stool, *_checked: object) -> None:
        self._told((*(self._stools or ()), stool))


def stool_name(stool: Stool) -> str:
    """A stool in a word."""
    match stool:
        case Stool.HARD:
            return QCoreApplication.translate("daycard", "Hard")
        case Stool.FORMED:
            return QCoreApplication.translate("daycard", "Formed")
        case Stool.LOOSE:
            return QCoreApplication.translate("daycard", "Loose")
        case Stool.WATERY:
            return QCoreApplication.translate("daycard", "Watery")


def stools_told(stools: tuple[Stool, ...] | None) -> str:
    """Formed × 2 · Loose × 1."""
    if stools is None:
        return not_said()
    if not stools:
        return QCoreApplication.translate("daycard", "None this day.")
    times = QCoreApplication.translate("daycard", "%1 × %2")
    kinds = [stool for stool in Stool if stool in stools]
    told = [times.replace("%1", stool_name(kind)).replace("%2", str(stools.count(kind))) for kind in kinds]
    return " · ".join(told)


def minutes_told(minutes: int | None) -> str:
    """12 min."""
    if minutes is None:
        return not_said()
    return QCoreApplication.translate("daycard", "%1 min").replace("%1", str(minutes))


def times_told(times: int | None) -> str:
    """3 ×."""
    return (
        not_said()
        if times is None
        else QCoreApplication.translate("daycard", "%1 ×").replace("%1", str(times))
    )


def not_said() -> str:
    """Nobody told."""
    return QCoreApplication.translate("daycard", "Not said")
