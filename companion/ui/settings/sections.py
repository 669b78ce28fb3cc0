"""The sections of the settings beyond look and sound: add a line here, and the section in a file of its own."""

from collections.abc import Callable

from companion.ui.places import Shell
from companion.ui.widgets.tabs import TabPage

Section = TabPage
"""One section: a widget with ``refresh``."""


def sections() -> tuple[tuple[str, Callable[[Shell], Section]], ...]:
    """Title (translated in the context "Settings") and maker of each section, in the order of the strip."""
    return ()
