"""The first thing that is seen where the diary is locked: it asks for the passcode, or for the recovery code."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.errors import CompanionError
from companion.domain.passcode import SHORTEST, is_long_enough
from companion.ui.background import Background
from companion.ui.keeping.secret import SecretLine
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.surfaces import scrolling, surface
from companion.ui.widgets.text import Role, label, put

WIDEST = 640


class Unlocker(Protocol):
    """Opens the lock. Slow; safe on any thread."""

    def unlock(self, passcode: str) -> bytes:
        """The key. Raises CompanionError ``passcode-wrong``."""
        ...

    def recover(self, code: str, passcode: str) -> bytes:
        """The key, by the recovery code; ``passcode`` is the one that counts from now on. Raises CompanionError
        ``recovery-wrong``."""
        ...


class UnlockWindow(QWidget):
    """``opened`` carries the key; ``closed`` says that nobody has it. ``sentence`` puts errors into words, ``help``
    are lines that must be seen even here: whom to call."""

    opened = Signal(object)
    closed = Signal()

    def __init__(
        self,
        look: Look,
        unlocker: Unlocker,
        background: Background,
        sentence: Callable[[CompanionError], str],
        help_lines: tuple[str, ...],
    ) -> None:
        super().__init__()
        self._look = look
        self._unlocker = unlocker
        self._background = background
        self._sentence = sentence
        self._done = False
        self.setProperty("screen", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Infant Massage Companion"))
        self._title = label(self.tr("Your diary is locked"), Role.GREETING, wrap=True)
        self._about = label("", Role.BODY, wrap=True)
        self._passcode = SecretLine(look, self.tr("Passcode"))
        self._code = SecretLine(look, self.tr("Recovery code"), hidden=False)
        self._new = SecretLine(look, self.tr("New passcode"))
        self._again = SecretLine(look, self.tr("New passcode, once more"))
        self._told = label("", Role.STRONG, wrap=True)
        self._open = PillButton(look, self.tr("Open"), Kind.SMALL)
        self._other = PillButton(look, self.tr("I forgot it"), Kind.LINK)
        self._forgot = False
        self._lay_out(help_lines)
        for line in (self._passcode, self._again):
            line.entered.connect(self._try)
        self._open.clicked.connect(self._try)
        self._other.clicked.connect(self._turn)
        self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever closes it has no key."""
        super().closeEvent(event)
        if not self._done:
            self.closed.emit()

    def _lay_out(self, help_lines: tuple[str, ...]) -> None:
        card = surface("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(36, 30, 36, 32)
        column.setSpacing(14)
        for part in (
            self._title,
            self._about,
            self._passcode,
            self._code,
            self._new,
            self._again,
            self._told,
        ):
            column.addWidget(part)
        foot = QWidget()
        row = Flow(foot, 14)
        row.addWidget(self._open)
        row.addWidget(self._other)
        column.addWidget(foot)
        page = QWidget()
        centre = QVBoxLayout(page)
        centre.setContentsMargins(24, 24, 24, 24)
        centre.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        card.setMaximumWidth(self._look.px(WIDEST))
        middle.addWidget(card, 20)
        middle.addStretch(1)
        centre.addLayout(middle)
        centre.addSpacing(18)
        for words in help_lines:
            line = label(words, Role.BODY, wrap=True)
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            centre.addWidget(line)
        centre.addStretch(2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(page))

    def _show(self) -> None:
        forgot = self._forgot
        self._passcode.setVisible(not forgot)
        for line in (self._code, self._new, self._again):
            line.setVisible(forgot)
        self._about.setText(
            self.tr("Write the code from the page that you printed, then choose a new passcode.")
            if forgot
            else self.tr("Only someone with the passcode can read it.")
        )
        self._other.put(self.tr("I have the passcode") if forgot else self.tr("I forgot it"))
        self._tell("")
        (self._code if forgot else self._passcode).setFocus()

    def _turn(self) -> None:
        self._forgot = not self._forgot
        self._show()

    def _try(self) -> None:
        if self._forgot:
            self._recover()
        elif self._passcode.text():
            self._work(partial(self._unlocker.unlock, self._passcode.text()))

    def _recover(self) -> None:
        new = self._new.text()
        if not is_long_enough(new):
            told = self.tr("Take %1 characters or more for the new passcode. A few words are best.")
            self._tell(told.replace("%1", str(SHORTEST)))
        elif new != self._again.text():
            self._tell(self.tr("The two are not the same. Write the new passcode twice."))
        else:
            self._work(partial(self._unlocker.recover, self._code.text(), new))

    def _work(self, what: Callable[[], bytes]) -> None:
        self._tell(self.tr("Opening…"))
        self._open.setEnabled(False)
        self._background.run(what, self._got_key, self._failed)

    def _got_key(self, key: bytes) -> None:
        if not self._done:
            self._done = True
            self.opened.emit(key)

    def _failed(self, error: CompanionError) -> None:
        self._open.setEnabled(True)
        self._tell(self._sentence(error))
        if error.key == "passcode-wrong":
            self._passcode.forget()
            self._passcode.setFocus()

    def _tell(self, words: str) -> None:
        put(self._told, words)
        self._told.setVisible(bool(words))
