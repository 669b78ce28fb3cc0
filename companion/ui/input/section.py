"""Settings of clickers and keys: what arrives at each press, and new keys for what can be done."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from companion.domain.learned_keys import NO_KEYS, Deed, LearnedKeys, deed_of, forgotten, marks_of, taught
from companion.ui.input.marks import STANDS_FOR, deed_name, is_its_own, mark_name, mark_of
from companion.ui.input.translator import RAW
from companion.ui.keys import name_of, press_of
from companion.ui.places import Shell
from companion.ui.settings.sections import Section
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.forms import FormCard, leading, page_of
from companion.ui.widgets.surfaces import card, lay_anew
from companion.ui.widgets.text import Role, label, put


class KeyPad(QFrame):
    """A place that takes every key while it has the focus; ``pressed`` carries the press, ``left`` that it lost it."""

    pressed = Signal(QKeyEvent)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty(RAW, True)
        self.setProperty("surface", "notice")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(look.px(96))
        self._told = label("", Role.LEAD, wrap=True)
        self._more = label("", Role.SOFT, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 16, 26, 16)
        column.addWidget(self._told)
        column.addWidget(self._more)

    def tell(self, words: str, more: str = "") -> None:
        """Show what arrived, or what is waited for."""
        put(self._told, words)
        put(self._more, more)
        self._more.setVisible(bool(more))
        self.setAccessibleDescription(f"{words} {more}".strip())

    def event(self, event: QEvent) -> bool:
        """No key is a shortcut here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of every key but Tab, which goes round."""
        if not event.isAutoRepeat():
            self.pressed.emit(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press brings the keys here."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What arrives must be seen."""
        super().focusInEvent(event)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys go elsewhere: nothing is waited for any more."""
        super().focusOutEvent(event)
        self.left.emit()


class InputSection(Section):
    """Shows what arrives at a press, and teaches keys."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._waiting: Deed | None = None
        self._shown: LearnedKeys | None = None
        self._pad = KeyPad(shell.look)
        self._pad.setAccessibleName(self.tr("Try a key"))
        self._pad.pressed.connect(self._arrived)
        self._pad.left.connect(self._calm)
        told = self.tr(
            "Clickers, pedals and media keys work without any set-up. Press a button of yours: "
            "its name shows below. If nothing happens in a session, teach it here."
        )
        self._rows = QVBoxLayout()
        self._reset = PillButton(shell.look, self.tr("Back to the usual keys"), Kind.PLAIN)
        self._reset.clicked.connect(lambda: self._keep(NO_KEYS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        held = QWidget()
        held.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(16)
        head = card(
            label(self.tr("What does this key send?"), Role.HEADING), label(told, Role.BODY, wrap=True)
        )
        column.addWidget(page_of(head, self._pad, held, leading(self._reset)))
        self._calm()

    def refresh(self) -> None:
        """Show which keys were taught."""
        learned = self._learned()
        self._reset.setEnabled(learned != NO_KEYS)
        if learned == self._shown:
            return
        self._shown = learned
        rows = [(deed_name(deed), self._row(learned, deed)) for deed in Deed]
        lay_anew(self._rows, [FormCard(self._shell.look, self.tr("Keys of your own"), *rows, widest=260)])

    def _row(self, learned: LearnedKeys, deed: Deed) -> QWidget:
        name = deed_name(deed)
        teach = PillButton(self._shell.look, self.tr("Teach a key"), Kind.PLAIN)
        teach.setAccessibleName(self.tr("Teach a key for %1").replace("%1", name))
        teach.clicked.connect(partial(self._wait, deed))
        buttons = [teach]
        for mark in marks_of(learned, deed):
            known = mark_name(mark)
            forget = PillButton(self._shell.look, self.tr("Forget %1").replace("%1", known), Kind.LINK)
            forget.clicked.connect(partial(self._forget, mark))
            buttons.append(forget)
        usual = self.tr("Usual: %1").replace("%1", mark_name(f"k{int(STANDS_FOR[deed])}"))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(leading(*buttons), 1)
        row.addWidget(label(usual, Role.SOFT))
        return line

    def _calm(self) -> None:
        self._waiting = None
        self._pad.tell(self.tr("Click here, then press any key or button."))

    def _wait(self, deed: Deed, *_checked: object) -> None:
        self._pad.setFocus(Qt.FocusReason.OtherFocusReason)
        self._waiting = deed
        words = self.tr("Press the key for “%1” now.").replace("%1", deed_name(deed))
        self._pad.tell(words, self.tr("Escape leaves it as it is."))

    def _arrived(self, event: QKeyEvent) -> None:
        mark = mark_of(event)
        told = self.tr("%1 · key %2 · native code %3")
        name = mark_name(mark) if mark else self.tr("A key held with Ctrl, Alt or Meta")
        told = told.replace("%1", name).replace("%2", str(event.key()))
        told = told.replace("%3", str(event.nativeScanCode()))
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            self._pad.tell(told, self._meaning(event, mark))
        elif event.key() == Qt.Key.Key_Escape:
            self._calm()
        elif mark is None or is_its_own(event):
            self._pad.tell(told, self.tr("This key keeps its own meaning. Choose another one."))
        else:
            self._teach(waiting, mark, told, event)

    def _teach(self, deed: Deed, mark: str, told: str, event: QKeyEvent) -> None:
        before = self._before(event, mark)
        if not self._keep(taught(self._learned(), deed, mark)):
            return
        name = deed_name(deed)
        words = self.tr("This key is now “%1”.").replace("%1", name)
        if before and before != name:
            words = self.tr("This key was “%1”. Now it is “%2”.").replace("%1", before).replace("%2", name)
        self._pad.tell(told, words)

    def _before(self, event: QKeyEvent, mark: str) -> str:
        """What a key has done until now, "" for nothing."""
        deed = deed_of(self._learned(), mark)
        if deed is not None:
            return deed_name(deed)
        press = press_of(event.key(), event.modifiers())
        return name_of(press) if press is not None else ""

    def _meaning(self, event: QKeyEvent, mark: str | None) -> str:
        known = self._before(event, mark) if mark else ""
        if known:
            return self.tr("In a session: %1").replace("%1", known)
        return self.tr("It does nothing in a session.")

    def _forget(self, mark: str, *_checked: object) -> None:
        self._keep(forgotten(self._learned(), mark))

    def _keep(self, learned: LearnedKeys) -> bool:
        settings = replace(self._shell.context.settings.load(), keys=learned)
        self._shell.wear(settings)
        self.refresh()
        return self._learned() == learned

    def _learned(self) -> LearnedKeys:
        return self._shell.context.settings.load().keys
