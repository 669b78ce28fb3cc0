"""What has to be known once before a first massage: born early, anything to know, the navel. Each may be left open."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companion.domain.baby import Answer, BabyProfile
from companion.domain.safety_words import SafetyWords
from companion.ui.check.page import CheckPage
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.surfaces import CardRow, card
from companion.ui.widgets.text import Role, label

TERM_WEEKS_EARLY = 0
THINGS = 12
LEAST = 380


def is_needed(profile: BabyProfile) -> bool:
    """Whether something is not known that no massage can do without."""
    return profile.conditions is None or profile.born_early is Answer.UNKNOWN


class OncePage(CheckPage):
    """Asks what is not known of a profile yet. ``answered`` carries the profile as it is known now; ``to_baby`` does
    too, and asks for the page of the baby, where more can be told."""

    answered = Signal(object)
    to_baby = Signal(object)

    def __init__(self, look: Look, words: SafetyWords, eyebrow: str, profile: BabyProfile) -> None:
        super().__init__(look, eyebrow, "")
        self._words = words
        self._profile = profile
        self._more: set[str] = set()
        self.title.setText(self.tr("Before the first massage"))
        self.line.setText(self.tr("We ask this once. You can change it later on baby’s page."))
        self.line.show()
        if profile.born_early is Answer.UNKNOWN:
            self._ask("weeks-early", ("no", "yes", "unknown"), self._early)
        if profile.conditions is None:
            self._ask("conditions", ("none", "some", "unknown"), self._conditions)
        if profile.navel_healed is Answer.UNKNOWN:
            self._ask("navel-healed", ("yes", "no", "unknown"), self._navel)
        self._on = PillButton(look, self.tr("Go on"), Kind.PLAY)
        self._on.clicked.connect(self._go_on)
        self.offer(self._on)
        self.lead(self._on)

    def _ask(self, question: str, names: Sequence[str], picked: Callable[[str], None]) -> None:
        told = self._words.questions[question]
        choices = Choices(self._look, told.ask, [(name, told.answers[name]) for name in names], picked)
        parts: list[QWidget] = [label(told.ask, Role.HEADING, wrap=True)]
        if told.help:
            parts.append(label(told.help, Role.SOFT, wrap=True))
        if question == "conditions":
            parts.append(self._things_to_know())
        self.body.addWidget(card(*parts, choices, spacing=10))

    def _things_to_know(self) -> QWidget:
        """The list of what a clinician has to know of first, shortened; all of it is on the page of the baby."""
        lines = self._words.lines
        told = [lines[f"know.{number}"] for number in range(1, THINGS + 1)]
        halves = (told[: THINGS // 2], told[THINGS // 2 :])
        columns = [label("\n".join(f"•  {line}" for line in half), Role.BODY, wrap=True) for half in halves]
        return CardRow(self._look, columns, LEAST)

    def _early(self, answer: str) -> None:
        self._note("weeks-early", more=answer == "yes")
        weeks = TERM_WEEKS_EARLY if answer == "no" else None
        self._profile = replace(self._profile, weeks_early=weeks)

    def _conditions(self, answer: str) -> None:
        self._note("conditions", more=answer == "some")
        self._profile = replace(self._profile, conditions=() if answer == "none" else None)

    def _navel(self, answer: str) -> None:
        self._profile = replace(self._profile, navel_healed=Answer(answer))

    def _note(self, question: str, *, more: bool) -> None:
        """Where there is more to tell, the way on leads to the page of the baby."""
        self._more = self._more | {question} if more else self._more - {question}
        self._on.put(self.tr("Tell us more") if self._more else self.tr("Go on"))

    def _go_on(self) -> None:
        (self.to_baby if self._more else self.answered).emit(self._profile)
