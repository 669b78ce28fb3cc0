"""The sheets of the passcode: setting, changing and taking it away, and a new recovery code."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit

from companion.domain.errors import CompanionError
from companion.domain.passcode import GROUP, SHORTEST, grouped, is_long_enough, last_group, meant_code
from companion.services.passcodes import NewCode, NewPasscode, Passcodes, Ready
from companion.ui.keeping.errand import Errand, report
from companion.ui.keeping.files import ask_where
from companion.ui.keeping.secret import SecretLine
from companion.ui.keeping.words import day_told
from companion.ui.places import Page, Shell
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.text import Role, label


class PasscodeErrand(Errand):
    """What all of these sheets have in common: lines to write in, and how a new lock comes into force."""

    def __init__(self, shell: Shell, title: str) -> None:
        super().__init__(shell, title, widest=860)
        self.passcodes: Passcodes = shell.context.keeping.passcodes()
        self._first: SecretLine | None = None

    def secret(self, name: str) -> SecretLine:
        """Add a line for a passcode."""
        line = SecretLine(self.shell.look, name)
        self.content.addWidget(line)
        self._first = self._first or line
        return line

    def open(self) -> None:
        """Cover the window, ready to be written in."""
        super().open()
        if self._first is not None:
            self._first.setFocus()

    def what_is_wrong(self, new: str, again: str) -> str:
        """What speaks against a new passcode; "" when nothing does."""
        if not is_long_enough(new):
            return self.tr("Take %1 characters or more. A few words are best.").replace("%1", str(SHORTEST))
        if new != again:
            return self.tr("The two are not the same. Write the new passcode twice.")
        return ""

    def bring_into_force(self, doing: str, ready: Ready, title: str, told: str) -> None:
        """Let the diary that was made take its place, then do the copies."""
        try:
            self.passcodes.finish(ready)
        except CompanionError as error:
            self.failed(error)
            return
        self.work(doing, self.passcodes.settle, partial(self._settled, title, told))

    def done(self, title: str, *told: str) -> None:
        """Close, and say what was done."""
        self.close_by_hand()
        self.shell.go(Page.SETTINGS)
        report(self.shell, title, *told)

    def _settled(self, title: str, told: str, left: int) -> None:
        more = self.tr("%1 older copies could not be changed yet. It is tried again at the next start.")
        self.done(title, told, *([more.replace("%1", str(left))] if left else []))


class CodeErrand(PasscodeErrand):
    """Shows a recovery code once, and goes on only when somebody has it on paper."""

    def show_code(self, code: str, button: str, kept: Kind) -> PillButton:
        """Lay out the code; returns the button that goes on, which acts when the end of the code is written."""
        self.start_over()
        self.paragraph(self.tr("Your recovery code. It is shown this once:"), Role.LEAD)
        shown = label(grouped(code), Role.HEADLINE, wrap=True)
        shown.setAccessibleName(self.tr("Recovery code"))
        self.content.addWidget(shown)
        self.paragraph(
            self.tr(
                "If you forget the passcode, this code is the only way in. Print it, or write it down, and keep it "
                "where you keep passports."
            )
        )
        ask = self.tr("When you have it on paper, write its last %1 letters here:").replace("%1", str(GROUP))
        self.paragraph(ask, Role.STRONG)
        line = QLineEdit()
        line.setAccessibleName(self.tr("The end of the recovery code"))
        line.setMinimumHeight(46)
        line.setMaximumWidth(self.shell.look.px(220))
        self.content.addWidget(line)
        on = PillButton(self.shell.look, button, kept)
        on.setEnabled(False)
        self.add(on)
        self.button(self.tr("Save as PDF…"), Kind.PLAIN, partial(self._ask_where, code))
        self.button(self.tr("Print…"), Kind.PLAIN, partial(self._print, code))
        line.textChanged.connect(partial(_let_go_on, on, code))
        line.returnPressed.connect(on.click)
        line.setFocus()
        return on

    def _day(self) -> str:
        return day_told(self.shell.context.clock.wall().date(), self.locale_of_words)

    def _ask_where(self, code: str) -> None:
        suggested = self.tr("recovery-code") + ".pdf"
        ask_where(self, self.tr("Save the page as"), "PDF (*.pdf)", suggested, partial(self._save, code))

    def _save(self, code: str, file: Path) -> None:
        from companion.ui.keeping.code_page import code_pdf  # noqa: PLC0415 - when wanted

        letter = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
        try:
            self.shell.context.home.keep_file(file, code_pdf(code, self._day(), letter=letter))
        except CompanionError as error:
            self.failed(error)
            return
        self.tell(self.tr("The page is in %1. Print it, then delete the file.").replace("%1", str(file)))

    def _print(self, code: str) -> None:
        from companion.ui.keeping.code_print import print_code  # noqa: PLC0415 - when wanted

        try:
            print_code(self, code, self._day())
        except CompanionError as error:
            self.failed(error)


class SetPasscodeSheet(CodeErrand):
    """From no passcode to a locked diary."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, self.tr("Set a passcode"))
        for words in what_it_does(self):
            self.paragraph(words)
        self._new = self.secret(self.tr("New passcode"))
        self._again = self.secret(self.tr("New passcode, once more"))
        self._again.entered.connect(self._chosen)
        self.button(self.tr("Next"), Kind.SMALL, self._chosen)
        self.button(self.tr("Not now"), Kind.LINK, self.close_by_hand)

    def _chosen(self) -> None:
        wrong = self.what_is_wrong(self._new.text(), self._again.text())
        if wrong:
            self.tell(wrong)
            return
        choose = partial(self.passcodes.choose, self._new.text())
        self.work(self.tr("Making a key…"), choose, self._show)

    def _show(self, chosen: NewPasscode) -> None:
        button = self.show_code(chosen.code, self.tr("Lock my diary"), Kind.SMALL)
        button.clicked.connect(partial(self._lock, chosen))

    def _lock(self, chosen: NewPasscode, *_checked: object) -> None:
        self.work(self.tr("Locking your diary…"), partial(self.passcodes.lock_up, chosen), self._made)

    def _made(self, ready: Ready) -> None:
        told = self.tr(
            "Your diary, its copies and your films are locked. The passcode is asked for at each start."
        )
        self.bring_into_force(self.tr("Locking the copies…"), ready, self.tr("Your diary is locked"), told)


class ChangePasscodeSheet(PasscodeErrand):
    """From one passcode to another."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, self.tr("Change the passcode"))
        self._now = self.secret(self.tr("Passcode now"))
        self._new = self.secret(self.tr("New passcode"))
        self._again = self.secret(self.tr("New passcode, once more"))
        self._again.entered.connect(self._change)
        self.paragraph(self.tr("Your recovery code stays the same."))
        self.button(self.tr("Change it"), Kind.SMALL, self._change)
        self.button(self.tr("Not now"), Kind.LINK, self.close_by_hand)

    def _change(self) -> None:
        wrong = self.what_is_wrong(self._new.text(), self._again.text())
        if wrong:
            self.tell(wrong)
            return
        change = partial(self.passcodes.change, self._now.text(), self._new.text())
        self.work(self.tr("Changing the passcode…"), change, self._changed)

    def _changed(self, _nothing: None) -> None:
        self.done(self.tr("The passcode is changed"), self.tr("From now on the new one opens your diary."))


class NewCodeSheet(CodeErrand):
    """Another recovery code, for one that was lost."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, self.tr("New recovery code"))
        self.paragraph(self.tr("The code that you have now will open nothing any more."))
        self._now = self.secret(self.tr("Passcode now"))
        self._now.entered.connect(self._make)
        self.button(self.tr("Next"), Kind.SMALL, self._make)
        self.button(self.tr("Not now"), Kind.LINK, self.close_by_hand)

    def _make(self) -> None:
        make = partial(self.passcodes.new_code, self._now.text())
        self.work(self.tr("Making a code…"), make, self._show)

    def _show(self, made: NewCode) -> None:
        button = self.show_code(made.code, self.tr("Use this code from now on"), Kind.SMALL)
        button.clicked.connect(partial(self._keep, made))

    def _keep(self, made: NewCode, *_checked: object) -> None:
        self.work(self.tr("Keeping the code…"), partial(self.passcodes.keep_code, made), self._kept)

    def _kept(self, _nothing: None) -> None:
        self.done(self.tr("The new code counts"), self.tr("Throw the page with the old one away."))


class RemovePasscodeSheet(PasscodeErrand):
    """From a locked diary to one that lies open."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, self.tr("Take the passcode away"))
        self.paragraph(
            self.tr("Anyone who uses this computer will be able to open your diary and its copies.")
        )
        self._now = self.secret(self.tr("Passcode now"))
        self._now.entered.connect(self._take)
        self.button(self.tr("Take it away"), Kind.SMALL, self._take)
        self.button(self.tr("Not now"), Kind.LINK, self.close_by_hand)

    def _take(self) -> None:
        take = partial(self.passcodes.take_away, self._now.text())
        self.work(self.tr("Opening your diary for good…"), take, self._made)

    def _made(self, ready: Ready) -> None:
        told = self.tr("Nothing is asked any more when the program starts.")
        self.bring_into_force(self.tr("Opening the copies…"), ready, self.tr("The passcode is gone"), told)


def what_it_does(sheet: Errand) -> tuple[str, ...]:
    """What a passcode locks, and what it does not."""
    return (
        sheet.tr(
            "Locked on this computer: your diary, all its copies, and films that you added. Nobody opens them "
            "without the passcode."
        ),
        sheet.tr(
            "Not locked: music that you added, your settings (they hold no names), and files that you saved "
            "elsewhere. While the program is open, whoever sits at the computer can read your diary."
        ),
    )


def _let_go_on(button: PillButton, code: str, written: str) -> None:
    button.setEnabled(meant_code(written) == last_group(code))
