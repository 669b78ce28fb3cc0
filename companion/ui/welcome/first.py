"""Whether this is the first start, and what is shown then in the place of Today."""

from datetime import date

from companion.domain.errors import CompanionError
from companion.ui.context import UiContext
from companion.ui.places import Page, Shell


def is_first_start(context: UiContext) -> bool:
    """Whether nobody is known and nothing was done yet; a diary that cannot be read is not new."""
    try:
        if context.families.babies():
            return False
        return not context.diary.sessions_between(date.min, date.max)
    except CompanionError:
        return False


def begin_window(shell: Shell) -> None:
    """What the window shows first: Welcome at the first start, else Today."""
    if not is_first_start(shell.context):
        shell.go(Page.TODAY)
        return
    from companion.ui.welcome.screen import WelcomeScreen  # noqa: PLC0415 - at the first start only

    shell.lay(WelcomeScreen(shell))
