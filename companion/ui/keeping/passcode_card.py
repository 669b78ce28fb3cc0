"""The passcode among your data: whether there is one, what it locks and what not, and what can be done about it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.domain.errors import CompanionError
from companion.services.passcodes import Passcodes
from companion.ui.keeping.errand import Errand, pressed, row_of
from companion.ui.keeping.passcode import (
    ChangePasscodeSheet,
    NewCodeSheet,
    RemovePasscodeSheet,
    SetPasscodeSheet,
)
from companion.ui.places import Shell
from companion.ui.sentences import sentence
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.forms import FormCard
from companion.ui.widgets.text import Role, label, put


class PasscodeCard(QWidget):
    """Shows what is known now at each ``refresh``."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._state = label("", Role.STRONG, wrap=True)
        self._about = label("", Role.BODY, wrap=True)
        self._aside = label("", Role.BODY, wrap=True)
        self._set = self._button(self.tr("Set a passcode…"), SetPasscodeSheet)
        self._change = self._button(self.tr("Change the passcode…"), ChangePasscodeSheet)
        self._renew = self._button(self.tr("New recovery code…"), NewCodeSheet)
        self._remove = self._button(self.tr("Take the passcode away…"), RemovePasscodeSheet)
        parts = (self._state, self._about, self._aside)
        buttons = row_of(self._set, self._change, self._renew, self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            FormCard(shell.look, self.tr("Passcode"), *(("", part) for part in parts), ("", buttons))
        )

    def refresh(self) -> None:
        """Show whether there is a passcode."""
        try:
            passcodes = self._shell.context.keeping.passcodes()
        except CompanionError as error:
            put(self._state, sentence(error, self._shell.context.words))
            self._offer(is_set=None)
            return
        self._show(passcodes)

    def _show(self, passcodes: Passcodes) -> None:
        is_set = passcodes.is_set()
        self._offer(is_set=is_set)
        if is_set:
            put(
                self._state,
                self.tr("Your diary, its copies and your films are locked when the program is closed."),
            )
        else:
            put(self._state, self.tr("There is none: whoever uses this computer can open your diary."))
        put(
            self._about,
            self.tr(
                "Not locked: music that you added, your settings (no names are in them), and files that "
                "you saved elsewhere."
            ),
        )
        self._about.setVisible(is_set)
        put(self._aside, self._still_open(passcodes) if is_set else "")
        self._aside.setVisible(bool(self._aside.text()))

    def _still_open(self, passcodes: Passcodes) -> str:
        try:
            found = passcodes.open_files()
        except CompanionError as error:
            return sentence(error, self._shell.context.words)
        told = self.tr("Not locked yet, in your data folder: %1")
        return told.replace("%1", ", ".join(file.name for file in found)) if found else ""

    def _offer(self, *, is_set: bool | None) -> None:
        self._set.setVisible(is_set is False)
        for button in (self._change, self._renew, self._remove):
            button.setVisible(is_set is True)

    def _button(self, words: str, sheet: Callable[[Shell], Errand]) -> PillButton:
        made = PillButton(self._shell.look, words, Kind.PLAIN)
        made.clicked.connect(partial(pressed, partial(self._open, sheet)))
        return made

    def _open(self, sheet: Callable[[Shell], Errand]) -> None:
        sheet(self._shell).open()
