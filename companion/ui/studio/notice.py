"""What is wrong with a data file, in place: above the drawing that was right last."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from companion.ui.widgets.text import Role, label


class Notice(QFrame):
    """One sentence, or nothing at all."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "problem")
        self.words = ""
        self._label = label("", Role.BODY, wrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 14, 22, 14)
        column.addWidget(self._label)
        self.hide()

    def say(self, words: str) -> None:
        """Show this sentence; an empty one is none."""
        self.words = words
        self._label.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
