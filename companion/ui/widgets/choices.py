"""One of a few: a row of buttons of which exactly one is down."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton


class _Told(QObject):
    chosen = Signal(object)


Value = TypeVar("Value")


class Choices(QWidget, Generic[Value]):
    """Buttons for (value, words); ``told.chosen`` carries the value that a person picked."""

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[tuple[Value, str]],
        button: type[PillButton] = PillButton,
    ) -> None:
        super().__init__()
        self.told = _Told(self)
        self.setAccessibleName(name)
        self._buttons: list[tuple[Value, PillButton]] = []
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for value, words in options:
            made = button(look, words, Kind.CHOICE)
            made.setAccessibleName(f"{name}: {words}")
            made.setCheckable(True)
            made.clicked.connect(lambda _checked=False, value=value: self.told.chosen.emit(value))
            self._group.addButton(made)
            self._buttons.append((value, made))
            row.addWidget(made)
        row.addStretch(1)

    def put(self, value: Value) -> None:
        """Show this value as the one chosen."""
        for known, button in self._buttons:
            if known == value and not button.isChecked():
                button.setChecked(True)
