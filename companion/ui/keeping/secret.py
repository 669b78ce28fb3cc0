"""A line for what nobody else should read: hidden while it is written, shown when asked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton

LONGEST = 200


class SecretLine(QWidget):
    """A line with a button that shows what is written; ``entered`` is emitted by Enter."""

    entered = Signal()

    def __init__(self, look: Look, name: str, *, hidden: bool = True) -> None:
        super().__init__()
        self._line = QLineEdit()
        self._line.setAccessibleName(name)
        self._line.setPlaceholderText(name)
        self._line.setMaxLength(LONGEST)
        self._line.setMinimumHeight(46)
        self._line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._line, 1)
        self.setMaximumWidth(look.px(560))
        self.setFocusProxy(self._line)
        self._line.returnPressed.connect(self.entered)
        if hidden:
            self._line.setEchoMode(QLineEdit.EchoMode.Password)
            self._show = PillButton(look, self.tr("Show"), Kind.PLAIN)
            self._show.setAccessibleName(self.tr("Show what is written: %1").replace("%1", name))
            self._show.setCheckable(True)
            self._show.toggled.connect(self._shown)
            row.addWidget(self._show)

    def text(self) -> str:
        """What is written."""
        return self._line.text()

    def forget(self) -> None:
        """Empty the line."""
        self._line.clear()

    def _shown(self, shown: bool) -> None:
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
