"""Leads from Begin to play: the questions, what comes of them, and the plan; or straight to a doll."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from companion.domain.baby import BabyProfile
from companion.domain.check import ALL_FINE, TodayCheck
from companion.domain.errors import CompanionError
from companion.domain.routine import Routine
from companion.domain.timed import Wish
from companion.domain.words import routine_title
from companion.services.starting import NOBODY, Prospect, Starting, Wanted
from companion.ui.check.asking import Questions, Ways
from companion.ui.check.both_flow import BothFlow
from companion.ui.check.once import is_needed
from companion.ui.check.pages import Pages
from companion.ui.check.plan import PlanPage
from companion.ui.check.verdict import VerdictPage, VerdictWish
from companion.ui.check.view import plan_view, practice_view, verdict_view
from companion.ui.context import Playing
from companion.ui.help.desk import help_desk
from companion.ui.help.numbers import number_cards
from companion.ui.places import Shell
from companion.ui.start import Start

Play = Callable[[Callable[[], Playing]], None]
"""Opens the player on the session that is made by what it is given."""


def begin(shell: Shell, start: Start, play: Play) -> None:
    """Lead somebody who wants to begin to play. What cannot be begun is told."""
    starting = shell.context.start.starting()
    try:
        routine = starting.routine(start.routine, start.stroke, start.variant)
        way = StartFlow(Pages(shell), starting, routine, play)
        way.open(doll=start.doll)
    except CompanionError as error:
        shell.refuse(error)


class StartFlow:
    """One way from Begin to play, for one routine."""

    def __init__(self, pages: Pages, starting: Starting, routine: Routine, play: Play) -> None:
        self._pages = pages
        self._starting = starting
        self._routine = routine
        self._play = play
        self._questions: Questions | None = None
        self._wanted = Wanted(routine, NOBODY, ALL_FINE)

    def open(self, *, doll: bool) -> None:
        """Show the first page that is needed. Raises CompanionError when the family cannot be read."""
        if doll:
            self._show_doll(self._pages.give_up)
        else:
            baby = self._starting.baby()
            self._ask(baby.id if baby else "")

    def _ask(self, chosen: str) -> None:
        """The questions about this baby, unless the routine is locked for it."""
        context = self._pages.context
        babies = {baby.id: baby for baby in context.families.babies()}
        ways = Ways(self._decided, self._show_doll, self._pages.give_up, self._choose_baby, self._ask_both)
        title = routine_title(context.words, self._routine.id)
        self._questions = Questions(self._pages, self._starting, title, babies.get(chosen), ways)
        locked = self._starting.locked(self._routine, self._questions.profile)
        if locked is not None:
            self._show_verdict(locked, self._pages.give_up)
        else:
            self._questions.ask()

    def _choose_baby(self, baby: str) -> None:
        self._pages.shell.wear(replace(self._pages.context.settings.load(), baby=baby))
        self._ask(baby)

    def _ask_both(self) -> None:
        babies = tuple(baby for baby in self._pages.context.families.babies() if not baby.archived)
        both = BothFlow(
            self._pages, self._starting, self._routine, self._begin, self._go_on_with, self._show_doll
        )
        both.ask(babies)

    def _go_on_with(self, baby: str, wanted: Wanted | None) -> None:
        """One of the two alone; what was said of it stands."""
        self._choose_baby(baby)
        if wanted is not None:
            self._wanted = wanted
            self._show_outcome()

    def _decided(self, baby: BabyProfile, check: TodayCheck) -> None:
        self._wanted = Wanted(self._routine, baby, check)
        self._show_outcome()

    def _show_outcome(self, *, keep_keys: bool = False) -> None:
        """The plan, or why there is none."""
        prospect = self._starting.look(self._wanted)
        if prospect.fitting.plan is None:
            self._show_verdict(prospect, self._ask_again)
            return
        context = self._pages.context
        view = replace(plan_view(prospect, self._pages.telling, self._wanted.wish), routine=self._eyebrow())
        named = [(one.id, one.name) for one in context.families.caregivers() if not one.archived]
        page = PlanPage(self._pages.look, view, named, context.settings.load().caregiver)
        page.begun.connect(lambda: self._begin(lambda: self._starting.begin(self._wanted)))
        page.version_chosen.connect(partial(self._choose_version, prospect))
        page.caregiver_chosen.connect(self._choose_caregiver)
        page.doll.connect(lambda: self._show_doll(self._show_outcome))
        self._pages.turn_to(page, self._ask_again, view.spoken)
        if keep_keys:
            page.focus_version()

    def _choose_version(self, prospect: Prospect, number: int) -> None:
        self._wanted = replace(self._wanted, wish=prospect.versions[number].wish)
        self._show_outcome(keep_keys=True)

    def _choose_caregiver(self, caregiver: str) -> None:
        self._pages.shell.wear(replace(self._pages.context.settings.load(), caregiver=caregiver))

    def _show_verdict(self, prospect: Prospect, back: Callable[[], None]) -> None:
        ready = self._pages.time_of(prospect.ready) if prospect.ready else ""
        view = replace(verdict_view(prospect, self._pages.telling, ready), routine=self._eyebrow())
        signs = tuple(found.name for found in prospect.fitting.assessment.findings if found.rule.help)
        desk = help_desk(self._pages.context) if view.help else None
        page = VerdictPage(self._pages.look, view, number_cards(self._pages.look, desk) if desk else None)
        page.wished.connect(partial(self._do, signs, view.locked))
        page.other.connect(self._begin_other)
        self._pages.turn_to(page, back, view.spoken)

    def _eyebrow(self) -> str:
        title = routine_title(self._pages.context.words, self._routine.id)
        return self._questions.eyebrow(title) if self._questions else title

    def _do(self, signs: tuple[str, ...], locked: bool, wish: VerdictWish) -> None:
        match wish:
            case VerdictWish.HELP:
                self._pages.shell.get_help([sign for sign in signs if sign])
            case VerdictWish.DOLL:
                self._show_doll(self._show_outcome)
            case VerdictWish.ANSWER_AGAIN:
                self._ask_again()
            case VerdictWish.ABOUT_BABY:
                self._tell_about_baby(locked=locked)
            case VerdictWish.LATER:
                self._pages.give_up()

    def _begin_other(self, routine: str) -> None:
        """Another routine, with the same answers."""
        self._routine = self._starting.routine(routine)
        self._wanted = replace(self._wanted, routine=self._routine, wish=Wish())
        self._show_outcome()

    def _ask_again(self) -> None:
        if self._questions is not None:
            self._questions.ask_today()

    def _tell_about_baby(self, *, locked: bool) -> None:
        """Where a therapist's yes is noted, where what must be known once is asked, or all that is open."""
        if locked:
            self._pages.to_baby("yes")
        elif self._questions is not None and is_needed(self._questions.profile):
            self._questions.ask_once()
        else:
            self._pages.to_baby()

    def _show_doll(self, back: Callable[[], None]) -> None:
        """The plan for a doll; a routine that only a therapist may open is refused."""
        try:
            plan, seconds = self._starting.practice_plan(self._routine)
        except CompanionError as error:
            self._pages.shell.refuse(error)
            return
        view = practice_view(plan, seconds, self._pages.telling)
        page = PlanPage(self._pages.look, view)
        page.begun.connect(lambda: self._begin(lambda: self._starting.practise(self._routine)))
        self._pages.turn_to(page, back, view.spoken)

    def _begin(self, start: Callable[[], Playing]) -> None:
        """Open the player; where there can be no session, the page stays."""
        begun: list[Playing] = []

        def started() -> Playing:
            begun.append(start())
            return begun[0]

        self._play(started)
        if begun:
            self._pages.leave()
