"""Today as a place of the window: puts together what it shows, and does what is asked of it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from companion.domain.errors import CompanionError
from companion.domain.family import Baby
from companion.domain.session import UnfinishedSession
from companion.services.families import chosen_baby
from companion.ui.dates import locale_for
from companion.ui.places import Page, Place, Shell
from companion.ui.sentences import sentence
from companion.ui.start import Start
from companion.ui.today.screen import TodayAction, TodayScreen, Wish
from companion.ui.today.view import today_view, week_of

if TYPE_CHECKING:
    from companion.ui.baby.strip import BabyStrip


class TodayPlace(Place):
    """Today."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        context = shell.context
        self._shell = shell
        self._screen = TodayScreen(shell.look, shell.studio, locale_for(context.words.language))
        self._screen.acted.connect(self._act)
        for notice in context.notices():
            self._screen.add_notice(sentence(notice, context.words))
        self._strip: BabyStrip | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._screen)

    def refresh(self) -> None:
        """Show the day as it stands, with the keys on Begin."""
        context = self._shell.context
        now = context.clock.wall()
        try:
            babies = tuple(baby for baby in context.families.babies() if not baby.archived)
            baby = chosen_baby(context.families, context.settings.load().baby)
            week = context.diary.sessions_between(*week_of(now.date()))
            unfinished = context.unfinished()
            dose = self._dose(baby.id if baby else "", now.date())
        except CompanionError as error:
            babies, baby, week, unfinished, dose = (), None, (), None, None
            self._shell.refuse(error)
        if baby is not None and len(babies) > 1:
            week = tuple(record for record in week if record.baby in {"", baby.id})
        who = baby.profile if baby else None
        view = today_view(context.words, context.routines, context.strokes, now, week, unfinished, who, dose)
        self._screen.show_view(view)
        self._show_babies(babies, baby)
        self._screen.focus_begin()

    def _dose(self, baby: str, today: date) -> tuple[int, int] | None:
        """On how many days of this week there was what was agreed, and on how many it was; None without a programme."""
        context = self._shell.context
        if context.settings.load().agreed.programme() is None:
            return None
        from companion.domain.programme import week_now  # noqa: PLC0415 - most families have none
        from companion.ui.charts.gather import dose_of  # noqa: PLC0415

        dose = dose_of(context, baby, today)
        week = week_now(dose[1], today) if dose else None
        return (week.days_met, dose[0].days) if dose and week else None

    def _show_babies(self, babies: Sequence[Baby], baby: Baby | None) -> None:
        """Where there are several babies, one tap means another one."""
        if self._strip is None and len(babies) > 1:
            from companion.ui.baby.household import Household  # noqa: PLC0415 - for one baby there is no choice
            from companion.ui.baby.strip import BabyStrip  # noqa: PLC0415

            household = Household(self._shell, self.refresh)
            self._strip = BabyStrip(self._shell.look, household.choose)
            self._screen.put_beside(self._strip)
        if self._strip is not None:
            self._strip.setVisible(len(babies) > 1)
            self._strip.show_part(babies, baby.id if baby else "")

    def tell(self, words: str) -> bool:
        """A quiet sentence on top."""
        self._screen.add_notice(words)
        return True

    def _act(self, action: TodayAction) -> None:
        match action.wish:
            case Wish.BEGIN:
                self._shell.begin(Start(action.routine))
            case Wish.CHOOSE:
                self._shell.go(Page.ROUTINES)
            case Wish.CARRY_ON:
                self._carry_on()
            case Wish.KEEP:
                self._keep()

    def _carry_on(self) -> None:
        """At once; or, after a long while, when baby is still well."""
        from companion.ui.today.still_well import StillWellSheet, asks_again  # noqa: PLC0415 - when wanted

        shell = self._shell
        left = shell.context.unfinished()
        if left is None or not asks_again(left, shell.context.clock.wall()):
            if left is not None:
                shell.carry_on(left)
            return
        sheet = StillWellSheet(shell.look, shell.over)
        sheet.well.connect(lambda: shell.carry_on(left))
        sheet.different.connect(lambda: self._begin_anew(left))
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _begin_anew(self, left: UnfinishedSession) -> None:
        """Keep what was done, and lead through today's check."""
        self._keep()
        self._shell.begin(Start(left.plan.routine))

    def _keep(self) -> None:
        unfinished = self._shell.context.unfinished()
        try:
            if unfinished is not None:
                self._shell.context.keep_interrupted(unfinished)
        except CompanionError as error:
            self._shell.refuse(error)
        self._shell.go(Page.TODAY)
