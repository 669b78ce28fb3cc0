"""Deleting for good: a baby, or everything; said in full, confirmed by writing a word, and done at once."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit

from companion.domain.entry_list import Filter
from companion.domain.errors import CompanionError
from companion.domain.family import Baby
from companion.domain.settings import Settings
from companion.services import keeping
from companion.ui.keeping.errand import Errand
from companion.ui.keeping.words import massages
from companion.ui.places import Page, Shell
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.text import Role
from companion.ui.widgets.ticked import TickedLine


class ForgetSheet(Errand):
    """Says what goes, and lets a button act only when the word was written."""

    def __init__(self, shell: Shell, title: str) -> None:
        super().__init__(shell, title, widest=820)

    def ask(self, going: Sequence[str], staying: str, word: str, delete: Callable[[], object]) -> None:
        """Show what goes and what stays, and wait for the word."""
        self.start_over()
        self.paragraph(self.tr("This is deleted for good:"), Role.LEAD)
        for words in going:
            self.content.addWidget(TickedLine(self.shell.look, words, Role.BODY))
        self.paragraph(staying)
        self.paragraph(self.tr("To go on, write: %1").replace("%1", word), Role.STRONG)
        line = QLineEdit()
        line.setAccessibleName(self.tr("Write %1 to go on").replace("%1", word))
        line.setMinimumHeight(46)
        line.setMaximumWidth(460)
        self.content.addWidget(line)
        button = self.button(self.tr("Delete for good"), Kind.PLAIN, delete)
        button.setEnabled(False)
        line.textChanged.connect(partial(_let_act, button, word))
        line.returnPressed.connect(button.click)
        self.button(self.tr("Keep everything"), Kind.LINK, self.close_by_hand)
        line.setFocus()


class ForgetBabySheet(ForgetSheet):
    """Deletes a baby with all that was written of it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, self.tr("Delete a baby"))

    def begin(self) -> None:
        """Open, and ask which baby where there are several."""
        babies = self.shell.context.families.babies()
        if len(babies) == 1:
            self._ask_about(babies[0])
        elif not babies:
            self.paragraph(self.tr("There is no baby in your diary."))
            self.button(self.tr("All right"), Kind.SMALL, self.close_by_hand)
        else:
            self.paragraph(self.tr("Which baby?"), Role.LEAD)
            options = [(baby, self._called(baby)) for baby in babies]
            self.content.addWidget(Choices(self.shell.look, self.tr("Baby"), options, self._ask_about))
        self.open()

    def _called(self, baby: Baby) -> str:
        return baby.profile.nickname or self.tr("Baby")

    def _ask_about(self, baby: Baby) -> None:
        name = self._called(baby)
        count = len(self.shell.context.entries.entries(Filter(baby=baby.id)))
        going = (
            self.tr("%1: all that is known, and a therapist’s yes").replace("%1", name),
            self.tr("%1, with their notes").replace("%1", massages(count)),
            self.tr("All days of the day card"),
            self.tr("All older copies of the diary: they hold the baby too. A new copy is made afterwards"),
        )
        staying = self.tr(
            "Other babies stay, and massages that are not noted for this baby. Files that you saved elsewhere are "
            "yours to delete."
        )
        self.ask(going, staying, name, partial(self._delete, baby))

    def _delete(self, baby: Baby) -> None:
        try:
            keeping.forget_baby(self.shell.context.vault, baby.id)
        except CompanionError as error:
            self.failed(error)
            return
        self.close_by_hand()
        self.shell.go(Page.TODAY)
        self.shell.say(self.tr("%1 is deleted, in all copies too.").replace("%1", self._called(baby)))


class ForgetAllSheet(ForgetSheet):
    """Deletes everything, as if the program had never been used."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, self.tr("Delete everything"))

    def begin(self) -> None:
        """Open, and say what goes."""
        going = (
            self.tr("Every massage, note and day in your diary"),
            self.tr("Every baby and caregiver"),
            self.tr("Your settings, your own routines, your films and your music list"),
            self.tr("All copies of the diary, also damaged ones that were put aside"),
        )
        staying = self.tr("Files that you saved elsewhere are yours to delete.")
        self.ask(going, staying, self.tr("delete everything"), self._delete)
        self.open()

    def _delete(self) -> None:
        try:
            keeping.forget_everything(self.shell.context.vault)
        except CompanionError as error:
            self.failed(error)
            return
        self.close_by_hand()
        self.shell.wear(Settings())
        self.shell.go(Page.TODAY)
        self.shell.say(self.tr("Everything is deleted. The program starts anew."))


def _let_act(button: PillButton, word: str, written: str) -> None:
    button.setEnabled(_same(written, word))


def _same(written: str, wanted: str) -> bool:
    return " ".join(written.split()).casefold() == " ".join(wanted.split()).casefold()
