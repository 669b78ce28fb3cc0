"""Two babies together: what today allows for each, how they take turns, and Begin where both may."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from companion.domain.twins import Turns
from companion.services.narration import Line
from companion.ui.check.page import CheckPage
from companion.ui.check.plan import titled
from companion.ui.check.reasons import Reasons
from companion.ui.check.view import ReasonView
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.surfaces import CardRow, surface
from companion.ui.widgets.text import Role, label

LEAST = 400


@dataclass(frozen=True, slots=True)
class OneOfBoth:
    """What today allows for one of two: its id and name, the verdict in words, whole minutes and steps (0: no massage),
    why, and whom to turn to ("": nobody)."""

    id: str
    name: str
    verdict: str
    minutes: int
    steps: int
    reasons: tuple[ReasonView, ...]
    help: str = ""

    @property
    def may(self) -> bool:
        """Whether there may be a massage."""
        return self.steps > 0


@dataclass(frozen=True, slots=True)
class BothView:
    """Both of them, with what is to begin; ``urgent``: one of them needs help."""

    routine: str
    both: tuple[OneOfBoth, ...]
    turns: Turns
    caregivers: tuple[tuple[str, str], ...]
    caregiver: str
    urgent: bool
    spoken: Line | None

    @property
    def may(self) -> bool:
        """Whether both may."""
        return all(one.may for one in self.both)


class BothWish(Enum):
    """What can be done from here, besides Begin and one of them alone."""

    HELP = auto()
    LATER = auto()


class BothPage(CheckPage):
    """Shows a BothView. ``begun``: begin both; ``only`` carries the id of the one to go on with alone; ``turned``
    carries other Turns, ``caregiver_chosen`` the id of who massages, ``wished`` a BothWish."""

    begun = Signal()
    only = Signal(str)
    turned = Signal(object)
    caregiver_chosen = Signal(str)
    wished = Signal(object)

    def __init__(self, look: Look, view: BothView) -> None:
        super().__init__(look, view.routine, "", clicker=True)
        self.title.setText(self.tr("Both together") if view.may else self.tr("Not both today"))
        self.line.setText(self.tr("Each baby has a plan of its own, by its own rules."))
        self.line.show()
        self.body.addWidget(CardRow(look, [self._card(look, one) for one in view.both], LEAST))
        if view.may:
            self._choices(look, view)
        self._ways(look, view)

    def _card(self, look: Look, one: OneOfBoth) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._facts(one))
        if one.reasons:
            column.addWidget(Reasons(look, self.tr("Why"), one.reasons, "sun" if one.may else "card"))
        column.addStretch(1)
        return holder

    def _facts(self, one: OneOfBoth) -> QFrame:
        frame = surface("warning" if one.help else "hero" if one.may else "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(26, 18, 26, 18)
        column.setSpacing(6)
        column.addWidget(label(one.name, Role.HEADLINE, wrap=True))
        column.addWidget(label(one.help or one.verdict, Role.LEAD, wrap=True))
        if one.may:
            told = self.tr("%1 min · %2 steps").replace("%1", str(one.minutes))
            column.addWidget(label(told.replace("%2", str(one.steps)), Role.LEAD_SOFT, wrap=True))
        return frame

    def _choices(self, look: Look, view: BothView) -> None:
        name = self.tr("How do they take turns?")
        options = [
            (Turns.CHILD_BY_CHILD, self.tr("One baby after the other")),
            (Turns.STROKE_BY_STROKE, self.tr("Each stroke on both")),
        ]
        turns = Choices(look, name, options, self.turned.emit)
        turns.put(view.turns)
        self.body.addWidget(titled(name, turns))
        if len(view.caregivers) > 1:
            who = self.tr("Who massages?")
            caregivers = Choices(look, who, view.caregivers, self.caregiver_chosen.emit)
            caregivers.put(view.caregiver)
            self.body.addWidget(titled(who, caregivers))

    def _ways(self, look: Look, view: BothView) -> None:
        buttons: list[PillButton] = []
        if view.may:
            buttons.append(PillButton(look, self.tr("Begin"), Kind.PLAY))
            buttons[-1].clicked.connect(self.begun)
        elif view.urgent:
            buttons.append(PillButton(look, self.tr("Get help"), Kind.NO))
            buttons[-1].clicked.connect(lambda: self.wished.emit(BothWish.HELP))
        else:
            buttons += self._only(look, view.both)
            buttons.append(PillButton(look, self.tr("All right"), Kind.CONTROL if buttons else Kind.PLAY))
            buttons[-1].clicked.connect(lambda: self.wished.emit(BothWish.LATER))
        for button in buttons:
            self.offer(button)
        self.lead(buttons[0])

    def _only(self, look: Look, both: Sequence[OneOfBoth]) -> list[PillButton]:
        """A way on with each one that may."""
        made: list[PillButton] = []
        for one in both:
            if one.may:
                button = PillButton(look, self.tr("Only %1").replace("%1", one.name), Kind.PLAY)
                button.clicked.connect(lambda _=False, baby=one.id: self.only.emit(baby))
                made.append(button)
        return made
