"""One of a few, or none: a row of buttons of which a second press takes the choice back."""

from collections.abc import Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow

Value = TypeVar("Value")


class Once(QWidget, Generic[Value]):
    """Buttons for (value, words); nothing has to be picked."""

    def __init__(self, look: Look, name: str, options: Sequence[tuple[Value, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: list[tuple[Value, PillButton]] = []
        row = Flow(self)
        for value, words in options:
            made = PillButton(look, words, Kind.CHOICE)
            made.setAccessibleName(f"{name}: {words}")
            made.setCheckable(True)
            made.clicked.connect(partial(self._pressed, made))
            self._buttons.append((value, made))
            row.addWidget(made)

    def put(self, value: Value) -> None:
        """Show this value as the one picked; one that is not offered leaves none."""
        for known, button in self._buttons:
            button.setChecked(known == value)

    def choice(self) -> Value | None:
        """What is picked."""
        return next((value for value, button in self._buttons if button.isChecked()), None)

    def _pressed(self, pressed: PillButton, *_checked: object) -> None:
        for _, button in self._buttons:
            button.setChecked(button.isChecked() and button is pressed)
