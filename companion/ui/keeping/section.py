"""Your data, among the settings: when the last copy was made, and the way to everything that can be done with it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.domain.backup import Backup, Why
from companion.domain.errors import CompanionError
from companion.ui.dates import locale_for
from companion.ui.keeping.errand import pressed, row_of
from companion.ui.keeping.files import ask_for_file
from companion.ui.keeping.forget import ForgetAllSheet, ForgetBabySheet
from companion.ui.keeping.handing import BringInSheet, SaveSheet
from companion.ui.keeping.passcode_card import PasscodeCard
from companion.ui.keeping.restore import RestoreSheet
from companion.ui.keeping.words import moment_told
from companion.ui.places import Shell
from companion.ui.sentences import sentence
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.forms import FormCard, page_of
from companion.ui.widgets.tabs import TabPage
from companion.ui.widgets.text import Role, label, put


class DataSection(TabPage):
    """The cards of your data."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._last = label("", Role.STRONG, wrap=True)
        self._kept = label("", Role.BODY, wrap=True)
        self._passcode = PasscodeCard(shell)
        page = page_of(
            self._copies_card(), self._files_card(), self._passcode, self._folder_card(), self._delete_card()
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def refresh(self) -> None:
        """Show what is known now."""
        self._passcode.refresh()
        try:
            self._show_copies(self._shell.context.vault.backups())
        except CompanionError as error:
            self._tell(error)

    def _copies_card(self) -> QWidget:
        copy = self._button(self.tr("Make a copy now"), self._copy_now)
        back = self._button(self.tr("Go back to a copy…"), self._open_restore)
        return self._card(self.tr("Safe copies"), self._last, self._kept, row_of(copy, back))

    def _files_card(self) -> QWidget:
        told = self.tr("All of your diary as a file, to keep, to hand over, or to bring to another computer.")
        save = self._button(self.tr("Take your diary with you…"), self._open_save)
        bring = self._button(self.tr("Bring in a diary…"), self._ask_for_diary)
        return self._card(self.tr("Yours to keep"), label(told, Role.BODY, wrap=True), row_of(save, bring))

    def _folder_card(self) -> QWidget:
        told = self.tr(
            "Everything lies in one folder on this computer: the diary, its copies, your settings."
        )
        folder = self._button(self.tr("Open the folder"), self._shell.context.open_data_folder)
        return self._card(self.tr("Where it lies"), label(told, Role.BODY, wrap=True), row_of(folder))

    def _delete_card(self) -> QWidget:
        told = self.tr("What you delete here is gone for good, in all copies on this computer too.")
        baby = self._button(self.tr("Delete a baby…"), self._open_forget_baby)
        everything = self._button(self.tr("Delete everything…"), self._open_forget_all)
        return self._card(self.tr("Delete"), label(told, Role.BODY, wrap=True), row_of(baby, everything))

    def _card(self, title: str, *parts: QWidget) -> FormCard:
        return FormCard(self._shell.look, title, *(("", part) for part in parts))

    def _button(self, words: str, clicked: Callable[[], None]) -> PillButton:
        made = PillButton(self._shell.look, words, Kind.PLAIN)
        made.clicked.connect(partial(pressed, clicked))
        return made

    def _show_copies(self, backups: Sequence[Backup]) -> None:
        context = self._shell.context
        if not backups:
            put(self._last, self.tr("No copy has been made yet."))
        else:
            newest, locale = backups[-1], locale_for(context.words.language)
            when = moment_told(newest.taken, context.clock.wall(), locale)
            put(self._last, self.tr("Last copy: %1. It was opened and checked.").replace("%1", when))
        told = self.tr("A copy is made at each start and after each half hour of use. Kept now: %1.")
        put(self._kept, told.replace("%1", str(len(backups))))

    def _copy_now(self) -> None:
        context = self._shell.context
        put(self._last, self.tr("Making a copy…"))
        context.background.run(partial(context.vault.back_up, Why.REGULAR), self._copied, self._tell)

    def _copied(self, _made: Backup) -> None:
        self.refresh()

    def _tell(self, error: CompanionError) -> None:
        put(self._last, sentence(error, self._shell.context.words))

    def _open_restore(self) -> None:
        RestoreSheet(self._shell).begin()

    def _open_save(self) -> None:
        SaveSheet(self._shell).open()

    def _ask_for_diary(self) -> None:
        title, pattern = self.tr("Choose a diary file"), self.tr("Diary (*.json)")
        ask_for_file(self, title, pattern, self._open_bring_in)

    def _open_bring_in(self, file: Path) -> None:
        BringInSheet(self._shell, file).begin()

    def _open_forget_baby(self) -> None:
        ForgetBabySheet(self._shell).begin()

    def _open_forget_all(self) -> None:
        ForgetAllSheet(self._shell).begin()
