"""Going back to an earlier copy: which ones there are, what each holds, and that it can be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from companion.domain.backup import Backup, DiaryPreview, Why
from companion.domain.errors import CompanionError
from companion.services.ports import Vault
from companion.ui.keeping.errand import Errand
from companion.ui.keeping.files import ask_for_file
from companion.ui.keeping.words import moment_told, preview_told, sentence_case, why_told
from companion.ui.places import Page, Shell
from companion.ui.widgets.buttons import Kind
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.text import Role, label, put


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies that there are, newest first, and what is open now (None: it cannot be told)."""

    backups: Sequence[Backup]
    now: DiaryPreview | None


def look_at(vault: Vault) -> Copies:
    """All copies. Makes one of what is open now, when it differs from the newest. Raises CompanionError."""
    try:
        now = vault.preview(vault.file_of(vault.back_up(Why.REGULAR)))
    except CompanionError:
        now = None
    return Copies(tuple(reversed(vault.backups())), now)


def prepared(vault: Vault, file: Path) -> Path:
    """Copy what is open now, so that going back can be taken back; returns ``file``. Raises CompanionError."""
    vault.back_up(Why.BEFORE_RESTORE)
    return file


class RestoreSheet(Errand):
    """Shows the copies; going back is done when a person says so."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, self.tr("Go back to a copy"), widest=900)
        self._vault = shell.context.vault
        self._file: Path | None = None
        self._choice: QWidget | None = None
        self._preview = label("", Role.STRONG, wrap=True)
        self._go = self.button(self.tr("Go back to this copy"), Kind.SMALL, self._confirmed)
        self._go.hide()
        self.button(self.tr("Choose another file…"), Kind.LINK, self._ask_for_file)

    def begin(self) -> None:
        """Open, and look at the copies."""
        self.open()
        self.work(self.tr("Looking at the copies…"), partial(look_at, self._vault), self._show_copies)

    def _show_copies(self, copies: Copies) -> None:
        if copies.now is not None:
            now = self.tr("Open now: %1").replace("%1", preview_told(copies.now, self.locale_of_words))
            self.paragraph(now)
        if not copies.backups:
            self.paragraph(self.tr("There is no copy yet."))
        else:
            self.paragraph(self.tr("Choose a copy to see what it holds:"))
            self.content.addWidget(self._choices(copies.backups))
        self.content.addWidget(self._preview)
        self._preview.hide()

    def _choices(self, backups: Sequence[Backup]) -> Choices[Backup]:
        now = self.shell.context.clock.wall()
        options = [
            (backup, sentence_case(moment_told(backup.taken, now, self.locale_of_words)))
            for backup in backups
        ]
        return Choices(self.shell.look, self.tr("Copy"), options, self._chose)

    def _chose(self, backup: Backup) -> None:
        self._look_into(self._vault.file_of(backup), sentence_case(why_told(backup.why)))

    def _ask_for_file(self) -> None:
        pattern = self.tr("Diaries (*.sqlite3)")
        title = self.tr("Choose a copy of a diary")
        ask_for_file(self, title, pattern, lambda file: self._look_into(file, file.name))

    def _look_into(self, file: Path, about: str) -> None:
        self._go.hide()
        self._preview.hide()
        look = partial(self._vault.preview, file)
        self.work(self.tr("Opening the copy to check it…"), look, partial(self._looked_into, file, about))

    def _looked_into(self, file: Path, about: str, preview: DiaryPreview) -> None:
        self._file = file
        put(self._preview, preview_told(preview, self.locale_of_words))
        self._preview.show()
        self._go.show()
        told = self.tr(
            "%1. Opened and checked: it is sound. What is open now is copied first: you can come back to it."
        )
        self.tell(told.replace("%1", about))

    def _confirmed(self) -> None:
        if self._file is not None:
            copy = partial(prepared, self._vault, self._file)
            self.work(self.tr("Copying what is open now…"), copy, self._restore)

    def _restore(self, file: Path) -> None:
        try:
            self._vault.restore(file)
        except CompanionError as error:
            self.failed(error)
            return
        self.close_by_hand()
        self.shell.go(Page.TODAY)
        self.shell.say(
            self.tr("The copy is open now. What was open before is kept under Settings, Your data.")
        )
