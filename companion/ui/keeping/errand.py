"""A sheet for one errand that takes a while: it says what is done, what came of it, and what failed."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.domain.errors import CompanionError
from companion.ui.dates import locale_for
from companion.ui.places import Shell
from companion.ui.sentences import sentence
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.text import Role, label, put

Result = TypeVar("Result")


class Errand(Sheet):
    """``content`` takes what there is to read and to choose, ``button`` adds to the row at the foot.

    What comes back from work beside the screen after the sheet was closed is not shown any more.
    """

    def __init__(self, shell: Shell, title: str, *, widest: int = 760) -> None:
        super().__init__(shell.look, shell.over, title, widest=widest)
        self.shell = shell
        self._is_left = False
        self._status = label("", Role.BODY, wrap=True)
        self._foot = QWidget()
        self._row = Flow(self._foot, 14)
        self.content = QVBoxLayout()
        self.content.setSpacing(14)
        self.body.addLayout(self.content)
        self.body.addWidget(self._status)
        self.body.addWidget(self._foot)
        self.closed.connect(self._leave)
        self.tell("")

    @property
    def locale_of_words(self) -> QLocale:
        """How days and times are written."""
        return locale_for(self.shell.context.words.language)

    def paragraph(self, words: str, role: Role = Role.BODY) -> None:
        """Add words to read."""
        self.content.addWidget(label(words, role, wrap=True))

    def button(self, words: str, kind: Kind, clicked: Callable[[], object]) -> PillButton:
        """Add a button to the foot."""
        made = PillButton(self.shell.look, words, kind)
        made.clicked.connect(partial(pressed, clicked))
        self.add(made)
        return made

    def add(self, button: PillButton) -> None:
        """Add a button that was made already to the foot."""
        self._row.addWidget(button)

    def tell(self, words: str) -> None:
        """Say how it stands, below the content."""
        put(self._status, words)
        self._status.setVisible(bool(words))

    def work(self, doing: str, what: Callable[[], Result], done: Callable[[Result], None]) -> None:
        """Do ``what`` beside the screen, saying so; then call ``done``, or say what failed."""
        self.tell(doing)
        self._foot.setEnabled(False)
        background = self.shell.context.background
        background.run(what, partial(self._came_back, done), self.failed)

    def failed(self, error: CompanionError) -> None:
        """Say what failed: here, or quietly when the sheet is closed."""
        told = sentence(error, self.shell.context.words)
        if self._is_left:
            self.shell.say(told)
            return
        self._foot.setEnabled(True)
        self.tell(told)
        if not self._row.count():
            self.button(self.tr("All right"), Kind.SMALL, self.close_by_hand)

    def start_over(self) -> None:
        """Take away all that was there, for the next step."""
        for layout in (self.content, self._row):
            while item := layout.takeAt(0):
                if widget := item.widget():
                    widget.hide()
                    widget.deleteLater()
        self.tell("")

    def _came_back(self, done: Callable[[Result], None], result: Result) -> None:
        if not self._is_left:
            self._foot.setEnabled(True)
            self.tell("")
            done(result)

    def _leave(self) -> None:
        self._is_left = True
        self.deleteLater()


def pressed(clicked: Callable[[], object], *_checked: object) -> None:
    """Call what a button is for, without what Qt says of the button."""
    clicked()


def report(shell: Shell, title: str, *paragraphs: str) -> Errand:
    """A sheet that says what was done."""
    sheet = Errand(shell, title)
    for words in paragraphs:
        sheet.paragraph(words)
    sheet.button(sheet.tr("All right"), Kind.SMALL, sheet.close_by_hand)
    sheet.open()
    return sheet


def row_of(*buttons: QWidget) -> QWidget:
    """Buttons beside each other, or below where it is narrow."""
    holder = QWidget()
    row = Flow(holder, 12)
    for button in buttons:
        row.addWidget(button)
    return holder
