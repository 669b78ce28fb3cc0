"""Leads two babies from Begin to play: today's check of one, then of the other, then both plans."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from companion.domain.baby import BabyProfile
from companion.domain.check import TodayCheck
from companion.domain.family import Baby
from companion.domain.routine import Routine
from companion.domain.safety import Verdict
from companion.domain.twins import Turns
from companion.domain.words import routine_title
from companion.services.narration import Line
from companion.services.starting import Prospect, Starting, Wanted, twin_name
from companion.ui.check.asking import Questions, Ways
from companion.ui.check.both import BothPage, BothView, BothWish, OneOfBoth
from companion.ui.check.pages import Pages
from companion.ui.check.view import minutes, plan_view, verdict_view
from companion.ui.context import Playing


class BothFlow:
    """The way of two babies. ``begin`` opens the player; ``one`` goes on with one of them, and with what was said of
    it if that is known; ``doll`` practises instead, with the way back."""

    def __init__(
        self,
        pages: Pages,
        starting: Starting,
        routine: Routine,
        begin: Callable[[Callable[[], Playing]], None],
        one: Callable[[str, Wanted | None], None],
        doll: Callable[[Callable[[], None]], None],
    ) -> None:
        self._pages = pages
        self._starting = starting
        self._routine = routine
        self._begin = begin
        self._one = one
        self._doll = doll
        self._wanted: dict[int, Wanted] = {}
        self._turns = Turns.CHILD_BY_CHILD

    def ask(self, babies: tuple[Baby, ...], number: int = 0) -> None:
        """Today's check of one of them, then of the next."""
        back = partial(self.ask, babies, number - 1) if number else self._pages.give_up
        ways = Ways(partial(self._decided, babies, number), self._doll, back, self._alone, together=True)
        title = routine_title(self._pages.context.words, self._routine.id)
        Questions(self._pages, self._starting, title, babies[number], ways).ask()

    def _alone(self, baby: str) -> None:
        self._one(baby, None)

    def _decided(self, babies: tuple[Baby, ...], number: int, baby: BabyProfile, check: TodayCheck) -> None:
        self._wanted[number] = Wanted(self._routine, baby, check)
        if number + 1 < len(babies):
            self.ask(babies, number + 1)
        else:
            self._show(babies)

    def _show(self, babies: tuple[Baby, ...]) -> None:
        context = self._pages.context
        looked = [self._starting.look(wanted) for wanted in self._both()]
        told = [self._told(number, prospect) for number, prospect in enumerate(looked)]
        view = BothView(
            routine=routine_title(context.words, self._routine.id),
            both=tuple(told),
            turns=self._turns,
            caregivers=tuple((one.id, one.name) for one in context.families.caregivers() if not one.archived),
            caregiver=context.settings.load().caregiver,
            urgent=any(prospect.fitting.verdict is Verdict.GET_HELP_NOW for prospect in looked),
            spoken=self._spoken(told),
        )
        page = BothPage(self._pages.look, view)
        page.begun.connect(lambda: self._begin(self._started))
        page.turned.connect(partial(self._turn, babies))
        page.caregiver_chosen.connect(self._choose_caregiver)
        page.only.connect(self._go_on_with)
        page.wished.connect(partial(self._do, looked))
        self._pages.turn_to(page, partial(self.ask, babies, len(babies) - 1), view.spoken)

    def _both(self) -> tuple[Wanted, ...]:
        return tuple(self._wanted[number] for number in sorted(self._wanted))

    def _started(self) -> Playing:
        return self._starting.begin_both(self._both(), self._turns)

    def _told(self, number: int, prospect: Prospect) -> OneOfBoth:
        baby, telling = self._wanted[number].baby, self._pages.telling
        name = twin_name(baby, number, telling.words)
        name = name[:1].upper() + name[1:]
        if prospect.fitting.plan is None:
            refused = verdict_view(prospect, telling)
            return OneOfBoth(baby.id, name, refused.title, 0, 0, refused.reasons, refused.help)
        view = plan_view(prospect, telling, self._wanted[number].wish)
        return OneOfBoth(baby.id, name, view.title, minutes(prospect.seconds), view.steps, view.reasons)

    def _spoken(self, told: list[OneOfBoth]) -> Line | None:
        if not all(one.may for one in told):
            return None
        key = "say.plan.both-differ" if any(one.reasons for one in told) else "say.plan.both"
        return Line(f"phrase.{key}", self._pages.telling.safety.phrases[key])

    def _turn(self, babies: tuple[Baby, ...], turns: Turns) -> None:
        self._turns = turns
        self._show(babies)

    def _choose_caregiver(self, caregiver: str) -> None:
        self._pages.shell.wear(replace(self._pages.context.settings.load(), caregiver=caregiver))

    def _go_on_with(self, baby: str) -> None:
        self._one(baby, next(wanted for wanted in self._both() if wanted.baby.id == baby))

    def _do(self, looked: list[Prospect], wish: BothWish) -> None:
        match wish:
            case BothWish.HELP:
                signs = [
                    found.name
                    for prospect in looked
                    for found in prospect.fitting.assessment.findings
                    if found.rule.help and found.name
                ]
                self._pages.shell.get_help(signs)
            case BothWish.LATER:
                self._pages.give_up()
