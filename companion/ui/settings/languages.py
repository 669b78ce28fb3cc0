"""The language of the program, where there are words in more than one."""

from dataclasses import replace

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.ui.places import Shell
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.text import Role, label


def has_choice(shell: Shell) -> bool:
    """Whether there is more than one language to choose from."""
    return len(shell.context.home.languages()) > 1


class Languages(QWidget):
    """Each language by its own name; a new one counts from the next start, and says so."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._choices = Choices(
            shell.look,
            self.tr("Language"),
            [(code, named_language(code)) for code in shell.context.home.languages()],
            self._speak,
        )
        self._choices.put(shell.context.settings.load().language)
        self._later = label(self.tr("The new language counts from the next start."), Role.SOFT, wrap=True)
        self._later.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._choices)
        column.addWidget(self._later)

    def _speak(self, language: str) -> None:
        self._shell.wear(replace(self._shell.context.settings.load(), language=language))
        self._later.setVisible(language != self._shell.context.words.language)


def named_language(code: str) -> str:
    """A language by its own name: "English", "Français"."""
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code
