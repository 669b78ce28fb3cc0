"""The second page: born early or not, the navel, the short list, and the tones of the pictures."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.domain.baby import Answer
from companion.ui.baby.answers import EarlyField
from companion.ui.baby.know import ANY, LATER, NOTHING, short_list
from companion.ui.places import Shell
from companion.ui.settings.tones import Tones
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.surfaces import CardRow, card
from companion.ui.widgets.text import Role, label

LEAST = 470
"""Design pixels of a card that stands beside another."""


class SecondPage(QWidget):
    """Three questions and two tones; each may be left open. What was told stands in the attributes."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.weeks_early: int | None = None
        self.navel_healed = Answer.UNKNOWN
        self.conditions: tuple[str, ...] | None = None
        self.more = False
        self.tone: int | None = None
        look, asked = shell.look, shell.context.safety_words().questions
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        early = EarlyField(look, asked["weeks-early"], self._early)
        healed = asked["navel-healed"]
        self._navel = Choices(
            look,
            healed.ask,
            [(answer, healed.answers[answer]) for answer in (Answer.YES, Answer.NO, Answer.UNKNOWN)],
            self._healed,
        )
        known = asked["conditions"]
        self._know = Choices(
            look, known.ask, [(name, known.answers[name]) for name in (NOTHING, ANY, LATER)], self._knows
        )
        lists = card(
            label(known.ask, Role.HEADING, wrap=True),
            label(known.help, Role.SOFT, wrap=True),
            short_list(look, shell.context.safety_words()),
            self._know,
            spacing=12,
        )
        birth = card(label(asked["weeks-early"].ask, Role.HEADING, wrap=True), early)
        navel = card(label(healed.ask, Role.HEADING, wrap=True), self._navel)
        column.addWidget(CardRow(look, (birth, navel), least=LEAST))
        column.addWidget(lists)
        column.addWidget(self._tones())
        column.addStretch(1)

    def _tones(self) -> QWidget:
        look, tone = self._shell.look, self._shell.studio().tone
        settings = self._shell.context.settings.load()
        self._baby = Tones(look, self.tr("Baby’s skin tone"), tone, self._baby_toned)
        self._adult = Tones(look, self.tr("Your skin tone"), tone, self._adult_toned)
        self._baby.put(settings.baby_tone)
        self._adult.put(settings.adult_tone)
        baby = card(label(self.tr("Baby’s skin in the pictures"), Role.HEADING, wrap=True), self._baby)
        adult = card(label(self.tr("Your skin in the pictures"), Role.HEADING, wrap=True), self._adult)
        return CardRow(look, (baby, adult), least=LEAST)

    def _early(self, weeks: int | None) -> None:
        self.weeks_early = weeks

    def _healed(self, answer: Answer) -> None:
        self.navel_healed = answer

    def _knows(self, answer: str) -> None:
        self.conditions = () if answer == NOTHING else None
        self.more = answer == ANY

    def _baby_toned(self, tone: int) -> None:
        self.tone = tone
        self._shell.wear(replace(self._shell.context.settings.load(), baby_tone=tone))

    def _adult_toned(self, tone: int) -> None:
        self._shell.wear(replace(self._shell.context.settings.load(), adult_tone=tone))
