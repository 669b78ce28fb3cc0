"""The profile of a baby: what it is called, when it was born, and how its pictures look."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from companion.domain.baby import Answer, BabyProfile, Birth
from companion.domain.errors import CompanionError
from companion.domain.family import Baby
from companion.ui.baby.ages import age_words, careful_lines
from companion.ui.baby.answers import BirthField, EarlyField
from companion.ui.baby.household import Household
from companion.ui.baby.know import APART
from companion.ui.baby.likes import LikesCard
from companion.ui.baby.put_away import PutAway
from companion.ui.places import Shell
from companion.ui.settings.tones import Tones
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.forms import FormCard, Line, leading, note_card, page_of
from companion.ui.widgets.tabs import TabPage
from companion.ui.widgets.text import Role, label, put


class ProfilePage(TabPage):
    """What is known of the chosen baby; each change is kept at once."""

    def __init__(self, shell: Shell, household: Household) -> None:
        super().__init__()
        self._shell = shell
        self._household = household
        self._baby: Baby | None = None
        self._make_fields()
        self._age = label("", Role.STRONG, wrap=True)
        self._careful_told = label("", Role.BODY, wrap=True)
        self._careful = note_card(
            label(self.tr("While we do not know"), Role.HEADING, wrap=True), self._careful_told
        )
        self._likes = LikesCard(shell, lambda likes: self._know(likes=likes))
        archive = PillButton(shell.look, self.tr("Put this baby away"), Kind.LINK)
        archive.clicked.connect(self._archive)
        self._away = PutAway(shell.look, household)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page_of(self._form(), self._careful, self._likes, leading(archive), self._away))

    def refresh(self) -> None:
        """Show the chosen baby."""
        baby = self._household.baby()
        if baby is None:
            return
        if self._baby is None or self._baby.id != baby.id:
            self._birth.clear()
            self._early.clear()
        self._baby = baby
        self._show(baby.profile)
        context = self._shell.context
        self._tones.put(baby.tone or context.settings.load().baby_tone)
        self._likes.show_part(baby.profile.likes)
        self._away.refresh()

    def focus_name(self) -> None:
        """The keys go to the name."""
        self._name.setFocus()

    def _show(self, profile: BabyProfile) -> None:
        context = self._shell.context
        self._name.put(profile.nickname)
        self._birth.put(profile.birth)
        self._early.put(profile.weeks_early)
        self._navel.put(profile.navel_healed)
        today = context.clock.wall().date()
        told = age_words(profile, today, context.safety_words(), context.words)
        put(self._age, told[:1].upper() + told[1:])
        lines = list(careful_lines(profile))
        put(self._careful_told, "\n".join(lines))
        self._careful.setVisible(bool(lines))

    def _make_fields(self) -> None:
        context, look = self._shell.context, self._shell.look
        asked = context.safety_words().questions
        healed = asked["navel-healed"].answers
        self._name = Line(self.tr("Name"), lambda name: self._know(nickname=name), hint=self.tr("Nickname"))
        self._birth = BirthField(self._shell, self._born)
        self._early = EarlyField(look, asked["weeks-early"], self._born_early)
        self._navel = Choices(
            look,
            self.tr("Navel healed"),
            ((Answer.YES, healed["yes"]), (Answer.NO, healed["no"]), (Answer.UNKNOWN, healed["unknown"])),
            lambda answer: self._know(navel_healed=answer),
        )
        self._tones = Tones(look, self.tr("Baby’s skin tone"), self._shell.studio().tone, self._toned)

    def _form(self) -> FormCard:
        return FormCard(
            self._shell.look,
            "",
            (self.tr("Name"), self._name),
            (self.tr("Born"), self._birth),
            (self.tr("Born early?"), self._early),
            (self.tr("Age"), self._age),
            (self.tr("Cord off, navel dry and healed?"), self._navel),
            (self.tr("Skin in pictures"), self._tones),
        )

    def _born(self, birth: Birth | None) -> None:
        if birth is not None and birth.earliest > self._shell.context.clock.wall().date():
            self._shell.refuse(CompanionError("birth-in-future"))
            self._birth.clear()
            self.refresh()
            return
        self._know(birth=birth)

    def _born_early(self, weeks: int | None) -> None:
        """The weeks are the answer: an early birth of the list, which knows none, gives way to them."""
        known = self._baby.profile.conditions if self._baby is not None else None
        kept = None if known is None else tuple(name for name in known if name != APART)
        self._know(weeks_early=weeks, conditions=kept)

    def _toned(self, tone: int) -> None:
        if self._baby is not None:
            baby = replace(self._baby, tone=tone)
            self._household.keep(baby)
            self._household.choose(baby)

    def _know(self, **known: object) -> None:
        if self._baby is not None:
            profile = replace(self._baby.profile, **known)  # pyright: ignore[reportArgumentType]
            self._household.keep(replace(self._baby, profile=profile))

    def _archive(self) -> None:
        if self._baby is not None:
            self._household.archive(self._baby, archived=True)
