"""Things to know about a baby: one short list in plain words; yes, no, or not sure."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from companion.domain.baby import Answer, BabyProfile
from companion.domain.family import Baby
from companion.domain.safety import Condition
from companion.domain.safety_words import SafetyWords
from companion.ui.baby.household import Household
from companion.ui.places import Shell
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.forms import FormCard, leading, page_of
from companion.ui.widgets.surfaces import CardRow, card
from companion.ui.widgets.tabs import TabPage
from companion.ui.widgets.text import Role, label

ANY, NOTHING, LATER = "some", "none", "unknown"
"""The answers to the whole list."""

SHORT = "know."
"""How the keys of the lines of the short list begin."""

LEAST = 330
"""Design pixels that a column of the short list needs."""

APART = "preterm"
"""An early birth is asked on its own, with its weeks."""


class KnowPage(TabPage):
    """The list for the chosen baby. Until it was looked at nothing of it is kept; from then on each change is."""

    def __init__(self, shell: Shell, household: Household) -> None:
        super().__init__()
        self._shell = shell
        self._household = household
        self._baby: Baby | None = None
        self._opened = ""
        self._rows: dict[str, Choices[Answer]] = {}
        self._given: dict[str, Answer] = {}
        self._kept_apart: tuple[str, ...] = ()
        asked = shell.context.safety_words().questions["conditions"]
        self._whole = Choices(
            shell.look,
            asked.ask,
            tuple((name, asked.answers[name]) for name in (NOTHING, ANY, LATER)),
            self._answered,
        )
        self._short = short_list(shell.look, shell.context.safety_words())
        head = card(
            label(asked.ask, Role.HEADING, wrap=True),
            label(asked.help, Role.SOFT, wrap=True),
            self._short,
            self._whole,
            spacing=12,
        )
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._done = PillButton(shell.look, self.tr("That is all"), Kind.PRIMARY)
        self._done.clicked.connect(self._keep)
        self._page = page_of(head, self._list, leading(self._done))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)

    def refresh(self) -> None:
        """Show what is known of the chosen baby."""
        baby = self._household.baby()
        if baby is None:
            return
        if self._baby is None or self._baby.id != baby.id:
            self._opened = ""
            self._given = {}
            self._kept_apart = ()
        self._baby = baby
        profile = baby.profile
        answered = profile.conditions is not None
        if answered:
            self._given = answers_of(profile)
            self._kept_apart = tuple(name for name in profile.conditions or () if name == APART)
        some = bool(self._given) or self._opened == ANY
        self._whole.put(ANY if some else NOTHING if answered else LATER)
        self._short.setVisible(not some)
        self._show_list(some)
        self._done.setVisible(some and not answered)

    def open_list(self) -> None:
        """Show the whole list, to say what fits."""
        self._opened = ANY
        self.refresh()

    def _show_list(self, shown: bool) -> None:
        if shown:
            for part in self._parts():
                self._column.addWidget(part)
        self._list.setVisible(shown)
        for name, row in self._rows.items():
            row.put(self._given.get(name, Answer.NO))

    def _parts(self) -> list[QFrame]:
        """Cards of what is not listed yet: all of our list at first, later what only somebody else's list has."""
        context = self._shell.context
        words, titles = context.words.phrases, context.safety_words().conditions
        groups: dict[str, list[tuple[str, QWidget]]] = {}
        known = listed(context.safety().conditions)
        for name in (*known, *self._given):
            if name in self._rows:
                continue
            title = titles[name].title if name in titles else name
            row = Choices(
                self._shell.look,
                title,
                (
                    (Answer.YES, self.tr("Yes")),
                    (Answer.NO, self.tr("No")),
                    (Answer.UNKNOWN, self.tr("Not sure")),
                ),
                lambda answer, name=name: self._set(name, answer),
            )
            self._rows[name] = row
            group = known[name].group if name in known else ""
            groups.setdefault(group, []).append((title, row))
        return [
            FormCard(self._shell.look, words.get(f"know.{group}", ""), *rows, widest=430)
            for group, rows in groups.items()
        ]

    def _answered(self, answer: str) -> None:
        self._opened = answer
        if answer == NOTHING:
            self._given = {}
            self._keep()
        elif answer == LATER:
            self._given = {}
            self._know(None, ())
        else:
            self.refresh()

    def _set(self, name: str, answer: Answer) -> None:
        self._given = {**self._given, name: answer}
        if answer is Answer.NO:
            del self._given[name]
        if self._baby is not None and self._baby.profile.conditions is not None:
            self._opened = ANY
            self._keep()

    def _keep(self) -> None:
        yes = tuple(name for name, answer in self._given.items() if answer is Answer.YES)
        unsure = tuple(name for name, answer in self._given.items() if answer is Answer.UNKNOWN)
        self._know((*self._kept_apart, *yes), unsure)

    def _know(self, conditions: tuple[str, ...] | None, unsure: tuple[str, ...]) -> None:
        if self._baby is not None:
            profile = replace(self._baby.profile, conditions=conditions, unsure=unsure)
            self._household.keep(replace(self._baby, profile=profile))


def short_list(look: Look, words: SafetyWords) -> QWidget:
    """The list in a dozen lines, for one look before "none of these"."""
    told = [f"•  {words.lines[name]}" for name in words.lines if name.startswith(SHORT)]
    half = (len(told) + 1) // 2
    columns = [label("\n".join(part), Role.BODY, wrap=True) for part in (told[:half], told[half:])]
    return CardRow(look, columns, LEAST)


def listed(conditions: Mapping[str, Condition]) -> Mapping[str, Condition]:
    """What the list asks: what is part of a baby's story, but for an early birth, which is asked on its own."""
    return {name: one for name, one in conditions.items() if one.always and name != APART}


def answers_of(profile: BabyProfile) -> dict[str, Answer]:
    """What is not simply no."""
    given = dict.fromkeys(profile.unsure, Answer.UNKNOWN) | dict.fromkeys(
        profile.conditions or (), Answer.YES
    )
    return {name: answer for name, answer in given.items() if name != APART}
