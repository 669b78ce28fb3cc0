"""No massage, or not this one: why, what to do now, and what can be done instead."""

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companion.ui.check.page import CheckPage
from companion.ui.check.plan import titled
from companion.ui.check.reasons import Reasons
from companion.ui.check.view import VerdictView
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.surfaces import card
from companion.ui.widgets.text import Role, label


class VerdictWish(Enum):
    """What can be done from here."""

    HELP = auto()
    DOLL = auto()
    ANSWER_AGAIN = auto()
    ABOUT_BABY = auto()
    LATER = auto()


class VerdictPage(CheckPage):
    """Shows a VerdictView, with the ``numbers`` to call where help is needed; ``wished`` carries a VerdictWish,
    ``other`` the id of another routine."""

    wished = Signal(object)
    other = Signal(str)

    def __init__(self, look: Look, view: VerdictView, numbers: QWidget | None = None) -> None:
        super().__init__(look, view.routine, view.title, view.line)
        if view.help:
            self.body.addWidget(card(label(view.help, Role.HEADLINE, wrap=True), kind="warning"))
        if numbers is not None:
            self.body.addWidget(numbers)
        if view.ready_at:
            ready = self.tr("Ready at about %1").replace("%1", view.ready_at)
            self.body.addWidget(card(label(ready, Role.HEADLINE, wrap=True), kind="hero"))
        self.body.addWidget(Reasons(look, self.tr("Why"), view.reasons))
        if view.others:
            self.body.addWidget(self._others(look, view))
        self._ways(look, view)

    def _ways(self, look: Look, view: VerdictView) -> None:
        """The ways on, the best one first: it takes the keys."""
        later = (self.tr("All right"), VerdictWish.LATER)
        ways: list[tuple[str, VerdictWish]] = []
        if view.urgent:
            ways.append((self.tr("Get help"), VerdictWish.HELP))
        elif view.asks_profile:
            ways.append((self.tr("Answer now"), VerdictWish.ABOUT_BABY))
        elif view.locked:
            ways.append((self.tr("To baby’s page"), VerdictWish.ABOUT_BABY))
        elif not view.asks_check:
            ways.append(later)
        if not view.locked:
            again = (
                self.tr("Answer again") if view.asks_check or view.urgent else self.tr("Change my answers")
            )
            ways.append((again, VerdictWish.ANSWER_AGAIN))
        if not view.urgent and not view.locked:
            ways.append((self.tr("Practise on a doll"), VerdictWish.DOLL))
        if not view.urgent and later not in ways:
            ways.append(later)
        first: PillButton | None = None
        for words, wish in ways:
            kind = Kind.CONTROL if first else Kind.NO if wish is VerdictWish.HELP else Kind.PLAY
            button = PillButton(look, words, kind)
            button.clicked.connect(lambda _=False, wish=wish: self.wished.emit(wish))
            self.offer(button)
            first = first or button
        if first is not None:
            self.lead(first)

    def _others(self, look: Look, view: VerdictView) -> QWidget:
        inside = QWidget()
        row = Flow(inside)
        for name, words in view.others:
            button = PillButton(look, words, Kind.PLAIN)
            button.setAccessibleName(self.tr("Begin %1").replace("%1", words))
            button.clicked.connect(lambda _=False, name=name: self.other.emit(name))
            row.addWidget(button)
        return titled(self.tr("You could do another one"), inside)
