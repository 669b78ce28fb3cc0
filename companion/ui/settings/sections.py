"""The sections of the settings beyond look and sound: add a line here, and the section in a file of its own."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from companion.ui.places import Shell
from companion.ui.widgets.tabs import TabPage

Section = TabPage
"""One section: a widget with ``refresh``."""


def sections() -> tuple[tuple[str, Callable[[Shell], Section]], ...]:
    """Title (translated in the context "Settings") and maker of each section, in the order of the strip."""
    return (
        (QCoreApplication.translate("Settings", "Numbers to call"), _help),
        (QCoreApplication.translate("Settings", "Music"), _music),
        (QCoreApplication.translate("Settings", "Reminder"), _reminder),
        (QCoreApplication.translate("Settings", "Clickers and keys"), _input),
        (QCoreApplication.translate("Settings", "Your data"), _data),
        (QCoreApplication.translate("Settings", "For the clinic"), _clinic),
    )


def _data(shell: Shell) -> Section:
    from companion.ui.keeping.section import DataSection  # noqa: PLC0415 - each when it is first wanted

    return DataSection(shell)


def _help(shell: Shell) -> Section:
    from companion.ui.settings.help_section import HelpSection  # noqa: PLC0415

    return HelpSection(shell)


def _reminder(shell: Shell) -> Section:
    from companion.ui.settings.reminder_section import ReminderSection  # noqa: PLC0415

    return ReminderSection(shell)


def _music(shell: Shell) -> Section:
    from companion.ui.settings.music_section import MusicSection  # noqa: PLC0415

    return MusicSection(shell)


def _input(shell: Shell) -> Section:
    from companion.ui.input.section import InputSection  # noqa: PLC0415

    return InputSection(shell)


def _clinic(shell: Shell) -> Section:
    from companion.ui.settings.clinic_section import ClinicSection  # noqa: PLC0415

    return ClinicSection(shell)
