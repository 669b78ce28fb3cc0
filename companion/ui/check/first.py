"""Today's check, first page: the list of what should be so, and two answers to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from companion.ui.check.page import CheckPage
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.surfaces import card
from companion.ui.widgets.text import Role, label
from companion.ui.widgets.ticked import TickedLine

BOTH = "both"
"""Stands for both babies where one would have its id."""


@dataclass(frozen=True, slots=True)
class FirstView:
    """What the page shows: whom it is about (``eyebrow``), the question, the lines of the list, when the last answer
    was given ("": none that may be used again), and the babies to choose from (id, name) with the chosen one.
    ``both``: they can be massaged together; ``together``: that is what is being asked about."""

    eyebrow: str
    ask: str
    fine: tuple[str, ...]
    said_at: str = ""
    babies: tuple[tuple[str, str], ...] = ()
    baby: str = ""
    both: bool = False
    together: bool = False


class FirstAnswer(Enum):
    """What can be answered."""

    ALL_FINE = auto()
    DIFFERENT = auto()
    SIGN = auto()
    AS_BEFORE = auto()
    DOLL = auto()


class FirstPage(CheckPage):
    """Asks how baby is; ``answered`` carries a FirstAnswer, ``baby_chosen`` the id of another baby; ``both_chosen``:
    both of them."""

    answered = Signal(object)
    baby_chosen = Signal(str)
    both_chosen = Signal()

    def __init__(self, look: Look, view: FirstView) -> None:
        super().__init__(look, view.eyebrow, view.ask)
        if len(view.babies) > 1:
            self.body.addLayout(self._whom(look, view))
        self.body.addWidget(self._list(look, view.fine))
        fine = PillButton(look, self.tr("All fine today"), Kind.PLAY)
        fine.clicked.connect(lambda: self.answered.emit(FirstAnswer.ALL_FINE))
        self.offer(fine)
        ways = [(self.tr("Something is different"), Kind.CONTROL, FirstAnswer.DIFFERENT)]
        if view.said_at:
            as_before = self.tr("As you said at %1").replace("%1", view.said_at)
            ways.append((as_before, Kind.CONTROL, FirstAnswer.AS_BEFORE))
        ways.append((self.tr("On a doll"), Kind.LINK, FirstAnswer.DOLL))
        for words, kind, answer in ways:
            self._add(look, words, kind, answer)
        self.lead(fine)

    def _add(self, look: Look, words: str, kind: Kind, answer: FirstAnswer) -> None:
        button = PillButton(look, words, kind)
        button.clicked.connect(lambda: self.answered.emit(answer))
        self.offer(button)

    def _whom(self, look: Look, view: FirstView) -> QHBoxLayout:
        options = [*view.babies, (BOTH, self.tr("Both"))] if view.both else list(view.babies)
        choices = Choices(look, self.tr("For"), options, self._choose)
        choices.put(BOTH if view.together else view.baby)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(label(self.tr("For"), Role.STRONG))
        row.addWidget(choices, 1)
        return row

    def _choose(self, baby: str) -> None:
        if baby == BOTH:
            self.both_chosen.emit()
        else:
            self.baby_chosen.emit(baby)

    def _list(self, look: Look, lines: Sequence[str]) -> QWidget:
        told = [TickedLine(look, line) for line in lines]
        sign = PillButton(look, self.tr("I see a sign that worries me"), Kind.NAV_HELP)
        sign.clicked.connect(lambda: self.answered.emit(FirstAnswer.SIGN))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        sign.setProperty("flush", True)
        row.addWidget(sign)
        row.addStretch(1)
        heading = label(self.tr("All fine means:"), Role.HEADING, wrap=True)
        return card(heading, *told, holder, spacing=10)
