"""Handing the diary over: one file, tables for a spreadsheet, and the way in for a file from somebody else."""

from datetime import date
from functools import partial
from pathlib import Path

from companion.domain.exchange import Arrivals
from companion.services import keeping
from companion.ui.keeping.errand import Errand, report
from companion.ui.keeping.files import ask_for_folder, ask_where
from companion.ui.keeping.words import massages
from companion.ui.places import Shell
from companion.ui.widgets.buttons import Kind
from companion.ui.widgets.text import Role
from companion.ui.widgets.ticked import TickedLine


class SaveSheet(Errand):
    """Says that a file is not locked before it is written, and where it lies afterwards."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, self.tr("Take your diary with you"))
        self.paragraph(
            self.tr(
                "One file (JSON) holds everything and can be brought in again, here or on another computer. "
                "Tables (CSV) are for a spreadsheet."
            )
        )
        self.paragraph(
            self.tr(
                "These files are not locked, even when your diary has a passcode: whoever has them can read them. "
                "Keep them where only you can reach them."
            ),
            Role.STRONG,
        )
        self.button(self.tr("Save one file…"), Kind.SMALL, self._ask_where)
        self.button(self.tr("Save tables…"), Kind.PLAIN, self._ask_for_folder)

    def _today(self) -> date:
        return self.shell.context.clock.wall().date()

    def _ask_where(self) -> None:
        suggested = f"massage-diary-{self._today().isoformat()}.json"
        ask_where(self, self.tr("Save the diary as"), self.tr("Diary (*.json)"), suggested, self._save_file)

    def _ask_for_folder(self) -> None:
        ask_for_folder(self, self.tr("Save the tables in"), self._save_tables)

    def _save_file(self, file: Path) -> None:
        save = partial(self.shell.context.vault.export_json, file)
        self.work(self.tr("Writing the file…"), save, partial(self._saved, file))

    def _save_tables(self, chosen: Path) -> None:
        folder = chosen / f"massage-diary-{self._today().isoformat()}"
        save = partial(self.shell.context.vault.export_csv, folder)
        self.work(self.tr("Writing the tables…"), save, lambda _files: self._saved_tables(folder))

    def _saved(self, file: Path, count: int) -> None:
        told = self.tr("%1 and all that belongs to them are in %2.")
        self._told(told.replace("%1", massages(count)).replace("%2", str(file)))

    def _saved_tables(self, folder: Path) -> None:
        told = self.tr("The tables sessions.csv, steps.csv and days.csv are in %1.")
        self._told(told.replace("%1", str(folder)))

    def _told(self, words: str) -> None:
        self.close_by_hand()
        not_locked = self.tr("Not locked: whoever has it can read it.")
        report(self.shell, self.tr("Saved"), words, not_locked)


class BringInSheet(Errand):
    """Shows what a file would bring before anything changes."""

    def __init__(self, shell: Shell, file: Path) -> None:
        super().__init__(shell, self.tr("Bring in a diary"))
        self._vault = shell.context.vault
        self._file = file

    def begin(self) -> None:
        """Open, and look into the file; nothing changes yet."""
        self.open()
        look = partial(self._vault.arrivals, self._file)
        self.work(self.tr("Looking into the file…"), look, self._show_arrivals)

    def _show_arrivals(self, coming: Arrivals) -> None:
        self.paragraph(self._file.name, Role.SOFT)
        if coming.is_nothing:
            self.paragraph(self.tr("All that is in this file is in your diary already."), Role.LEAD)
            self.button(self.tr("All right"), Kind.SMALL, self.close_by_hand)
            return
        self.paragraph(self.tr("This file would bring:"), Role.LEAD)
        for words in self._new(coming):
            self.content.addWidget(TickedLine(self.shell.look, words, Role.BODY))
        for words in self._notes(coming):
            self.paragraph(words)
        self.button(self.tr("Bring it in"), Kind.SMALL, self._bring_in)
        self.button(self.tr("Leave it"), Kind.LINK, self.close_by_hand)

    def _new(self, coming: Arrivals) -> list[str]:
        told = (
            (coming.new_sessions, self.tr("Massages: %1")),
            (coming.new_babies, self.tr("Babies: %1")),
            (coming.new_caregivers, self.tr("Caregivers: %1")),
            (coming.new_unlocks, self.tr("A therapist’s yes: %1")),
            (coming.new_days, self.tr("Days of the day card: %1")),
        )
        return [words.replace("%1", str(count)) for count, words in told if count]

    def _notes(self, coming: Arrivals) -> list[str]:
        notes: list[str] = []
        if coming.changed:
            words = self.tr(
                "Told differently here and there: %1. What was said last counts; earlier words stay in the history."
            )
            notes.append(words.replace("%1", str(coming.changed)))
        if coming.here_already:
            words = self.tr("Here already, and left as they are: %1.")
            notes.append(words.replace("%1", massages(coming.here_already)))
        notes.append(self.tr("A copy of your diary is made first, so you can go back."))
        return notes

    def _bring_in(self) -> None:
        bring = partial(keeping.bring_in, self._vault, self._file)
        self.work(self.tr("Making a copy, then bringing it in…"), bring, self._brought)

    def _brought(self, came: Arrivals) -> None:
        self.close_by_hand()
        told = self.tr("%1 came in. What you had before is kept as a copy.")
        report(self.shell, self.tr("It is in your diary"), told.replace("%1", massages(came.new_sessions)))
