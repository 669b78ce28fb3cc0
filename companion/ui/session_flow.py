"""From Begin to the end of the wrap-up: opens the player over the window, and closes it in order."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from companion.domain.errors import CompanionError
from companion.domain.session import Reflection
from companion.ui.context import Playing, UiContext
from companion.ui.theme import Look
from companion.ui.widgets.picture import Studio

if TYPE_CHECKING:
    from companion.ui.player.presenter import PlayerPresenter
    from companion.ui.player.screen import PlayerScreen


class SessionFlow:
    """Plays one session at a time on top of ``stack``. ``done`` is called when the caregiver is through."""

    def __init__(
        self,
        context: UiContext,
        look: Look,
        studio: Studio,
        stack: QStackedWidget,
        done: Callable[[], None],
        refuse: Callable[[CompanionError], None],
    ) -> None:
        self.player: PlayerScreen | None = None
        self.presenter: PlayerPresenter | None = None
        self._context = context
        self._look = look
        self._studio = studio
        self._stack = stack
        self._done = done
        self._refuse = refuse

    def open(self, start: Callable[[], Playing]) -> None:
        """Open the player on a session and begin it."""
        from companion.ui.player.presenter import PlayerPresenter  # noqa: PLC0415 - when wanted
        from companion.ui.player.screen import PlayerScreen  # noqa: PLC0415

        try:
            playing = start()
        except CompanionError as error:
            self._refuse(error)
            return
        context = self._context
        self.player = PlayerScreen(self._look, self._studio(), context.words, context.clock)
        self.presenter = PlayerPresenter(context, playing, self.player, self._ended)
        self._stack.addWidget(self.player)
        self._stack.setCurrentWidget(self.player)
        self.player.setFocus(Qt.FocusReason.OtherFocusReason)
        self.presenter.begin()

    def leave(self) -> None:
        """The window closes: pause what plays, so that it can be carried on."""
        if self.presenter is not None:
            self.presenter.leave()
        self._drop_player()

    def _ended(self, playing: Playing) -> None:
        from companion.ui.wrapup.screen import WrapupScreen, wrapup_view  # noqa: PLC0415 - when wanted

        record = self._context.diary.session(playing.session)
        if record is None:
            self._done()
        else:
            screen = WrapupScreen(self._look, self._context.words)
            screen.closed.connect(partial(self._wrapped_up, screen, record.id))
            self._stack.addWidget(screen)
            self._stack.setCurrentWidget(screen)
            screen.show_view(wrapup_view(record, self._context.words))
        self._drop_player()

    def _wrapped_up(self, screen: QWidget, session: str, answers: Reflection | None) -> None:
        self._done()
        self._stack.removeWidget(screen)
        screen.deleteLater()
        if answers is None:
            return
        try:
            self._context.diary.reflect(session, answers)
        except CompanionError as error:
            self._refuse(error)

    def _drop_player(self) -> None:
        player, self.player, self.presenter = self.player, None, None
        if player is not None:
            self._stack.removeWidget(player)
            player.deleteLater()
