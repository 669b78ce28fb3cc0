"""Lays help over any screen of the window, one sheet at a time."""

from collections.abc import Sequence

from companion.ui.help.crying import CryingSheet
from companion.ui.help.desk import help_desk
from companion.ui.help.sheet import HelpSheet
from companion.ui.places import Shell


def open_help(shell: Shell, signs: Sequence[str] = ()) -> None:
    """Get help; with ``signs`` (ids) on what to do about the most urgent one."""
    _close_others(shell)
    sheet = HelpSheet(shell.look, shell.over, help_desk(shell.context), signs)
    sheet.crying_asked.connect(lambda: open_crying(shell))
    sheet.closed.connect(sheet.deleteLater)
    sheet.open()


def open_crying(shell: Shell) -> None:
    """The plan for crying."""
    _close_others(shell)
    sheet = CryingSheet(shell.look, shell.over, help_desk(shell.context))
    sheet.help_asked.connect(lambda: open_help(shell))
    sheet.closed.connect(sheet.deleteLater)
    sheet.open()


def _close_others(shell: Shell) -> None:
    for kind in (HelpSheet, CryingSheet):
        for sheet in shell.over.findChildren(kind):
            if sheet.isVisible():
                sheet.close_by_hand()
