"""The family as the screens read and change it: each change is kept at once, and what cannot be kept is told."""

from collections.abc import Callable
from dataclasses import replace

from companion.domain.errors import CompanionError
from companion.domain.family import Baby, Caregiver
from companion.domain.unlock import Unlock
from companion.domain.verdict import conditions_held
from companion.services import families as use
from companion.ui.places import Shell


class Household:
    """Reads afresh each time. ``changed`` is called after each change."""

    def __init__(self, shell: Shell, changed: Callable[[], None]) -> None:
        self._shell = shell
        self._changed = changed

    def babies(self, *, archived: bool = False) -> tuple[Baby, ...]:
        """The babies that are offered, or those that were put away."""
        return tuple(baby for baby in self._shell.context.families.babies() if baby.archived is archived)

    def baby(self) -> Baby | None:
        """The baby that was chosen last, or the first one."""
        return use.chosen_baby(self._shell.context.families, self._shell.context.settings.load().baby)

    def choose(self, baby: Baby) -> None:
        """From now on it is about a baby; pictures wear its tone."""
        settings = replace(self._shell.context.settings.load(), baby=baby.id)
        if baby.tone is not None:
            settings = replace(settings, baby_tone=baby.tone)
        self._shell.wear(settings)
        self._changed()

    def add_baby(self) -> None:
        """One more baby, of whom nothing is known yet, and who is meant from now on."""
        context = self._shell.context
        try:
            baby = use.add_baby(context.families, context.new_id)
        except CompanionError as error:
            self._shell.refuse(error)
            return
        self.choose(baby)

    def keep(self, baby: Baby) -> None:
        """What is known of a baby now."""
        self._try(lambda: use.change_baby(self._shell.context.families, baby))

    def archive(self, baby: Baby, *, archived: bool) -> None:
        """Offer a baby nowhere any more, or again."""
        self._try(lambda: use.archive_baby(self._shell.context.families, baby.id, archived=archived))

    def asking(self, baby: Baby) -> tuple[str, ...]:
        """Conditions of a baby that ask for a clinician's yes; nothing while the list was not looked at."""
        known = self._shell.context.safety()
        if baby.profile.conditions is None:
            return ()
        held = conditions_held(baby.profile, known)
        return tuple(
            name for name in held if name not in known.conditions or known.conditions[name].ask_first
        )

    def note_yes(self, baby: Baby, unlock: Unlock) -> bool:
        """Keep a clinician's yes; whether it was kept."""
        context = self._shell.context
        today = context.clock.wall().date()
        return self._try(lambda: use.note_unlock(context.families, baby.id, unlock, today))

    def withdraw_yes(self, baby: Baby, unlock: Unlock) -> None:
        """A clinician's yes counts no more from today on."""
        context = self._shell.context
        today = context.clock.wall().date()
        self._try(lambda: use.withdraw_unlock(context.families, baby.id, unlock, today))

    def caregivers(self, *, archived: bool = False) -> tuple[Caregiver, ...]:
        """Those who massage, or those who were put away."""
        known = self._shell.context.families.caregivers()
        return tuple(caregiver for caregiver in known if caregiver.archived is archived)

    def caregiver(self) -> str:
        """The id of who massages now; the only one there is, or ""."""
        here = self.caregivers()
        chosen = self._shell.context.settings.load().caregiver
        if any(caregiver.id == chosen for caregiver in here):
            return chosen
        return here[0].id if len(here) == 1 else ""

    def is_caregiver(self, caregiver: str) -> None:
        """Say who massages from now on."""
        self._shell.wear(replace(self._shell.context.settings.load(), caregiver=caregiver))
        self._changed()

    def add_caregiver(self, name: str) -> None:
        """One more who massages."""
        context = self._shell.context
        self._try(lambda: use.add_caregiver(context.families, context.new_id, name))

    def keep_caregiver(self, caregiver: Caregiver) -> None:
        """Rename someone, put them away, or take them back."""
        self._try(lambda: use.change_caregiver(self._shell.context.families, caregiver))

    def _try(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except CompanionError as error:
            self._shell.refuse(error)
            return False
        self._changed()
        return True
