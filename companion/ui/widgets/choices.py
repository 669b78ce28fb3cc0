"""One of a few: a row of buttons of which exactly one is down."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow

Value = TypeVar("Value")


class Choices(QWidget, Generic[Value]):
    """Buttons for (value, words); ``picked`` is called with the value that a person picks."""

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[tuple[Value, str]],
        picked: Callable[[Value], None],
        button: type[PillButton] = PillButton,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: list[tuple[Value, PillButton]] = []
        self._group = QButtonGroup(self)
        row = Flow(self)
        for value, words in options:
            made = button(look, words, Kind.CHOICE)
            made.setAccessibleName(f"{name}: {words}")
            made.setCheckable(True)
            made.clicked.connect(partial(self._picked, picked, value))
            self._group.addButton(made)
            self._buttons.append((value, made))
            row.addWidget(made)

    def put(self, value: Value) -> None:
        """Show this value as the one chosen; one that is not offered leaves none chosen."""
        self._group.setExclusive(False)
        for known, button in self._buttons:
            button.setChecked(known == value)
        self._group.setExclusive(True)

    def focus_chosen(self) -> None:
        """The keys go to the one chosen."""
        for _, button in self._buttons:
            if button.isChecked():
                button.setFocus(Qt.FocusReason.TabFocusReason)

    @staticmethod
    def _picked(picked: Callable[[Value], None], value: Value, *_checked: object) -> None:
        picked(value)
