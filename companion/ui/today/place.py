"""Today as a place of the window: puts together what it shows, and does what is asked of it."""

from PySide6.QtWidgets import QVBoxLayout

from companion.domain.errors import CompanionError
from companion.ui.dates import locale_for
from companion.ui.places import Page, Place, Shell
from companion.ui.sentences import sentence
from companion.ui.start import Start
from companion.ui.today.screen import TodayAction, TodayScreen, Wish
from companion.ui.today.view import today_view, week_of


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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._screen)

    def refresh(self) -> None:
        """Show the day as it stands, with the keys on Begin."""
        context = self._shell.context
        now = context.clock.wall()
        try:
            week = context.diary.sessions_between(*week_of(now.date()))
            unfinished = context.unfinished()
        except CompanionError as error:
            week, unfinished = (), None
            self._shell.refuse(error)
        view = today_view(context.words, context.routines, context.strokes, now, week, unfinished)
        self._screen.show_view(view)
        self._screen.focus_begin()

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
                if (left := self._shell.context.unfinished()) is not None:
                    self._shell.carry_on(left)
            case Wish.KEEP:
                self._keep()

    def _keep(self) -> None:
        unfinished = self._shell.context.unfinished()
        try:
            if unfinished is not None:
                self._shell.context.keep_interrupted(unfinished)
        except CompanionError as error:
            self._shell.refuse(error)
        self._shell.go(Page.TODAY)
