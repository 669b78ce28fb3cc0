"""From Begin to the end of the wrap-up: opens the player over the window, and closes it in order."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companion.domain.errors import CompanionError
from companion.domain.plan import SessionPlan
from companion.domain.session import SessionRecord
from companion.ui.context import Playing
from companion.ui.places import Shell

if TYPE_CHECKING:
    from companion.ui.player.presenter import PlayerPresenter
    from companion.ui.player.screen import PlayerScreen
    from companion.ui.wrapup.view import Answers

Parts = Sequence[tuple[str, SessionPlan]]
"""Sessions with their plans."""


class SessionFlow:
    """Plays one session at a time on top of the window. ``done`` is called when the caregiver is through."""

    def __init__(self, shell: Shell, done: Callable[[], None]) -> None:
        self.player: PlayerScreen | None = None
        self.presenter: PlayerPresenter | None = None
        self._shell = shell
        self._done = done

    def open(self, start: Callable[[], Playing]) -> None:
        """Open the player on a session and begin it."""
        from companion.ui.player.presenter import PlayerPresenter  # noqa: PLC0415 - when wanted
        from companion.ui.player.screen import PlayerScreen  # noqa: PLC0415

        try:
            playing = start()
        except CompanionError as error:
            self._shell.refuse(error)
            return
        context = self._shell.context
        self.player = PlayerScreen(self._shell.look, self._shell.studio(), context.words, context.clock)
        self.presenter = PlayerPresenter(context, playing, self.player, self._ended)
        self._shell.over.addWidget(self.player)
        self._shell.over.setCurrentWidget(self.player)
        self.player.setFocus(Qt.FocusReason.OtherFocusReason)
        self.presenter.begin()

    def leave(self) -> None:
        """The window closes: pause what plays, so that it can be carried on."""
        if self.presenter is not None:
            self.presenter.leave()
        self._drop_player()

    def _ended(self, playing: Playing) -> None:
        self._wrap_up(playing.parts)
        self._drop_player()

    def _wrap_up(self, parts: Parts) -> None:
        """The wrap-up of the first of these sessions that is there, then of the others; after the last, all is done."""
        from companion.ui.wrapup.opening import wrapup_of  # noqa: PLC0415 - when wanted

        if not parts:
            self._done()
            return
        (session, plan), *later = parts
        record = self._shell.context.diary.session(session)
        if record is None:
            self._wrap_up(later)
            return
        screen = wrapup_of(self._shell.context, self._shell.look, self._shell.studio, record, plan)
        screen.closed.connect(partial(self._wrapped_up, screen, record, plan, later))
        screen.help_asked.connect(self._shell.get_help)
        screen.crying_asked.connect(self._shell.soothe)
        self._shell.over.addWidget(screen)
        self._shell.over.setCurrentWidget(screen)
        screen.focus_save()

    def _wrapped_up(
        self,
        screen: QWidget,
        record: SessionRecord,
        plan: SessionPlan,
        later: Parts,
        answers: "Answers | None",
    ) -> None:
        from companion.ui.wrapup.opening import keep  # noqa: PLC0415 - when wanted

        self._wrap_up(later)
        self._shell.over.removeWidget(screen)
        screen.deleteLater()
        if answers is None:
            return
        try:
            keep(self._shell.context, record, plan, answers)
        except CompanionError as error:
            self._shell.refuse(error)

    def _drop_player(self) -> None:
        player, self.player, self.presenter = self.player, None, None
        if player is not None:
            self._shell.over.removeWidget(player)
            player.deleteLater()
