"""The settings as a place of the window: a strip of sections, each made when it is first wanted."""

from PySide6.QtWidgets import QVBoxLayout

from companion.ui.places import Place, Shell
from companion.ui.settings.screen import SettingsScreen
from companion.ui.settings.sections import Section, sections
from companion.ui.widgets.tabs import Tabs


class SettingsPlace(Place):
    """All settings."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._tabs = Tabs(shell.look, self.tr("Settings"))
        self._tabs.add(self.tr("Look and sound"), lambda: LookSection(shell))
        for title, make in sections():
            self._tabs.add(title, lambda make=make: make(shell))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tabs)

    def refresh(self) -> None:
        """Show what is set."""
        self._tabs.refresh()


class LookSection(Section):
    """How it looks, sounds and moves."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._screen = SettingsScreen(shell.look, shell.studio)
        self._screen.changed.connect(self._changed)
        self._screen.folder_asked.connect(shell.context.open_data_folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._screen)

    def refresh(self) -> None:
        """Show what is set."""
        self._screen.show_view(self._shell.context.settings.load())

    def _changed(self, settings: object) -> None:
        self._shell.wear(settings)  # pyright: ignore[reportArgumentType] - the signal carries Settings
        self.refresh()
